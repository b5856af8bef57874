using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>
/// What can happen to a term (期限的设立、中止、恢复、延长、批准、办结、重新推算). Pure: every instant, calendar and parameter is an argument.
/// Whether an act is permitted is the subject's decision, asked beforehand (<see cref="Term.CanSuspend"/> and its like);
/// what is called here against that answer is a mistake in the program and throws.
/// </summary>
public static class Terms
{
    /// <summary>Opens a term (设立期限) and projects its due.</summary>
    /// <param name="id">Unique within the subject.</param>
    /// <param name="name">What must be done.</param>
    /// <param name="holder">Who must do it.</param>
    /// <param name="openedAt">The instant it runs from.</param>
    /// <param name="openedBy">The trace entry that opens it.</param>
    /// <param name="budget">1 to <see cref="TermBudget.MaxAmount"/> units; exactly 1 for same or next day.</param>
    /// <param name="basis">The clause, and whether it is text or assumed.</param>
    /// <param name="calendar">The official calendar as loaded.</param>
    /// <param name="hours">The working hours; kept with the term where its unit needs them.</param>
    /// <param name="days">How whole days are counted; null for the resolutions' defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget or the working hours are out of range.</exception>
    public static Term Open(
        string id, string name, string holder, DateTimeOffset openedAt, long openedBy, TermBudget budget, TermBasis basis,
        OfficialCalendar calendar, WorkingHours hours, DayCounting? days = null)
    {
        if (budget.Amount is < 1 or > TermBudget.MaxAmount || (budget is { Unit: BudgetUnit.SameOrNextDay, Amount: not 1 }))
            throw new ArgumentOutOfRangeException(nameof(budget), budget, "Not a budget that a term can have.");
        if (!WorkingHours.AreValid(hours))
            throw new ArgumentOutOfRangeException(nameof(hours), hours, "Working hours must ascend and not overlap.");
        var opened = openedAt.ToUniversalTime();
        var term = new Term(
            id, name, holder, opened, openedBy, budget, basis, [], opened, false, null, [],
            budget.Unit == BudgetUnit.WorkingHours ? hours : null,
            days == DayCounting.Default ? null : days);
        var projection = TermProjection.Of(term, calendar);
        return term with { Due = projection.Due, Provisional = projection.Provisional };
    }

    /// <summary>
    /// Suspends (中止). What is left of the budget stays: whole counted days, the present one among them, or counted time to the tick.
    /// </summary>
    public static Term Suspend(Term term, DateTimeOffset at, long by, string reason, OfficialCalendar calendar)
    {
        Require(term.CanSuspend(at), term, nameof(Suspend), at);
        return Written(term, TermPause.Suspended, at, by, reason, calendar);
    }

    /// <summary>Resumes (恢复): what was left runs again; for terms in days, from the next day on.</summary>
    public static Term Resume(Term term, DateTimeOffset at, long by, string reason, OfficialCalendar calendar)
    {
        Require(term.CanResume(at), term, nameof(Resume), at);
        return Written(term, TermPause.Resumed, at, by, reason, calendar);
    }

    /// <summary>Extends (延长) by an amount of the budget's own unit; a late term may stay late.</summary>
    public static Term Extend(Term term, DateTimeOffset at, long by, string reason, int amount, OfficialCalendar calendar)
    {
        Require(term.CanExtend(at) && amount is > 0 and <= TermBudget.MaxAmount, term, nameof(Extend), at);
        return Written(term, TermPause.Extended, at, by, reason, calendar, amount);
    }

    /// <summary>
    /// Grants a due (批准截止时间), kept whatever calendar comes: for terms in days to the end of that day, otherwise to the full minute.
    /// </summary>
    public static Term Grant(Term term, DateTimeOffset at, long by, string reason, DateTimeOffset until, OfficialCalendar calendar)
    {
        Require(term.CanGrant(at, until), term, nameof(Grant), at);
        var due = Meter.For(term.Budget.Unit, calendar, term.Hours, term.Days).Bound(until);
        return Written(term, TermPause.Granted, at, by, reason, calendar, 0, due);
    }

