using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Host.Jobs.Years;

/// <summary>YearEvidence (佐证汇总): every night, and at every start: what was counted up to last midnight goes into every year that takes evidence. While it is being assessed
/// that is still the year's own, with what was entered late, until the township has submitted. A022, A023.</summary>
internal sealed class YearEvidence(YearRounds rounds, IAgencyEvidence evidence)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "year-evidence";

    public async Task Run()
    {
        var today = rounds.Today;
        // What was counted since midnight already is counted up to now, or a figure that was missed would wait for the agency's next step.
        await rounds.Each(Job, await rounds.InStages([.. YearRounds.Running, AgencyYearStage.Assessing]),
            row => HasToday(row, today) ? Follow(row) : Record(row, today));
    }

    /// <summary>True once a year's evidence is counted past last midnight.</summary>
    public static bool HasToday(AgencyYearRow row, DateOnly today) => row.EvidenceOf.Values.Any(e => e.Through > LocalDay.Start(today));

    /// <summary>Counts a year through the end of the day before, at most through its own end; true where that was news.</summary>
    public Task<bool> Record(AgencyYearRow row, DateOnly today) => Count(row, LocalDay.Start(today));

    /// <summary>Counts a year up to now, at most through its own end; true where that was news.</summary>
    public Task<bool> Follow(AgencyYearRow row) => Count(row, rounds.Now);

    private async Task<bool> Count(AgencyYearRow row, DateTimeOffset now)
    {
        var end = LocalDay.Start(new(row.Year + 1, 1, 1));
        var through = now < end ? now : end;
        if (through <= LocalDay.Start(new(row.Year, 1, 1)))
            return false;
        var counted = (await evidence.Count(row.Agency, [.. row.Weights.Keys], row.Year, through)).ToImmutableSortedDictionary();
        // The same day may come to other figures, and back to these: a step was entered late. So the id names what they are compared with as well.
        var length = await rounds.LengthOf(row.Agency, row.Year);
        var print = CommandIds.Hash(JsonSerializer.Serialize(counted, DomainSerialization.Options))[..16];
        return await rounds.Do(row.Agency, row.Year, new RecordEvidence(counted), $"evidence-{LocalDay.Text(LocalDay.Of(now))}-{print}-{length}");
    }
}
