using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Tests.Assessments;

namespace OpsHub.Domain.Tests.Surveys;

/// <summary>A survey as it is told step by step. Immutable: a story can be continued in two ways.</summary>
internal sealed record SurveyStory(Survey? State, ImmutableList<SurveyEvent> Events, DateTimeOffset Now)
{
    // First: what follows is made with it.
    public static readonly ImmutableList<GroupTally> Enough = [.. Enum.GetValues<RaterGroup>().Select(g => YearStory.Tally(g, 6, 80))];

    public static readonly PlanSurvey Default = new(YearStory.Code, 2026, YearStory.Host);

    /// <summary>2026-11-02 09:00, a month before the ordinary window.</summary>
    public static readonly SurveyStory Blank = new(null, [], Calendars.Given.Local("2026-11-02 09:00"));

    public AssessmentRules Assessments { get; init; } = new();

    public SurveyRules Rules { get; init; } = new();

    public ImmutableList<GroupTally> Tallies { get; init; } = Enough;

    public bool OwedAnew { get; init; }

    public Survey Survey => State.ShouldNotBeNull();

    public static SurveyStory Planned() => Blank.Then(YearStory.Township, Default);

    public static SurveyStory Issued() => Enum.GetValues<RaterGroup>().Aggregate(Planned(), (s, g) => s.Then(YearStory.Township, new IssueTokens(g, 20)));

    public static SurveyStory Open() => Issued().At("2026-12-01 00:03").Then(YearStory.Hub, new OpenSurvey());

    public static SurveyStory Closed(ImmutableList<GroupTally>? tallies = null) =>
        (Open() with { Tallies = tallies ?? Enough }).At("2027-01-01 00:00").Then(YearStory.Hub, new CloseSurvey());

    public static SurveyStory Delivered() => Closed().Then(YearStory.Hub, new RecordDelivery());

    public static SurveyStory In(SurveyStage stage) => stage switch
    {
        SurveyStage.Planned => Issued(),
        SurveyStage.Open => Open(),
        SurveyStage.Closed => Closed(),
        _ => Delivered(),
    };

    public SurveyStory At(string local) => this with { Now = Calendars.Given.Local(local) };

    public Decision<SurveyEvent> Asked(Actor by, SurveyCommand command) => SurveyDecisions.Decide(State, command, Facts(by));

    public ImmutableList<OfferedSurveyMove> Moves(Actor by) => SurveyMoves.Of(State, Default, Facts(by));

    private SurveyContext Facts(Actor by) => new(by, Now, Assessments, Rules)
    {
        Agency = new(YearStory.Code, YearStory.Bureau, YearStory.Host, [YearStory.Host, YearStory.Second]), OwedAnew = OwedAnew, Tallies = Tallies,
        Enough = [.. Tallies.Where(t => t.Ballots >= 5).Select(t => t.Group)],
    };

    public SurveyStory Then(Actor by, SurveyCommand command)
    {
        var decision = Asked(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story with { State = SurveyFold.Apply(story.State, e), Events = story.Events.Add(e) });
    }

    public Refusal Refused(Actor by, SurveyCommand command, string code, string rule = "A024", string? field = null)
    {
        var decision = Asked(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldBe("二(三)");
        refusal.Zh.ShouldMatch("[\u4e00-\u9fff]");
        return refusal;
    }
}
