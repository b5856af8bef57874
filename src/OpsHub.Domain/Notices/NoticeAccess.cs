using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>Who reads notices and sets channels (提醒权限): part 4 of the rules. A notice names a case by number and category, so it is read by whoever reads such a case.</summary>
public static class NoticeAccess
{
    /// <summary>May the actor read an organ's notices? Its own; those of the units below where it reads their cases. R046.</summary>
    public static bool Reads(Actor actor, OrganCode recipient, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        // Aggregates only, or nothing of the hub's own work.
        Role.WallKey or Role.Resident or Role.Administrator or Role.Integrator or Role.Hotline => false,
        // Of cases they see what was escalated to them, which is what they are told.
        Role.CountyGovernment or Role.CityGovernanceOffice or Role.AgencyStaff or Role.Department => recipient == actor.Organ,
        Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre =>
            actor.Organ.Kind == OrganKind.Unit && recipient.Kind != OrganKind.Department && isWithin(recipient.Unit, actor.Organ.Unit)
            // A township reads the cases of its agencies; a community none of them.
            && (recipient.Kind == OrganKind.Unit || actor.Role is Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre),
        // Council, supervision committee, a building's party organisation: of cases they see figures or nothing, and an organ's notices tell of cases too.
        _ => false,
    };

    /// <summary>May the actor mark an organ's notice read? Only those who act for that organ.</summary>
    public static Refusal? MarkRead(Actor actor, OrganCode recipient) =>
        actor.Organ == recipient && actor.Role is not (Role.Auditor or Role.Scheduler or Role.WallKey or Role.Resident or Role.Administrator or Role.Integrator or Role.Hotline
            or Role.Council or Role.SupervisionCommittee or Role.GroupParty)
            ? null
            : new(RefusalCodes.NotAllowed, "R046", "四(五)", "noticeId", "只有被提醒单位可以标记已读", "Only the organ that was told may mark a notice read");

    /// <summary>May the actor see an organ's channels and how they go?</summary>
    public static bool Channels(Actor actor, OrganCode organ) => actor.Role is Role.Administrator or Role.Auditor || IsHead(actor, organ);

    /// <summary>May the actor set a channel? Null when it may.</summary>
    public static Refusal? Manage(Actor actor, OrganCode organ, ChannelKind kind) =>
        actor.Role == Role.Administrator ? null
        : !IsHead(actor, organ) ? Not("只有管理员或本单位可以设置渠道", "Only the administrator or the organ itself may set its channels")
        : kind == ChannelKind.Webhook ? Not("回调地址只能由管理员设置", "A webhook's target is set by the administrator only")
        : null;

    private static bool IsHead(Actor actor, OrganCode organ) => actor.Organ == organ
        && actor.Role is Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre or Role.CountyGovernment
            or Role.CityGovernanceOffice or Role.AgencyStaff or Role.Department;

    private static Refusal Not(string zh, string en) => new(RefusalCodes.NotAllowed, "HUB", "", null, zh, en);
}
