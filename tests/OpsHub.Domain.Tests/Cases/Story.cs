using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>A case as it is told step by step. Immutable: a story can be continued in two ways.</summary>
internal sealed record Story(Case? State, ImmutableList<CaseEvent> Events, DateTimeOffset Now, RuleBook Rules)
{
    public static readonly Story Blank = new(null, [], Town.Monday, Town.Rules);

    public Case Case => State.ShouldNotBeNull();

    public ImmutableDictionary<OrganCode, OrganFacts> Organs { get; init; } = Town.Organs;

    /// <summary>The case that a merger names.</summary>
    public MergeTarget? Target { get; init; } = Town.Elder;

    /// <summary>The units in force over the grid, where they are others than when it was reported.</summary>
    public Placement? Place { get; init; }

    /// <summary>Version of the hierarchy by which they are.</summary>
    public long Directory { get; init; }

    /// <summary>Kind of the grid reported from; null where it is not known.</summary>
    public string? GridKind { get; init; }

    /// <summary>Systems entered for the key of whoever reports.</summary>
    public ImmutableHashSet<string> Entered { get; init; } = [];

    public static Story Reported(Actor? by = null, ReportCase? report = null, RuleBook? rules = null) =>
        (Blank with { Rules = rules ?? Town.Rules }).Then(by ?? Town.Worker, report ?? Town.Report());

    public static Story Accepted(ReportCase? report = null) => Reported(report: report).Then(Town.Committee, new AcceptCase());

    public static Story Triaged(TriageClass @class = TriageClass.ClearOwner, bool enforcement = false) =>
        Accepted().Then(Town.TownshipCentre, new TriageCase(@class, enforcement));

    public static Story Dispatched(ReportCase? report = null) =>
        Accepted(report).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));

    public static Story Returned() => Dispatched().Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责"));

    public static Story Handling(ReportCase? report = null) => Dispatched(report).Then(Town.Agency, new AcceptDispatch());

    /// <summary>Dispatched with an assisting unit.</summary>
    public static Story Assisted() => Triaged().Then(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.WaterBureau));

    public static Story HandledTogether() => Assisted().Then(Town.Agency, new AcceptDispatch());

    public static Story Coordinating() => HandledTogether().Then(Town.Agency, new TransferToCoordination("须水务、城管一并处理"));

    public static Story Met(Story story) => story.Then(Town.TownshipCentre, new RecordMeeting(story.Now, [Town.UrbanManagement, Town.WaterBureau], "城管清理，水务排查"));

    public static Story FedBack(ReportCase? report = null) => Handling(report).Then(Town.Agency, new FeedBackCase("已清理", ["photo-1"]));

    public static Story Verified() => FedBack().Then(Town.TownshipCentre, new VerifyCase(true));

    public static Story Closed() => Verified().Then(Town.TownshipCentre, new CloseCase());

    /// <summary>A case in each stage of the straight path.</summary>
    public static Story In(CaseStage? stage) => stage switch
    {
        null => Blank,
        CaseStage.Reported => Reported(),
        CaseStage.Accepted => Accepted(),
        CaseStage.Triaged => Triaged(),
        CaseStage.Dispatched => Assisted(),
        CaseStage.Returned => Returned(),
        CaseStage.Handling => HandledTogether(),
        CaseStage.FedBack => FedBack(),
        CaseStage.Verified => Verified(),
        CaseStage.Closed => Closed(),
        CaseStage.Declined => Reported().Then(Town.Committee, new DeclineCase("不属于网格事项", "市水务局", DeclineGround.OutsideCategories)),
        CaseStage.Coordinating => Met(Coordinating()),
        CaseStage.Evaluated => Closed().Then(Town.Committee, new EvaluateCase(4)),
        CaseStage.Merged => Reported().Then(Town.Committee, Town.Merge),
        _ => Reported().Then(Town.Worker, new WithdrawCase("已自行处理")),
    };

    public Story At(DateTimeOffset instant) => this with { Now = instant };

    public Story At(string local) => At(Calendars.Given.Local(local));

    public Story After(TimeSpan time) => At(Now + time);

    public Decision<CaseEvent> Asked(Actor by, CaseCommand command) => CaseDecisions.Decide(State, command, Context(by, command));

    public ImmutableList<CaseCandidate> Candidates(Actor by, IEnumerable<OrganCode> organs) => CaseCandidates.Of(Case, organs, Context(by, new CloseCase()));

    public Story Then(Actor by, CaseCommand command)
    {
        var decision = Asked(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story.Happened(e));
    }

    public Refusal Refused(Actor by, CaseCommand command)
    {
        var decision = Asked(by, command);
        decision.Events.ShouldBeEmpty();
        return decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
    }

    public Story Ticked() => CaseReprojection.Overtaken(Case, Now, Rules, Events.Count + 1, Place is { } place ? new(place, Directory) : null, Town.NameOf).Aggregate(this, (story, e) => story.Happened(e));

    public Story Happened(CaseEvent e) => this with { State = Case.Apply(State, e), Events = Events.Add(e) };

    private CaseContext Context(Actor by, CaseCommand command) => new(by, Now, Rules, Events.Count + 1)
    {
        Placement = command is not ReportCase { Grid: var grid } ? Place : grid == Town.Grid ? Town.Place : null,
        Directory = Directory,
        Number = command is ReportCase ? "4302-2026-000001" : "",
        Organs = Organs,
        NameOf = Town.NameOf,
        GridKind = GridKind,
        Systems = CaseAccess.SystemsOf(by, Entered),
        Target = Target,
        Destination = command is RelocateCase { Grid: var to } ? to == Town.Elsewhere.Grid ? Town.Elsewhere : to == Town.Grid ? Town.Place : Abroad(to) : null,
    };

    // A grid of another county exists too; one that ends in zeros doesn't.
    private static Placement? Abroad(UnitCode grid) =>
        grid.Value.EndsWith("000", StringComparison.Ordinal) ? null : new(grid, grid.At(UnitLevel.Community), grid.At(UnitLevel.Township), grid.At(UnitLevel.County), grid.At(UnitLevel.City));
}
