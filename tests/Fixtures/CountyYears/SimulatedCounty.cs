using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>A simulated year that went wrong: it tells the seed and the agency that replay it.</summary>
internal sealed class SimulationFailedException(int seed, int agency, int cases, string what, Exception inner)
    : Exception($"seed {seed}, agency {agency}, {cases} cases: {what}. Replay it alone with new SimulatedCounty({seed}, …).One({agency}, {cases}), or by the benchmark `year {seed}.{agency}.{cases}`.", inner);

/// <summary>What a run found.</summary>
/// <param name="Agencies">Agencies lived through.</param>
/// <param name="Cases">Cases.</param>
/// <param name="CaseEvents">Events of cases.</param>
/// <param name="YearEvents">Events of years.</param>
/// <param name="Compared">Figures that the recount compared.</param>
/// <param name="Refused">Commands refused, by code.</param>
/// <param name="Stages">Where the years ended.</param>
/// <param name="Grades">Grades.</param>
/// <param name="Revisions">Results revised, by the organ or after an appeal.</param>
/// <param name="Appeals">Appeals.</param>
/// <param name="Bits">Hash over all states, in the order of the agencies: the same seed gives the same.</param>
internal sealed record SimulatedResult(
    int Agencies, int Cases, long CaseEvents, long YearEvents, long Compared, ImmutableSortedDictionary<string, int> Refused, ImmutableSortedDictionary<AgencyYearStage, int> Stages,
    ImmutableSortedDictionary<AssessmentGrade, int> Grades, int Revisions, int Appeals, string Bits);

/// <summary>A year of many agencies on a fake clock, from one seed: each agency lives through its cases and its year by the hub's own decisions, and every figure is
/// recounted from the raw trace. Agencies do not depend on each other, so that one can be replayed alone.</summary>
/// <param name="seed">The seed.</param>
/// <param name="calendar">Official calendar.</param>
/// <param name="json">How entries are stored.</param>
/// <param name="rules">Rules of cases; null for those of the simulation.</param>
internal sealed class SimulatedCounty(int seed, OfficialCalendar calendar, JsonSerializerOptions json, CaseRules? rules = null)
{
    /// <summary>The year.</summary>
    public const int Year = 2026;

    private const int Counties = 10;

    private static readonly CaseRules Rules = new()
    {
        Categories = new CaseCategory[]
        {
            new("Q01", null, "公用设施", "Public facilities", null, null, null, false, null),
            new("Q01-01", "Q01", "井盖缺损", "Manhole cover", new(1, BudgetUnit.WorkingHours), new(4, BudgetUnit.WorkingHours), "own-default", true, null),
            new("Q01-02", "Q01", "路灯故障", "Street light", new(4, BudgetUnit.WorkingHours), new(5, BudgetUnit.WorkingDays), "own-default", false, null),
            new("Q05-01", "Q05", "暴露垃圾", "Exposed rubbish", null, null, null, false, null),
        }.ToImmutableDictionary(c => c.Code),
    };

    private readonly RuleVersions[] _rules = [.. Enumerable.Range(0, Counties).Select(c => new RuleVersions(new RuleBook(calendar, rules ?? Rules), OwnRules(c)))];

    /// <summary>Lives through all agencies.</summary>
    /// <param name="agencies">How many.</param>
    /// <param name="cases">Cases of each; one has about ten events.</param>
    public SimulatedResult All(int agencies, int cases)
    {
        var lived = new SimulatedOutcome[agencies]; // what happened is forgotten once it is recounted
        Parallel.For(0, agencies, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => lived[i] = One(i, cases).Outcome);
        return new(
            agencies, lived.Sum(a => a.Cases), lived.Sum(a => (long)a.CaseEvents), lived.Sum(a => (long)a.YearEvents), lived.Sum(a => (long)a.Compared),
            lived.SelectMany(a => a.Refused).GroupBy(r => r.Key).ToImmutableSortedDictionary(g => g.Key, g => g.Sum(r => r.Value), StringComparer.Ordinal),
            lived.GroupBy(a => a.Stage).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            lived.Where(a => a.Grade is not null).GroupBy(a => a.Grade!.Value).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            lived.Sum(a => a.Revisions), lived.Sum(a => a.Appeals), Convert.ToHexStringLower(SHA256.HashData([.. lived.SelectMany(a => a.Bits)])));
    }

