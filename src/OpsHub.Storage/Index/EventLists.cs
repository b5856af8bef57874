using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Events of a unit's subtree, by position.</summary>
internal sealed class EventLists(IDatabase database)
{
    public Task<List<(long Position, CaseEventRow Event)>> Of(UnitCode unit, long? after, int limit, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var events = In(context.Events, unit);
            var read = after is { } position
                ? await events.Where(e => e.Position > position).OrderBy(e => e.Position).Take(limit).ToListAsync(cancel)
                : await events.OrderByDescending(e => e.Position).Take(limit).ToListAsync(cancel);
            if (after is null)
                read.Reverse();
            return read.ConvertAll(e => (e.Position, e.ToRow()));
        }, cancel);

    private static IQueryable<EventRecord> In(IQueryable<EventRecord> events, UnitCode unit) => unit.Level switch
    {
        UnitLevel.City => events.Where(e => e.City == unit.Value),
        UnitLevel.County => events.Where(e => e.County == unit.Value),
        UnitLevel.Township => events.Where(e => e.Township == unit.Value),
        UnitLevel.Community => events.Where(e => e.Community == unit.Value),
        _ => events.Where(e => e.Grid == unit.Value),
    };
}
