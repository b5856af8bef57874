using OpsHub.Domain.Commands;
using static OpsHub.Domain.Governance.GovernanceRefusals;

namespace OpsHub.Domain.Governance;

/// <summary>Recording what is owed (应办事项登记): G026, G042-G045, G057, G061.</summary>
internal static class GovernanceDuties
{
    private const int MostMeasures = 100;
    private const decimal MostYuan = 1_000_000_000_000m;

    internal static Decision<GovernanceEvent> Record(GovernanceFile s, RecordObligation c, GovernanceFacts facts)
    {
        var rule = ObligationRule.Of(c.Kind);
        if (!rule.Levels.Contains(facts.Unit.Level))
            return Input("kind", rule.Rule, $"{rule.Zh}不由这一层级办理", $"{rule.En} is not owed at this level");
        if (c.Kind == ObligationKind.Plan)
            return Input("kind", "G043", "工作方案请逐条登记措施和责任人", "The plan is set by its measures");
        if ((Day("on", c.On, facts.Today, rule.Rule) ?? Text("record", c.Record, 200, rule.Rule) ?? Funds(c)) is { } bad)
            return bad;
        if (rule.Annual ? c.Year is < 2018 or > 2100 : c.Year is not null)
            return Input("year", rule.Rule, rule.Annual ? "年度为 2018 至 2100" : "一次性事项不填年度", rule.Annual ? "year is 2018 to 2100" : "What is owed once takes no year");
        var record = new ObligationRecord(c.Kind, rule.Annual ? c.Year ?? c.On.Year : null, c.On, c.Record.Trim(), c.Funds);
        return s.Records.Contains(record) ? Decision<GovernanceEvent>.Nothing : new ObligationRecorded(s.Unit, record, record.Year < facts.Today.Year);
    }

    internal static Decision<GovernanceEvent> Plan(GovernanceFile s, SetPlan c)
    {
        if (c.Measures.Count > MostMeasures)
            return Input("measures", "G043", $"措施最多 {MostMeasures} 条", $"measures takes at most {MostMeasures} entries");
        for (var i = 0; i < c.Measures.Count; i++)
        {
            if ((Text($"measures[{i}].text", c.Measures[i].Text, 500, "G043") ?? Text($"measures[{i}].owner", c.Measures[i].Owner, 100, "G043", required: false)) is { } bad)
                return bad;
        }

        var measures = c.Measures.ConvertAll(m => new PlanMeasure(m.Text.Trim(), string.IsNullOrWhiteSpace(m.Owner) ? null : m.Owner.Trim()));
        return measures.SequenceEqual(s.Plan) ? Decision<GovernanceEvent>.Nothing : new PlanSet(s.Unit, measures);
    }

    private static Refusal? Funds(RecordObligation c)
    {
        if (c.Kind != ObligationKind.SpecialFund)
            return c.Funds is null ? null : Input("funds", "G045", "只有专项经费填写用途金额", "Only the special fund has uses");
        return c.Funds is null ? Input("funds", "G045", "专项经费须列明三项用途金额", "The fund names the amounts of its three uses")
            : Amount("funds.platforms", c.Funds.Platforms) ?? Amount("funds.dataUpdate", c.Funds.DataUpdate) ?? Amount("funds.flow", c.Funds.Flow);
    }

    private static Refusal? Amount(string field, decimal yuan) =>
        yuan is >= 0 and <= MostYuan && decimal.Round(yuan, 2) == yuan ? null : Input(field, "G045", "金额为 0 元以上，最多两位小数", "An amount is 0 or more yuan with at most two decimals");
}

/// <summary>The assessment scheme of grid workers (网格员考核办法). G027, G051.</summary>
internal static class WorkerSchemes
{
    internal static Decision<GovernanceEvent> Activate(GovernanceFile s, ActivateWorkerScheme c, GovernanceFacts facts)
    {
        if (Text("title", c.Name, 100, "G027") is { } unnamed)
            return unnamed;
        if (c.Posts.IsEmpty || c.Posts.DistinctBy(p => p.Post).Count() != c.Posts.Count)
            return Input("posts", "G051", "至少一类岗位，每类岗位一个标准", "Takes at least one kind of post, each once");
        for (var i = 0; i < c.Posts.Count; i++)
        {
            var components = c.Posts[i].Components;
            if (components.Count is < 1 or > 50)
                return Input($"posts[{i}].components", "G051", "考核内容 1 至 50 项", "components takes 1 to 50 entries");
            for (var k = 0; k < components.Count; k++)
            {
                if (Text($"posts[{i}].components[{k}].label", components[k].Name, 100, "G051") is { } bad)
                    return bad;
                if (components[k].Weight is <= 0 or > 1 || decimal.Round(components[k].Weight, 6) != components[k].Weight)
                    return Input($"posts[{i}].components[{k}].weight", "G051", "权重须大于 0、不超过 1，最多六位小数", "A weight is above 0 and at most 1, with at most six decimals");
            }

            if (components.Sum(k => k.Weight) != 1m)
                return Input($"posts[{i}].components", "G051", "权重之和须为 1", "Weights sum to 1");
        }

        return s.WorkerScheme is { } active
            ? Rule("WORKER_SCHEME_ACTIVE", "G027", "title", $"“{active.Name}”仍在执行，先停用；每个县市区只有一个考核标准", $"“{active.Name}” is active; retire it first: a county has one standard")
            : new WorkerSchemeActivated(s.Unit, new(c.Name.Trim(), facts.Today, c.Posts));
    }

    internal static Decision<GovernanceEvent> Retire(GovernanceFile s, RetireWorkerScheme c) =>
        Text("reason", c.Reason, 200, "G027") is { } bad ? bad
        : s.WorkerScheme is null ? Decision<GovernanceEvent>.Nothing : new WorkerSchemeRetired(s.Unit, c.Reason.Trim());
}
