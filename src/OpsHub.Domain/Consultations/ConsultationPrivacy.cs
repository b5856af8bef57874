using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Whose need it is to read what was written as it was written, and tallies of few (知悉范围). G049, C050.</summary>
public static class ConsultationPrivacy
{
    /// <summary>Does the actor hold the consultation: an organ of its grid or of a community concerned, or the township where that leads?</summary>
    public static bool Handles(Actor actor, Consultation s) => actor.Organ.Kind == OrganKind.Unit && actor.Role switch
    {
        Role.GroupParty => actor.Organ.Unit == s.Place.Grid,
        Role.CommunityParty or Role.CommunityCommittee or Role.Council => s.Communities.Contains(actor.Organ.Unit),
        Role.TownshipGovernment => actor.Organ == s.Lead,
        _ => false,
    };
}
