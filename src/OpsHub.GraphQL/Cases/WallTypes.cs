using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>What a wall may show of a case.</summary>
internal sealed class WallCaseType : Described<WallCase>
{
    public WallCaseType(IHubDirectory directory, IRuleBook rules) : base("WallCase",
        "What a wall may show of a case (大屏案件): category, units, holder and age; no title, text, address or person. Rules part 4.")
    {
        One<IdGraphType>("caseId", "Global id of the case; case(id:) answers it to those who may read the case.", c => GlobalId.OfCase(c.Row.Key));
        One<StringGraphType>("category", "Second-level code, or first-level for dispute and special-group categories (W03-W05, W07, W08).", c => rules.Shown(c.Row.Category).Code);
        One<StringGraphType>("categoryName", "Chinese name of that category (事项类别).", c => rules.Shown(c.Row.Category).Name);
        One<StringGraphType>("categoryNameEn", "English name of that category.", c => rules.Shown(c.Row.Category).NameEn);
        One<UnitType>("township", "Township or subdistrict (乡镇、街道).", c => directory.Node(c.Row.Township));
        One<UnitType>("community", "Community or village (社区、村).", c => directory.Node(c.Row.Community));
        One<OrganType>("holder", "Whose move it is (在谁手里).", c => c.Row.Holder);
        One<InstantType>("holderSince", "Since when (持有时间).", c => c.Row.HolderSince);
        One<CaseStageType>("stage", "Where it stands (案件状态).", c => c.Row.Stage);
        One<CasePriorityType>("priority", "Priority (紧急程度).", c => (CasePriority)c.Row.Priority);
        Maybe<InstantType>("dueAt", "Nearest open due instant (到期); null when no term is open.", c => c.Row.DueAt);
        One<BooleanGraphType>("provisional", "True when that due instant is provisional (暂定).", c => c.Row.Contribution.Provisional);
        One<IntGraphType>("urgedLevel", "Urging level (督办级别), 0 to 3.", c => c.Row.Contribution.UrgedLevel);
        One<InstantType>("reportedAt", "When it was reported (上报时间).", c => c.Row.ReportedAt);
    }
}

/// <summary>One thing that happened to a case.</summary>
internal sealed class CaseEventType : Described<PlacedEvent>
{
    public CaseEventType(IHubDirectory directory, IRuleBook rules) : base("CaseEvent",
        "One thing that happened to a case (案件动态), as walls may show it: no title, text or person.")
    {
        One<StringGraphType>("position", "Opaque place in the unit's events; resume with unitCaseEvents(after:). Unique within the hub.",
            e => e.Position.ToString(CultureInfo.InvariantCulture));
        One<IdGraphType>("caseId", "Global id of the case.", e => GlobalId.OfCase(e.Row.Case));
        AskMaybe<StringGraphType>("number", "The number people read (案件编号); null for a wall key, which is told of a case no more than category, unit, holder and age. Rules part 4.",
            (context, e) => new(Viewer.Of(context).Actor.Role == Role.WallKey ? null : e.Row.Number));
        One<InstantType>("at", "When it happened.", e => e.Row.At);
        One<StringGraphType>("event", "Name of the event, past tense, e.g. `CaseDispatched`.", e => e.Row.Event);
        One<CaseStageType>("stage", "Stage afterwards (案件状态).", e => e.Row.Stage);
        One<StringGraphType>("category", "Second-level code, or first-level for dispute and special-group categories (W03-W05, W07, W08).", e => rules.Shown(e.Row.Category).Code);
        One<StringGraphType>("categoryName", "Chinese name of that category (事项类别).", e => rules.Shown(e.Row.Category).Name);
        One<StringGraphType>("categoryNameEn", "English name of that category.", e => rules.Shown(e.Row.Category).NameEn);
        One<UnitType>("township", "Township or subdistrict (乡镇、街道).", e => directory.Node(directory.Place(e.Row.Grid)?.Township ?? e.Row.Grid.At(Domain.Hierarchy.UnitLevel.Township)));
        One<UnitType>("community", "Community or village (社区、村).", e => directory.Node(directory.Place(e.Row.Grid)?.Community ?? e.Row.Grid.At(Domain.Hierarchy.UnitLevel.Community)));
        One<OrganType>("organ", "The organ that the event names (单位): of a report who was asked first, of a dispatch the lead, of a passed term who was bound by it, otherwise who acted. Who holds the case now, its holder says.", e => e.Row.Organ);
    }
}
