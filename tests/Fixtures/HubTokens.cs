namespace OpsHub.Fixtures;

/// <summary>Bearer tokens, as an operator issues them.</summary>
internal static class HubTokens
{
    /// <summary>Issues a token with the <c>token issue</c> verb.</summary>
    public static async Task<string> Issue(string folder, IReadOnlyDictionary<string, string>? settings, string role, string unit, params string[] more)
    {
        var (code, text) = await HubProcess.Verb(folder, settings, ["token", "issue", "--role", role, "--unit", unit, .. more]);
        return code == 0
            ? text.Split('\n', StringSplitOptions.TrimEntries).Last(l => l.Count(c => c == '.') == 2 && !l.Contains(' ', StringComparison.Ordinal))
            : throw new InvalidOperationException(text);
    }
}
