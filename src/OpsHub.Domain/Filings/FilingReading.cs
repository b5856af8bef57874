using System.Collections.Immutable;
using System.Globalization;

namespace OpsHub.Domain.Filings;

/// <summary>What is flagged of a document and blocks nothing (提示), with its rule and both languages.</summary>
/// <param name="Document">The document.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record FilingFlag(int Document, string Rule, string Zh, string En)
{
    /// <summary>Matters in force without a class (未分类事项). R028.</summary>
    public static ImmutableList<FilingFlag> Of(UnitFilings s) => [.. s.Documents.Where(d => d.IsInForce && d.Unclassified > 0).Select(Unclassified)];

    private static FilingFlag Unclassified(FiledDocument d) => new(d.Id, "R028", $"《{d.Title}》有 {d.Unclassified} 项未分类", $"{d.Unclassified} matters of document {d.Id} have no class");
}

/// <summary>How many of a city's counties have filed their implementing measures with both city organs (备案覆盖率). A043.</summary>
/// <param name="Counties">Counties in force.</param>
/// <param name="Filed">Of those, filed.</param>
public sealed record FilingCoverage(int Counties, int Filed)
{
    /// <summary>Share, 0-1 (覆盖率); null without counties. Its exact form is <see cref="Filed"/> of <see cref="Counties"/>.</summary>
    public decimal? Rate => Counties == 0 ? null : (decimal)Filed / Counties;

    /// <summary>The share as it is shown, rounded half up to a tenth of a per cent: 7 of 9 is 77.8%. Null without counties.</summary>
    public string? Shown => Counties == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(Filed * 100m / Counties, 1, MidpointRounding.AwayFromZero):0.0}%");
}
