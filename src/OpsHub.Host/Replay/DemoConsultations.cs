using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Replay;

/// <summary>Plays the demonstration's consultations through their real commands, entered afterwards. Command ids and instants follow from when the
/// demonstration was first begun, so a restart changes nothing.</summary>
internal sealed partial class DemoConsultations(IGrainFactory grains, IHubDirectory directory, TimeProvider time, ILogger<DemoConsultations> logger)
{
    /// <summary>Plays them; what is refused ends its own story and is logged.</summary>
    public async Task Run(DateTimeOffset began, CancellationToken cancel)
    {
        if (directory.City is not { } city)
            return;
        var stories = new DemoTalks(began).All;
        foreach (var (community, story) in Communities(city).Zip(stories))
        {
            foreach (var (n, step) in story(community).Index())
            {
                // A demonstration that is begun early in the morning has stories whose last step lies ahead: it isn't played.
                if (step.At > began || await Play(community, n, step, cancel) is not { } refusal)
                    continue;
                Refused(community.Value, step.Command.GetType().Name, refusal.En);
                break;
            }
        }
    }

    private async Task<Refusal?> Play(UnitCode community, int n, DemoStep step, CancellationToken cancel)
    {
        var by = new Actor($"replay:{step.Role}:{community}", step.Role, OrganCode.Of(community), Backdates: true);
        var key = GrainKeys.ConsultationOfCommand($"replay:{Role.CommunityParty}:{community}", "demo-0");
        var context = new CommandContext($"demo-{n}", by, step.At);
        return (await Patiently.Do(() => grains.Consultation(key).Do(step.Command, context), time, cancel)).Refusal;
    }

    // Half of them where the demonstration's leader has his console, the others elsewhere in the city.
    private IEnumerable<UnitCode> Communities(UnitCode city)
    {
        var townships = directory.Descendants(city, UnitLevel.Township);
        var near = townships.Take(1).SelectMany(t => directory.Children(t.Code)).Take(4);
        var far = townships.Skip(1).Where((_, i) => i % 12 == 11).SelectMany(t => directory.Children(t.Code).Take(1));
        return near.Concat(far).Concat(townships.Skip(1).SelectMany(t => directory.Children(t.Code))).Select(u => u.Code).Distinct();
    }

    [LoggerMessage(LogLevel.Warning, "The demonstration's consultation in {Community} stopped at {Command}: {Why}")]
    private partial void Refused(string community, string command, string why);
}
