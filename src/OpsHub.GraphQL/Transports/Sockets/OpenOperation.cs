namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>An operation that a client may stop, also in the very moment it ends.</summary>
internal sealed class OpenOperation : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancel;
    private bool _ended;

    public OpenOperation(string id, CancellationToken closing)
    {
        Id = id;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(closing);
        Token = _cancel.Token;
    }

    public string Id { get; }

    public CancellationToken Token { get; }

    public void Cancel()
    {
        lock (_gate)
        {
            if (!_ended)
                _ = _cancel.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _cancel.Dispose();
        }
    }
}
