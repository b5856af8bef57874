using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Governance;

/// <summary>An item and when it was built.</summary>
internal sealed record ShownItem(ConstructionRule Rule, string? Name, DateOnly? On);

/// <summary>A campaign with the township whose it is.</summary>
internal sealed record ShownCampaign(UnitCode Township, Campaign Campaign);

/// <summary>A governance file. A node of this type exists only where the actor may read it.</summary>
internal sealed class GovernanceFileType : Described<GovernanceNode>
{
    public GovernanceFileType(IGrainFactory grains, IGovernanceIndex index, IHubDirectory directory, GovernanceReader reader, TracePages traces)
        : base("GovernanceFile", "What a city, county or township has built and done for grid governance (综治与网格建设台账). Posts and counts, no names.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", f => GlobalId.OfGovernance(f.State.Unit));
        One<UnitType>("unit", "The unit (单位).", f => directory.Node(f.State.Unit));
        Many<ConstructionItemInfoType>("construction", "What is to be built at its level, and when it was (建设项目). T018, G028, G029, G033-G038, G058.", f => Items(f.State)).WithAssumedSize(14);
        Maybe<IntGraphType>("commandStaff", "Members of the grid command centre, 5 to 7 (指挥中心人员); null while it is not recorded. G016.", f => f.State.CommandStaff);
        AskMany<ObligationType>("obligations", "What it owes (应办事项).", async (context, f) =>
            Obligations.Of(f.State, reader.Today, directory.OwedSince(f.State.Unit, await index.Since(context.CancellationToken).ConfigureAwait(false)))).WithAssumedSize(8).WithCost(FieldMarks.OneQuestion);
        Many<ObligationRecordType>("records", "What was done about it (办理记录).", f => f.State.Records).WithAssumedSize(8);
        Many<PlanMeasureType>("plan", "Measures of its plan (工作方案措施). G043.", f => f.State.Plan).WithAssumedSize(10);
        Maybe<WorkerSchemeType>("workerScheme", "The active assessment scheme of grid workers (网格员考核办法); null where there is none. G027.", f => f.State.WorkerScheme);
        Many<PowerDelegationType>("delegations", "Powers handed down (下放事项). T025.", f => f.State.Delegations).WithAssumedSize(20);
        Many<PowerEntryType>("powers", "The power and responsibility list (权责清单). T026.", f => f.State.Powers).WithAssumedSize(50);
        Many<CampaignType>("campaigns", "Focused campaigns, newest first (集中整治). G054.", f => f.State.Campaigns.Reverse().Select(c => new ShownCampaign(f.State.Unit, c))).WithAssumedSize(5);
        Many<RegularMeetingType>("meetings", "Regular work meetings, newest first (工作例会). T020.", f => f.State.Meetings.Reverse()).WithAssumedSize(12);
        Many<MissedCycleType>("missedCycles", "Cycles without a meeting (未召开例会的周期): Missed. T020.", f => f.State.Missed).WithAssumedSize(2);
        One<StringGraphType>("meetingBasis", "What the meeting cycle rests on: `assumed` unless it was set with a source. Parameter MeetingCycle.", f => reader.BasisOf(f.State.Unit, "MeetingCycle"));
        Many<GovernanceFlagType>("flags", "What is to be looked at (提示、缺项); blocks nothing.", f => GovernanceFlags.OfFile(f.State)).WithAssumedSize(5);
        One<StringGraphType>("version", "Length of its trace, for expectedVersion (版本).", f => f.Length.ToString(CultureInfo.InvariantCulture));
        AskOne<Cases.TraceConnectionType>("trace", "Its trace (留痕).", (context, f) => traces.Page(context, GrainKeys.Governance(f.State.Unit), grains.Governance(f.State.Unit).Trace)).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static IEnumerable<ShownItem> Items(GovernanceFile s) => ConstructionRule.All.Values.Where(r => r.Levels.Contains(s.Unit.Level)).SelectMany(r => r.Item == ConstructionItem.DepartmentTopic
        ? s.Built.Where(b => b.Item == r.Item).Select(b => new ShownItem(r, b.Name, b.On)) : [new ShownItem(r, null, s.BuiltOn(r.Item))]);
}

/// <summary>A campaign.</summary>
internal sealed class CampaignType : Described<ShownCampaign>
{
    public CampaignType(IHubIndex index) : base("GovernanceCampaign", "A focused campaign of a township (突出问题集中整治). G054.")
    {
        One<IntGraphType>("number", "Its number within the township (序号).", c => c.Campaign.Number);
        One<StringGraphType>("name", "Name (名称).", c => c.Campaign.Name);
        Many<StringGraphType>("categories", "Categories of cases that it is about (案件类别).", c => c.Campaign.Categories).WithAssumedSize(3);
        One<DayType>("from", "First day (起).", c => c.Campaign.From);
        One<DayType>("until", "Last day (止).", c => c.Campaign.Until);
        Maybe<StringGraphType>("outcome", "What came of it (整治成效); null while it runs.", c => c.Campaign.Outcome);
        AskOne<IntGraphType>("linkedCases", "Cases of these categories reported in the township during it (关联案件数), counted now.", async (context, c) => await index.CountCases(
            new() { Unit = c.Township, Categories = c.Campaign.Categories, ReportedFrom = LocalDay.Start(c.Campaign.From), ReportedBefore = LocalDay.End(c.Campaign.Until) },
            context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
    }
}
