using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Who acts for a council and who reads it (议事会权限). Part 4 of the rules; who sets what is assumed.</summary>
public static class CouncilAccess
{
    /// <summary>May the actor give a command of this type?</summary>
    public static Refusal? May(Actor actor, UnitCode community, Type command, IsWithin isWithin)
    {
        var committee = actor.Organ == OrganCode.Of(community) && actor.Role is Role.CommunityParty or Role.CommunityCommittee;
        var permitted = committee
            || (command == typeof(EstablishCouncil) && actor.Role == Role.TownshipGovernment && actor.Organ.Kind == OrganKind.Unit && isWithin(community, actor.Organ.Unit))
            || ((command == typeof(SetCouncilHall) || command == typeof(SetCouncilMembers)) && actor.Role == Role.Council && actor.Organ == OrganCode.Of(community));
        return permitted ? null : CouncilRefusals.NotAllowed("C008", "二(二)1", "只有本社区（村）党组织、居（村）委会办理议事会事务；选举不由议事会自己组织",
            "A council's affairs are those of the community's party organisation and committee; it does not hold its own election");
    }

    /// <summary>What the actor may do with a council as it stands now.</summary>
    public static ImmutableList<Type> Moves(Actor actor, Council council, IsWithin isWithin) =>
    [
        .. new[] { typeof(SetCouncilHall), typeof(SetCouncilMembers), typeof(NominateCouncilHead), typeof(OpenCouncilBallot), typeof(CountCouncilBallots) }
            .Where(c => May(actor, council.Community, c, isWithin) is null && (!CouncilElecting.Table.TryGetValue(c, out var from) || from.Contains(council.Election?.Stage))),
    ];

    /// <summary>May the actor read the council? Everyone of the community, and those over it. C002.</summary>
    public static bool Reads(Actor actor, UnitCode community, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.AgencyStaff or Role.Department or Role.WallKey or Role.Hotline => false,
        _ => actor.Organ.Kind == OrganKind.Unit && (isWithin(actor.Organ.Unit, community) || (actor.Role != Role.Resident && isWithin(community, actor.Organ.Unit))),
    };

    /// <summary>May the actor read how its members are made up? Own community, and where consultations of the subtree are read; figures only for the others.</summary>
    public static bool ReadsMembers(Actor actor, UnitCode community, IsWithin isWithin) =>
        actor.Role is Role.Auditor or Role.Scheduler || OpinionAccess.Reads(actor, community, isWithin)
        || (actor.Role == Role.SupervisionCommittee && actor.Organ == OrganCode.Of(community));
}
