using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Opens, completes and lifts duties (义务的设立、履行、解除). What each rests on stands here, once.</summary>
public static class ConsultationDuties
{
    /// <summary>Opens a duty.</summary>
    /// <param name="s">The consultation before the event.</param>
    /// <param name="stem">Which, of <see cref="DutyStems"/>.</param>
    /// <param name="x">By which rules and calendar.</param>
    /// <param name="from">Runs from here; null for now.</param>
    /// <param name="others">Duties of the same stem that the same event opens before it.</param>
    /// <param name="session">Number of the session that an announcement tells of.</param>
    /// <param name="dissent">The dissent to explain.</param>
    /// <param name="announces">What an announcement tells.</param>
    public static Duty Open(
        Consultation s, string stem, ConsultationContext x, DateTimeOffset? from = null, int others = 0, int? session = null, int? dissent = null,
        AnnouncementKind announces = AnnouncementKind.Session)
    {
        var kind = stem == DutyStems.Announce ? announces : (AnnouncementKind?)null;
        var number = s.Duties.Count(d => d.Stem == stem) + others + 1;
        var term = Terms.Open(
            number == 1 ? stem : $"{stem}-{number}", Name(s.Variant, stem, announces), Holder(s, stem).Value, from ?? x.Now, x.NextSequence, Budget(s.Variant, stem, x.Rules),
            ConsultationBasis.Of(s.Variant, stem, announces, x.Rules), x.Calendar, x.Hours, Days(stem, x.Rules.Days));
        return new(term, IsHard(s.Variant, stem, announces), session, dissent, kind);
    }

    /// <summary>The text gives a figure for the community's plan and for the announcement of its session only; a matter of one community that the
    /// township leads runs the same steps. C035, C040, C069, resolutions 4 and 56.</summary>
    public static bool IsHard(ConsultationVariant variant, string stem, AnnouncementKind announces = AnnouncementKind.Session) =>
        variant == ConsultationVariant.Community && (stem == DutyStems.Plan || (stem == DutyStems.Announce && announces == AnnouncementKind.Session));

    /// <summary>All open duties of a stem, completed now, late or not.</summary>
    public static ImmutableList<Duty> Done(Consultation s, string stem, DateTimeOffset at, Predicate<Duty>? which = null) =>
        s.Duties.FindAll(d => d.Term.IsOpen && d.Stem == stem && which?.Invoke(d) != false).ConvertAll(d => Done(d, at));

    /// <summary>A duty completed. An act that is entered for an instant before its opening is taken at the opening.</summary>
    public static Duty Done(Duty duty, DateTimeOffset at) => duty with { Term = Terms.Complete(duty.Term, at < duty.Term.OpenedAt ? duty.Term.OpenedAt : at) };

    /// <summary>Open duties that nobody owes any more, lifted with the reason.</summary>
    public static ImmutableList<Duty> Lifted(Consultation s, ConsultationContext x, string reason, Predicate<Duty>? which = null) =>
        s.Duties.FindAll(d => d.Term.IsOpen && which?.Invoke(d) != false).ConvertAll(d => d with { Term = Terms.Lift(d.Term, x.Now, x.NextSequence, reason) });

    private static TermBudget Budget(ConsultationVariant variant, string stem, ConsultationRules rules) => stem switch
    {
        DutyStems.WorkMeeting => rules.WorkMeeting,
        DutyStems.ReportToCouncil => rules.ReportToCouncil,
        DutyStems.TakeTopic => rules.TakeTopic,
        DutyStems.Plan => rules.Plan,
        DutyStems.Announce => TermBudget.SameOrNextDay,
        DutyStems.Explain => rules.Explanation,
        DutyStems.ReportUp => rules.ReportUp,
        DutyStems.GovernmentFeedback => rules.GovernmentFeedback,
        DutyStems.Progress => rules.ProgressEvery,
        DutyStems.Feedback => rules.Feedback,
        DutyStems.Survey => rules.SurveyAfter,
        DutyStems.Archive => variant == ConsultationVariant.BuildingOrGroup ? rules.MaterialsFiling : rules.Archive,
        _ => throw new ArgumentOutOfRangeException(nameof(stem), stem, "No duty of this stem."),
    };

    // EndOfDay is a setting for working days (resolution 5); the announcement's last moment is 24:00 (resolution 3).
    private static DayCounting Days(string stem, DayCounting days) => stem == DutyStems.Announce ? days with { EndsAt = null } : days;

    private static string Name(ConsultationVariant variant, string stem, AnnouncementKind announces) => stem switch
    {
        DutyStems.WorkMeeting => "召开工作例会",
        DutyStems.ReportToCouncil => "上报议事会",
        DutyStems.TakeTopic => "受理议题",
        DutyStems.Plan => "制定协商方案",
        DutyStems.Announce => announces switch
        {
            AnnouncementKind.Vote => "公告表决结果",
            AnnouncementKind.Correction => "公告纠正情况",
            _ => "公告协商情况",
        },
        DutyStems.Explain => "解释说明",
        DutyStems.ReportUp => "上报协商结果",
        DutyStems.GovernmentFeedback => "研究采纳并反馈",
        DutyStems.Progress => "公开进度",
        DutyStems.Feedback => "反馈落实情况",
        DutyStems.Survey => "回访和满意度测评",
        DutyStems.Archive => variant == ConsultationVariant.BuildingOrGroup ? "报备材料" : "整理归档",
        _ => throw new ArgumentOutOfRangeException(nameof(stem), stem, "No duty of this stem."),
    };

    /// <summary>What a milestone's duty is called.</summary>
    internal const string NameOfMilestone = "完成节点";

    /// <summary>A plan is owed for each round: not of a direct meeting, nor where residents voted to drop it. C012, C025.</summary>
    internal static bool OwesPlan(Consultation s) => s.Variant != ConsultationVariant.DirectMeeting && !s.Drops(ConsultationStepKind.Plan);

    /// <summary>Whose a duty is.</summary>
    internal static OrganCode Holder(Consultation s, string stem) =>
        stem == DutyStems.GovernmentFeedback && s.Delegated is { } track ? track.Organ
        : s is { Variant: ConsultationVariant.BuildingOrGroup, Place.Grid: { } grid } ? OrganCode.Of(grid)
        : s.Lead;
}
