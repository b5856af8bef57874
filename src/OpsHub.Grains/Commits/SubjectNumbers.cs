using System.Collections.Concurrent;
using System.Globalization;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Commits;

/// <summary>Hands out the numbers that people read, from small blocks taken for this process: unique, gaps allowed, order approximate, never a key.</summary>
/// <param name="publisher">Where blocks come from.</param>
/// <param name="prefix">What numbers of this kind of subject begin with, so that no two kinds share one.</param>
internal abstract class SubjectNumbers(IPublisher publisher, string prefix) : IDisposable
{
    private const int BlockSize = 200;

    private readonly ConcurrentDictionary<string, (long Next, long End)> _blocks = new();
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The next number of a city and year, e.g. <c>4302-2026-000123</c>.</summary>
    public async ValueTask<string> Next(UnitCode city, DateTimeOffset at)
    {
        var series = $"{prefix}{city}-{LocalDay.Of(at).Year}";
        await _gate.WaitAsync();
        try
        {
            var (next, end) = _blocks.GetValueOrDefault(series);
            if (next == end)
            {
                next = await publisher.TakeNumbers($"numbers-{series}", BlockSize);
                end = next + BlockSize;
            }

            _blocks[series] = (next + 1, end);
            return string.Create(CultureInfo.InvariantCulture, $"{series}-{next:D6}");
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
