using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Jobs.Years;

/// <summary>YearSnapshots (月度、季度快照): every night, and at every start: each month and quarter that has ended has a snapshot of each year that was open by then, from the
/// trace, however late it is taken, with the evidence of its last day. The first one stays.</summary>
internal sealed class YearSnapshots(YearRounds rounds, YearEvidence evidence, IAgencyYearIndex index, IGrainFactory grains)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "year-snapshots";

    private const int Slice = 200;

    public async Task Run()
    {
        var settled = Domain.Calendars.LocalDay.Start(rounds.Today);
        await rounds.Each(Job, await rounds.InStages(Enum.GetValues<AgencyYearStage>()), row => Take(row, settled));
    }

    /// <summary>Takes the snapshots of a year that are missing; true where there were any.</summary>
    public async Task<bool> Take(AgencyYearRow row, DateTimeOffset settled)
    {
        var kept = (await index.Snapshots(row.Agency, row.Year)).Select(s => s.Period).ToHashSet();
        var missing = SnapshotPeriod.Ended(row.Year, settled).FindAll(p => !kept.Contains(p.Name));
        if (missing.IsEmpty)
            return false;
        var grain = grains.AgencyYear(row.Agency, row.Year);
        // Of a year that was opened after a period there is none, and nothing more to be read.
        if ((await grain.Trace(0, 1)).Entries is not [var first] || missing.FindAll(p => first.At < p.End) is not { IsEmpty: false } owed)
            return false;
        // The night's own count comes after this, or a period that ended while the hub was down would lack its last days.
        foreach (var end in owed.Select(p => p.End).Distinct())
            await evidence.Record(row, Domain.Calendars.LocalDay.Of(end));
        var trace = (await Read(grain)).ConvertAll(e => JsonSerializer.Deserialize<AgencyYearEvent>(e.Content, DomainSerialization.Options)!);
        var changed = false;
        foreach (var snapshot in owed.ConvertAll(p => YearSnapshot.From(trace, p)).OfType<YearSnapshot>())
            changed |= await index.Keep(snapshot, row.Year);
        return changed;
    }

    private static async Task<List<TraceEntry>> Read(IAgencyYearGrain grain)
    {
        var all = new List<TraceEntry>();
        while (await grain.Trace(all.Count, Slice) is { Entries: { Count: > 0 } part })
            all.AddRange(part);
        return all;
    }
}
