using System.Collections.Immutable;
using static OpsHub.Domain.Establishments.TownshipOrganKind;

namespace OpsHub.Domain.Establishments;

/// <summary>Something to look at in a township's set; it blocks nothing.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record EstablishmentFlag(string Rule, string Zh, string En)
{
    /// <summary>Clause of the policy.</summary>
    public string Clause => EstablishmentRefusals.ClauseOf(Rule);
}

/// <summary>What is flagged of a township's set (提示事项): read off the state, so it stays until it is cured. R022-R024, R027, T030-T036.</summary>
public static class EstablishmentFlags
{
    /// <summary>The flags, in order of rules.</summary>
    /// <param name="t">What is recorded of the township.</param>
    /// <param name="fact">The township in force; null where the county has it no longer.</param>
    /// <param name="rules">Limits.</param>
    public static ImmutableList<EstablishmentFlag> Of(TownshipEstablishment t, TownshipFact? fact, EstablishmentRules rules)
    {
        if (fact is null)
            return t is { Posts: 0, Staff: 0, Organs.IsEmpty: true, Nameplates.IsEmpty: true } ? [] : [Gone(t)];
        var town = fact.IsTown;
        var flags = ImmutableList.CreateBuilder<EstablishmentFlag>();
        Over(Office, "T030", "党政机构", "party-government organs");
        Over(Station, "T031", "事业站所", "stations that count");
        Over(Brigade, "T032", "综合行政执法大队", "enforcement brigades");
        if (t.Nameplates.Count > rules.NameplateLimit)
            flags.Add(Above(town ? "T034" : "R023", "加挂牌子", "nameplates", t.Nameplates.Count, rules.NameplateLimit));
        // T036 speaks of both at the full number; the rule's example warns of 6 organs alone.
        if (town && t.Class == TownshipClass.Third && t.Counted(Office, rules) >= rules.OrganLimit)
        {
            flags.Add(new("R022", $"三类乡镇已设满党政机构 {rules.OrganLimit} 个，规模较小乡镇宜适当精简（同 T036）",
                $"A class 3 township has the full {rules.OrganLimit} organs: smaller ones reduce theirs (as T036)"));
        }

        flags.AddRange((t.Unity?.NotMet ?? []).Select(item => NotOne(item, t.Unity!.Of(item))));
        if (t.Staff > (t.StaffQuota ?? 0))
            flags.Add(new("R027", $"编外聘用人员 {t.Staff} 名，定额 {t.StaffQuota ?? 0} 名", $"{t.Staff} staff outside the establishment, of a quota of {t.StaffQuota ?? 0}"));
        return flags.ToImmutable();

        void Over(TownshipOrganKind kind, string rule, string zh, string en)
        {
            if (t.Counted(kind, rules) > rules.LimitOf(kind))
                flags.Add(Above(town ? rule : "R023", zh, en, t.Counted(kind, rules), rules.LimitOf(kind)));
        }
    }

    private static EstablishmentFlag Above(string rule, string zh, string en, int count, int limit) =>
        new(rule, $"{zh} {count} 个，一般不超过 {limit} 个", $"{count} {en}; in general at most {limit}");

    private static EstablishmentFlag NotOne(UnityItem item, int count) => item switch
    {
        UnityItem.ApprovalSeal => new("R024", $"一枚印章管审批未落实：现有 {count} 枚", $"One seal for approval is not met: there are {count}"),
        UnityItem.EnforcementTeam => new("R024", $"一支队伍管执法未落实：现有 {count} 支", $"One team for enforcement is not met: there are {count}"),
        UnityItem.GovernancePlatform => new("R024", $"一个平台管治理未落实：现有 {count} 个", $"One platform for governance is not met: there are {count}"),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private static EstablishmentFlag Gone(TownshipEstablishment t) =>
        new("R025", $"已不是本县市区现有乡镇街道，尚有编制 {t.Posts} 名、机构 {t.Organs.Count} 个，须调整", $"No township of this county any more: {t.Posts} posts and {t.Organs.Count} organs are still recorded");
}
