using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Rules;

/// <summary>A change of the rules.</summary>
internal sealed class RuleChangeType : Described<RuleChange>
{
    public RuleChangeType(HubClock clock) : base("RuleChange", "A change of the rules (规则变更): what, from when, by whom and why. None is ever taken back. G010.")
    {
        One<IntGraphType>("version", "Its version, from 2 (版本).", c => c.Version);
        One<InstantType>("decidedAt", "When it was decided (决定时间).", c => c.At);
        One<DayType>("effectiveFrom", "The day from whose beginning it holds (生效日期).", c => c.EffectiveFrom);
        One<BooleanGraphType>("inForce", "False while it is only announced (是否生效).", c => c.EffectiveFrom <= LocalDay.Of(clock.Now));
        One<StringGraphType>("reason", "Why (理由).", c => c.Reason);
        One<RoleType>("role", "Role that decided it.", c => c.Role);
        One<OrganType>("by", "Organ that decided it (决定单位).", c => c.By);
        Maybe<StringGraphType>("county", "Code of the county for which alone it holds; null for the whole city (适用县市区).", c => c.County?.Value);
        One<StringGraphType>("kind", "What it sets: CategorySet, LimitsSet, ParameterSet, CalendarLoaded, ClosureAnnounced, ClosureEnded (变更事项).", c => c.Value.GetType().Name);
        Maybe<StringGraphType>("category", "Code of the category that it sets; null for others.", c => (c.Value as CategorySet)?.Code);
        Maybe<StringGraphType>("categoryName", "Its Chinese name from then on.", c => (c.Value as CategorySet)?.Name);
        Maybe<StringGraphType>("owner", "Id of the department that owns it from then on (主管部门); null where none is set.", c => (c.Value as CategorySet)?.Owner);
        Maybe<StringGraphType>("parameter", "Name of the parameter that it sets; null for others.", c => (c.Value as ParameterSet)?.Name);
        Maybe<StringGraphType>("value", "The parameter's value from then on.", c => (c.Value as ParameterSet)?.Value);
        Many<SetLimitType>("limits", "Limits that it sets; empty for others (时限).", c => (c.Value as LimitsSet)?.Limits ?? []);
        Maybe<IntGraphType>("year", "Year of the official calendar that it loads or amends; null for others (日历年份).", c => (c.Value as CalendarLoaded)?.Year);
        Maybe<DayType>("first", "First day of the closure that it announces; null for others.", c => (c.Value as ClosureAnnounced)?.First);
        Maybe<DayType>("last", "Last day of the closure that it announces or ends; null for others.", c => c.Value switch { ClosureAnnounced a => a.Last, ClosureEnded e => e.LastDay, _ => null });
        One<BasisKindType>("basis", "TEXT where it names a source or loads an official notice, else ASSUMED (依据).", c => Source(c.Value) is null ? BasisKind.Assumed : BasisKind.Text);
        Maybe<StringGraphType>("source", "Where it is written (依据文件); null where it is assumed, and for limits, which say it each.", c => Source(c.Value));
    }

    private static string? Source(RuleValue value) => value switch
    {
        CategorySet c => c.OwnerSource,
        ParameterSet p => p.Source,
        CalendarLoaded { Days: [var day, ..] } => day.Notice,
        _ => null,
    };
}

/// <summary>A limit that was set.</summary>
internal sealed class SetLimitType : Described<Domain.Cases.SetLimit>
{
    public SetLimitType() : base("SetLimit", "A limit that was set, with what it holds for (已设定的时限). G022.")
    {
        One<CaseStepType>("step", "The step (环节).", l => l.Key.Step);
        Maybe<CasePriorityType>("priority", "The priority; null for all of the category (紧急程度).", l => l.Key.Priority);
        Maybe<StringGraphType>("category", "First- or second-level code; null for every category (类别).", l => l.Key.Category);
        One<IntGraphType>("amount", "How many units.", l => l.Budget.Amount);
        One<BudgetUnitType>("unit", "What it is counted in (单位).", l => l.Budget.Unit);
        Maybe<StringGraphType>("source", "Where it is written (依据文件); null where it is assumed.", l => l.Source);
    }
}

/// <summary>One of a list of changes.</summary>
internal sealed class RuleChangeEdgeType() : EdgeType<RuleChange, RuleChangeType>("RuleChange", "changes of the rules (规则变更)");

/// <summary>A page of a list of changes.</summary>
internal sealed class RuleChangeConnectionType() : ConnectionType<RuleChange, RuleChangeType, RuleChangeEdgeType>("RuleChange", "changes of the rules (规则变更)");
