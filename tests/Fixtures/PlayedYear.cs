using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Fixtures;

/// <summary>An agency's year as its commands make it, without a hub: for those who start in the middle of one.</summary>
internal sealed class PlayedYear(OrganCode agency, int year)
{
    private readonly List<AgencyYearEvent> _events = [];

    public OrganCode Agency { get; } = agency;

    public int Year { get; } = year;

    public UnitCode Host => Agency.Unit;

    public OrganCode Department => OrganCode.Parse($"{Host.At(UnitLevel.County)}:D12");

    public UnitCode City => Host.At(UnitLevel.City);

    public AgencyYear? State { get; private set; }

    public IReadOnlyList<AgencyYearEvent> Events => _events;

    public string Key => $"year-{Agency}-{Year}";

    public Actor Hub => Actor.Hub(City);

    private Actor Staff => new("agency-1", Role.AgencyStaff, Agency);

    public Actor Bureau => new("bureau-1", Role.Department, Department);

    public Actor Township => new("township-1", Role.TownshipGovernment, OrganCode.Of(Host));

    public Actor Organ => new("performance-1", Role.PerformanceOrgan, OrganCode.Of(Host.At(UnitLevel.County)));

    /// <summary>An instant of the year, or of another.</summary>
    public DateTimeOffset At(int month, int day, int years = 0) => LocalDay.Start(new(Year + years, month, day)).AddHours(9);

    /// <summary>Decides a command and takes what it comes to.</summary>
    public Domain.Commands.Decision<AgencyYearEvent> Try(Actor by, AgencyYearCommand command, DateTimeOffset at)
    {
        var context = new AgencyYearContext(by, at, OfficialCalendar.Empty, WorkingHours.Default, new(), _events.Count + 1) { Agency = new(Agency, Department, Host, [Host]) };
        var decision = AgencyYearDecisions.Decide(State, command, context);
        foreach (var happened in decision.Events)
        {
            State = AgencyYearFold.Apply(State, happened);
            _events.Add(happened);
        }

        return decision;
    }

    public PlayedYear Do(Actor by, AgencyYearCommand command, DateTimeOffset at) =>
        Try(by, command, at).Refusal is { } refusal ? throw new InvalidOperationException($"{command}: {refusal.En}") : this;

    public PlayedYear Opened() => Do(Hub, new OpenYear(Agency, Year), LocalDay.Start(new(Year, 1, 1)).AddMinutes(12));

    /// <summary>From its opening to the letter in force on 1 March, with a target done in October.</summary>
    public PlayedYear InForce() => Opened()
        .Do(Staff, new ListDuties(["日常巡查"]), At(1, 8)).Do(Staff, new DraftPlan([new(0, "巡查", "按月核查", new(Year, 11, 20))]), At(1, 9)).Do(Township, new NegotiatePlan(), At(1, 12))
        .Do(Staff, new SubmitPlan(), At(1, 13)).Do(Bureau, new ConsentToPlan(), At(2, 2)).Do(Staff, new SignLetter(), At(2, 20)).Do(Township, new SignLetter(), At(3, 1))
        .Do(Township, new RecordKeyWork("防汛值守", true), At(6, 20)).Do(Township, new ConfirmTarget(1, true), At(10, 10));

    /// <summary>Opened for assessment on 1 January of the next year.</summary>
    private PlayedYear Assessing() => InForce()
        .Do(Hub, new RecordEvidence(ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty.Add(Host, new(50, 48, 2, 100, 92, 2, 0, 1, 1, 1, LocalDay.Start(new(Year + 1, 1, 1))))), At(1, 1, 1))
        .Do(Hub, new OpenAssessment(), At(1, 1, 1));

    /// <summary>Being assessed: what cases give is set by hand, satisfaction is in; townships, department and county have yet to act.</summary>
    public PlayedYear Surveyed() => Assessing()
        .Do(Township, new AdjustComponent(DutyComponent.MattersHandled, 91.2345m, "按台账核查"), At(1, 4, 1)).Do(Township, new AdjustComponent(DutyComponent.Coordination, 96, "按台账核查"), At(1, 4, 1))
        .Do(Hub, new SubmitSatisfaction(Host, [.. Enum.GetValues<RaterGroup>().Select(Rated)]), At(1, 8, 1));

    /// <summary>Assessed in January and graded on the 20th.</summary>
    public PlayedYear Graded() => Assessing().Do(Township, new SubmitDuty(), At(1, 5, 1))
        .Do(Hub, new SubmitSatisfaction(Host, [.. Enum.GetValues<RaterGroup>().Select(Rated)]), At(1, 8, 1)).Do(Bureau, new SubmitStatutory(88), At(1, 9, 1))
        .Do(Township, new AggregateTownshipPart(), At(1, 12, 1)).Do(Organ, new FinaliseScore(), At(1, 13, 1)).Do(Organ, new SetAgencyGrade(AssessmentGrade.Good), At(1, 20, 1));

    public PlayedYear Appeals() => Do(Staff, new AppealAgainst(new(AppealLine.Grade), "等次有异议", ["notes"]), At(1, 21, 1));

    /// <summary>The document as its grain would have written it.</summary>
    public SubjectDocument<AgencyYear> Document()
    {
        var (state, chain) = ((AgencyYear?)null, TraceChain.Empty);
        foreach (var e in _events)
        {
            var next = AgencyYearFold.Apply(state, e);
            chain = chain.Append(Key, new TraceEntry
            {
                Sequence = 0, At = e.At, Principal = "token:fixture", Role = Role.Scheduler, Organ = OrganCode.Of(Host), Event = e.Name, From = state?.Stage.ToString(), To = next.Stage.ToString(),
                Reason = e.Why, Command = new('c', 64), Body = new('b', 64), Rule = e.Rule, Content = JsonSerializer.Serialize(e, DomainSerialization.Options), PreviousHash = "", Hash = "",
            });
            state = next;
        }

        return new() { State = state, Trace = chain };
    }

    /// <summary>Its row in the index.</summary>
    public Contracts.Assessments.AgencyYearRow Row()
    {
        var s = State!;
        return new()
        {
            Key = Key, Version = _events.Count, Agency = Agency, Year = Year, Department = s.Department, Host = s.Host, Weights = s.Weights, Stage = s.Stage, HasLetter = s.HasLetter,
            Targets = s.Targets.Count, TargetsDone = s.Targets.Count(t => t.Done), Forecast = YearForecast.Of(s), Total = s.Score?.Total, TownshipRate = s.Score?.TownshipRate,
            Grade = s.Grade, HeadGrade = s.HeadGrade, EvidenceOf = s.Evidence, Base = s.Rules.Base,
            OpenAppeals = s.Appeals.Count(a => a.AnsweredAt is null), SharedAt = s.SharedAt, ChangedAt = s.ChangedAt,
        };
    }

    private static GroupTally Rated(RaterGroup group) => Enumerable.Range(0, 5)
        .Aggregate(GroupTally.None(group), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => 85)));
}
