using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>The five rungs of a term's present due, ascending in kind and in time, and where it escalates the sixth, never before the county has heard.</summary>
internal static class TermLadder
{
    internal static ImmutableList<Rung> Of(Term term, RungOffsets offsets, OfficialCalendar calendar)
    {
        var soon = DueSoon(term, offsets.DueSoonBefore);
        var community = Later(term.Due, After(term, offsets.CommunityAfter, calendar));
        var township = Later(community, After(term, offsets.TownshipAfter, calendar));
        var county = Later(township, After(term, offsets.CountyAfter, calendar));
        return
        [
            new(term.Id, RungKind.DueSoon, soon),
            new(term.Id, RungKind.Due, term.Due),
            new(term.Id, RungKind.OverdueCommunity, community),
            new(term.Id, RungKind.OverdueTownship, township),
            new(term.Id, RungKind.OverdueCounty, county),
            .. offsets.EscalateAfter is { } full ? new[] { new Rung(term.Id, RungKind.Escalated, Later(county, After(term, full, calendar))) } : [],
        ];
    }

    private static DateTimeOffset DueSoon(Term term, TimeSpan before)
    {
        var half = term.OpenedAt + ((term.Due - term.OpenedAt) / 2);
        var soon = term.Due - before;
        return Meter.FullMinute(soon < half ? half : soon);
    }

    /// <summary>The instant at which a term is overdue by so much.</summary>
    internal static DateTimeOffset After(Term term, TermBudget wait, OfficialCalendar calendar)
    {
        if (wait.Amount <= 0)
            return term.Due;
        var meter = Meter.For(wait.Unit, calendar, term.Hours, term.Days);
        // A due at 24:00 ends its day; that day, not the next, is the starting day of a wait in days.
        var from = wait.Unit is BudgetUnit.Hours or BudgetUnit.WorkingHours ? term.Due : term.Due.AddTicks(-1);
        return meter.Reach(from, meter.Size(wait.Amount));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
