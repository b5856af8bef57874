
namespace OpsHub.Domain.Surveys;

/// <summary>Folds a survey's events into its state (状态折叠).</summary>
public static class SurveyFold
{
    /// <summary>The state after an event; null before the first.</summary>
    public static Survey Apply(Survey? state, SurveyEvent happened) => (state, happened) switch
    {
        (_, SurveyPlanned e) => new Survey
        {
            Agency = e.Agency, Year = e.Year, Township = e.Township, Host = e.Host, Round = e.Round, Stage = SurveyStage.Planned, OpensAt = e.OpensAt, ClosesAt = e.ClosesAt,
            Least = e.Least, ChangedAt = e.At,
        },
        ({ } s, TokensIssued e) => s with { Issued = s.Issued.SetItem(e.Group, s.Issued.GetValueOrDefault(e.Group) + e.Count), ChangedAt = e.At },
        ({ } s, SurveyOpened e) => s with { Stage = SurveyStage.Open, ChangedAt = e.At },
        ({ } s, SurveyExtended e) => s with { ClosesAt = e.ClosesAt, Extended = e.Reason, Reminded = 0, ChangedAt = e.At },
        ({ } s, TownshipReminded e) => s with { Reminded = e.Reminder, ChangedAt = e.At },
        ({ } s, SurveyEndedEarly e) => s with { ClosesAt = e.ClosesAt, ClosedWhy = e.Reason, ChangedAt = e.At },
        ({ } s, SurveyClosed e) => s with { Stage = SurveyStage.Closed, ClosedAt = e.At, ClosedWhy = e.Reason ?? s.ClosedWhy, Tallies = e.Tallies, TooFew = e.TooFew, ChangedAt = e.At },
        ({ } s, SurveyDelivered e) => s with { Stage = SurveyStage.Delivered, DeliveredAt = e.At, ChangedAt = e.At },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to a survey that does not exist."),
    };
}
