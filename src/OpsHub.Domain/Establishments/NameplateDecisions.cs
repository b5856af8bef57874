using OpsHub.Domain.Commands;
using static OpsHub.Domain.Establishments.EstablishmentRefusals;

namespace OpsHub.Domain.Establishments;

/// <summary>Nameplates of a township: generally at most 3; one more takes a reason and the county's approval, and is flagged from then on. T034, R021.</summary>
internal static class NameplateDecisions
{
    internal static Decision<EstablishmentEvent> Add(TownshipEstablishment t, AddNameplate c, EstablishmentContext x)
    {
        if ((Text("name", c.Name, OrganDecisions.LongestName, "T034") ?? Text("reason", c.Reason, 500, "T034", required: false) ?? Text("approval", c.Approval, 100, "T034", required: false)) is { } refusal)
            return refusal;
        if (t.Nameplates.Count >= OrganDecisions.Most)
            return Input("name", "T034", $"牌子最多 {OrganDecisions.Most} 块", $"A township takes at most {OrganDecisions.Most} nameplates");
        var name = c.Name.Trim();
        if (t.Nameplates.Exists(n => n.Name == name))
            return Taken(name);
        if (t.Nameplates.Count >= x.Rules.NameplateLimit && x.Fact(c.Township) is { IsTown: true })
        {
            var missing = string.IsNullOrWhiteSpace(c.Reason) ? "reason" : string.IsNullOrWhiteSpace(c.Approval) ? "approval" : null;
            if (missing is not null)
            {
                return Limit("NAMEPLATE_LIMIT", "T034", missing, $"加挂牌子一般不超过 {x.Rules.NameplateLimit} 块，再加须说明理由并注明县市区批准文号",
                    $"Nameplates are generally at most {x.Rules.NameplateLimit}: one more takes a reason and the county's approval");
            }
        }

        return new NameplateAdded(x.Now, x.County, c.Township, new(t.LastNameplate + 1, name, Trimmed(c.Reason), Trimmed(c.Approval)));
    }

    internal static Decision<EstablishmentEvent> Rename(TownshipEstablishment t, RenameNameplate c, EstablishmentContext x)
    {
        if (Text("name", c.Name, OrganDecisions.LongestName, "T034") is { } refusal)
            return refusal;
        var name = c.Name.Trim();
        return t.Nameplates.Find(n => n.Id == c.Nameplate) is not { } plate ? Missing(c.Nameplate)
            : plate.Name == name ? Decision<EstablishmentEvent>.Nothing
            : t.Nameplates.Exists(n => n.Name == name) ? Taken(name)
            : new NameplateRenamed(x.Now, x.County, c.Township, c.Nameplate, name);
    }

    internal static Decision<EstablishmentEvent> Remove(TownshipEstablishment t, RemoveNameplate c, EstablishmentContext x) =>
        t.Nameplates.Exists(n => n.Id == c.Nameplate) ? new NameplateRemoved(x.Now, x.County, c.Township, c.Nameplate) : Missing(c.Nameplate);

    private static Refusal Missing(int id) => Input("nameplate", "T034", $"没有牌子 {id}", $"There is no nameplate {id}");

    private static Refusal Taken(string name) => Input("name", "T034", $"已有牌子“{name}”", $"There is a nameplate {name} already");
}
