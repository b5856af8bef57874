using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event of a survey, every field set.</summary>
internal static class SurveySamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode Host = UnitCode.Parse("430203001");
    private static readonly UnitCode Second = UnitCode.Parse("430203002");
    private static readonly GroupTally Tally = Enumerable.Range(0, 5).Aggregate(GroupTally.None(RaterGroup.ServiceUsers), (t, i) => t.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, d => 60 + i + (int)d)));

    public static readonly ImmutableList<SurveyCommand> Commands =
    [
        new PlanSurvey(CaseSamples.Agency, 2026, Second, new(2026, 12, 1), new(2026, 12, 31)), new IssueTokens(RaterGroup.ServiceUsers, 40), new OpenSurvey(),
        new ExtendSurvey(new(2027, 1, 10), "票数不足"), new RemindTownship(), new CloseSurvey("均已填写"), new RecordDelivery(),
    ];

    public static readonly ImmutableList<SurveyEvent> Events =
    [
        new SurveyPlanned(At, CaseSamples.Agency, 2026, Second, Host, 1, At.AddDays(1), At.AddDays(30), 5), new TokensIssued(At, RaterGroup.ServiceUsers, 40), new SurveyOpened(At.AddDays(1)),
        new SurveyExtended(At.AddDays(2), At.AddDays(40), "票数不足"), new TownshipReminded(At.AddDays(33), 1, [RaterGroup.CommunityWorkers]),
        new SurveyEndedEarly(At.AddDays(39), At.AddDays(39), "均已填写"), new SurveyClosed(At.AddDays(39), "均已填写", [Tally], [RaterGroup.CommunityWorkers, RaterGroup.Representatives]), new SurveyDelivered(At.AddDays(45)),
    ];
}
