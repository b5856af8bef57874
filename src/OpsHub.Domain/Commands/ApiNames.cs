using System.Collections.Immutable;

namespace OpsHub.Domain.Commands;

/// <summary>How the API writes the names of choices (选项名称), for inputs that a move offers.</summary>
internal static class ApiNames
{
    /// <summary>CLEAR_OWNER of ClearOwner, HOTLINE_12345 of Hotline12345.</summary>
    internal static string Of(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && (char.IsUpper(c) || (char.IsDigit(c) && !char.IsDigit(name[i - 1]))) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));

    /// <summary>All choices of a kind, in their order.</summary>
    internal static ImmutableList<string> All<TChoice>() where TChoice : struct, Enum => [.. Enum.GetNames<TChoice>().Select(Of)];
}
