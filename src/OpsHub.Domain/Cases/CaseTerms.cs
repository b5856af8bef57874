using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>A case's terms as deadlines: rungs ahead, rungs passed, what it adds to summaries.</summary>
public static class CaseTerms
{
    /// <summary>The nearest open, running term, or null.</summary>
    public static Term? Nearest(Case s) => s.Stage.IsOpen() ? s.Terms.FindAll(t => t.IsOpen && !t.IsSuspended).MinBy(t => t.Due) : null;

    /// <summary>All rungs still ahead or passed but not fired, in order of time.</summary>
    public static ImmutableList<Rung> Ahead(Case s, RuleBook rules) =>
        s.Stage.IsOpen()
            ? [.. s.Terms.Where(t => t.IsOpen).SelectMany(t => Terms.Ladder(t, Offsets(t, s, rules.Cases), rules.Calendar)).Concat(SuspensionEnd(s)).OrderBy(r => r.At).ThenBy(r => r.Kind)]
            : [];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static CaseRungsFired? Tick(Case s, DateTimeOffset now, RuleBook rules)
    {
        var passed = Ahead(s, rules).RemoveAll(r => r.At > now || r.Kind == RungKind.SuspensionEnds);
        return passed.IsEmpty ? null : new CaseRungsFired(now, passed);
    }

    /// <summary>What the case adds to the summaries of its units.</summary>
    public static CaseContribution Contribution(Case s)
    {
        var nearest = Nearest(s);
        var handling = s.Terms.Skip(s.CycleTerms).LastOrDefault(t => Case.Stem(t) == "handling");
        return new CaseContribution(
            s.Stage,
            s.CategoryClass,
            SummaryFold.HourOf(s.ReportedAt),
            s.Stage is CaseStage.Closed or CaseStage.Evaluated ? SummaryFold.HourOf(s.EndedAt!.Value) : 0,
            nearest is null ? 0 : SummaryFold.MinuteOf(nearest.Due),
            handling is null ? 0 : LocalDay.Before(handling.Due).DayNumber,
            handling is { IsOpen: false, IsLifted: false },
            s.Stage.IsOpen() ? null : s.OnTime,
            s.Emergency,
            s.UrgedLevel,
            Reopened: s.Cycle > 1,
            nearest?.Provisional ?? false);
    }

    /// <summary>SM1 row E: any open case escalates when it is overdue by its full limit; an answer, a decision or a part is not what it waits for alone.</summary>
    internal static bool Escalates(Term term) => Case.Stem(term) is not ("reply" or "extension" or "part");

    private static RungOffsets Offsets(Term term, Case s, CaseRules rules)
    {
        var offsets = rules.RungsFor(term.Budget, s.Emergency);
        return Escalates(term) ? offsets with { EscalateAfter = term.Budget } : offsets;
    }

    private static ImmutableList<Rung> SuspensionEnd(Case s) => s.Suspension is { } suspension ? [new("suspension", RungKind.SuspensionEnds, suspension.Until)] : [];
}
