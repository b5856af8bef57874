using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>What a term's length rests on (期限依据).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BasisKind>))]
public enum BasisKind
{
    /// <summary>The policy's own text (文件规定).</summary>
    Text,

    /// <summary>Our default (本系统默认值): the text gives no figure. Never shown as the law.</summary>
    Assumed,
}

/// <summary>The clause a term rests on (期限依据条款).</summary>
/// <param name="RuleId">Rule of the catalogue, such as C035.</param>
/// <param name="Clause">Clause of the document, such as 二(四)2.</param>
/// <param name="Kind">Text or assumed.</param>
/// <param name="Parameter">The parameter that holds the figure, named wherever it is assumed.</param>
public sealed record TermBasis(string RuleId, string Clause, BasisKind Kind, string? Parameter = null);

/// <summary>The language of an explanation (语言).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    /// <summary>Chinese (中文), the default.</summary>
    Zh,

    /// <summary>English (英文), on request.</summary>
    En,
}
