using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Consultations;

/// <summary>What each duty's length rests on (期限依据): rule, clause, and whether it is text or our default under a parameter's name.</summary>
internal static class ConsultationBasis
{
    internal static TermBasis Of(ConsultationVariant variant, string stem, AnnouncementKind announces, ConsultationRules rules)
    {
        var (rule, clause, parameter) = Resting(variant, stem, announces);
        return Of(rule, clause, parameter, ConsultationDuties.IsHard(variant, stem, announces), stem == DutyStems.Announce, rules);
    }

    /// <summary>What the next step's duty rests on: the step's own rule, and our default where the text gives no figure.</summary>
    internal static TermBasis OfStep(string rule, string clause, ConsultationRules rules) => Of(rule, clause, "NextStepLimit", hard: false, announced: false, rules);

    private static TermBasis Of(string rule, string clause, string parameter, bool hard, bool announced, ConsultationRules rules)
    {
        // A parameter that was set rests on its source; where none is named, it is an assumption, whatever stood before. The announcement's day is no parameter.
        var basis = !announced && rules.Sources.TryGetValue(parameter, out var source) ? Set(parameter, source)
            : hard ? new TermBasis(rule, clause, BasisKind.Text)
            : new TermBasis(rule, clause, BasisKind.Assumed, parameter);
        // The text's figure counted in another way than the text's is the text's no more.
        if (Counting(announced, rules.Days) is not { } counting)
            return basis;
        var counted = Set(counting, rules.Sources.GetValueOrDefault(counting));
        return basis is { Kind: BasisKind.Text, Parameter: null } || (announced || basis.Kind == BasisKind.Text) && counted.Kind == BasisKind.Assumed ? counted : basis;

        TermBasis Set(string name, string? source) => new(rule, source ?? clause, source is null ? BasisKind.Assumed : BasisKind.Text, name);
    }

    // The parameter by which days are counted otherwise than by resolutions 1, 3 and 5; null where they aren't.
    private static string? Counting(bool announced, DayCounting days) =>
        announced ? days.Roll == AnnounceRoll.None ? null : "AnnounceRoll" : days.EndsAt is null ? null : "EndOfDay";

    private static (string Rule, string Clause, string Parameter) Resting(ConsultationVariant variant, string stem, AnnouncementKind announces) => stem switch
    {
        DutyStems.WorkMeeting => ("C033", "二(四)2", "WorkMeetingLimit"),
        DutyStems.ReportToCouncil => ("C026", "二(四)1", "ReportToCouncilLimit"),
        DutyStems.TakeTopic => ("C035", "二(四)2", "CouncilTakesTopicWithin"),
        DutyStems.Plan => variant == ConsultationVariant.Community ? ("C035", "二(四)2", "PlanWorkingDays") : ("C024", ClauseOf(variant), "PlanWorkingDays"),
        DutyStems.Announce => announces switch
        {
            AnnouncementKind.Correction => ("C054", "二(五)", "AnnounceWithin"),
            AnnouncementKind.Session when variant == ConsultationVariant.Community => ("C040", "二(四)2", "AnnounceWithin"),
            _ => ("C069", "二(四)", "AnnounceWithin"),
        },
        DutyStems.Explain => ("C053", "二(五)", "ExplanationLimit"),
        DutyStems.ReportUp => ("C058", "二(五)", "ReportUpLimit"),
        DutyStems.GovernmentFeedback => ("C059", "二(五)", "GovFeedbackLimit"),
        DutyStems.Progress => ("C056", "二(五)", "ProgressEvery"),
        DutyStems.Feedback => (FeedbackRule(variant), variant is ConsultationVariant.BuildingOrGroup or ConsultationVariant.CrossCommunity ? ClauseOf(variant) : "二(五)", "FeedbackLimit"),
        DutyStems.Survey => ("C060", "二(五)", "SurveyAfter"),
        DutyStems.Archive => variant == ConsultationVariant.BuildingOrGroup ? ("C031", "二(四)1", "MaterialsFilingLimit") : ("C041", "二(四)2", "ArchiveLimit"),
        _ => throw new ArgumentOutOfRangeException(nameof(stem), stem, "No duty of this stem."),
    };

    /// <summary>The clause that a variant's steps stand in.</summary>
    internal static string ClauseOf(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => "二(四)1",
        ConsultationVariant.Community => "二(四)2",
        ConsultationVariant.CrossCommunity => "二(四)3",
        _ => "二(二)1",
    };

    private static string FeedbackRule(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => "C029",
        ConsultationVariant.CrossCommunity => "C048",
        _ => "C071",
    };
}
