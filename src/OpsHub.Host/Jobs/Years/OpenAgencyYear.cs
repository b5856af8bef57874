using System.Globalization;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs.Years;

/// <summary>OpenAgencyYear (开启年度): on 1 January, every night for agencies that were set up since, and at every start: each agency in force has its year. Part 5.3, A037.</summary>
internal sealed class OpenAgencyYear(YearRounds rounds, IAgencyYearIndex index, IHubDirectory directory)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "open-agency-year";

    public async Task Run()
    {
        if (directory.City is not { } city)
            return;
        var year = rounds.Today.Year;
        var open = (await index.OfUnit(city, year)).Select(y => y.Agency).ToHashSet();
        var missing = directory.Descendants(city, UnitLevel.Township).SelectMany(t => directory.AgenciesOf(t.Code).Where(a => a.Host == t.Code)).Select(a => a.Code).Where(a => !open.Contains(a)).ToList();
        await rounds.Each(Job, missing, agency => rounds.Do(agency, year, new OpenYear(agency, year), string.Create(CultureInfo.InvariantCulture, $"open-year-{year}")));
    }
}
