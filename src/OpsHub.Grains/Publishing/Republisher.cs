using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;

namespace OpsHub.Grains.Publishing;

/// <summary>Finds marks and makes their subjects publish again. A subject that fails backs off, is listed, and blocks nobody.</summary>
internal sealed class Republisher(IPublisher publisher, IGrainFactory grains, HubClock clock, ILogger<Republisher> logger) : IRepublisher
{
    private const int Batch = 500;
    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<string, FailingSubject> _failing = new();

    public IReadOnlyList<FailingSubject> Failing => [.. _failing.Values.OrderBy(f => f.Subject)];

    public async Task<int> Drain(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var tried = new HashSet<(string, long)>();
        var standing = 0;
        while (true)
        {
            // Each is tried once here; asking for as many more keeps marks that stand nonetheless from hiding the rest.
            var marks = await publisher.Marks(TimeSpan.Zero, Batch + standing, cancel);
            var fresh = marks.Where(m => tried.Add((m.Subject, m.Version))).ToList();
            if (fresh.Count == 0)
                return tried.Count;
            standing = marks.Count;
            await Publish(fresh, cancel);
            progress?.Report(tried.Count);
        }
    }

    /// <summary>One round over marks that have stood for a while.</summary>
    public async Task Round(TimeSpan age, CancellationToken cancel)
    {
        var now = clock.Now;
        var limit = Batch + _failing.Count;
        var marks = await publisher.Marks(age, limit, cancel);
        if (marks.Count < limit)
            Forget(marks);
        await Publish(marks.Where(m => !_failing.TryGetValue(m.Subject, out var f) || f.NextTry <= now), cancel);
    }

    // Another process, or the subject itself, may have published what failed here.
    private void Forget(IReadOnlyList<UnpublishedMark> marks)
    {
        var marked = marks.Select(m => m.Subject).ToHashSet();
        foreach (var gone in _failing.Keys.Where(s => !marked.Contains(s)))
            _failing.TryRemove(gone, out _);
    }

    private Task Publish(IEnumerable<UnpublishedMark> marks, CancellationToken cancel) => Parallel.ForEachAsync(
        marks,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (mark, _) =>
        {
            try
            {
                if (grains.Subject(mark.Subject) is not { } subject)
                    throw new InvalidOperationException("No kind of subject has this key.");
                await subject.Republish();
                _failing.TryRemove(mark.Subject, out var _);
            }
            catch (Exception error)
            {
                var attempts = _failing.TryGetValue(mark.Subject, out var before) ? before.Attempts + 1 : 1;
                var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), 300));
                _failing[mark.Subject] = new(mark.Subject, attempts, clock.Now + wait, error.Message);
                RepublisherLog.Failed(logger, mark.Subject, attempts, error);
            }
        });
}
