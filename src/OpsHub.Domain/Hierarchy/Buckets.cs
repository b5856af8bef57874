using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Counts by an ordered key (a minute, an hour, a day). Immutable; keys ascend and no count is zero.
/// Flat arrays, because a city's due minutes are merged many times a second.</summary>
[JsonConverter(typeof(BucketsJson))]
public sealed class Buckets : IEquatable<Buckets>
{
    /// <summary>No counts.</summary>
    public static readonly Buckets Empty = new([], []);

    private readonly long[] _keys;
    private readonly int[] _counts;

    private Buckets(long[] keys, int[] counts)
    {
        _keys = keys;
        _counts = counts;
    }

    /// <summary>How many keys have a count.</summary>
    public int Length => _keys.Length;

    /// <summary>The keys with their counts, ascending.</summary>
    public IEnumerable<KeyValuePair<long, int>> Pairs => _keys.Zip(_counts, KeyValuePair.Create);

    /// <summary>The keys alone, ascending.</summary>
    public ReadOnlySpan<long> Keys => _keys;

    /// <summary>The counts alone, in the order of their keys.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Builds from what <see cref="Keys"/> and <see cref="Counts"/> gave, without sorting again.</summary>
    /// <exception cref="ArgumentException">Keys do not ascend, or lengths differ.</exception>
    public static Buckets FromSorted(ReadOnlySpan<long> keys, ReadOnlySpan<int> counts)
    {
        if (keys.Length != counts.Length)
            throw new ArgumentException("Keys and counts differ in length.", nameof(counts));
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] <= keys[i - 1])
                throw new ArgumentException("Keys do not ascend.", nameof(keys));
        }

        return keys.Length == 0 ? Empty : new(keys.ToArray(), counts.ToArray());
    }

    /// <summary>Builds from pairs in any order; equal keys are added up.</summary>
    public static Buckets From(IEnumerable<KeyValuePair<long, int>> pairs)
    {
        var sums = new SortedDictionary<long, int>();
        foreach (var (key, count) in pairs)
            sums[key] = sums.GetValueOrDefault(key) + count;
        var kept = sums.Where(p => p.Value != 0).ToArray();
        return kept.Length == 0 ? Empty : new([.. kept.Select(p => p.Key)], [.. kept.Select(p => p.Value)]);
    }

    /// <summary>A single count.</summary>
    public static Buckets One(long key, int count = 1) => count == 0 ? Empty : new([key], [count]);

    /// <summary>The count at a key, zero if none.</summary>
    public int At(long key)
    {
        var i = Array.BinarySearch(_keys, key);
        return i < 0 ? 0 : _counts[i];
    }

    /// <summary>The sum over keys from <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int Sum(long from = long.MinValue, long to = long.MaxValue)
    {
        var sum = 0;
        for (var i = Lower(from); i < _keys.Length && _keys[i] <= to; i++)
            sum += _counts[i];
        return sum;
    }

    /// <summary>Adds another's counts.</summary>
    public Buckets Plus(Buckets other) => Merge(other, 1);

    /// <summary>Subtracts another's counts.</summary>
    public Buckets Minus(Buckets other) => Merge(other, -1);

    /// <summary>All counts up to and including <paramref name="key"/> gathered under <paramref name="at"/>, which must not be above it.</summary>
    public Buckets GatherThrough(long key, long at)
    {
        if (_keys.Length == 0 || _keys[0] > key || (_keys[0] == at && (_keys.Length == 1 || _keys[1] > key)))
            return this;
        return From([KeyValuePair.Create(at, Sum(to: key)), .. Pairs.Where(p => p.Key > key)]);
    }

    /// <summary>Without the counts below a key.</summary>
    public Buckets DropBelow(long key) => _keys.Length == 0 || _keys[0] >= key ? this : From(Pairs.Where(p => p.Key >= key));

    /// <inheritdoc />
    public bool Equals(Buckets? other) =>
        other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _counts.AsSpan().SequenceEqual(other._counts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Buckets);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_keys.Length, _keys.Length == 0 ? 0 : _keys[0], Sum());

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', Pairs.Select(p => $"{p.Key}:{p.Value}"));

    private int Lower(long key)
    {
        var i = Array.BinarySearch(_keys, key);
        return i < 0 ? ~i : i;
    }

    private Buckets Merge(Buckets other, int sign)
    {
        if (other._keys.Length == 0)
            return this;
        var keys = new long[_keys.Length + other._keys.Length];
        var counts = new int[keys.Length];
        int a = 0, b = 0, n = 0;
        while (a < _keys.Length || b < other._keys.Length)
        {
            var takeA = b == other._keys.Length || (a < _keys.Length && _keys[a] <= other._keys[b]);
            var takeB = a == _keys.Length || (b < other._keys.Length && other._keys[b] <= _keys[a]);
            var key = takeA ? _keys[a] : other._keys[b];
            var count = (takeA ? _counts[a++] : 0) + (takeB ? sign * other._counts[b++] : 0);
            if (count == 0)
                continue;
            keys[n] = key;
            counts[n++] = count;
        }

        return n == 0 ? Empty : new(keys[..n], counts[..n]);
    }

    /// <summary>Writes <c>[[key,count],…]</c>.</summary>
    private sealed class BucketsJson : JsonConverter<Buckets>
    {
        public override Buckets Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            From((JsonSerializer.Deserialize<long[][]>(ref reader, options) ?? []).Select(p => KeyValuePair.Create(p[0], (int)p[1])));

        public override void Write(Utf8JsonWriter writer, Buckets value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var (key, count) in value.Pairs)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(key);
                writer.WriteNumberValue(count);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }
    }
}
