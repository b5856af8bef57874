using OpsHub.Host.Startup;

namespace OpsHub.Host.Accounts;

/// <summary>Reads the signing key and the revoked tokens, once, before the hub takes any token.</summary>
internal sealed class TokensKnown(SigningKeys keys, Revocations revocations) : IBeforeReady
{
    private readonly Lock _gate = new();
    private Task? _reading;

    public Task Run(CancellationToken cancel)
    {
        lock (_gate)
            return _reading ??= Task.Run(() => Read(cancel), cancel);
    }

    private async Task Read(CancellationToken cancel)
    {
        await keys.Load(cancel);
        await revocations.Read(cancel);
    }
}
