using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Governance.GovernanceRefusals;

namespace OpsHub.Domain.Governance;

/// <summary>Decides commands to governance files (综治与网格建设规则). G016, G026-G029, G033-G038, G042-G044, G051, G054, G057, G058, G061, T018, T020, T025, T026. Pure.</summary>
public static class GovernanceDecisions
{
    private static readonly Decision<GovernanceEvent> Nothing = Decision<GovernanceEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<GovernanceEvent> Decide(GovernanceFile? file, GovernanceCommand command, GovernanceFacts facts)
    {
        if (facts.Unit.Level > UnitLevel.Township || !facts.IsInForce(facts.Unit))
            return NoUnit("unit", facts.Unit);
        if (GovernanceAccess.Records(facts.Actor, facts.Unit, command.GetType()) is { } forbidden)
            return forbidden;
        var s = file ?? new GovernanceFile { Unit = facts.Unit };
        return command switch
        {
            SetConstruction c => Build(s, c, facts),
            RecordObligation c => GovernanceDuties.Record(s, c, facts),
            SetCommandStaff c => Staff(s, c),
            SetPlan c => GovernanceDuties.Plan(s, c),
            ActivateWorkerScheme c => WorkerSchemes.Activate(s, c, facts),
            RetireWorkerScheme c => WorkerSchemes.Retire(s, c),
            DelegatePowers c => PowerDecisions.Delegate(s, c, facts),
            EndDelegation c => PowerDecisions.End(s, c),
            SetPower c => PowerDecisions.Set(s, c),
            OpenCampaign c => CampaignDecisions.Open(s, c, facts),
            CloseCampaign c => CampaignDecisions.Close(s, c),
            RecordRegularMeeting c => Meet(s, c, facts),
            CloseCycle c => Close(s, c, facts),
            TellGovernance c => Tell(s, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<GovernanceEvent> Build(GovernanceFile s, SetConstruction c, GovernanceFacts facts)
    {
        var rule = ConstructionRule.Of(c.Item);
        if (!rule.Levels.Contains(facts.Unit.Level))
            return Input("item", rule.Rule, $"{rule.Zh}不由这一层级建设", $"{rule.En} is not built at this level");
        var named = c.Item == ConstructionItem.DepartmentTopic;
        if ((named ? Text("name", c.Name, 50, "G036") : c.Name is null ? null : Input("name", rule.Rule, "只有部门应用专题填写名称", "Only a department's topic has a name")) is { } bad)
            return bad;
        var name = named ? c.Name!.Trim() : null;
        if (c.On is { } on && Day("on", on, facts.Today, rule.Rule) is { } early)
            return early;
        if (c.On == s.BuiltOn(c.Item, name))
            return Nothing;
        // Party building is one of the twelve.
        if (named && c.On is not null && s.BuiltOn(c.Item, name) is null && s.Built.Count(b => b.Item == c.Item) >= ConstructionRule.Topics - 1)
            return Input("name", "G036", $"应用专题共 {ConstructionRule.Topics} 个，含智慧党建", $"There are {ConstructionRule.Topics} topics, party building among them");
        return new ConstructionSetOn(s.Unit, c.Item, name, c.On, c.On > rule.Due);
    }

    private static Decision<GovernanceEvent> Staff(GovernanceFile s, SetCommandStaff c) =>
        c.Members > GovernanceRules.MostCommandStaff
            ? Rule("COMMAND_CENTRE_FULL", "G016", "members", $"指挥中心 5 至 7 人，不能为 {c.Members} 人", $"A command centre has 5 to 7 members, not {c.Members}")
        : c.Members < 0 ? Input("members", "G016", "人数不能为负", "members is 0 or more")
        : c.Members == s.CommandStaff ? Nothing : new CommandStaffSet(s.Unit, c.Members);

    private static Decision<GovernanceEvent> Meet(GovernanceFile s, RecordRegularMeeting c, GovernanceFacts facts) =>
        (Day("on", c.On, facts.Today, "T020") ?? Text("minutes", c.Minutes, 200, "T020")) is { } bad ? bad
        : c.Attended is < 0 or > 500 ? Input("attended", "T020", "参会单位 0 至 500 个", "attended is 0 to 500 units")
        : new RegularMeeting(c.On, c.Minutes.Trim(), c.Attended, s.Missed.Exists(m => m.Holds(c.On))) is var meeting && s.Meetings.Exists(m => m with { Late = meeting.Late } == meeting) ? Nothing
        : new RegularMeetingRecorded(s.Unit, meeting);

    // What is closed stays closed: the same cycle again, or another process, changes nothing.
    private static Decision<GovernanceEvent> Close(GovernanceFile s, CloseCycle c, GovernanceFacts facts) =>
        c.Cycle.Until > facts.Today ? Input("cycle", "T020", "周期尚未结束", "The cycle is not over")
        : s.ClosedUntil >= c.Cycle.Until ? Nothing
        : new CycleClosed(s.Unit, c.Cycle, !s.Meetings.Exists(m => c.Cycle.Holds(m.On)));

    private static Decision<GovernanceEvent> Tell(GovernanceFile s, TellGovernance c) =>
        c.Reminders.FindAll(r => !s.Told.TryGetValue(r.Key, out var told) || told < r.Period) is { IsEmpty: false } news ? new GovernanceTold(s.Unit, news) : Nothing;
}
