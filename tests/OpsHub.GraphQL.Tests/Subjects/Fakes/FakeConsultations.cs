using System.Collections.Concurrent;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>The index of consultations over rows in memory. Every question is counted.</summary>
public sealed class FakeConsultations(FakeDirectory directory) : IConsultationIndex
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ConsultationRow> _rows = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Calls { get; } = new();

    public void Put(ConsultationRow row)
    {
        lock (_gate)
            _rows[row.Key] = row;
    }

    public Task<Page<ConsultationRow>> Consultations(ConsultationFilter filter, ConsultationOrder order, PageRequest page, CancellationToken cancel = default)
    {
        Calls.Enqueue("Consultations");
        if (page.After is "bad" || page.Before is "bad")
            throw new BadCursorException("The cursor was not made by this list.");
        var rows = Matching(filter);
        rows = order switch
        {
            ConsultationOrder.DueAt => [.. rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal)],
            ConsultationOrder.AnnounceDueAt => [.. rows.OrderBy(r => r.AnnounceDueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal)],
            ConsultationOrder.BeganAtDescending => [.. rows.OrderByDescending(r => r.BeganAt).ThenByDescending(r => r.Key, StringComparer.Ordinal)],
            _ => [.. rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal)],
        };
        int from = page.After is null ? 0 : rows.FindIndex(r => r.Key == page.After) + 1, to = page.Before is null ? rows.Count : rows.FindIndex(r => r.Key == page.Before);
        if (page.First is { } first)
            to = Math.Min(to, from + first);
        else
            from = Math.Max(from, to - page.Last!.Value);
        return Task.FromResult(new Page<ConsultationRow>([.. rows[from..to].Select(r => (r, r.Key))], to < rows.Count, from > 0, DateTimeOffset.UnixEpoch));
    }

    public Task<int> Count(ConsultationFilter filter, CancellationToken cancel = default)
    {
        Calls.Enqueue("Count");
        return Task.FromResult(Matching(filter).Count);
    }

    public Task<IReadOnlyDictionary<string, ConsultationRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        Calls.Enqueue("ByKey");
        lock (_gate)
            return Task.FromResult<IReadOnlyDictionary<string, ConsultationRow>>(_rows.Where(r => keys.Contains(r.Key)).ToDictionary());
    }

    public Task<ConsultationRow?> ByNumber(string number, CancellationToken cancel = default)
    {
        Calls.Enqueue("ByNumber");
        return Task.FromResult(Matching(new()).Find(r => r.Number == number));
    }

    public Task<ConsultationIndicators> Indicators(UnitCode unit, DateTimeOffset from, DateTimeOffset before, CancellationToken cancel = default)
    {
        Calls.Enqueue("Indicators");
        var rows = Matching(new() { Unit = unit, BeganFrom = from, BeganBefore = before });
        var sum = new ConsultationOutcomes(
            rows.Sum(r => r.Outcomes.PlansDue), rows.Sum(r => r.Outcomes.PlansOnTime), rows.Sum(r => r.Outcomes.AnnouncementsDue), rows.Sum(r => r.Outcomes.AnnouncementsOnTime),
            rows.Sum(r => r.Outcomes.SessionsEnded), null, null, rows.Sum(r => r.Outcomes.Ballots), rows.Sum(r => r.Outcomes.Satisfied));
        return Task.FromResult(new ConsultationIndicators(
            rows.Count, sum, rows.Count(r => r.Outcomes.Agreed is not null), rows.Count(r => r.Outcomes.Agreed == true), rows.Count(r => r.Outcomes.CarriedOut is not null),
            rows.Count(r => r.Outcomes.CarriedOut == true), rows.Sum(r => r.Round)));
    }

    public Task<IReadOnlyDictionary<string, (long Version, ConsultationContribution Contribution)>> Contributions(UnitCode home, CancellationToken cancel = default) =>
        throw new NotSupportedException();

    private List<ConsultationRow> Matching(ConsultationFilter f)
    {
        lock (_gate)
        {
            return [.. _rows.Values.Where(r =>
                (f.Unit is not { } unit || directory.IsWithin(r.Place.Grid ?? r.Place.Home, unit) || r.Communities.Exists(c => directory.IsWithin(c, unit)))
                && (f.DelegatedBy is null || f.DelegatedBy == r.DelegatedBy)
                && f.Stages?.Contains(r.Stage) != false
                && f.Variants?.Contains(r.Variant) != false
                && (!f.OpenOnly || r.Contribution.Open)
                && (!f.AnnouncementOpen || r.AnnounceDueAt is not null)
                && (!f.VoteAhead || r.Contribution.VoteAhead)
                && (!f.PlanOpen || r.Contribution.PlanDueMinute > 0)
                && (!f.FurtherRound || r.Round > 1)
                && (!f.WayProposed || r.Proposed is not null)
                && (!f.ReviewOpen || r.ReviewOpen)
                && (f.Breached is null || f.Breached == r.Contribution.Breached)
                && (f.DueBefore is null || r.DueAt < f.DueBefore)
                && (f.Category is null || f.Category == r.Category)
                && (f.Text is null || r.Title.Contains(f.Text, StringComparison.Ordinal) || r.Number == f.Text)
                && (f.BeganFrom is null || r.BeganAt >= f.BeganFrom)
                && (f.BeganBefore is null || r.BeganAt < f.BeganBefore))];
        }
    }
}
