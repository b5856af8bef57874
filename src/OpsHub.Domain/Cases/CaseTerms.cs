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
            ? [.. s.Terms.Where(t => t.IsOpen).SelectMany(t => Terms.Ladder(t, rules.Cases.RungsFor(t.Budget, s.Emergency), rules.Calendar)).OrderBy(r => r.At).ThenBy(r => r.Kind)]
            : [];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static CaseRungsFired? Tick(Case s, DateTimeOffset now, RuleBook rules)
    {
        var passed = Ahead(s, rules).RemoveAll(r => r.At > now);
        return passed.IsEmpty ? null : new CaseRungsFired(now, passed);
    }

    /// <summary>What the case adds to the summaries of its units.</summary>
    public static CaseContribution Contribution(Case s)
    {
        var nearest = Nearest(s);
        var handling = s.Terms.FindLast(t => Case.Stem(t) == "handling");
        return new CaseContribution(
            s.Stage,
            s.CategoryClass,
            SummaryFold.HourOf(s.ReportedAt),
            s.Stage is CaseStage.Closed or CaseStage.Evaluated ? SummaryFold.HourOf(s.EndedAt!.Value) : 0,
            nearest is null ? 0 : SummaryFold.MinuteOf(nearest.Due),
            handling is null ? 0 : LocalDay.Before(handling.Due).DayNumber,
            handling?.DoneAt is not null,
            s.Stage.IsOpen() ? null : s.OnTime,
            s.Emergency,
            UrgedLevel: 0,
            Reopened: false,
            nearest?.Provisional ?? false);
    }
}
