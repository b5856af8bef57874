using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Host.Seeds;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Before the hub is ready: every change of the rules is known here, so that no answer shows what the hub came with as if it held.</summary>
internal sealed class RulesKnown(IRuleBook rules, IHubDirectory directory, HubClock clock) : IBeforeReady
{
    public Task Run(CancellationToken cancel) => directory.City is { } city
        ? Patiently.Call(() => rules.Know(1, city).AsTask(), clock.Time, cancel)
        : Task.CompletedTask;
}
