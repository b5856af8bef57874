using System.Globalization;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Schemes;

namespace OpsHub.Host.Jobs.Years;

/// <summary>OpenTownshipComprehensive (启动乡镇综合考核): on 1 January, every hour, and at every start: a county without a comprehensive scheme of its townships for the year is
/// reminded, once a county and year whatever dies in between; once the scheme is made, the term that ran for it ends. Part 5.3, T016.</summary>
internal sealed partial class OpenTownshipComprehensive(ISchemeIndex schemes, IGrainFactory grains, IHubDirectory directory, HubClock clock, ILogger<OpenTownshipComprehensive> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "open-township-comprehensive";

    // The year before may still owe its scheme, which is noted as late.
    private const int Years = 2;

    public Task Run() => directory.Each(Job, See, Failed, clock.Time);

    private async Task See(UnitCode county, UnitCode city)
    {
        var grain = grains.Mandates(county);
        var (year, reminded) = (LocalDay.Of(clock.Now).Year, (await grain.Get())?.State.Schemes ?? []);
        foreach (var one in Enumerable.Range(year - Years + 1, Years))
        {
            var open = reminded.Find(r => r.Year == one);
            if (open is { MadeAt: not null } || (open is null && one != year))
                continue;
            var made = (await schemes.OfCounty(county, one)).FirstOrDefault(r => r.Scheme.Target == SchemeTarget.Townships);
            MandateCommand? owed = (open, made) switch
            {
                (null, null) => new RemindOfScheme(one),
                ({ }, { } row) => new NoteScheme(one, row.Scheme.CreatedAt),
                _ => null,
            };
            // The id is the county's and year's: whoever asks, and however often, it happens once.
            if (owed is not null && (await grain.Do(owed, new CommandContext(string.Create(CultureInfo.InvariantCulture, $"{owed.GetType().Name}-{one}"), Actor.Hub(city)))).Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal.Code}: {refusal.En}");
        }
    }

    [LoggerMessage(LogLevel.Warning, "open-township-comprehensive: {County} failed; it is tried again")]
    private partial void Failed(string county, Exception error);
}
