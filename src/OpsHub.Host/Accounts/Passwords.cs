using System.Security.Cryptography;

namespace OpsHub.Host.Accounts;

/// <summary>Random passwords that people copy once: 20 characters, none that look alike, of every sort that an account's password needs.</summary>
internal static class Passwords
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 20;

    /// <summary>A new one.</summary>
    public static string New()
    {
        while (true)
        {
            // One in twenty has no digit, and would be refused.
            var password = RandomNumberGenerator.GetString(Letters, Length);
            if (password.Any(char.IsAsciiDigit) && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper))
                return password;
        }
    }
}
