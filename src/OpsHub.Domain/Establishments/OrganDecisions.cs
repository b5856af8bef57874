using OpsHub.Domain.Commands;
using static OpsHub.Domain.Establishments.EstablishmentRefusals;

namespace OpsHub.Domain.Establishments;

/// <summary>Organs of a township: at most 6 party-government organs, 3 counted stations, 1 brigade; in streets the limits warn. T030-T032, T035, R020, R023.</summary>
internal static class OrganDecisions
{
    /// <summary>Most organs of one command, and of a street, where no limit of the policy bounds them.</summary>
    internal const int Most = 60;

    internal const int LongestName = 50;

    internal static Decision<EstablishmentEvent> Add(TownshipEstablishment t, AddTownshipOrgans c, EstablishmentContext x)
    {
        if (c.Organs.Count < 1 || c.Organs.Count + t.Organs.Count > Most)
            return Input("organs", "T030", $"拟设机构 1 个以上，一地合计不超过 {Most} 个", $"organs takes at least one, and {Most} in all of a township");
        for (var i = 0; i < c.Organs.Count; i++)
        {
            if (Fault(t, c, i, x) is { } refusal)
                return refusal;
        }

        return new TownshipOrgansAdded(x.Now, x.County, c.Township, [.. c.Organs.Select((o, i) => new TownshipOrgan(t.LastOrgan + i + 1, o.Kind, o.Name.Trim(), o.OnCountyPosts))]);
    }

    internal static Decision<EstablishmentEvent> Rename(TownshipEstablishment t, RenameTownshipOrgan c, EstablishmentContext x)
    {
        if (Text("name", c.Name, LongestName, "T037") is { } refusal)
            return refusal;
        var name = c.Name.Trim();
        return t.Organs.Find(o => o.Id == c.Organ) is not { } organ ? Missing(c.Organ)
            : organ.Name == name ? Decision<EstablishmentEvent>.Nothing
            : t.Organs.Exists(o => o.Name == name) ? Taken("name", name)
            : new TownshipOrganRenamed(x.Now, x.County, c.Township, c.Organ, name);
    }

    internal static Decision<EstablishmentEvent> Remove(TownshipEstablishment t, RemoveTownshipOrgan c, EstablishmentContext x) =>
        t.Organs.Exists(o => o.Id == c.Organ) ? new TownshipOrganRemoved(x.Now, x.County, c.Township, c.Organ) : Missing(c.Organ);

    private static Refusal? Fault(TownshipEstablishment t, AddTownshipOrgans c, int i, EstablishmentContext x)
    {
        var (organ, field) = (c.Organs[i], $"organs[{i}]");
        if (Text($"{field}.name", organ.Name, LongestName, "T033") is { } faulty)
            return faulty;
        var name = organ.Name.Trim();
        if (t.Organs.Exists(o => o.Name == name) || c.Organs.Take(i).Any(o => o.Name.Trim() == name))
            return Taken($"{field}.name", name);
        if (organ.OnCountyPosts && organ.Kind != TownshipOrganKind.Station)
            return Input($"{field}.onCountyPosts", "T035", "只有双管的事业站所可以使用县级编制", "Only a co-managed station stands on county posts");
        // One more than the limit is one too many, however many came before: what exceeds it already is not cured by a change of another kind.
        return x.Fact(c.Township) is { IsTown: true } && x.Rules.Counts(organ.OnCountyPosts)
            && t.Counted(organ.Kind, x.Rules) + c.Organs.Take(i + 1).Count(o => o.Kind == organ.Kind && x.Rules.Counts(o.OnCountyPosts)) > x.Rules.LimitOf(organ.Kind)
            ? Full(organ.Kind, x.Rules, field)
            : null;
    }

    private static Refusal Full(TownshipOrganKind kind, EstablishmentRules rules, string field) => kind switch
    {
        TownshipOrganKind.Office => Limit("ORGAN_LIMIT", "T030", field, $"乡镇党政机构不超过 {rules.OrganLimit} 个", $"A township has at most {rules.OrganLimit} party-government organs"),
        TownshipOrganKind.Station => Limit("STATION_LIMIT", "T031", field, $"乡镇事业站所不超过 {rules.StationLimit} 个，使用县级编制的双管站所不计",
            $"A township has at most {rules.StationLimit} stations, co-managed ones on county posts aside"),
        _ => Limit("BRIGADE_LIMIT", "T032", field, $"乡镇综合行政执法大队为 {rules.BrigadeLimit} 个", $"A township has {rules.BrigadeLimit} comprehensive enforcement brigade"),
    };

    private static Refusal Missing(int id) => Input("organ", "T037", $"没有机构 {id}", $"There is no organ {id}");

    private static Refusal Taken(string field, string name) => Input(field, "T037", $"已有机构“{name}”", $"There is an organ named {name} already");
}
