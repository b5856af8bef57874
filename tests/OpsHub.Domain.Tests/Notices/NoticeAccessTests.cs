using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who reads an organ's notices: whoever reads cases there, since they tell of cases too.</summary>
public sealed class NoticeAccessTests
{
    [Theory]
    [InlineData(Role.CommunityCommittee, "430203001001", true)]
    [InlineData(Role.CommunityParty, "430203001001", true)]
    [InlineData(Role.CommunityParty, "430203001002", false)]
    [InlineData(Role.Council, "430203001001", false)]
    [InlineData(Role.SupervisionCommittee, "430203001001", false)]
    [InlineData(Role.GroupParty, "430203001001001", false)]
    [InlineData(Role.TownshipGovernment, "430203001", true)]
    public void A_role_reads_marks_and_manages_a_communitys_notices(Role role, string organ, bool reads)
    {
        var (actor, community) = (new Actor("somebody", role, OrganCode.Parse(organ)), OrganCode.Parse("430203001001"));
        NoticeAccess.Reads(actor, community, ByCode).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, community) is null).ShouldBe(reads && actor.Organ == community);
        NoticeAccess.Channels(actor, community).ShouldBe(reads && actor.Organ == community);
    }

    private static bool ByCode(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);
}
