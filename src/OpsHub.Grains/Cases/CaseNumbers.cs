using System.Collections.Concurrent;
using System.Globalization;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Cases;

/// <summary>Hands out the numbers that people read (案件编号), from small blocks taken for this process:
/// unique, gaps allowed, order approximate, never a key.</summary>
internal sealed class CaseNumbers(IPublisher publisher) : IDisposable
{
    private const int BlockSize = 200;

    private readonly ConcurrentDictionary<string, (long Next, long End)> _blocks = new();
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The next number of a city and year, e.g. <c>4302-2026-000123</c>.</summary>
    public async ValueTask<string> Next(UnitCode city, DateTimeOffset at)
    {
        var series = $"{city}-{LocalDay.Of(at).Year}";
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
