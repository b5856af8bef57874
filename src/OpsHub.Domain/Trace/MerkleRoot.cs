using System.Security.Cryptography;

namespace OpsHub.Domain.Trace;

/// <summary>The root of a Merkle tree (默克尔根) as RFC 6962 has it, leaf by leaf: it holds a hash a level, however many leaves.</summary>
public sealed class MerkleRoot
{
    internal const int Size = 32;

    private readonly List<byte[]?> _waiting = [];

    /// <summary>Leaves so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a chain's head.</summary>
    public void Add(SealedHead head)
    {
        var hash = new byte[Size];
        head.Leaf(hash);
        Count++;
        for (var level = 0; ; level++)
        {
            if (level == _waiting.Count)
                _waiting.Add(null);
            if (_waiting[level] is not { } left)
            {
                _waiting[level] = hash;
                return;
            }

            Join(left, hash, hash);
            _waiting[level] = null;
        }
    }

    /// <summary>The root, 64 hex digits; of no leaves the hash of nothing.</summary>
    public string Value()
    {
        byte[]? right = null;
        foreach (var left in _waiting)
        {
            if (left is null)
                continue;
            var joined = left.ToArray();
            if (right is not null)
                Join(left, right, joined);
            right = joined;
        }

        return Convert.ToHexStringLower(right ?? SHA256.HashData([]));
    }

    /// <summary>Hash of a node over its two children.</summary>
    internal static void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> node)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        SHA256.HashData(both, node);
    }
}
