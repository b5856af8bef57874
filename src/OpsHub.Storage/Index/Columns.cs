using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>How values lie in columns: instants as UTC ticks, days as day numbers, truth as 0 and 1, lists of codes between bars,
/// counts by minute as 29600000:1 with blanks between.</summary>
internal static class Columns
{
    /// <summary>Stands for no due instant, and for the end of an open case's counting: sorts after everything.</summary>
    public const long Never = long.MaxValue;

    public static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    public static long Ticks(DateTimeOffset instant) => instant.UtcTicks;

    public static long Flag(bool value) => value ? 1 : 0;

    public static long? MaybeFlag(bool? value) => value is { } known ? Flag(known) : null;

    public static string Codes(IEnumerable<OrganCode> codes) => string.Join('|', codes.Select(c => c.Value));

    public static ImmutableList<OrganCode> Organs(string codes) => [.. Split(codes).Select(c => new OrganCode(c))];

    public static ImmutableList<UnitCode> Units(string codes) => [.. Split(codes).Select(c => new UnitCode(c))];

    public static string Codes(IEnumerable<string> codes) => string.Join('|', codes);

    public static ImmutableList<string> Texts(string codes) => [.. Split(codes)];

    public static string Counts(Buckets counts) => counts.ToString();

    public static Buckets Counts(string counts) => counts.Length == 0 ? Buckets.Empty : Buckets.From(counts.Split(' ').Select(pair =>
        pair.IndexOf(':') is var colon ? KeyValuePair.Create(long.Parse(pair.AsSpan(0, colon), CultureInfo.InvariantCulture), int.Parse(pair.AsSpan(colon + 1), CultureInfo.InvariantCulture)) : default));

    private static string[] Split(string codes) => codes.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
