using System.Globalization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>Where the papers of an agency's year and scoreboards are.</summary>
internal static class YearPaperAddresses
{
    /// <summary>Of printable papers.</summary>
    public const string Papers = "/papers/assessments";

    /// <summary>Of scoreboards as Excel files.</summary>
    public const string Scoreboards = "/download/scoreboard";

    /// <summary>The letter to print.</summary>
    public const string Letter = "letter";

    /// <summary>The result sheet to print.</summary>
    public const string Result = "result";

    /// <summary>A paper.</summary>
    public static string Of(OrganCode agency, int year, string kind) => string.Create(CultureInfo.InvariantCulture, $"{Papers}/{agency.Value}/{year}/{kind}");
}
