using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpsHub.Contracts.Surveys;

/// <summary>One-time tokens (测评码): 144 random bits, written in 24 letters. The hub keeps their SHA-256 and nothing else.</summary>
public static class SurveyToken
{
    private const int Bytes = 18;
    private const int Letters = 24;

    /// <summary>A new token and its hash.</summary>
    public static (string Token, string Hash) Make()
    {
        var secret = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(secret), Convert.ToHexStringLower(SHA256.HashData(secret)));
    }

    /// <summary>The hash of a token as it was scanned, or null where it can be none.</summary>
    public static string? HashOf(string? token)
    {
        Span<byte> secret = stackalloc byte[Bytes];
        return token?.Length == Letters && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, secret, out var length) && length == Bytes
            ? Convert.ToHexStringLower(SHA256.HashData(secret))
            : null;
    }
}
