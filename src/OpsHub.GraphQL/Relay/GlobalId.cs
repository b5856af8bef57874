using System.Text;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Relay;

/// <summary>Opaque ids of nodes: base64 of type and key. Clients keep them and never read them.</summary>
internal static class GlobalId
{
    private const int Longest = 200;

    public static string Of(UnitCode unit) => Write("Unit", unit.Value);

    public static string OfAgency(OrganCode agency) => Write("Agency", agency.Value);

    public static string OfCase(string key) => Write("Case", key);

    /// <summary>A case as it stood at a past instant: another object than the case now, so that a client that keeps objects by id keeps both.</summary>
    public static string OfCase(string key, DateTimeOffset? at) => at is { } past ? Write("Case", $"{key}@{past.UtcTicks}") : OfCase(key);

    /// <summary>The case's key and the instant of a past one's.</summary>
    public static (string Key, DateTimeOffset At)? ReadPast(string key) => key.Split('@') is [var of, var ticks]
        && long.TryParse(ticks, System.Globalization.NumberStyles.None, null, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks && GrainKeys.IsCase(of)
            ? (of, new DateTimeOffset(at, TimeSpan.Zero))
            : null;

    /// <summary>Whether an id is a past case's, which is folded from its whole trace.</summary>
    public static bool IsPast(string id) => Read(id) is ("Case", var key) && ReadPast(key) is not null;

    public static string OfConsultation(string key) => Write("Consultation", key);

    public static string OfAgencyYear(string key) => Write("AgencyYear", key);

    public static string OfLedger(UnitCode community) => Write("OpinionLedger", community.Value);

    public static string OfOpinion(UnitCode community, string entry) => Write("OpinionEntry", $"{community}/{entry}");

    public static string OfCouncil(UnitCode community) => Write("Council", community.Value);

    public static string OfSupport(UnitCode unit, string record) => Write("SupportRecord", $"{unit}/{record}");

    public static string OfPosts(OrganCode agency) => Write("AgencyPosts", agency.Value);

    public static string OfScheme(string key) => Write("AssessmentScheme", key);

    public static string OfMandates(UnitCode county) => Write("CountyMandates", county.Value);

    public static string OfMandate(string type, UnitCode county, long number) => Write(type, $"{county}/{number}");

    public static string OfAssessmentTask(UnitCode county, int year, OrganCode target) => Write("AssessmentTask", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{county}/{year:D4}/{target}"));

    public static string OfCountyEstablishment(UnitCode county) => Write("CountyEstablishment", county.Value);

    public static string OfTownshipEstablishment(UnitCode township) => Write("TownshipEstablishment", township.Value);

    public static string OfFilings(UnitCode unit) => Write("UnitFilings", unit.Value);

    public static string OfDocument(UnitCode unit, int document) => Write("FiledDocument", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{unit.Value}/{document}"));

    public static string OfGridFile(UnitCode community) => Write("GridFile", community.Value);

    public static string OfGovernance(UnitCode unit) => Write("GovernanceFile", unit.Value);

    public static string OfAnalysis(string key) => Write("AnalysisReport", key);

    /// <summary>The grain key of an analysis report's id; null when it is none's.</summary>
    public static string? ReadAnalysis(string? id) => Read(id) is ("AnalysisReport", var key) && GrainKeys.IsAnalysis(key) ? key : null;

    public static string OfNotice(string key) => Write("Notice", key);

    /// <summary>Type and key of an id; null when it is none of ours.</summary>
    public static (string Type, string Key)? Read(string? id)
    {
        var bytes = new byte[Longest];
        if (id is null || id.Length > Longest || !Convert.TryFromBase64String(id, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 1 ? null : (text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The grain key of a case's id; null when it is no case's.</summary>
    public static string? ReadCase(string? id) => Read(id) is ("Case", var key) && GrainKeys.IsCase(key) ? key : null;

    /// <summary>The grain key of a consultation's id; null when it is no consultation's.</summary>
    public static string? ReadConsultation(string? id) => Read(id) is ("Consultation", var key) && GrainKeys.IsConsultation(key) ? key : null;

    public static string OfSurvey(string key) => Write("Survey", key);

    /// <summary>The grain key of a survey's id; null when it is none's.</summary>
    public static string? ReadSurvey(string? id) => Read(id) is ("Survey", var key) && GrainKeys.IsSurvey(key) ? key : null;

    /// <summary>The grain key of an agency's year's id; null when it is none's.</summary>
    public static string? ReadAgencyYear(string? id) => Read(id) is ("AgencyYear", var key) && GrainKeys.IsAgencyYear(key) ? key : null;

    /// <summary>Community and entry of an opinion's id; null when it is none's.</summary>
    public static (UnitCode Unit, string Item)? ReadOpinion(string? id) => Read(id) is ("OpinionEntry", var key) ? Item(key) : null;

    /// <summary>Unit and record of a support record's id; null when it is none's.</summary>
    public static (UnitCode Unit, string Item)? ReadSupport(string? id) => Read(id) is ("SupportRecord", var key) ? Item(key) : null;

    private static (UnitCode Unit, string Item)? Item(string key) =>
        key.Split('/') is [var code, { Length: 32 } item] && UnitCode.TryParse(code, out var unit) ? (unit, item) : null;

    /// <summary>The key of a notice's id; null when it is no notice's.</summary>
    public static string? ReadNotice(string? id) => Read(id) is ("Notice", var key) ? key : null;

    private static string Write(string type, string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{key}"));
}
