namespace OpsHub.Benchmarks;

/// <summary>Measured times, in milliseconds.</summary>
internal static class Times
{
    /// <summary>Median, 99th percentile and the slowest, as a row tells them.</summary>
    public static string Told(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return $"p50 {sorted[sorted.Count / 2]:F1} ms, p99 {sorted[sorted.Count * 99 / 100]:F1} ms, slowest {sorted[^1]:F1} ms";
    }
}
