using System.Globalization;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Jobs.Years;

/// <summary>What the jobs of agencies' years have in common: they go through many, some at once; one that fails holds up no other and is tried again.</summary>
internal sealed partial class YearRounds(IAgencyYearIndex index, IGrainFactory grains, IHubDirectory directory, HubClock clock, ILogger<YearRounds> logger)
{
    private const int Page = 200;

    // By then what was decided before midnight has reached the disk, on another machine too.
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);

    /// <summary>The stages of a year that is being planned or carried out.</summary>
    public static readonly AgencyYearStage[] Running =
    [
        AgencyYearStage.Opened, AgencyYearStage.DutiesListed, AgencyYearStage.PlanDrafted, AgencyYearStage.PlanSubmitted, AgencyYearStage.PlanConsented, AgencyYearStage.PartiallySigned,
        AgencyYearStage.LetterInForce,
    ];

    /// <summary>The hub's present instant.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>The local day that has begun and settled.</summary>
    public DateOnly Today => LocalDay.Of(clock.Now - Settle);

    /// <summary>All years in some stages.</summary>
    public async Task<List<AgencyYearRow>> InStages(params AgencyYearStage[] stages)
    {
        var all = new List<AgencyYearRow>();
        while (await index.InStages(stages, all.Count == 0 ? null : all[^1].Key, Page) is { Count: > 0 } part)
            all.AddRange(part);
        return all;
    }

    /// <summary>Does something for each, and again for those that failed.</summary>
    /// <param name="job">The job's name, for the log.</param>
    /// <param name="items">The items.</param>
    /// <param name="act">Does it; true where something changed.</param>
    /// <exception cref="InvalidOperationException">Some failed to the end: the scheduler runs the job again, and what is done stays done.</exception>
    public async Task Each<T>(string job, IReadOnlyCollection<T> items, Func<T, Task<bool>> act)
        where T : notnull
    {
        var changed = 0;
        var left = await Attempts.Each(items, Act, (item, error) => Failed(job, Name(item), error), clock.Time);
        if (changed > 0 || left.Count > 0)
            Done(job, items.Count, changed, left.Count);
        if (left.Count > 0)
            throw new InvalidOperationException($"{job}: {left.Count} of {items.Count} failed, {Name(left.First())} among them.");

        async Task Act(T item)
        {
            if (await act(item))
                Interlocked.Increment(ref changed);
        }
    }

    /// <summary>Gives a year the hub's own command; false where it had been given before, or the year is past the stage for it.</summary>
    public async Task<bool> Do(Domain.Hierarchy.OrganCode agency, int year, AgencyYearCommand command, string id)
    {
        var grain = grains.AgencyYear(agency, year);
        var reply = await grain.Do(command, new CommandContext(id, Actor.Hub(directory.City ?? agency.Unit.At(Domain.Hierarchy.UnitLevel.City))));
        if (reply.Refusal is not { } refusal)
            return !reply.Repeated;
        // The index tells of a year a moment late.
        return await grain.Get() is { State.Stage: var stage } && !AgencyYearTransitions.Permits(stage, command)
            ? false
            : throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
    }

    /// <summary>How many entries a year's trace has; 0 where there is none.</summary>
    public async Task<long> LengthOf(Domain.Hierarchy.OrganCode agency, int year) => (await grains.AgencyYear(agency, year).Get())?.Length ?? 0;

    private static string Name<T>(T item)
        where T : notnull => item is AgencyYearRow row ? row.Key : string.Create(CultureInfo.InvariantCulture, $"{item}");

    [LoggerMessage(LogLevel.Information, "{Job}: {Of} 个机构年度，变更 {Changed}，未成 {Failed} / {Job}: {Changed} of {Of} years changed, {Failed} failed")]
    private partial void Done(string job, int of, int changed, int failed);

    [LoggerMessage(LogLevel.Warning, "{Job}: {Year} failed; it is tried again")]
    private partial void Failed(string job, string year, Exception error);
}
