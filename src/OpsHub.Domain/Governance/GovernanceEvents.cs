using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Something that happened to a unit's governance file (综治与网格建设事件).</summary>
/// <param name="Unit">Whose.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ConstructionSetOn), nameof(ConstructionSetOn))]
[JsonDerivedType(typeof(ObligationRecorded), nameof(ObligationRecorded))]
[JsonDerivedType(typeof(CommandStaffSet), nameof(CommandStaffSet))]
[JsonDerivedType(typeof(PlanSet), nameof(PlanSet))]
[JsonDerivedType(typeof(WorkerSchemeActivated), nameof(WorkerSchemeActivated))]
[JsonDerivedType(typeof(WorkerSchemeRetired), nameof(WorkerSchemeRetired))]
[JsonDerivedType(typeof(PowersDelegated), nameof(PowersDelegated))]
[JsonDerivedType(typeof(DelegationEnded), nameof(DelegationEnded))]
[JsonDerivedType(typeof(PowerSet), nameof(PowerSet))]
[JsonDerivedType(typeof(CampaignOpened), nameof(CampaignOpened))]
[JsonDerivedType(typeof(CampaignClosed), nameof(CampaignClosed))]
[JsonDerivedType(typeof(RegularMeetingRecorded), nameof(RegularMeetingRecorded))]
[JsonDerivedType(typeof(CycleClosed), nameof(CycleClosed))]
[JsonDerivedType(typeof(GovernanceTold), nameof(GovernanceTold))]
public abstract record GovernanceEvent(UnitCode Unit);

/// <summary>Something was built, or taken back (已登记建设情况). Late: after its last day. G033, G038.</summary>
public sealed record ConstructionSetOn(UnitCode Unit, ConstructionItem Item, string? Name, DateOnly? On, bool Late) : GovernanceEvent(Unit);

/// <summary>Something owed was recorded (已登记应办事项). Late: after its year was over.</summary>
public sealed record ObligationRecorded(UnitCode Unit, ObligationRecord Record, bool Late) : GovernanceEvent(Unit);

/// <summary>Members of the command centre were set (已登记指挥中心人员).</summary>
public sealed record CommandStaffSet(UnitCode Unit, int Members) : GovernanceEvent(Unit);

/// <summary>The plan was set (已登记工作方案).</summary>
public sealed record PlanSet(UnitCode Unit, ImmutableList<PlanMeasure> Measures) : GovernanceEvent(Unit);

/// <summary>A scheme became active (已启用网格员考核办法).</summary>
public sealed record WorkerSchemeActivated(UnitCode Unit, WorkerScheme Scheme) : GovernanceEvent(Unit);

/// <summary>The scheme was retired (已停用网格员考核办法).</summary>
public sealed record WorkerSchemeRetired(UnitCode Unit, string Reason) : GovernanceEvent(Unit);

/// <summary>Powers were handed down (已下放事项).</summary>
public sealed record PowersDelegated(UnitCode Unit, Delegation Delegation) : GovernanceEvent(Unit);

/// <summary>A delegation ended (已收回下放事项).</summary>
public sealed record DelegationEnded(UnitCode Unit, int Number, string Reason) : GovernanceEvent(Unit);

/// <summary>An entry of the list was set (已登记权责清单).</summary>
public sealed record PowerSet(UnitCode Unit, PowerEntry Entry) : GovernanceEvent(Unit);

/// <summary>A campaign began (已开展集中整治).</summary>
public sealed record CampaignOpened(UnitCode Unit, Campaign Campaign) : GovernanceEvent(Unit);

/// <summary>A campaign was closed (集中整治已结束).</summary>
public sealed record CampaignClosed(UnitCode Unit, int Number, string Outcome) : GovernanceEvent(Unit);

/// <summary>A meeting was recorded (已登记工作例会).</summary>
public sealed record RegularMeetingRecorded(UnitCode Unit, RegularMeeting Meeting) : GovernanceEvent(Unit);

/// <summary>A meeting cycle was closed, with a meeting or missed (例会周期已结算).</summary>
public sealed record CycleClosed(UnitCode Unit, MissedCycle Cycle, bool Missed) : GovernanceEvent(Unit);

/// <summary>The unit was told (已提醒).</summary>
public sealed record GovernanceTold(UnitCode Unit, ImmutableList<GovernanceReminder> Reminders) : GovernanceEvent(Unit);
