using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Surveys;

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
/// <param name="Fixed">The figure that the policy's text gives, where another is taken only with a source; null for all others.</param>
public sealed record RuleParameter(
    string Name, string Rule, string Form, string Zh, string En, Func<RuleBook, string> Read, Func<RuleBook, string, RuleBook?> Set, Func<RuleBook, string?> Source,
    string? Fixed = null);

/// <summary>Every parameter that can be changed: those of cases, of consultations, of agencies' years, of people decisions, of surveys, of organs and establishment, of filings, and of townships' rights.</summary>
public static class RuleParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, RuleParameter> All = CaseParameters.All.Values.Select(Of).Concat(ConsultationParameters.All.Values.Select(Of))
        .Concat(AssessmentParameters.All.Values.Select(Of)).Concat(PostParameters.All.Values.Select(Of)).Concat(SurveyParameters.All.Values.Select(Of)).Concat(MandateParameters.All.Values.Select(Of))
        .Concat(EstablishmentParameters.All.Values.Select(Of)).Concat(FilingParameters.All.Values.Select(Of)).Concat(GovernanceParameters.All.Values.Select(Of))
        .ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static RuleParameter Of(CaseParameter p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Cases), (book, text) => p.Set(book.Cases, text) is { } rules ? book with { Cases = rules } : null,
        book => book.Cases.Sources.GetValueOrDefault(p.Name));

    // What was set rests on its source alone, whatever the policy's text says of the default.
    private static RuleParameter Of(ConsultationParameter p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Consultations),
        (book, text) => p.Set(book.Consultations, text) is { } rules ? book with { Consultations = rules } : null,
        book => book.Consultations.Sources.TryGetValue(p.Name, out var source) ? source : p.Text);

    // The text's own figure rests on the text, whoever set it; another rests on its source alone.
    private static RuleParameter Of(ParameterOf<AssessmentRules> p)
    {
        var written = p.Text is null ? null : p.Read(new AssessmentRules());
        return new(
            p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Assessments),
            (book, text) => p.Set(book.Assessments, text) is { } rules ? book with { Assessments = rules } : null,
            book => book.Assessments.Sources.GetValueOrDefault(p.Name) ?? (written is not null && p.Read(book.Assessments) == written ? p.Text : null), written);
    }

    private static RuleParameter Of(ParameterOf<PostRules> p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Posts), (book, text) => p.Set(book.Posts, text) is { } rules ? book with { Posts = rules } : null,
        book => book.Posts.Sources.GetValueOrDefault(p.Name));

    private static RuleParameter Of(ParameterOf<FilingRules> p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Filings), (book, text) => p.Set(book.Filings, text) is { } rules ? book with { Filings = rules } : null,
        book => book.Filings.Sources.GetValueOrDefault(p.Name));

    private static RuleParameter Of(ParameterOf<GovernanceRules> p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Governance), (book, text) => p.Set(book.Governance, text) is { } rules ? book with { Governance = rules } : null,
        book => book.Governance.Sources.GetValueOrDefault(p.Name));

    private static RuleParameter Of(ParameterOf<SurveyRules> p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Surveys), (book, text) => p.Set(book.Surveys, text) is { } rules ? book with { Surveys = rules } : null,
        book => book.Surveys.Sources.GetValueOrDefault(p.Name));

    private static RuleParameter Of(ParameterOf<MandateRules> p) => new(
        p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Mandates), (book, text) => p.Set(book.Mandates, text) is { } rules ? book with { Mandates = rules } : null,
        book => book.Mandates.Sources.GetValueOrDefault(p.Name));
    // As in agencies' years: the text's own figure rests on the text, another on its source alone.
    private static RuleParameter Of(ParameterOf<EstablishmentRules> p)
    {
        var written = p.Text is null ? null : p.Read(new EstablishmentRules());
        return new(
            p.Name, p.Rule, p.Form, p.Zh, p.En, book => p.Read(book.Establishments), (book, text) => p.Set(book.Establishments, text) is { } rules ? book with { Establishments = rules } : null,
            book => book.Establishments.Sources.GetValueOrDefault(p.Name) ?? (written is not null && p.Read(book.Establishments) == written ? p.Text : null), written);
    }
}
