using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Governance.GovernanceRefusals;

namespace OpsHub.Domain.Governance;

/// <summary>Powers handed down, and who owns what (下放事项与权责清单). T025, T026.</summary>
internal static class PowerDecisions
{
    private const int Most = 200;

    internal static Decision<GovernanceEvent> Delegate(GovernanceFile s, DelegatePowers c, GovernanceFacts facts)
    {
        (string Field, string? Value, string Zh, string En)[] fields =
        [
            ("matter", c.Matter, "下放事项", "the matter"), ("procedure", c.Procedure, "下放程序", "the procedure"), ("legalBasis", c.LegalBasis, "法律依据", "the legal basis"),
            ("operationRules", c.OperationRules, "运行规则", "the rules of operation"), ("responsibility", c.Responsibility, "权责关系", "the relation of powers and responsibilities"),
        ];
        foreach (var (field, value, zh, en) in fields)
        {
            if (string.IsNullOrWhiteSpace(value))
                return Rule("DELEGATION_INCOMPLETE", "T025", field, $"下放事项须明确{zh}", $"A delegation states {en}");
            if (Text(field, value, 500, "T025") is { } bad)
                return bad;
        }

        return s.Delegations.Exists(d => d.Matter == c.Matter.Trim()) ? new Refusal(RefusalCodes.Conflict, "T025", ClauseOf("T025"), "matter", "该事项已下放", "This matter is handed down already")
            : s.Delegations.Count >= Most ? Input("matter", "T025", $"下放事项最多 {Most} 项", $"At most {Most} matters are handed down")
            : new PowersDelegated(s.Unit, new(s.LastNumber + 1, c.Matter.Trim(), c.Procedure.Trim(), c.LegalBasis.Trim(), c.OperationRules.Trim(), c.Responsibility.Trim(), facts.Now));
    }

    internal static Decision<GovernanceEvent> End(GovernanceFile s, EndDelegation c) =>
        Text("reason", c.Reason, 500, "T025") is { } bad ? bad
        : s.Delegations.Exists(d => d.Number == c.Number) ? new DelegationEnded(s.Unit, c.Number, c.Reason.Trim())
        : c.Number >= 1 && c.Number <= s.LastNumber ? Decision<GovernanceEvent>.Nothing
        : NotFound("number", "T025", "没有这个下放事项", "There is no such delegation");

    internal static Decision<GovernanceEvent> Set(GovernanceFile s, SetPower c)
    {
        if (Text("matter", c.Matter, 200, "T026") is { } bad)
            return bad;
        var entry = new PowerEntry(c.Matter.Trim(), [.. c.Owners.Distinct().Order()]);
        var known = s.Powers.Find(p => p.Matter == entry.Matter);
        return (known?.Owners ?? []).SequenceEqual(entry.Owners) ? Decision<GovernanceEvent>.Nothing
            : known is null && s.Powers.Count >= Most * 2 ? Input("matter", "T026", $"清单最多 {Most * 2} 项", $"A list has at most {Most * 2} entries")
            : new PowerSet(s.Unit, entry);
    }
}

/// <summary>Focused campaigns (集中整治). G054.</summary>
internal static class CampaignDecisions
{
    private const int MostOpen = 20;

    internal static Decision<GovernanceEvent> Open(GovernanceFile s, OpenCampaign c, GovernanceFacts facts)
    {
        if (Text("name", c.Name, 100, "G054") is { } bad)
            return bad;
        var categories = c.Categories.Distinct().Order(StringComparer.Ordinal).ToImmutableList();
        return categories.Count is < 1 or > 20 ? Input("categories", "G054", "须注明 1 至 20 个案件类别", "categories takes 1 to 20 entries")
            : categories.Find(k => !facts.IsCategory(k)) is { } unknown ? Input("categories", "G054", $"没有类别 {unknown}", $"There is no category {unknown}")
            : c.From.Year is < 2018 or > 2100 || c.Until < c.From || c.Until > c.From.AddYears(2) ? Input("until", "G054", "期间须有先后，最长两年", "A campaign ends after it begins, within two years")
            : s.Campaigns.Count(k => k.Outcome is null) >= MostOpen ? Input("name", "G054", $"同时进行的集中整治最多 {MostOpen} 项", $"At most {MostOpen} campaigns run at once")
            : new CampaignOpened(s.Unit, new(s.LastNumber + 1, c.Name.Trim(), categories, c.From, c.Until));
    }

    internal static Decision<GovernanceEvent> Close(GovernanceFile s, CloseCampaign c) =>
        Text("outcome", c.Outcome, 1000, "G054") is { } bad ? bad
        : s.Campaigns.Find(k => k.Number == c.Number) is not { } campaign ? NotFound("number", "G054", "没有这次集中整治", "There is no such campaign")
        : campaign.Outcome is not null ? new Refusal(RefusalCodes.WrongState, "G054", ClauseOf("G054"), "number", "集中整治已结束", "The campaign is closed")
        : new CampaignClosed(s.Unit, c.Number, c.Outcome.Trim());
}
