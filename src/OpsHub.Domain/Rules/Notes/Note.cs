using System.Collections.Immutable;

namespace OpsHub.Domain.Rules.Notes;

/// <summary>What a word of the hub means (说明): a mark, a counter, the code of a refusal. Data, in both languages.</summary>
/// <param name="Name">The word.</param>
/// <param name="Rules">Rule ids it rests on, e.g. <c>G046</c>.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record Note(string Name, ImmutableList<string> Rules, string Zh, string En)
{
    internal static ImmutableSortedDictionary<string, Note> Table(params (string Name, string Rules, string Zh, string En)[] rows) => rows.ToImmutableSortedDictionary(
        r => r.Name, r => new Note(r.Name, [.. r.Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries)], r.Zh, r.En), StringComparer.Ordinal);
}
