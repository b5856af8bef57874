using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Notices;

/// <summary>Says which organs were told something: one look a second at what was handed out, however many listen, and none while nobody does.</summary>
internal sealed partial class ToldOrgans(INoticeLists notices, HubClock clock, ILogger<ToldOrgans> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<OrganCode, Listened> _listened = new();
    private NoticePlace? _seen;

    /// <summary>Listens to an organ; give it back with <see cref="Leave"/>.</summary>
    public Signal Join(OrganCode organ)
    {
        while (true)
        {
            var listened = _listened.GetOrAdd(organ, _ => new());
            lock (listened)
            {
                if (listened.IsGone)
                    continue;
                listened.Count++;
                return listened.Told;
            }
        }
    }

    public void Leave(OrganCode organ)
    {
        if (!_listened.TryGetValue(organ, out var listened))
            return;
        lock (listened)
        {
            if (--listened.Count > 0)
                return;
            listened.IsGone = true;
            _listened.TryRemove(new(organ, listened));
        }
    }

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancel)
    {
        if (_listened.IsEmpty)
        {
            _seen = null;
            return;
        }

        var newest = await notices.Newest(cancel).ConfigureAwait(false);
        if (newest == _seen)
            return;
        // Whoever joined while nobody looked may have missed something: all are woken the first time.
        var told = _seen is { } seen ? await notices.Recipients(seen, cancel).ConfigureAwait(false) : [.. _listened.Keys];
        _seen = newest;
        foreach (var organ in told)
        {
            if (_listened.TryGetValue(organ, out var listened))
                listened.Told.Set();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was handed out could not be read; live notices wait")]
    private partial void Failed(Exception failure);

    private sealed class Listened
    {
        public Signal Told { get; } = new();

        public int Count { get; set; }

        public bool IsGone { get; set; }
    }
}
