using OpsHub.Contracts.Publishing;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Marked subjects are to be published again.</summary>
internal sealed record RepublishRequest;

/// <summary>Publishes every marked subject and lists those that fail.</summary>
internal sealed class RepublishOperation(IRepublisher republisher, IPublisher publisher) : IOperation<RepublishRequest>
{
    public async Task<int> Run(RepublishRequest request, IOperationOutput output, CancellationToken cancel)
    {
        var marks = await publisher.CountMarks(cancel);
        var published = await republisher.Drain(new Told(output, marks), cancel);
        foreach (var failing in republisher.Failing)
            output.Line($"{failing.Subject}: {failing.Attempts} × {failing.Error}");
        output.Line($"补发布 {published} 个，失败 {republisher.Failing.Count} 个 / {published} published again, {republisher.Failing.Count} failing");
        return republisher.Failing.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private sealed class Told(IOperationOutput output, int of) : IProgress<int>
    {
        public void Report(int value) => output.Progress(value, of);
    }
}