    /// <summary>Lives through one agency.</summary>
    /// <exception cref="SimulationFailedException">Something differs, or a command was answered otherwise than it must be.</exception>
    public SimulatedAgency One(int agency, int cases)
    {
        try
        {
            return SimulatedAgency.Live(new Random(Seed(agency)), Place(agency), _rules[agency % Counties], cases, json);
        }
        catch (Exception error) when (error is not SimulationFailedException)
        {
            throw new SimulationFailedException(seed, agency, cases, error.Message, error);
        }
    }

    // Seeds next to each other begin alike: mixed, they don't.
    private int Seed(int agency) => BitConverter.ToInt32(SHA256.HashData([.. BitConverter.GetBytes(seed), .. BitConverter.GetBytes(agency)]));

    // Ten counties, in each a row of townships with several departments' agencies; three in ten agencies serve two or three more townships.
    private static SimulatedPlace Place(int agency)
    {
        var (county, row) = (UnitCode.Parse($"{430201 + (agency % Counties)}"), agency / Counties);
        var (township, department) = ((row % 50) + 1, $"D{10 + (row / 50)}");
        var served = agency % 10 == row % 10 || agency % 3 == 0 ? 3 : agency % 7 == 0 ? 4 : 1;
        return new(county, [.. Enumerable.Range(township, served).Select(t => UnitCode.Parse($"{county}{t:000}"))], department);
    }

    // Counties have rules of their own, one changes them in the middle of the year.
    private static ImmutableList<RuleChange> OwnRules(int county)
    {
        (string Name, string Value, string From)[] own = county switch
        {
            1 => [("AreaMethod", "HostOnly", "2026-01-01")],
            2 => [("TownshipPartBase", "40", "2026-01-01")],
            3 => [("DutyComponentWeights", "0.4/0.3/0.2/0.1", "2026-01-01"), ("UrgeDeduction", "2", "2026-01-01")],
            4 => [("SatisfactionGroupMean", "false", "2026-01-01"), ("SatisfactionMinimum", "8", "2026-01-01")],
            5 => [(AssessmentRules.Weights, "0.45/0.25/0.3", "2026-01-01"), ("ExcellentMinRate", "0.85", "2026-01-01")],
            6 => [("AppealWithin", "10 calendar-days", "2026-01-01"), ("AssessmentInputsBy", "02-15", "2026-01-01")],
            7 => [("UrgeDeduction", "3", "2026-07-01"), ("DutyComponentWeights", "0.1/0.2/0.3/0.4", "2027-01-01")],
            _ => [],
        };
        var code = UnitCode.Parse($"{430201 + county}");
        return [.. own.Select((o, i) => new RuleChange(i + 2, LocalDay.Start(new(2025, 12, 1)), DateOnly.Parse(o.From, System.Globalization.CultureInfo.InvariantCulture), "县考核细则",
            Role.CountyCommandCentre, OrganCode.Of(code), code, new ParameterSet(o.Name, o.Value, "县考核细则")))];
    }
}

/// <summary>Where an agency stands.</summary>
/// <param name="County">County.</param>
/// <param name="Served">Townships served, the host first.</param>
/// <param name="Department">Department's id.</param>
internal sealed record SimulatedPlace(UnitCode County, ImmutableList<UnitCode> Served, string Department)
{
    public UnitCode Host => Served[0];

    public OrganCode Agency { get; } = OrganCode.Parse($"{Served[0]}-{Department}");

    public OrganCode Bureau { get; } = OrganCode.Parse($"{County}:{Department}");
}
