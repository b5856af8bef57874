using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Surveys are planned for each agency's year and township once, however often the sweep runs, and each is led on when something is due.</summary>
public sealed class SurveySweepTests
{
    private static readonly UnitCode City = new("4302");
    private static readonly UnitCode Host = new("430203001");
    private static readonly UnitCode Second = new("430203002");

    private readonly FakeTime _time = new();
    private readonly MemoryBallots _surveys = new();
    private readonly List<AgencyYearRow> _years = [];
    private readonly List<string> _advanced = [];
    private readonly HashSet<string> _failing = [];
    private AssessmentRules _rules = new();
    private int _commands;

    public SurveySweepTests() => To("2026-10-01 00:05");

    [Fact]
    public async Task A_month_before_the_window_each_township_of_each_year_gets_its_survey_once()
    {
        _years.AddRange([Year("430203001-D12", 2026, Host, Second), Year("430203001-D20", 2026, Host)]);
        To("2026-10-31 23:59");
        await Run();
        _commands.ShouldBe(0);
        To("2026-11-01 00:00");
        await Run();
        (await _surveys.Unfinished(null, 10)).Select(r => r.Key).ShouldBe(["survey-430203001-D12-2026-430203001", "survey-430203001-D12-2026-430203002", "survey-430203001-D20-2026-430203001"]);
        await Run();
        _commands.ShouldBe(3, "known ones are not asked again");
    }

    [Fact, Trait("Rule", "A026")]
    public async Task A026_where_the_host_alone_assesses_no_other_township_gets_one()
    {
        To("2026-11-02 08:00");
        _rules = new() { Area = AreaMethod.HostOnly };
        _years.Add(Year("430203001-D12", 2026, Host, Second));
        await Run();
        (await _surveys.Unfinished(null, 10)).ShouldHaveSingleItem().State.Township.ShouldBe(Host);
    }

    [Fact]
    public async Task Only_surveys_of_which_something_is_due_are_asked_and_one_that_fails_holds_up_no_other()
    {
        To("2026-11-02 08:00");
        _years.AddRange([Year("430203001-D12", 2026, Host, Second)]);
        await Run();
        _advanced.ShouldBeEmpty();
        To("2026-12-01 00:00");
        _failing.Add("survey-430203001-D12-2026-430203001");
        await Should.ThrowAsync<InvalidOperationException>(Run);
        _advanced.ShouldBe(["survey-430203001-D12-2026-430203002"]);
        _failing.Clear();
        await Run();
        _advanced.ShouldContain("survey-430203001-D12-2026-430203001");
    }

    [Fact]
    public async Task After_a_stop_through_the_whole_window_a_year_that_is_assessed_still_gets_its_survey()
    {
        _years.Add(Year("430203001-D12", 2026, Host));
        To("2027-01-10 08:00");
        await Run();
        var survey = (await _surveys.Unfinished(null, 10)).ShouldHaveSingleItem().State;
        (LocalDay.Of(survey.OpensAt), LocalDay.Before(survey.ClosesAt)).ShouldBe((new DateOnly(2027, 1, 10), new DateOnly(2027, 1, 23)));
    }

    private void To(string local) => _time.SetUtcNow(DateTimeOffset.Parse(local + "+08:00"));

    private Task Run() => new SurveySweep(
        Fake.Of<IGrainFactory>((_, args) => Grain((string)args[0]!)),
        Fake.Of<IAgencyYearIndex>((method, args) => method.Name == nameof(IAgencyYearIndex.InStages)
            ? Task.FromResult<IReadOnlyList<AgencyYearRow>>([.. _years.Where(y => string.CompareOrdinal(y.Key, (string?)args[1] ?? "") > 0).OrderBy(y => y.Key, StringComparer.Ordinal)])
            : throw new NotSupportedException(method.Name)),
        _surveys,
        Fake.Of<IHubDirectory>((method, _) => method.Name == "get_City" ? City : throw new NotSupportedException(method.Name)),
        new Rules(() => _rules), new HubClock(_time), NullLogger<SurveySweep>.Instance).Run();

    private ISurveyGrain Grain(string key) => Fake.Of<ISurveyGrain>((method, args) => method.Name switch
    {
        nameof(ISurveyGrain.Do) => Plan(key, (PlanSurvey)args[0]!, (CommandContext)args[1]!),
        nameof(ISurveyGrain.Advance) => Advance(key),
        _ => throw new NotSupportedException(method.Name),
    });

    private Task<CommandReply> Plan(string key, PlanSurvey command, CommandContext context)
    {
        _commands++;
        var decision = SurveyDecisions.Decide(null, command, new(context.Actor, _time.GetUtcNow(), _rules, new()) { Agency = new(command.Agency, new("430203:D12"), Host, [Host, Second]) });
        decision.Refusal.ShouldBeNull();
        _surveys.Take(new(key, 1, new("430203"), City, SurveyFold.Apply(null, decision.Events[0]), 1));
        return Task.FromResult(new CommandReply(key, null, 1));
    }

    private Task<int> Advance(string key)
    {
        if (_failing.Contains(key))
            throw new TimeoutException();
        _advanced.Add(key);
        return Task.FromResult(1);
    }

    private static AgencyYearRow Year(string agency, int year, params UnitCode[] served)
    {
        var code = OrganCode.Parse(agency);
        return new()
        {
            Key = GrainKeys.AgencyYear(code, year), Version = 1, Agency = code, Year = year, Department = new("430203:D12"), Host = served[0],
            Weights = served.ToImmutableSortedDictionary(s => s, _ => 1m / served.Length), Stage = AgencyYearStage.LetterInForce, HasLetter = true, Targets = 1, TargetsDone = 0,
            Forecast = null!, OpenAppeals = 0, SharedAt = ImmutableSortedDictionary<ShareTarget, DateTimeOffset>.Empty, ChangedAt = default,
        };
    }

    private sealed class Rules(Func<AssessmentRules> of) : IRuleBook
    {
        public RuleBook Current => new(OfficialCalendar.Empty, new CaseRules { Categories = [] }) { Assessments = of() };

        public IReadOnlyDictionary<string, Department> Departments => new Dictionary<string, Department>();
    }
}
