using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Governance;

/// <summary>A share.</summary>
internal sealed class ShareType : Described<Share>
{
    public ShareType() : base("GovernanceShare", "A share as two whole numbers (比率): exact, rounded only for people.")
    {
        One<IntGraphType>("numerator", "How many have it (分子).", s => (int)s.Part);
        One<IntGraphType>("denominator", "Of how many (分母).", s => (int)s.Whole);
        One<IntGraphType>("gap", "How many are missing (缺口).", s => (int)(s.Whole - s.Part));
        Maybe<FloatGraphType>("percent", "Per cent, rounded to one digit after the point (百分比); null of nothing.", s => (double?)s.Percent);
    }
}

/// <summary>An indicator.</summary>
internal sealed class GovernanceIndicatorType : Described<GovernanceIndicator>
{
    public GovernanceIndicatorType() : base("GovernanceIndicator", "An indicator of grid governance, for a unit and all below it (建设指标).")
    {
        One<StringGraphType>("rule", "Rule id (规则).", i => i.Rule);
        One<StringGraphType>("name", "Chinese name (名称).", i => i.Zh);
        One<StringGraphType>("nameEn", "English name.", i => i.En);
        One<ShareType>("share", "What is there, of what should be (比率).", i => i.Share);
    }
}

/// <summary>A flag.</summary>
internal sealed class GovernanceFlagType : Described<GovernanceFlag>
{
    public GovernanceFlagType(IHubDirectory directory) : base("GovernanceFlag", "Something to look at (提示、缺项); blocks nothing.")
    {
        One<UnitType>("unit", "Where (单位).", f => directory.Node(f.Unit));
        One<StringGraphType>("rule", "Rule id (规则).", f => f.Rule);
        One<StringGraphType>("clause", "Clause of the policy (条款).", f => f.Clause);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", f => f.Zh);
        One<StringGraphType>("messageEn", "The same in English.", f => f.En);
    }
}

/// <summary>One of a list of flags.</summary>
internal sealed class GovernanceFlagEdgeType() : EdgeType<GovernanceFlag, GovernanceFlagType>("GovernanceFlag", "flags (提示)");

/// <summary>A page of a list of flags.</summary>
internal sealed class GovernanceFlagConnectionType : ConnectionType<GovernanceFlag, GovernanceFlagType, GovernanceFlagEdgeType>
{
    public GovernanceFlagConnectionType() : base("GovernanceFlag", "flags (提示)") =>
        AskOne<IntGraphType>("totalCount", "How many there are in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false));
}

/// <summary>An obligation.</summary>
internal sealed class ObligationType : Described<Obligation>
{
    public ObligationType(IHubDirectory directory) : base("GovernanceObligation", "Something that a unit owes (应办事项): it opens by itself, and only a record closes it. G026, G033, G038, G042-G044, G057, G061.")
    {
        One<UnitType>("unit", "Who owes it (单位).", o => directory.Node(o.Unit));
        One<StringGraphType>("rule", "Rule id (规则).", o => o.Rule);
        One<StringGraphType>("clause", "Clause of the policy (条款).", o => o.Clause);
        One<StringGraphType>("name", "Chinese name (名称).", o => o.Zh);
        One<StringGraphType>("nameEn", "English name.", o => o.En);
        Maybe<IntGraphType>("year", "The year, for what comes every year (年度).", o => o.Year);
        Maybe<DayType>("dueOn", "Last day (截止日期); null where the text gives none. Overdue from the day after, 00:00.", o => o.Due);
        One<ObligationStatusType>("status", "How it stands (状态).", o => o.Status);
        Maybe<DayType>("doneOn", "Day on which it was done (办理日期); null while it is not, and for the plan.", o => o.On);
    }
}

/// <summary>One of a list of obligations.</summary>
internal sealed class ObligationEdgeType() : EdgeType<Obligation, ObligationType>("GovernanceObligation", "obligations (应办事项)");

/// <summary>A page of a list of obligations.</summary>
internal sealed class ObligationConnectionType : ConnectionType<Obligation, ObligationType, ObligationEdgeType>
{
    public ObligationConnectionType() : base("GovernanceObligation", "obligations (应办事项)") =>
        AskOne<IntGraphType>("totalCount", "How many there are in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false));
}

/// <summary>A standard.</summary>
internal sealed class NationalStandardType : Described<NationalStandard>
{
    public NationalStandardType() : base("NationalStandard", "A national standard by which command centres are set up (国家标准). G060.")
    {
        One<StringGraphType>("number", "Its number (标准号).", s => s.Number);
        One<StringGraphType>("title", "Chinese title (名称).", s => s.Zh);
        One<StringGraphType>("titleEn", "English title.", s => s.En);
    }
}
