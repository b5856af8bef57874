using System.Collections.Concurrent;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Replay;

/// <summary>Plays the demonstration's years of stationed agencies through their real commands, entered afterwards. Command ids and instants follow from when the
/// demonstration was first begun, so a restart changes nothing.</summary>
internal sealed partial class DemoYears(IGrainFactory grains, IHubDirectory directory, TimeProvider time, ILogger<DemoYears> logger)
{
    // The sample stream is entered at the same time: this one may take a while.
    private const int AtOnce = 2;

    private readonly ConcurrentQueue<string> _stopped = new();

    /// <summary>Opens every agency's present year, before the hub's own job does so at the present instant; then the leader's township, whose former year goes up to the publication.</summary>
    public async Task Near(DateTimeOffset began, CancellationToken cancel)
    {
        var tales = new DemoYearTales(began);
        await Each(Agencies(), (a, stop) => Play(a.Agency, tales.Year, tales.Present(a.Agency.Code, DemoYearTale.Opened, a.Place), began, stop), cancel);
        await Each(Agencies().Where(a => a.Township == 0), async (a, stop) =>
        {
            await Play(a.Agency, tales.Year - 1, tales.Former(a.Agency.Code, a.Place), began, stop);
            await Present(tales, a, began, stop);
        }, cancel);
    }

    /// <summary>Both years of the agency that serves several townships.</summary>
    public async Task OfArea(DemoArea area, DateTimeOffset began, CancellationToken cancel)
    {
        if (directory.Agency(area.Agency) is not { } agency)
            return;
        var tales = new DemoYearTales(began);
        await Play(agency, tales.Year, tales.Present(agency.Code, DemoYearTale.Whole, 0, area), began, cancel);
        await Play(agency, tales.Year - 1, tales.Former(agency.Code, 1, area), began, cancel);
    }

    /// <summary>All others: the present year.</summary>
    public async Task Far(DateTimeOffset began, CancellationToken cancel)
    {
        var tales = new DemoYearTales(began);
        await Each(Agencies().Where(a => a.Township > 0), (a, stop) => Present(tales, a, began, stop), cancel);
        if (_stopped.TryPeek(out var first))
            Stopped(_stopped.Count, first);
    }

    private Task Present(DemoYearTales tales, (int Township, int Place, AgencyRow Agency) a, DateTimeOffset began, CancellationToken cancel) =>
        Play(a.Agency, tales.Year, tales.Present(a.Agency.Code, DemoYearTales.TaleOf(a.Township, a.Place), a.Place), began, cancel);

    private static Task Each<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> act, CancellationToken cancel) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, stop) => await act(item, stop));

    private IEnumerable<(int Township, int Place, AgencyRow Agency)> Agencies() => directory.City is not { } city ? [] : directory.Descendants(city, UnitLevel.Township)
        .SelectMany((township, t) => directory.AgenciesOf(township.Code).Where(a => a.Generated && a.Host == township.Code && a.Served.Count == 1).Select((agency, i) => (t, i, agency)));

    // What is refused ends its own story. A demonstration that is begun early in the year has steps that lie ahead: they aren't played.
    private async Task Play(AgencyRow agency, int year, IEnumerable<DemoYearStep> steps, DateTimeOffset began, CancellationToken cancel)
    {
        foreach (var (n, step) in steps.TakeWhile(s => s.At <= began).Index())
        {
            var context = new CommandContext($"demo-{n}", By(agency, step.By), step.At);
            if ((await Patiently.Do(() => grains.AgencyYear(agency.Code, year).Do(step.Command, context), time, cancel)).Refusal is not { } refusal)
                continue;
            _stopped.Enqueue($"{agency.Code} {year}, {step.Command.GetType().Name}: {refusal.En}");
            break;
        }
    }

    /// <summary>Who acts for a party of an agency's year.</summary>
    internal static Actor By(AgencyRow agency, YearParty party) => party switch
    {
        YearParty.Hub => Actor.Hub(agency.Host.At(UnitLevel.City)) with { Backdates = true },
        YearParty.Agency => Of(Role.AgencyStaff, agency.Code),
        YearParty.Department => Of(Role.Department, agency.Department),
        YearParty.Host => Of(Role.TownshipGovernment, OrganCode.Of(agency.Host)),
        YearParty.Second or YearParty.Third => Of(Role.TownshipGovernment, OrganCode.Of(agency.Served.Where(t => t != agency.Host).ElementAt(party - YearParty.Second))),
        YearParty.OrganisationDepartment => Of(Role.OrganisationDepartment, OrganCode.Of(agency.Host.At(UnitLevel.County))),
        _ => Of(Role.PerformanceOrgan, OrganCode.Of(agency.Host.At(UnitLevel.County))),
    };

    private static Actor Of(Role role, OrganCode organ) => new($"replay:{role}:{organ}", role, organ, Backdates: true);

    [LoggerMessage(LogLevel.Warning, "{Count} of the demonstration's years stopped before their end, the first: {First}")]
    private partial void Stopped(int count, string first);
}
