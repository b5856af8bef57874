namespace OpsHub.Host.Startup;

/// <summary>Something that must have been done before the hub is ready, after the rungs.</summary>
internal interface IBeforeReady
{
    Task Run(CancellationToken cancel);
}
