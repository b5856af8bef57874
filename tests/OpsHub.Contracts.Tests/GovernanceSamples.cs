using System.Collections.Immutable;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of everything of grid files, governance files and analysis reports.</summary>
internal static class GovernanceSamples
{
    private static readonly UnitCode City = UnitCode.Parse("4302"), Township = UnitCode.Parse("430203001"), Community = UnitCode.Parse("430203001001"), Grid = CaseSamples.Grid;
    private static readonly DateOnly Day = new(2026, 10, 12), From = new(2026, 10, 1), Until = new(2026, 11, 1);
    private static readonly CommunityAnnouncement Notice = new(Day, "停水通知", [ServiceChannel.Website, ServiceChannel.Display]);
    private static readonly CommunityReach Reach = new(true, true, true, [ServiceChannel.Hotline]);
    private static readonly ImmutableList<PostScheme> Posts = [new(WorkerPost.FullTime, [new("巡查", 0.6m), new("群众评价", 0.4m)])];
    private static readonly FundUses Funds = new(200000m, 50000.5m, 0m);
    private static readonly Delegation Delegation = new(1, "临时占道审批", "书面委托", "权力清单", "三日办结", "谁审批谁负责", CaseSamples.At);
    private static readonly Campaign Campaign = new(2, "占道经营整治", ["Q05-01"], From, Day);
    private static readonly ImmutableList<GovernanceReminder> Reminders = [new("SpecialFund/2025", "G044", new(2025, 12, 31), "专项经费", "Special fund")];
    private static readonly AnalysisCounts Counts = new(120, 100, 90, 81, 40, 3);

    public static readonly ImmutableList<GridFileCommand> GridCommands =
    [
        new AssignBuildings([new("B1", Grid), new("B2", null)]), new ReleaseBuildings(["B1"], true), new EquipGrid(Grid, 1, 2, 3, GridPartyUnit.Branch, "沿河"), new AppointGridLeader(Grid, GridLeaderClass.RetiredCadre),
        new EndGridLeader(Grid, "换届"), new TrainGridWorkers([Grid], Day), new SetReach(Reach), new MakeAnnouncement(Notice),
    ];

    public static readonly ImmutableList<GridFileEvent> GridEvents =
    [
        new BuildingsAssigned(Community, [new("B1", Grid), new("B2", null)]), new BuildingsReleased(Community, ["B1"], true), new GridEquipped(Community, Grid, 1, 2, 3, GridPartyUnit.Branch, "沿河"),
        new GridLeaderEnded(Community, Grid, "换届"), new GridLeaderAppointed(Community, Grid, GridLeaderClass.RetiredCadre), new GridWorkersTrained(Community, [Grid], Day), new ReachSet(Community, Reach), new AnnouncementMade(Community, Notice),
    ];

    public static readonly ImmutableList<GovernanceCommand> Commands =
    [
        new SetConstruction(ConstructionItem.DepartmentTopic, "公安", Day), new RecordObligation(ObligationKind.SpecialFund, Day, "预算", 2026, Funds), new SetCommandStaff(6), new SetPlan([new("建好指挥中心", "区委政法委")]),
        new ActivateWorkerScheme("办法", Posts), new RetireWorkerScheme("修订"), new DelegatePowers("事项", "程序", "依据", "规则", "权责"), new EndDelegation(1, "收回"), new SetPower("宅基地审核", [PowerOwner.Township, PowerOwner.Collective]),
        new OpenCampaign("占道经营整治", ["Q05-01"], From, Day), new CloseCampaign(2, "清理 40 处"), new RecordRegularMeeting(Day, "纪要", 9), new CloseCycle(new(From, Until)), new TellGovernance(Reminders),
    ];

    public static readonly ImmutableList<GovernanceEvent> Events =
    [
        new ConstructionSetOn(City, ConstructionItem.DepartmentTopic, "公安", Day, true), new ObligationRecorded(City, new(ObligationKind.SpecialFund, 2026, Day, "预算", Funds), true), new CommandStaffSet(City, 6),
        new PlanSet(City, [new("建好指挥中心", "区委政法委")]), new WorkerSchemeRetired(City, "修订"), new WorkerSchemeActivated(City, new("办法", Day, Posts)), new PowersDelegated(City, Delegation), new DelegationEnded(City, 7, "收回"),
        new PowerSet(City, new("宅基地审核", [PowerOwner.Township, PowerOwner.Collective])), new CampaignOpened(City, Campaign), new CampaignClosed(City, 2, "清理 40 处"), new RegularMeetingRecorded(City, new(Day, "纪要", 9, true)),
        new CycleClosed(City, new(Until, new(2026, 12, 1)), true), new GovernanceTold(City, Reminders),
    ];

    public static readonly ImmutableList<AnalysisCommand> AnalysisCommands = [new DraftReport(Until, Counts), new EditReport("本月以占道经营为主。"), new AdoptReport()];

    public static readonly ImmutableList<AnalysisEvent> AnalysisEvents =
        [new ReportDrafted(CaseSamples.At, Township, From, Until, Counts, "草稿"), new ReportEdited(CaseSamples.At, "本月以占道经营为主。"), new ReportAdopted(CaseSamples.At)];
}
