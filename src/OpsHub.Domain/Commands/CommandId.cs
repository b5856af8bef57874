namespace OpsHub.Domain.Commands;

/// <summary>A command's identity (命令编号). It belongs to its principal: nobody receives another's answer.</summary>
public static class CommandIds
{
    /// <summary>The longest command id a caller may choose, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The stored key: SHA-256 over principal and command id, in 64 lower-case hex digits.</summary>
    public static string Key(string principal, string commandId) => Hash(principal, commandId);

    /// <summary>SHA-256 over parts, each preceded by its length, so that no two lists of parts collide.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        LengthPrefixed.Sha256([], parts, hash);
        return Convert.ToHexStringLower(hash);
    }
}
