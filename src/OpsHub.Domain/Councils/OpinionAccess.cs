using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Who enters, links and reads opinions (意见台账权限). Part 4 of the rules.</summary>
public static class OpinionAccess
{
    /// <summary>May the actor enter this opinion? Residents of the community, its grid workers, committee and party organisations; tickets also the hotline.</summary>
    public static Refusal? Enter(Actor actor, UnitCode community, EnterOpinion c, IsWithin isWithin) => actor.Role switch
    {
        Role.Hotline => !isWithin(community, actor.Organ.Unit) ? Elsewhere()
            : c.Source == OpinionSource.Hotline12345 ? null
            : Not("12345 热线只能登记热线意见", "The hotline enters what came through it only"),
        Role.Resident => !Inside(actor, community, isWithin) ? Elsewhere()
            : c.Source is OpinionSource.Box or OpinionSource.OnlineForum && c.Ticket is null ? null
            : Not("居民本人意见的来源为意见箱或网上", "A resident's own opinion comes by box or forum"),
        Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty or Role.GroupParty => Inside(actor, community, isWithin) ? null : Elsewhere(),
        _ => Not("只有本社区居民、网格员、居（村）委会和党组织可以登记意见", "Opinions are entered by residents of the community, its grid workers, committee and party organisations"),
    };

    /// <summary>From which sources the actor may enter opinions here; none for those who only read.</summary>
    public static IEnumerable<OpinionSource> Sources(Actor actor, UnitCode community, IsWithin isWithin) =>
        Enum.GetValues<OpinionSource>().Where(source => Enter(actor, community, new EnterOpinion(source, null, "", default), isWithin) is null);

    /// <summary>May the actor put entries into consultations? Party organisations and committee of the community, and the township over it. C034, C045, C080.</summary>
    public static Refusal? Link(Actor actor, UnitCode community, IsWithin isWithin) =>
        (actor.Role is Role.CommunityCommittee or Role.CommunityParty or Role.GroupParty && Inside(actor, community, isWithin))
        || (actor.Role == Role.TownshipGovernment && actor.Organ.Kind == OrganKind.Unit && isWithin(community, actor.Organ.Unit))
            ? null
            : Not("只有本社区党组织、居（村）委会和所属乡镇街道可以把意见列入协商", "Entries are put into consultations by the community's party organisations and committee, and its township", "entryId");

    /// <summary>May the actor record household visits?</summary>
    public static Refusal? Visit(Actor actor, UnitCode community, IsWithin isWithin) =>
        actor.Role is Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty && Inside(actor, community, isWithin)
            ? null
            : Not("只有本社区网格员、居（村）委会和党组织可以记录走访", "Visits are recorded by grid workers, committee and party organisation of the community");

    /// <summary>May the actor read what the entries say? Own community, and where consultations of the subtree are read.</summary>
    public static bool Reads(Actor actor, UnitCode community, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.GridWorker or Role.GroupParty or Role.CommunityCommittee or Role.CommunityParty or Role.Council => Inside(actor, community, isWithin),
        Role.TownshipGovernment or Role.CountyGovernment => actor.Organ.Kind == OrganKind.Unit && isWithin(community, actor.Organ.Unit),
        _ => false,
    };

    /// <summary>Does the actor deal with what is entered, and so read it unmasked? Committee and party organisation of the community.</summary>
    public static bool Handles(Actor actor, UnitCode community, IsWithin isWithin) =>
        actor.Role is Role.CommunityCommittee or Role.CommunityParty && Inside(actor, community, isWithin);

    private static bool Inside(Actor actor, UnitCode community, IsWithin isWithin) => actor.Organ.Kind == OrganKind.Unit && isWithin(actor.Organ.Unit, community);

    private static Refusal Elsewhere() => Not("只能在本社区的台账登记", "Only the own community's ledger is entered into", "community");

    private static Refusal Not(string zh, string en, string? field = null) => new(RefusalCodes.NotAllowed, "C032", "二(四)2", field, zh, en);
}
