using System.Security.Claims;
using GraphQL;
using Microsoft.Extensions.Options;

namespace OpsHub.GraphQL.Transports.Execution;

/// <summary>How many sockets and event streams each caller has open.</summary>
internal sealed class OpenStreams(IOptions<GraphQLLimits> limits, IOptions<GraphQLSeams> seams)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>How many callers have any.</summary>
    public int Callers
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }

    /// <summary>Counts one more until it is disposed; null when the caller has too many.</summary>
    public IDisposable? Enter(ClaimsPrincipal user)
    {
        var caller = seams.Value.CallerKey(user);
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(caller);
            if (open >= limits.Value.MaxStreamsPerCaller)
                return null;
            _open[caller] = open + 1;
        }

        return new Entered(this, caller);
    }

    private void Leave(string caller)
    {
        lock (_gate)
        {
            if (_open[caller] == 1)
                _open.Remove(caller);
            else
                _open[caller]--;
        }
    }

    private sealed class Entered(OpenStreams owner, string caller) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                owner.Leave(caller);
        }
    }
}

/// <summary>The caller does too much at once: again in a second.</summary>
internal sealed class BusyError : ExecutionError
{
    public BusyError(string message) : base(message) => Code = "RETRY_LATER";

    public static BusyError Rate() => new("You start operations faster than you may. Try again in a second.");

    public static BusyError Places() => new("The hub is overloaded. Try again in a second.");

    public static BusyError Streams(int most) => new($"You have {most} sockets and streams open, which is all you may. Close one first.");
}
