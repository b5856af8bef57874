using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OpsHub.Domain.Commands;

/// <summary>Lists of texts as one row of bytes: each text after its length in UTF-16 code units and a colon, in UTF-8. No two lists give the same bytes.</summary>
internal static class LengthPrefixed
{
    private const int LongestLength = 11;

    /// <summary>SHA-256 of the bytes; into <paramref name="hash"/>, 32 bytes.</summary>
    /// <param name="first">Bytes that go before, none for most.</param>
    /// <param name="parts">The texts.</param>
    /// <param name="hash">Where the hash goes.</param>
    public static void Sha256(ReadOnlySpan<byte> first, ReadOnlySpan<string> parts, Span<byte> hash)
    {
        var most = first.Length;
        foreach (var part in parts)
            most += LongestLength + Encoding.UTF8.GetMaxByteCount(part.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        first.CopyTo(buffer);
        var length = first.Length;
        foreach (var part in parts)
        {
            part.Length.TryFormat(buffer.AsSpan(length), out var digits, provider: System.Globalization.CultureInfo.InvariantCulture);
            buffer[length + digits] = (byte)':';
            length += digits + 1;
            length += Encoding.UTF8.GetBytes(part, buffer.AsSpan(length));
        }

        SHA256.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
