namespace OpsHub.GraphQL.Streams;

/// <summary>What several subscribers share: it ends with the last of them, and whoever comes after that finds another.</summary>
internal abstract class Joined
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private int _joined;

    /// <summary>Cancelled once nobody shares it any more.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Joins; false when it has ended.</summary>
    public bool TryJoin(out bool isFirst)
    {
        lock (_gate)
        {
            isFirst = _joined == 0;
            if (_ended.IsCancellationRequested)
                return false;
            _joined++;
            return true;
        }
    }

    /// <summary>Leaves.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (--_joined == 0)
                _ended.Cancel();
        }
    }
}
