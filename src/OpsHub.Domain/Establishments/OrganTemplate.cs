using System.Collections.Immutable;
using static OpsHub.Domain.Establishments.TownshipOrganKind;

namespace OpsHub.Domain.Establishments;

/// <summary>The organs that a township usually has (机构设置模板): 5 organs, 3 stations, 1 brigade. T033, R020. A proposal: other names are noted, none is refused.
/// The text quotes the first two names; the spelling of the others follows its list of functions and is assumed.</summary>
public static class OrganTemplate
{
    /// <summary>The template.</summary>
    public static readonly ImmutableList<NewOrgan> Usual =
    [
        new(Office, "党政办公室"), new(Office, "经济发展办公室"), new(Office, "社会事务办公室"), new(Office, "自然资源和生态环境办公室"), new(Office, "社会治安和应急管理办公室"),
        new(Station, "社会事务综合服务中心"), new(Station, "农业综合服务中心"), new(Station, "政务服务中心"),
        new(Brigade, "综合行政执法大队"),
    ];

    /// <summary>True where an organ goes by a usual name; others are noted. T033.</summary>
    public static bool IsUsual(TownshipOrgan organ) => Usual.Exists(u => u.Kind == organ.Kind && u.Name == organ.Name);

    /// <summary>What a township lacks of the template and has room for. A new one: all of it. T033.</summary>
    public static ImmutableList<NewOrgan> Proposed(TownshipEstablishment t, EstablishmentRules rules) =>
    [
        .. Usual.Where(u => !t.Organs.Exists(o => o.Name == u.Name)).GroupBy(u => u.Kind).SelectMany(kind => kind.Take(Math.Max(0, rules.LimitOf(kind.Key) - t.Counted(kind.Key, rules)))),
    ];
}
