using OpsHub.Contracts.Agencies;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Mandates;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Rules;
using OpsHub.Contracts.Surveys;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Hierarchy;

/// <summary>The one place where grain keys are built and read. Every key carries a prefix with a letter beyond f and a dash,
/// because the storage provider merges string keys that look like hexadecimal.</summary>
public static class GrainKeys
{
    /// <summary>Shards of the rung index.</summary>
    public const int Shards = 64;

    private static readonly string[] Prefixes = ["city-", "county-", "township-", "community-", "grid-"];

    /// <summary>Key of a unit, e.g. <c>township-430203001</c>.</summary>
    public static string Unit(UnitCode code) => Prefixes[(int)code.Level] + code.Value;

    /// <summary>Key of an agency, e.g. <c>agency-430203001-D12</c>.</summary>
    public static string Agency(OrganCode code) => "agency-" + code.Value;

    /// <summary>Key of a case that came with a ticket: the same ticket is always the same case. G017.</summary>
    public static string CaseOfTicket(string system, string number) => "case-" + CommandIds.Hash("ticket", system, number)[..32];

    /// <summary>Key of a case that was reported without a ticket: the same command is always the same case.</summary>
    public static string CaseOfCommand(string principal, string commandId) => "case-" + CommandIds.Hash("command", principal, commandId)[..32];

    /// <summary>Key of a consultation: the same command is always the same consultation.</summary>
    public static string ConsultationOfCommand(string principal, string commandId) => "consultation-" + CommandIds.Hash("consultation", principal, commandId)[..32];

    /// <summary>True for a well-formed key of a consultation.</summary>
    public static bool IsConsultation(string key) =>
        key.Length == 45 && key.StartsWith("consultation-", StringComparison.Ordinal) && !key.AsSpan(13).ContainsAnyExcept("0123456789abcdef");

    /// <summary>Key of a community's opinion ledger.</summary>
    public static string Ledger(UnitCode community) => "ledger-" + community.Value;

    /// <summary>Key of a community's council.</summary>
    public static string Council(UnitCode community) => "council-" + community.Value;

    /// <summary>Key of a unit's support file.</summary>
    public static string Support(UnitCode unit) => "support-" + unit.Value;

    /// <summary>Key of an agency's year, e.g. <c>year-430203001-D12-2026</c>.</summary>
    public static string AgencyYear(OrganCode agency, int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"year-{agency.Value}-{year:0000}");

    /// <summary>True for a well-formed key of an agency's year.</summary>
    public static bool IsAgencyYear(string key) => key.Length > 10 && key.StartsWith("year-", StringComparison.Ordinal) && key[^5] == '-'
        && !key.AsSpan(key.Length - 4).ContainsAnyExceptInRange('0', '9') && OrganCode.TryParse(key[5..^5], out var agency) && agency.Kind == OrganKind.Agency;

    /// <summary>Agency and year of a year's key.</summary>
    public static (OrganCode Agency, int Year) YearOf(string key) =>
        (OrganCode.Parse(key["year-".Length..^5]), int.Parse(key.AsSpan(key.Length - 4), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Key of the survey of an agency's year in one township, e.g. <c>survey-430203001-D12-2026-430203002</c>.</summary>
    public static string Survey(OrganCode agency, int year, UnitCode township) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"survey-{agency.Value}-{year:0000}-{township.Value}");

    /// <summary>True for a well-formed key of a survey.</summary>
    public static bool IsSurvey(string key) => key.Split('-') is ["survey", var host, var department, { Length: 4 } year, var township]
        && OrganCode.TryParse($"{host}-{department}", out _) && year.All(char.IsAsciiDigit) && UnitCode.TryParse(township, out var unit) && unit.Level == UnitLevel.Township;

    /// <summary>Agency, year and township of a survey's key.</summary>
    public static (OrganCode Agency, int Year, UnitCode Township) SurveyOf(string key) => key["survey-".Length..].Split('-') is [var host, var department, var year, var township]
        ? (OrganCode.Parse($"{host}-{department}"), int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), UnitCode.Parse(township))
        : throw new FormatException($"'{key}' is no key of a survey.");

    /// <summary>Key of an agency's people decisions, e.g. <c>posts-430203001-D12</c>.</summary>
    public static string Posts(OrganCode agency) => "posts-" + agency.Value;

    /// <summary>The agency of its people decisions' key.</summary>
    public static OrganCode AgencyOfPosts(string key) => OrganCode.Parse(key["posts-".Length..]);

