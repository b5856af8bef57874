using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Jobs.Years;

/// <summary>How a job goes through the counties of the city: one that fails holds up no other and is tried again.</summary>
internal static class CountyRounds
{
    /// <summary>Does something for each county.</summary>
    /// <param name="directory">The hierarchy; nothing is done before there is a city.</param>
    /// <param name="job">Name of the job, for the failure.</param>
    /// <param name="act">Does it, for a county of a city; what is done stays done when it is asked again.</param>
    /// <param name="failed">Hears of each failure.</param>
    /// <param name="time">The clock of waits.</param>
    /// <exception cref="InvalidOperationException">Some failed to the end: the scheduler runs it again.</exception>
    public static async Task Each(this IHubDirectory directory, string job, Func<UnitCode, UnitCode, Task> act, Action<string, Exception> failed, TimeProvider time)
    {
        if (directory.City is not { } city)
            return;
        var counties = directory.Descendants(city, UnitLevel.County).Select(c => c.Code).ToList();
        var left = await Attempts.Each(counties, county => act(county, city), (county, error) => failed(county.Value, error), time);
        if (left.Count > 0)
            throw new InvalidOperationException($"{job}: {left.Count} of {counties.Count} counties failed, {left.First()} among them.");
    }
}
