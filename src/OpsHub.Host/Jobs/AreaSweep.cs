using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>After units moved, merged or ended: makes their open cases and consultations follow, once for each unit and change (区划调整移交). What one of them has followed it never follows
/// again, so two processes, a second start and a kill in between are harmless: a unit counts as done once all of its are. G011.</summary>
internal sealed class AreaSweep(IHubDirectory directory, IHubIndex index, IConsultationIndex consultations, IGrainFactory grains, HubClock clock, IDbContextFactory<HostContext> database)
{
    /// <summary>Name in the ledger of periods: a row for each unit that changed, its content is how its cases and consultations have followed it.</summary>
    public const string Job = "area-sweep";

    /// <summary>For so long another process may still know the former hierarchy.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromSeconds(30);

    private IReadOnlyList<UnitRow>? _known;
    private DateTimeOffset? _since;

    /// <summary>Sweeps where the hierarchy has been another for long enough; how many cases and consultations were handed over.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        // A directory that was read again has other lists; until then nothing can have changed.
        if (directory.City is not { } city)
            return 0;
        var now = directory.Children(city);
        if (!ReferenceEquals(now, _known))
            (_known, _since) = (now, clock.Now);
        if (_since is not { } since || clock.Now - since < Settles)
            return 0;
        _since = clock.Now; // again after a while where it fails
        var moved = await Everything(cancel);
        _since = null;
        return moved;
    }

    private async Task<int> Everything(CancellationToken cancel)
    {
        await using var context = await database.CreateDbContextAsync(cancel);
        var followed = await context.JobPeriods.Where(p => p.Job == Job).ToDictionaryAsync(p => p.Unit, p => p.Content, cancel);
        var moved = 0;
        var failed = new ConcurrentBag<Exception>();
        var units = new List<UnitRow>();
        await foreach (var unit in index.Units(cancel))
        {
            if (followed.TryGetValue(unit.Code.Value, out var last) ? last != Where(unit) : unit.EndedOn is not null || unit.Parent != unit.Code.ParentByCode)
                units.Add(unit);
        }

        foreach (var unit in units)
        {
            var before = failed.Count;
            moved += await Cases(unit.Code, failed, cancel) + await Consultations(unit, failed, cancel);
            if (failed.Count == before)
                await context.Remember(Job, "", unit.Code.Value, Where(unit), clock.Now, cancel);
        }

        return failed.IsEmpty ? moved : throw new AggregateException(failed);
    }

    private Task<int> Cases(UnitCode unit, ConcurrentBag<Exception> failed, CancellationToken cancel) => Follow(
        page => index.Cases(new CaseFilter { Unit = unit, OpenOnly = true }, CaseOrder.ReportedAtDescending, page, cancel), row => grains.Case(row.Key).Follow(), failed, cancel);

    // Those that concern a community of it, and those that are over but for a duty, among them; of a unit that is no more, and of a
    // community that moved, all: whoever has its files now is to hold them too.
    // What such a unit had entrusted may stand anywhere.
    private async Task<int> Consultations(UnitRow unit, ConcurrentBag<Exception> failed, CancellationToken cancel)
    {
        var moved = await Of(new() { Unit = unit.Code, OpenOnly = unit.EndedOn is null && unit.Code.Level != UnitLevel.Community });
        return unit.EndedOn is null ? moved : moved + await Of(new() { DelegatedBy = OrganCode.Of(unit.Code) });

        Task<int> Of(ConsultationFilter filter) => Follow(
            page => consultations.Consultations(filter, ConsultationOrder.BeganAtDescending, page, cancel), row => grains.Consultation(row.Key).Follow(), failed, cancel);
    }

    // One that can't follow now keeps no other from it; its unit counts as done once it can.
    private static Task<int> Follow<T>(Func<PageRequest, Task<Page<T>>> read, Func<T, Task<bool>> follow, ConcurrentBag<Exception> failed, CancellationToken cancel) => SweepPages.Each(
        null, read,
        async row =>
        {
            try
            {
                return await follow(row);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                failed.Add(error);
                return false;
            }
        },
        _ => Task.CompletedTask, cancel);

    // Written otherwise than when only cases followed, or only what was open: what changed before then is gone over once more.
    private static string Where(UnitRow unit) => unit.EndedOn is null ? $"open and over under {unit.Parent}" : $"open and over into {unit.MergedInto}";
}
