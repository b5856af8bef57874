using System.Collections.Immutable;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Cases;

/// <summary>A new trace entry of a case, and the event that it holds, read once.</summary>
internal readonly record struct CaseStepTaken(TraceEntry Entry, CaseEvent Happened);

/// <summary>The notices of a case's new trace entries, for its publication.</summary>
internal static class CaseNotices
{
    /// <summary>Notices are kept for longer than this, so that a publication that comes again finds them and tells nobody twice.</summary>
    public static readonly TimeSpan Planned = TimeSpan.FromDays(60);

    // What was told to nobody when it happened, by a hub of before, is no news when its case is published anew. What the hub handed over it always told.
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    public static ImmutableList<Notice> Of(string key, Case s, ImmutableList<CaseStepTaken> fresh, Placement place, CaseRules rules, Func<OrganCode, string> nameOf, DateTimeOffset now) =>
        NoticePlan.Of(key, s, fresh.Where(e => now - e.Entry.At < (e.Happened is UrgeAnswered or CaseRelocated && !CaseFollowing.IsHandover(e.Happened) ? News : Planned)).Select(Step), place, rules, nameOf);

    /// <summary>Null where nothing new can have made a notice moot: the report is the first, and a rung is nobody's act.</summary>
    public static ImmutableList<string>? Standing(Case s, ImmutableList<TraceEntry> fresh) =>
        fresh.Exists(e => e.Sequence > 1 && e.Event != nameof(CaseRungsFired)) ? NoticeNeeds.Standing(s) : null;

    private static NoticeStep Step(CaseStepTaken step) => new(step.Entry.Sequence, step.Entry.At, step.Entry.OccurredAt, step.Entry.Organ, step.Happened);
}
