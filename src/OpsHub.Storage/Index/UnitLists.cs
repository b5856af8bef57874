using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Index;

/// <summary>Lists of units and agencies.</summary>
internal sealed class UnitLists(IDatabase database, TimeProvider time)
{
    private static readonly SqlStatement AllUnits = new(
        "SELECT Code, Version, Kind, Name, Parent, EffectiveFrom, EndedOn, MergedInto, Generated, Subject FROM Units ORDER BY Code");

    private static readonly SqlStatement AllAgencies = new(
        "SELECT Code, Version, Name, Department, Host, Served, Generated, Powers, Subject FROM Agencies ORDER BY Code");

    public IAsyncEnumerable<UnitRow> All(CancellationToken cancel) => database.Stream(
        AllUnits,
        r => new UnitRecord
        {
            Code = r.GetString(0),
            Version = r.GetInt64(1),
            Kind = r.GetString(2),
            Name = r.GetString(3),
            Parent = r.IsDBNull(4) ? null : r.GetString(4),
            EffectiveFrom = r.GetInt64(5),
            EndedOn = r.IsDBNull(6) ? null : r.GetInt64(6),
            MergedInto = r.IsDBNull(7) ? null : r.GetString(7),
            Generated = r.GetInt64(8),
            Subject = r.GetString(9),
        }.ToRow(),
        cancel);

    public IAsyncEnumerable<AgencyRow> Agencies(CancellationToken cancel) => database.Stream(
        AllAgencies,
        r => new AgencyRecord
        {
            Code = r.GetString(0),
            Version = r.GetInt64(1),
            Name = r.GetString(2),
            Department = r.GetString(3),
            Host = r.GetString(4),
            Served = r.GetString(5),
            Generated = r.GetInt64(6),
            Powers = r.GetString(7),
            Subject = r.GetString(8),
        }.ToRow(),
        cancel);

    public Task<Dictionary<UnitCode, UnitRow>> ByCode(IReadOnlyCollection<UnitCode> codes, CancellationToken cancel) => database.Ask(
        async context =>
        {
            var wanted = codes.Select(c => c.Value).ToArray();
            var found = await context.Units.Where(u => wanted.Contains(u.Code)).ToListAsync(cancel);
            return found.ToDictionary(u => new UnitCode(u.Code), u => u.ToRow());
        }, cancel);

    public Task<Page<UnitRow>> Children(UnitCode parent, PageRequest request, CancellationToken cancel)
    {
        var paging = Paging.Of(request, "Children");
        return database.Ask(async context =>
        {
            var children = context.Units.Where(u => u.Parent == parent.Value && u.EndedOn == null);
            if (paging.After is { } after)
                children = children.Where(u => string.Compare(u.Code, after.Id) > 0);
            if (paging.Before is { } before)
                children = children.Where(u => string.Compare(u.Code, before.Id) < 0);
            var ordered = paging.Backward ? children.OrderByDescending(u => u.Code) : children.OrderBy(u => u.Code);
            var read = await ordered.Take(paging.Count + 1).ToListAsync(cancel);
            return paging.Page(read, u => u.ToRow(), u => (0, u.Code), time.GetUtcNow());
        }, cancel);
    }
}
