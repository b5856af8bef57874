using System.Collections.Immutable;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Rules;

/// <summary>A parameter of part 5.2, whatever goes by it (参数).</summary>
/// <param name="Name">Name, as part 5.2 has it.</param>
/// <param name="Rule">Rule or row it belongs to.</param>
/// <param name="Form">How a value is written, for people.</param>
/// <param name="Zh">What it means, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Read">The value in force as text.</param>
/// <param name="Set">The rules with another value; null where the text is none.</param>
/// <param name="Source">Where the value in force is written; null where it is assumed.</param>
public sealed record RuleParameter(
    string Name, string Rule, string Form, string Zh, string En, Func<RuleBook, string> Read, Func<RuleBook, string, RuleBook?> Set, Func<RuleBook, string?> Source);

/// <summary>Every parameter that can be changed: those of cases and those of consultations.</summary>
public static class RuleParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, RuleParameter> All = CaseParameters.All.Values.Select(Of).Concat(ConsultationParameters.All.Values.Select(Of))
        .ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static RuleParameter Of(CaseParameter p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Cases), (book, text) => p.Set(book.Cases, text) is { } rules ? book with { Cases = rules } : null,
        book => book.Cases.Sources.GetValueOrDefault(p.Name));

    // What was set rests on its source alone, whatever the policy's text says of the default.
    private static RuleParameter Of(ConsultationParameter p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Consultations),
        (book, text) => p.Set(book.Consultations, text) is { } rules ? book with { Consultations = rules } : null,
        book => book.Consultations.Sources.TryGetValue(p.Name, out var source) ? source : p.Text);
}
