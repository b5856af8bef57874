using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Names of bodies as they stand under a document (落款): the unit's name with what the body is called there. Never a person's.</summary>
internal sealed class PaperNames(IHubDirectory directory)
{
    private static readonly string[] Committees = ["居民委员会", "村民委员会", "居委会", "村委会"];

    /// <summary>Name of a unit.</summary>
    public string Unit(UnitCode unit) => directory.NameOf(OrganCode.Of(unit));

    /// <summary>Name of a community without that of its committee: 来园社区.</summary>
    public string Community(UnitCode community) => Place(Unit(community));

    /// <summary>Name of an organ.</summary>
    public string Organ(OrganCode organ) => directory.NameOf(organ);

    /// <summary>Free text with numbers of telephones and identity cards masked, as lists show it.</summary>
    public string Masked(string text) => directory.Masked(text);

    /// <summary>The party organisation of a community, village or township; of a subdistrict its working committee.</summary>
    public string Party(OrganCode organ)
    {
        var name = Organ(organ);
        return organ.Unit.Level == UnitLevel.Township ? name + (name.EndsWith("街道", StringComparison.Ordinal) ? "党工委" : "党委") : Place(name) + "党组织";
    }

    /// <summary>The body that acted with an entry.</summary>
    public string Signatory(TraceEntry entry)
    {
        var name = Organ(entry.Organ);
        return entry.Role switch
        {
            Role.Council => Place(name) + (IsVillage(name) ? "村民议事会" : "居民议事会"),
            Role.CommunityParty or Role.GroupParty or Role.TownshipGovernment => Party(entry.Organ),
            _ => name,
        };
    }

    // 来园社区居委会 is the committee of 来园社区; 石塘村村委会 that of 石塘村.
    private static string Place(string name) => Array.Find(Committees, c => name.EndsWith(c, StringComparison.Ordinal) && name.Length > c.Length) is { } committee
        ? name[..^committee.Length]
        : name;

    private static bool IsVillage(string name) => Place(name).EndsWith('村');
}
