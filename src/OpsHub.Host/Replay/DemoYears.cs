using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Replay;

/// <summary>Plays the demonstration's years of stationed agencies through their real commands, entered afterwards. Command ids and instants follow from when the
/// demonstration was first begun, so a restart changes nothing.</summary>
internal sealed partial class DemoYears(IGrainFactory grains, IHubDirectory directory, TimeProvider time, ILogger<DemoYears> logger)
{
    // The sample stream is entered at the same time: this one may take a while.
    private const int AtOnce = 2;

    /// <summary>The leader's township: its former year up to the publication, and the present one.</summary>
    public async Task Near(DateTimeOffset began, CancellationToken cancel)
    {
        var tales = new DemoYearTales(began);
        foreach (var (variant, agency) in Agencies().Where(a => a.Township == 0).Select(a => (a.Place, a.Agency)))
        {
            await Play(agency, tales.Year - 1, tales.Former(agency.Code, variant), began, cancel);
            await Play(agency, tales.Year, tales.Present(agency.Code, DemoYearTales.TaleOf(0, variant), variant), began, cancel);
        }
    }

    /// <summary>All others: the present year.</summary>
    public async Task Far(DateTimeOffset began, CancellationToken cancel)
    {
        var tales = new DemoYearTales(began);
        await Parallel.ForEachAsync(
            Agencies().Where(a => a.Township > 0), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (a, stop) => await Play(a.Agency, tales.Year, tales.Present(a.Agency.Code, DemoYearTales.TaleOf(a.Township, a.Place), a.Place), began, stop));
    }

    private IEnumerable<(int Township, int Place, AgencyRow Agency)> Agencies() => directory.City is not { } city ? [] : directory.Descendants(city, UnitLevel.Township)
        .SelectMany((township, t) => directory.AgenciesOf(township.Code).Where(a => a.Generated && a.Host == township.Code).Select((agency, i) => (t, i, agency)));

    // What is refused ends its own story and is logged. A demonstration that is begun early in the year has steps that lie ahead: they aren't played.
    private async Task Play(AgencyRow agency, int year, IEnumerable<DemoYearStep> steps, DateTimeOffset began, CancellationToken cancel)
    {
        foreach (var (n, step) in steps.TakeWhile(s => s.At <= began).Index())
        {
            var context = new CommandContext($"demo-{n}", By(agency, step.By), step.At);
            var reply = await Patiently.Do(() => grains.AgencyYear(agency.Code, year).Do(step.Command, context), time, cancel);
            if (reply.Refusal is not { } refusal)
                continue;
            Refused(agency.Code.Value, year, step.Command.GetType().Name, refusal.En);
            break;
        }
    }

    private static Actor By(AgencyRow agency, YearParty party) => party switch
    {
        YearParty.Hub => Actor.Hub(agency.Host.At(UnitLevel.City)) with { Backdates = true },
        YearParty.Agency => Of(Role.AgencyStaff, agency.Code),
        YearParty.Department => Of(Role.Department, agency.Department),
        YearParty.Host => Of(Role.TownshipGovernment, OrganCode.Of(agency.Host)),
        _ => Of(Role.PerformanceOrgan, OrganCode.Of(agency.Host.At(UnitLevel.County))),
    };

    private static Actor Of(Role role, OrganCode organ) => new($"replay:{role}:{organ}", role, organ, Backdates: true);

    [LoggerMessage(LogLevel.Warning, "The demonstration's year {Year} of {Agency} stopped at {Command}: {Why}")]
    private partial void Refused(string agency, int year, string command, string why);
}