    /// <summary>Key of a county's assessment scheme of a year, e.g. <c>scheme-430203-2026-Townships</c>.</summary>
    public static string Scheme(UnitCode county, int year, Domain.Schemes.SchemeTarget target) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"scheme-{county.Value}-{year:0000}-{target}");

    /// <summary>Key of a county's record of townships' rights and duties, e.g. <c>mandates-430203</c>.</summary>
    public static string Mandates(UnitCode county) => "mandates-" + county.Value;

    /// <summary>The county of such a record's key.</summary>
    public static UnitCode CountyOfMandates(string key) => UnitCode.Parse(key["mandates-".Length..]);

    /// <summary>Key of the establishment of a county's townships, e.g. <c>establishment-430203</c>.</summary>
    public static string Establishment(UnitCode county) => "establishment-" + county.Value;

    /// <summary>The county of its establishment's key.</summary>
    public static UnitCode CountyOfEstablishment(string key) => UnitCode.Parse(key["establishment-".Length..]);

    /// <summary>Key of what a county or township has on file, e.g. <c>filings-430203</c>.</summary>
    public static string Filings(UnitCode unit) => "filings-" + unit.Value;

    /// <summary>Key of a community's grid file.</summary>
    public static string GridFile(UnitCode community) => "gridfile-" + community.Value;

    /// <summary>Key of a unit's governance file.</summary>
    public static string Governance(UnitCode unit) => "governance-" + unit.Value;

    /// <summary>Key of a township's analysis report of the cycle that begins on a day, e.g. <c>analysis-430203001-20261101</c>.</summary>
    public static string Analysis(UnitCode township, DateOnly from) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"analysis-{township.Value}-{from:yyyyMMdd}");

    /// <summary>True for a well-formed key of an analysis report.</summary>
    public static bool IsAnalysis(string key) => key.Split('-') is ["analysis", var code, { Length: 8 } day] && UnitCode.TryParse(code, out var unit) && unit.Level == UnitLevel.Township
        && DateOnly.TryParseExact(day, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <summary>Township and first day of an analysis report's key.</summary>
    public static (UnitCode Township, DateOnly From) AnalysisOf(string key) => key["analysis-".Length..].Split('-') is [var township, var day]
        ? (UnitCode.Parse(township), DateOnly.ParseExact(day, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))
        : throw new FormatException($"'{key}' is no key of an analysis report.");

    /// <summary>Key of a city's rules.</summary>
    public static string Rules(UnitCode city) => "rules-" + city.Value;

    /// <summary>The city of its rules' key.</summary>
    public static UnitCode CityOfRules(string key) => UnitCode.Parse(key["rules-".Length..]);

    /// <summary>Key of a shard of the rung index.</summary>
    public static string Rungs(int shard) => $"rungs-{shard:D2}";

    /// <summary>The shard of a subject: stable across processes and versions.</summary>
    public static int ShardOf(string subject) => Convert.ToInt32(CommandIds.Hash("shard", subject)[..2], 16) % Shards;

    /// <summary>True for a well-formed key of a case.</summary>
    public static bool IsCase(string key) =>
        key.Length == 37 && key.StartsWith("case-", StringComparison.Ordinal) && !key.AsSpan(5).ContainsAnyExcept("0123456789abcdef");

    /// <summary>The unit of a unit's key.</summary>
    public static UnitCode UnitOf(string key) => UnitCode.Parse(key[(key.IndexOf('-') + 1)..]);

    /// <summary>The agency of an agency's key.</summary>
    public static OrganCode AgencyOf(string key) => OrganCode.Parse(key["agency-".Length..]);

    /// <summary>The unit grain of a code, through the interface of its level.</summary>
    public static IUnitGrain Unit(this IGrainFactory grains, UnitCode code) => code.Level switch
    {
        UnitLevel.City => grains.GetGrain<ICityGrain>(Unit(code)),
        UnitLevel.County => grains.GetGrain<ICountyGrain>(Unit(code)),
        UnitLevel.Township => grains.GetGrain<ITownshipGrain>(Unit(code)),
        UnitLevel.Community => grains.GetGrain<ICommunityGrain>(Unit(code)),
        _ => grains.GetGrain<IGridGrain>(Unit(code)),
    };

    /// <summary>The agency grain of a code.</summary>
    public static IAgencyGrain Agency(this IGrainFactory grains, OrganCode code) => grains.GetGrain<IAgencyGrain>(Agency(code));

    /// <summary>The case grain of a key.</summary>
    public static ICaseGrain Case(this IGrainFactory grains, string key) => grains.GetGrain<ICaseGrain>(key);

    /// <summary>The consultation grain of a key.</summary>
    public static IConsultationGrain Consultation(this IGrainFactory grains, string key) => grains.GetGrain<IConsultationGrain>(key);

    /// <summary>The ledger grain of a community.</summary>
    public static ILedgerGrain Ledger(this IGrainFactory grains, UnitCode community) => grains.GetGrain<ILedgerGrain>(Ledger(community));

    /// <summary>The council grain of a community.</summary>
    public static ICouncilGrain Council(this IGrainFactory grains, UnitCode community) => grains.GetGrain<ICouncilGrain>(Council(community));

    /// <summary>The support grain of a unit.</summary>
    public static ISupportGrain Support(this IGrainFactory grains, UnitCode unit) => grains.GetGrain<ISupportGrain>(Support(unit));

    /// <summary>The grain of an agency's year.</summary>
    public static IAgencyYearGrain AgencyYear(this IGrainFactory grains, OrganCode agency, int year) => grains.GetGrain<IAgencyYearGrain>(AgencyYear(agency, year));

    /// <summary>The grain of a survey.</summary>
    public static ISurveyGrain Survey(this IGrainFactory grains, string key) => grains.GetGrain<ISurveyGrain>(key);

    /// <summary>The grain of an agency's people decisions.</summary>
    public static IPostsGrain Posts(this IGrainFactory grains, OrganCode agency) => grains.GetGrain<IPostsGrain>(Posts(agency));

    /// <summary>The grain of a county's assessment scheme.</summary>
    public static ISchemeGrain Scheme(this IGrainFactory grains, string key) => grains.GetGrain<ISchemeGrain>(key);

    /// <summary>The grain of townships' rights and duties in a county.</summary>
    public static IMandatesGrain Mandates(this IGrainFactory grains, UnitCode county) => grains.GetGrain<IMandatesGrain>(Mandates(county));

    /// <summary>The grain of a county's establishment.</summary>
    public static IEstablishmentGrain Establishment(this IGrainFactory grains, UnitCode county) => grains.GetGrain<IEstablishmentGrain>(Establishment(county));

    /// <summary>The grain of what a county or township has on file.</summary>
    public static IFilingsGrain Filings(this IGrainFactory grains, UnitCode unit) => grains.GetGrain<IFilingsGrain>(Filings(unit));

    /// <summary>The grid file grain of a community.</summary>
    public static IGridFileGrain GridFile(this IGrainFactory grains, UnitCode community) => grains.GetGrain<IGridFileGrain>(GridFile(community));

    /// <summary>The governance grain of a unit.</summary>
    public static IGovernanceGrain Governance(this IGrainFactory grains, UnitCode unit) => grains.GetGrain<IGovernanceGrain>(Governance(unit));

    /// <summary>The grain of an analysis report.</summary>
    public static IAnalysisGrain Analysis(this IGrainFactory grains, string key) => grains.GetGrain<IAnalysisGrain>(key);

    /// <summary>The rules grain of a city.</summary>
    public static IRulesGrain Rules(this IGrainFactory grains, UnitCode city) => grains.GetGrain<IRulesGrain>(Rules(city));

    /// <summary>The rung grain of a shard.</summary>
    public static IRungsGrain RungsShard(this IGrainFactory grains, int shard) => grains.GetGrain<IRungsGrain>(Rungs(shard));

    /// <summary>Fires what a subject's terms have passed; how many rungs fired.</summary>
    public static Task<int> Tick(this IGrainFactory grains, string key, DateTimeOffset now) => key.Split('-')[0] switch
    {
        "consultation" => grains.Consultation(key).Tick(now),
        "year" => grains.GetGrain<IAgencyYearGrain>(key).Tick(now),
        "posts" => grains.GetGrain<IPostsGrain>(key).Tick(now),
        "mandates" => grains.GetGrain<IMandatesGrain>(key).Tick(now),
        "filings" => grains.GetGrain<IFilingsGrain>(key).Tick(now),
        _ => grains.Case(key).Tick(now),
    };

    /// <summary>Any subject's publishing side, by its key. Null for a key that no subject has.</summary>
    public static ISubjectGrain? Subject(this IGrainFactory grains, string key) => key.Split('-')[0] switch
    {
        "case" => grains.GetGrain<ICaseGrain>(key),
        "consultation" => grains.GetGrain<IConsultationGrain>(key),
        "agency" => grains.GetGrain<IAgencyGrain>(key),
        "rules" => grains.GetGrain<IRulesGrain>(key),
        "ledger" => grains.GetGrain<ILedgerGrain>(key),
        "council" => grains.GetGrain<ICouncilGrain>(key),
        "support" => grains.GetGrain<ISupportGrain>(key),
        "year" => grains.GetGrain<IAgencyYearGrain>(key),
        "survey" => grains.Survey(key),
        "posts" => grains.GetGrain<IPostsGrain>(key),
        "scheme" => grains.GetGrain<ISchemeGrain>(key),
        "mandates" => grains.GetGrain<IMandatesGrain>(key),
        "establishment" => grains.GetGrain<IEstablishmentGrain>(key),
        "filings" => grains.GetGrain<IFilingsGrain>(key),
        "gridfile" => grains.GetGrain<IGridFileGrain>(key),
        "governance" => grains.GetGrain<IGovernanceGrain>(key),
        "analysis" => grains.Analysis(key),
        "city" or "county" or "township" or "community" or "grid" => grains.Unit(UnitOf(key)),
        _ => null,
    };
}

/// <summary>What every subject with stored state can do for the publishing protocol.</summary>
[Alias("ISubjectGrain")]
public interface ISubjectGrain : IGrainWithStringKey
{
    /// <summary>Publishes the stored version again: index, rungs, summaries, then the mark goes. Idempotent.</summary>
    [Alias("Republish")]
    Task Republish();

    /// <summary>Drops the activation, so that the next call reads storage again.</summary>
    [Alias("Drop")]
    Task Drop();
}
