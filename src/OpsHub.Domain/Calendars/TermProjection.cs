using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>A stretch in which a term ran: from its opening or a resumption to a suspension or the due.</summary>
internal readonly record struct RunningStretch(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// What follows from a term's opening, budget and ledger under a calendar. Always folded from the whole ledger, never from the
/// last due: so a calendar that is loaded later corrects every stretch, not only the last.
/// </summary>
internal sealed record TermProjection(
    DateTimeOffset Due, bool Provisional, ImmutableList<RunningStretch> Stretches, ImmutableList<MeteredDay> Days, long UnitsLeft)
{
    internal static TermProjection Of(Term term, OfficialCalendar calendar)
    {
        var meter = Meter.For(term.Budget.Unit, calendar, term.Hours, term.Days);
        var stretches = ImmutableList.CreateBuilder<RunningStretch>();
        var from = Anchor(term);
        var left = meter.Size(term.Budget.Amount);
        var running = true;
        DateTimeOffset? granted = null;
        foreach (var entry in term.Ledger)
        {
            switch (entry.Kind)
            {
                case TermPause.Suspended:
                    stretches.Add(new(from, meter.Clip(entry.At)));
                    left -= meter.Used(from, entry.At);
                    (running, granted) = (false, null);
                    break;
                case TermPause.Resumed:
                    (running, from) = (true, entry.At);
                    break;
                case TermPause.Extended:
                    left += meter.Size(entry.Amount);
                    granted = null;
                    break;
                case TermPause.Granted:
                    granted = entry.NewDue;
                    left = meter.Spanned(from, entry.NewDue);
                    break;
                case TermPause.Reprojected:
                case TermPause.Lifted:
                case TermPause.Missed:
                    break;
                default:
                    throw new InvalidOperationException($"Unknown ledger entry {entry.Kind}.");
            }
        }
        var due = granted ?? (running ? meter.Reach(from, left) : term.Due);
        if (running)
            stretches.Add(new(from, due));
        ImmutableList<MeteredDay> days = [.. stretches.SelectMany(stretch => meter.Days(stretch.From, stretch.To))];
        var provisional = granted is null && days.Exists(day => !calendar.Covers(day.Day));
        return new(due, provisional, stretches.ToImmutable(), days, left);
    }

    // X10's alternative: where the opening day counts, counting starts as if the term had been opened the day before.
    private static DateTimeOffset Anchor(Term term) =>
        term.Days is { CountsFirstDay: true } && term.Budget.Unit is BudgetUnit.WorkingDays or BudgetUnit.CalendarDays
            ? term.OpenedAt.AddDays(-1)
            : term.OpenedAt;
}
