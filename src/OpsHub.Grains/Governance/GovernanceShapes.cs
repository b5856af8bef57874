using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Councils;

namespace OpsHub.Grains.Governance;

/// <summary>How a grid file is folded, named and indexed.</summary>
internal sealed class GridFileShape(IHubDirectory directory) : SubjectShape<GridFile, GridFileEvent>
{
    public override GridFile Fold(GridFile? state, GridFileEvent happened) => GridFile.Apply(state, happened);

    public override bool Reads(Actor actor, GridFile state) => GovernanceAccess.Reads(actor, state.Community, directory.IsWithin);

    public override EventLine Describe(GridFileEvent happened) => happened switch
    {
        GridLeaderAppointed => new(nameof(GridLeaderAppointed), null, "G031"),
        GridLeaderEnded e => new(nameof(GridLeaderEnded), e.Reason, "G031"),
        GridEquipped => new(nameof(GridEquipped), null, "G032"),
        GridWorkersTrained => new(nameof(GridWorkersTrained), null, "G025"),
        ReachSet => new(nameof(ReachSet), null, "G039"),
        AnnouncementMade => new(nameof(AnnouncementMade), null, "G052"),
        _ => new(happened.GetType().Name, null, "G005"),
    };

    public override Publication Publish(string key, GridFile state, TraceChain trace, long version, long after) => new(key, version)
    {
        Governance = new(key, version) { Grids = GridFileRow.Of(state) },
    };
}

/// <summary>How a governance file is folded, named, indexed, and whom its events tell.</summary>
internal sealed class GovernanceShape(IHubDirectory directory, HubClock clock) : SubjectShape<GovernanceFile, GovernanceEvent>
{
    public override bool PublishesEvents => true;

    public override GovernanceFile Fold(GovernanceFile? state, GovernanceEvent happened) => GovernanceFile.Apply(state, happened);

    public override bool Reads(Actor actor, GovernanceFile state) => GovernanceAccess.Reads(actor, state.Unit, directory.IsWithin);

    public override EventLine Describe(GovernanceEvent happened) => happened switch
    {
        ConstructionSetOn e => new(nameof(ConstructionSetOn), e.Late ? "逾期建成" : e.On is null ? "更正" : null, ConstructionRule.Of(e.Item).Rule),
        ObligationRecorded e => new(nameof(ObligationRecorded), e.Late ? "逾期登记" : null, ObligationRule.Of(e.Record.Kind).Rule),
        CommandStaffSet => new(nameof(CommandStaffSet), null, "G016"),
        PlanSet => new(nameof(PlanSet), null, "G043"),
        WorkerSchemeActivated => new(nameof(WorkerSchemeActivated), null, "G027"),
        WorkerSchemeRetired e => new(nameof(WorkerSchemeRetired), e.Reason, "G027"),
        PowersDelegated => new(nameof(PowersDelegated), null, "T025"),
        DelegationEnded e => new(nameof(DelegationEnded), e.Reason, "T025"),
        PowerSet => new(nameof(PowerSet), null, "T026"),
        CampaignOpened or CampaignClosed => new(happened.GetType().Name, null, "G054"),
        RegularMeetingRecorded e => new(nameof(RegularMeetingRecorded), e.Meeting.Late ? "逾期补录" : null, "T020"),
        CycleClosed e => new(nameof(CycleClosed), e.Missed ? "未召开" : null, "T020"),
        _ => new(happened.GetType().Name, null, null),
    };

    public override Publication Publish(string key, GovernanceFile state, TraceChain trace, long version, long after) => new(key, version)
    {
        Governance = new(key, version) { File = state },
        // Later than that a notice may have been forgotten, and it would be told again.
        Notices = [.. trace.Since<GovernanceEvent>(after).Where(e => clock.Now - e.Entry.At < CaseNotices.Planned).SelectMany(e => GovernanceNotices.Of(key, e.Entry.Sequence, e.Entry.At, e.Event))],
    };
}

/// <summary>How a report is folded, named and indexed.</summary>
internal sealed class AnalysisShape(IHubDirectory directory) : SubjectShape<AnalysisReport, AnalysisEvent>
{
    public override AnalysisReport Fold(AnalysisReport? state, AnalysisEvent happened) => AnalysisReport.Apply(state, happened);

    public override bool Reads(Actor actor, AnalysisReport state) => GovernanceAccess.Reads(actor, state.Township, directory.IsWithin);

    public override EventLine Describe(AnalysisEvent happened) => new(happened.GetType().Name, null, "T023");

    public override string? StageOf(AnalysisReport? state) => state?.Stage.ToString();

    public override Publication Publish(string key, AnalysisReport state, TraceChain trace, long version, long after) => new(key, version)
    {
        Governance = new(key, version) { Report = state },
    };
}
