using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>An agency's year as it is told step by step. Immutable: a story can be continued in two ways.</summary>
internal sealed record YearStory(AgencyYear? State, ImmutableList<AgencyYearEvent> Events, DateTimeOffset Now, AssessmentRules Rules)
{
    public static readonly OrganCode Code = OrganCode.Parse("430203001-D12");
    public static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");
    public static readonly UnitCode Host = UnitCode.Parse("430203001");
    public static readonly UnitCode Second = UnitCode.Parse("430203002");
    public static readonly UnitCode Third = UnitCode.Parse("430203003");
    public static readonly UnitCode County = UnitCode.Parse("430203");

    public static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    public static readonly Actor Agency = new("agency-1", Role.AgencyStaff, Code);
    public static readonly Actor Department = new("bureau-1", Role.Department, Bureau);
    public static readonly Actor Organ = new("performance-1", Role.PerformanceOrgan, OrganCode.Of(County));
    public static readonly Actor Township = new("township-1", Role.TownshipGovernment, OrganCode.Of(Host));
    public static readonly Actor SecondTownship = new("township-2", Role.TownshipGovernment, OrganCode.Of(Second));
    public static readonly Actor ThirdTownship = new("township-3", Role.TownshipGovernment, OrganCode.Of(Third));
    public static readonly Actor Stranger = new("township-9", Role.TownshipGovernment, OrganCode.Parse("430203009"));
    public static readonly Actor OtherDepartment = new("bureau-2", Role.Department, OrganCode.Parse("430203:D20"));

    public static readonly ImmutableList<Actor> Everybody = [Hub, Agency, Department, Organ, Township, SecondTownship, ThirdTownship, Stranger, OtherDepartment];

    /// <summary>Monday 2026-01-05 09:00.</summary>
    public static readonly DateTimeOffset Start = Given.Local("2026-01-05 09:00");

    public static readonly YearStory Blank = new(null, [], Start, new());

    public ImmutableList<UnitCode> Served { get; init; } = [Host];

    public AgencyYear Year => State.ShouldNotBeNull();

    public static YearStory Opened(AssessmentRules? rules = null, params UnitCode[] others) =>
        (Blank with { Rules = rules ?? new(), Served = [Host, .. others] }).Then(Hub, new OpenYear(Code, 2026));

    public static YearStory Area(AssessmentRules? rules = null) => Opened(rules, Second, Third).Then(Township, Weights(0.5m, 0.3m, 0.2m));

    public static SetWeights Weights(decimal host, decimal second, decimal third) =>
        new(new Dictionary<UnitCode, decimal> { [Host] = host, [Second] = second, [Third] = third }.ToImmutableSortedDictionary());

    public static DraftPlan Plan(int targets = 10) =>
        new([.. Enumerable.Range(1, targets).Select(i => new YearTarget(0, $"第 {i} 项目标", "按月核查", new DateOnly(2026, 12, 20)))]);

    public static YearStory DutiesListed(YearStory? from = null) => (from ?? Opened()).Then(Agency, new ListDuties(["日常巡查", "联合执法"]));

    public static YearStory Drafted(YearStory? from = null) => DutiesListed(from).Then(Agency, Plan());

    public static YearStory Submitted(YearStory? from = null)
    {
        var drafted = Drafted(from);
        return drafted.Year.Weights.Keys.Aggregate(drafted, (s, t) => s.Then(Of(t), new NegotiatePlan())).Then(Agency, new SubmitPlan());
    }

    public static YearStory Consented(YearStory? from = null) => Submitted(from).Then(Department, new ConsentToPlan());

    public static YearStory PartlySigned(YearStory? from = null) => Consented(from).Then(Agency, new SignLetter());

    public static YearStory InForce(YearStory? from = null) => PartlySigned(from).Then(Township, new SignLetter());

    /// <summary>The year is over; nine of ten targets are done, all else is at 100.</summary>
    public static YearStory Assessing(YearStory? from = null)
    {
        var story = Enumerable.Range(1, 9).Aggregate(InForce(from), (s, i) => s.Then(Township, new ConfirmTarget(i, true)));
        story = story.Year.Weights.Keys.Aggregate(story, (s, t) => s.Then(Of(t), new RecordKeyWork("防汛值守", true)));
        return story.Then(Hub, new RecordEvidence(story.Year.Weights.Keys.ToImmutableSortedDictionary(t => t, _ => Cases(50, 0, 100, 100, Start))))
            .At("2027-01-04 09:00").Then(Hub, new OpenAssessment());
    }

