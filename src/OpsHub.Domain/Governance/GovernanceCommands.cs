using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Governance;

/// <summary>A command to a unit's governance file (综治与网格建设指令). Who may give it stands in <see cref="GovernanceAccess"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(SetConstruction), nameof(SetConstruction))]
[JsonDerivedType(typeof(RecordObligation), nameof(RecordObligation))]
[JsonDerivedType(typeof(SetCommandStaff), nameof(SetCommandStaff))]
[JsonDerivedType(typeof(SetPlan), nameof(SetPlan))]
[JsonDerivedType(typeof(ActivateWorkerScheme), nameof(ActivateWorkerScheme))]
[JsonDerivedType(typeof(RetireWorkerScheme), nameof(RetireWorkerScheme))]
[JsonDerivedType(typeof(DelegatePowers), nameof(DelegatePowers))]
[JsonDerivedType(typeof(EndDelegation), nameof(EndDelegation))]
[JsonDerivedType(typeof(SetPower), nameof(SetPower))]
[JsonDerivedType(typeof(OpenCampaign), nameof(OpenCampaign))]
[JsonDerivedType(typeof(CloseCampaign), nameof(CloseCampaign))]
[JsonDerivedType(typeof(RecordRegularMeeting), nameof(RecordRegularMeeting))]
[JsonDerivedType(typeof(CloseCycle), nameof(CloseCycle))]
[JsonDerivedType(typeof(TellGovernance), nameof(TellGovernance))]
public abstract record GovernanceCommand;

/// <summary>Record that something is built, or that it isn't after all (登记建设情况). T018, G028, G029, G033-G038, G058.</summary>
/// <param name="Item">The item.</param>
/// <param name="Name">Name of a department's topic, 1-50 characters; null for all others.</param>
/// <param name="On">Day on which it was built, not in the future; null takes it back.</param>
public sealed record SetConstruction(ConstructionItem Item, string? Name, DateOnly? On) : GovernanceCommand;

/// <summary>Record what was done about something owed (登记应办事项). G026, G042, G044, G057, G061.</summary>
/// <param name="Kind">Kind; the plan is set with <see cref="SetPlan"/>.</param>
/// <param name="On">Day, not in the future.</param>
/// <param name="Record">Document, or title of the post; 1-200 characters, no names.</param>
/// <param name="Year">Year for which it is, 2018-2100; that of the day where it is left out; none for what is owed once.</param>
/// <param name="Funds">Uses of the fund; for the fund only. G045.</param>
public sealed record RecordObligation(ObligationKind Kind, DateOnly On, string Record, int? Year = null, FundUses? Funds = null) : GovernanceCommand;

/// <summary>Set how many work in the grid command centre (指挥中心人员). G016: at most 7.</summary>
public sealed record SetCommandStaff(int Members) : GovernanceCommand;

/// <summary>Set the plan's measures (工作方案). G043.</summary>
public sealed record SetPlan(ImmutableList<PlanMeasure> Measures) : GovernanceCommand;

/// <summary>Activate the assessment scheme of grid workers (启用网格员考核办法). G027: a second one is refused. G051.</summary>
public sealed record ActivateWorkerScheme(string Name, ImmutableList<PostScheme> Posts) : GovernanceCommand;

/// <summary>Retire it (停用网格员考核办法).</summary>
public sealed record RetireWorkerScheme(string Reason) : GovernanceCommand;

/// <summary>Hand powers down (下放事项). T025: five fields, all needed, up to 500 characters each.</summary>
public sealed record DelegatePowers(string Matter, string Procedure, string LegalBasis, string OperationRules, string Responsibility) : GovernanceCommand;

/// <summary>End a delegation (收回下放事项).</summary>
public sealed record EndDelegation(int Number, string Reason) : GovernanceCommand;

/// <summary>Set who owns a matter (权责清单). T026. No owner takes it off the list.</summary>
public sealed record SetPower(string Matter, ImmutableList<PowerOwner> Owners) : GovernanceCommand;

/// <summary>Open a campaign (开展集中整治). G054.</summary>
public sealed record OpenCampaign(string Name, ImmutableList<string> Categories, DateOnly From, DateOnly Until) : GovernanceCommand;

/// <summary>Close a campaign (集中整治结束), saying what came of it in 1-1,000 characters. G054.</summary>
public sealed record CloseCampaign(int Number, string Outcome) : GovernanceCommand;

/// <summary>Record a regular meeting (登记工作例会). T020.</summary>
public sealed record RecordRegularMeeting(DateOnly On, string Minutes, int Attended) : GovernanceCommand;

/// <summary>Close a meeting cycle that is over (结算例会周期); by the hub. T020.</summary>
public sealed record CloseCycle(MissedCycle Cycle) : GovernanceCommand;

/// <summary>Tell the unit what is late (提醒); by the hub.</summary>
public sealed record TellGovernance(ImmutableList<GovernanceReminder> Reminders) : GovernanceCommand;
