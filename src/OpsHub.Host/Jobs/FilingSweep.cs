using System.Globalization;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs;

/// <summary>Every morning, and at every start: each county and township in force has its record of filings, what it owes among them; what a unit that ended owed falls away,
/// and a township that was set up owes detailed rules. A second run, or a second process, changes nothing. A042, A047, A048, R019, T111.</summary>
internal sealed partial class FilingSweep(IGrainFactory grains, IFilingIndex index, IHubDirectory directory, HubClock clock, ILogger<FilingSweep> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "filing-sweep";

    private const int Page = 200;

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var units = new[] { UnitLevel.County, UnitLevel.Township }.SelectMany(l => directory.Descendants(city, l)).Select(u => u.Code).ToHashSet();
        var known = new List<string>();
        while (await index.WithTerms(known.Count == 0 ? null : known[^1], Page) is { Count: > 0 } part)
            known.AddRange(part);
        units.UnionWith(known.Select(GrainKeys.UnitOf));
        var changed = 0;
        var left = await Attempts.Each(units, Review, (unit, error) => Failed(logger, unit.Value, error), clock.Time);
        Done(logger, units.Count, changed, left.Count);
        if (left.Count > 0) // the scheduler runs it again; what was reviewed changes nothing then
            throw new InvalidOperationException($"The filings of {left.Count} units could not be reviewed, {left.First()} among them.");

        async Task Review(UnitCode unit)
        {
            var grain = grains.Filings(unit);
            var length = (await grain.Get())?.Length ?? 0;
            var reply = await grain.Do(new ReviewFilings(), new CommandContext(string.Create(CultureInfo.InvariantCulture, $"review-{length}"), Actor.Hub(city)));
            if (reply.Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
            if (reply.Sequence > length && !reply.Repeated)
                Interlocked.Increment(ref changed);
        }
    }

    [LoggerMessage(LogLevel.Information, "制度备案：已核对 {Of} 个单位，变更 {Changed} 个，{Failed} 个未成 / Filings: {Of} units reviewed, {Changed} changed, {Failed} failed")]
    private static partial void Done(ILogger logger, int of, int changed, int failed);

    [LoggerMessage(LogLevel.Warning, "The filings of {Unit} could not be reviewed; it is tried again")]
    private static partial void Failed(ILogger logger, string unit, Exception error);
}
