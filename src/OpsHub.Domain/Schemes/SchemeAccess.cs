using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Schemes;

/// <summary>Who reads a county's assessment schemes (考核办法查阅权限): every organ within the county that is assessed or gives inputs, the county, and those above it.
/// Part 4: parameters are read by all organs; keys, residents and gateways are none.</summary>
public static class SchemeAccess
{
    /// <summary>May the actor read the schemes of a county?</summary>
    public static bool Reads(Actor actor, UnitCode county, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.Resident or Role.WallKey or Role.Integrator or Role.Hotline => false,
        _ => isWithin(actor.Organ.Unit, county) || isWithin(county, actor.Organ.Unit),
    };
}