    /// <summary>Marks it met (办结). A late act is taken and is late.</summary>
    public static Term Complete(Term term, DateTimeOffset at)
    {
        Require(term.CanComplete(at), term, nameof(Complete), at);
        return term with { DoneAt = at.ToUniversalTime() };
    }

    /// <summary>Lifts it (解除): the step it stood for fell away, so nobody owes it any more.</summary>
    public static Term Lift(Term term, DateTimeOffset at, long by, string reason)
    {
        Require(term.IsOpen, term, nameof(Lift), at);
        var instant = at.ToUniversalTime();
        return term with { Ledger = term.Ledger.Add(new(TermPause.Lifted, instant, by, reason, term.Due, term.Due)), DoneAt = instant };
    }

    /// <summary>Ends it undone (未完成): its due has passed, and the step can't be taken any more.</summary>
    public static Term Miss(Term term, DateTimeOffset at, long by, string reason)
    {
        Require(term.IsOpen && term.IsLate(at), term, nameof(Miss), at);
        var instant = at.ToUniversalTime();
        return term with { Ledger = term.Ledger.Add(new(TermPause.Missed, instant, by, reason, term.Due, term.Due)), DoneAt = instant };
    }

    /// <summary>
    /// Projects again (重新推算) with a calendar that was loaded or amended (resolution 6). The same term where nothing moves, where it is
    /// done, and where it is suspended (it is projected when it resumes).
    /// </summary>
    public static Term Reproject(Term term, OfficialCalendar calendar, DateTimeOffset at, long by, string reason)
    {
        if (!term.IsOpen || term.IsSuspended)
            return term;
        var projection = TermProjection.Of(term, calendar);
        return projection.Due == term.Due && projection.Provisional == term.Provisional
            ? term
            : Written(term, TermPause.Reprojected, at, by, reason, calendar, calendar.Version);
    }

    /// <summary>The rungs that have not fired (尚未触发的阶梯), in order; none while suspended or done.</summary>
    public static ImmutableList<Rung> Ladder(Term term, RungOffsets offsets, OfficialCalendar calendar) =>
        term.IsOpen && !term.IsSuspended
            ? TermLadder.Of(term, offsets, calendar).RemoveAll(rung => term.Fired.Contains(rung.Kind))
            : [];

    /// <summary>Fires every rung reached at now (触发已到的阶梯), in order, each once, however long the downtime was.</summary>
    public static (Term Term, ImmutableList<Rung> Fired) Fire(Term term, DateTimeOffset now, RungOffsets offsets, OfficialCalendar calendar)
    {
        var reached = Ladder(term, offsets, calendar).RemoveAll(rung => rung.At > now);
        return reached.IsEmpty ? (term, reached) : (term with { Fired = term.Fired.AddRange(reached.Select(rung => rung.Kind)) }, reached);
    }

    /// <summary>The term in one paragraph (期限说明): opening, counted days, ledger, due, basis, calendar.</summary>
    public static string Explain(Term term, OfficialCalendar calendar, Language language) =>
        TermExplanation.Of(term, calendar, language);

    private static Term Written(
        Term term, TermPause kind, DateTimeOffset at, long by, string reason, OfficialCalendar calendar, int amount = 0, DateTimeOffset? due = null)
    {
        var entry = new TermEntry(kind, at.ToUniversalTime(), by, reason, term.Due, due ?? term.Due, amount);
        var projection = TermProjection.Of(term with { Ledger = term.Ledger.Add(entry) }, calendar);
        // A due that moves to a later instant still ahead is a new promise: its ladder starts anew. Otherwise each rung stays fired.
        var anew = projection.Due > term.Due && projection.Due > at;
        return term with
        {
            Ledger = term.Ledger.Add(entry with { NewDue = projection.Due }),
            Due = projection.Due,
            Provisional = projection.Provisional,
            Fired = anew ? [] : term.Fired,
            Reminded = anew ? null : term.Reminded,
        };
    }

    private static void Require(bool holds, Term term, string act, DateTimeOffset at)
    {
        if (!holds)
            throw new InvalidOperationException($"{act} of term {term.Id} at {LocalDay.Text(at)} is not possible; ask the term first.");
    }
}
