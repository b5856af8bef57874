using System.Security.Cryptography;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>A year of an agency with its trace: commands are decided as the hub decides them, rungs fire on the way, and an answer that is not the expected one ends the run.</summary>
internal sealed class SimulatedYear(SimulatedPlace place, RuleVersions rules, JsonSerializerOptions json, Dictionary<string, int> refused)
{
    public static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    private AgencyYear? _state;

    public SimulatedTrace Trace { get; } = new($"year-{place.Agency}-{SimulatedCounty.Year}", json);

    public AgencyYear State => _state!;

    public OfficialCalendar Calendar => rules.Calendar;

    public DateTimeOffset Now { get; private set; } = LocalDay.Start(new(SimulatedCounty.Year, 1, 1)) + TimeSpan.FromMinutes(5);

    public Actor Agency { get; } = new("agency", Role.AgencyStaff, place.Agency);

    public Actor Bureau { get; } = new("bureau", Role.Department, place.Bureau);

    public Actor Organ { get; } = new("organ", Role.PerformanceOrgan, OrganCode.Of(place.County));

    public Actor Host => Of(place.Host);

    public static Actor Of(UnitCode township) => new("government", Role.TownshipGovernment, OrganCode.Of(township));

    /// <summary>Time passes, never back.</summary>
    public void At(DateTimeOffset now) => Now = now > Now ? now : Now;

    public void After(TimeSpan time) => At(Now + time);

    /// <summary>Asks for what must be permitted.</summary>
    public void Do(Actor by, AgencyYearCommand command)
    {
        if (Asked(by, command) is { } refusal)
            throw new InvalidOperationException($"{command} by {by.Role} {by.Organ} at {_state?.Stage}, {LocalDay.Text(Now)}, was refused: {refusal.Code} {refusal.Rule} {refusal.En}");
    }

    /// <summary>Asks for what may be refused, but with these codes only. True where it was permitted.</summary>
    public bool May(Actor by, AgencyYearCommand command, params string[] codes)
    {
        if (Asked(by, command) is not { } refusal)
            return true;
        return codes.Contains(refusal.Code) ? false : throw new InvalidOperationException($"{command} by {by.Role} {by.Organ} at {State.Stage} was refused with {refusal.Code} {refusal.Rule} {refusal.En}");
    }

    /// <summary>Asks for what must be refused with this code and rule, and change nothing.</summary>
    public void Refused(Actor by, AgencyYearCommand command, string code, string rule)
    {
        var before = _state;
        var refusal = Asked(by, command) ?? throw new InvalidOperationException($"{command} by {by.Role} {by.Organ} at {State.Stage} was not refused");
        if (refusal.Code != code || refusal.Rule != rule || refusal.Clause.Length == 0)
            throw new InvalidOperationException($"{command} by {by.Role} {by.Organ} at {State.Stage} was refused with {refusal.Code} {refusal.Rule} instead of {code} {rule}");
        if (!ReferenceEquals(_state, before))
            throw new InvalidOperationException($"{command} was refused and changed the year");
    }

    /// <summary>SHA-256 over the state as it is stored.</summary>
    public byte[] Bits() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(State, json));

    /// <summary>The same once more from the trace alone.</summary>
    public byte[] Replayed()
    {
        var folded = Trace.Contents.Select(c => JsonSerializer.Deserialize<AgencyYearEvent>(c, json)!).Aggregate((AgencyYear?)null, AgencyYearFold.Apply);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(folded, json));
    }

    private Domain.Commands.Refusal? Asked(Actor by, AgencyYearCommand command)
    {
        var today = LocalDay.Of(Now);
        var book = rules.At(int.MaxValue, today, place.County);
        var assessments = rules.At(int.MaxValue, AssessmentRules.DayFor(SimulatedCounty.Year, today), place.County).Assessments;
        var decision = AgencyYearDecisions.DecideNow(_state, command, new(by, Now, book.Calendar, book.Cases.Hours, assessments, Trace.Next)
        {
            Agency = new(place.Agency, place.Bureau, place.Host, place.Served),
        });
        if (decision.Refusal is { } refusal)
            refused[refusal.Code] = refused.GetValueOrDefault(refusal.Code) + 1;
        foreach (var happened in decision.Events)
            Happened(happened, by);
        return decision.Refusal;
    }

    private void Happened(AgencyYearEvent happened, Actor by)
    {
        _state = AgencyYearFold.Apply(_state, happened);
        Trace.Add(happened, happened.Name, happened.Rule, happened.At, by);
    }
}