    /// <summary>L and S of each township, as four equal components and three groups alike.</summary>
    public static YearStory Rated(YearStory assessing, params (UnitCode Township, decimal Duty, int Satisfaction)[] inputs) =>
        inputs.Aggregate(assessing, (s, i) => s.Submits(i.Township, i.Duty).Then(Hub, Survey(i.Township, i.Satisfaction)));

    public static YearStory Ready(decimal duty = 90, int satisfaction = 85, YearStory? from = null) =>
        Rated(Assessing(from), (Host, duty, satisfaction)).Then(Township, new AggregateTownshipPart());

    public static YearStory Scored(decimal duty = 90, int satisfaction = 85, decimal statutory = 88, YearStory? from = null) =>
        Ready(duty, satisfaction, from).Then(Department, new SubmitStatutory(statutory)).Then(Organ, new FinaliseScore());

    public static YearStory Graded(AssessmentGrade grade = AssessmentGrade.Good, decimal duty = 90, int satisfaction = 85, decimal statutory = 88) =>
        Scored(duty, satisfaction, statutory).Then(Organ, new SetAgencyGrade(grade));

    public static YearStory HeadGraded() => Graded().Then(Organ, new SetHeadGrade(AssessmentGrade.Competent));

    public static YearStory Shared() => HeadGraded().After(TimeSpan.FromDays(14)).Then(Hub, new ShareResult(ShareTarget.Township)).Then(Hub, new ShareResult(ShareTarget.Department));

    public static YearStory In(AgencyYearStage? stage) => stage switch
    {
        null => Blank,
        AgencyYearStage.Opened => Opened(),
        AgencyYearStage.DutiesListed => DutiesListed(),
        AgencyYearStage.PlanDrafted => Drafted(),
        AgencyYearStage.PlanSubmitted => Submitted(),
        AgencyYearStage.PlanConsented => Consented(),
        AgencyYearStage.PartiallySigned => PartlySigned(),
        AgencyYearStage.LetterInForce => InForce(),
        AgencyYearStage.Assessing => Assessing(),
        AgencyYearStage.TownshipPartReady => Ready(),
        AgencyYearStage.Scored => Scored(),
        AgencyYearStage.AgencyGraded => Graded(),
        AgencyYearStage.HeadGraded => HeadGraded(),
        _ => Shared(),
    };

    public static Actor Of(UnitCode township) => township == Host ? Township : township == Second ? SecondTownship : ThirdTownship;

    public static CaseEvidence Cases(int dispatched, int refused, int due, int onTime, DateTimeOffset through, int urged = 0) =>
        new(dispatched, dispatched - refused, refused, due, onTime, 0, 0, urged, 0, 0, through);

    public static SubmitSatisfaction Survey(UnitCode township, int score) =>
        new(township, [.. Enum.GetValues<RaterGroup>().Select(g => Tally(g, 5, score))]);

    public static GroupTally Tally(RaterGroup group, int ballots, int score) => Enumerable.Range(0, ballots)
        .Aggregate(GroupTally.None(group), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score)));

    /// <summary>The township adjusts every component to one value, with a reason, and submits.</summary>
    public YearStory Submits(UnitCode township, decimal duty) => Enum.GetValues<DutyComponent>()
        .Aggregate(this, (s, c) => s.Then(Of(township), new AdjustComponent(c, duty, "按年终核查结果", "责任书未签"))).Then(Of(township), new SubmitDuty("责任书未签，按实绩评分"));

    public YearStory At(string local) => this with { Now = Calendars.Given.Local(local) };

    public YearStory After(TimeSpan time) => this with { Now = Now + time };

    public Decision<AgencyYearEvent> Asked(Actor by, AgencyYearCommand command) => AgencyYearDecisions.Decide(State, command, Context(by));

    public YearStory Then(Actor by, AgencyYearCommand command)
    {
        var decision = Asked(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story.Happened(e));
    }

    public Refusal Refused(Actor by, AgencyYearCommand command, string code, string rule, string? field = null)
    {
        var decision = Asked(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldNotBeEmpty();
        refusal.Zh.ShouldMatch("[\u4e00-\u9fff]");
        return refusal;
    }

    public YearStory Happened(AgencyYearEvent e) => this with { State = AgencyYearFold.Apply(State, e), Events = Events.Add(e) };

    private AgencyYearContext Context(Actor by) => new(by, Now, Calendars.Given.Calendar, WorkingHours.Default, Rules, Events.Count + 1) { Agency = new(Code, Bureau, Host, Served) };
}
