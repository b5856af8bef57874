using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>Who asks in the tests.</summary>
public static class Actors
{
    public static readonly Actor Leader = Of(Role.TownshipGovernment, "430203001");
    public static readonly Actor Centre = Of(Role.TownshipGovernanceCentre, "430203001");
    public static readonly Actor OtherCentre = Of(Role.TownshipGovernanceCentre, "430203002");
    public static readonly Actor Agency = Of(Role.AgencyStaff, "430203001-D12");
    public static readonly Actor Department = Of(Role.Department, "430203:D12");
    public static readonly Actor County = Of(Role.CountyCommandCentre, "430203");
    public static readonly Actor CityWall = Of(Role.WallKey, "4302");
    public static readonly Actor CountyWall = Of(Role.WallKey, "430203");
    public static readonly Actor Integrator = Of(Role.Integrator, "4302");
    public static readonly Actor Auditor = Of(Role.Auditor, "4302");
    public static readonly Actor Administrator = Of(Role.Administrator, "4302");
    public static readonly Actor GridWorker = Of(Role.GridWorker, "430203001001001");
    public static readonly Actor Resident = Of(Role.Resident, "430203001001001");

    public static readonly Actor Party = Of(Role.CommunityParty, "430203001001");
    public static readonly Actor Committee = Of(Role.CommunityCommittee, "430203001001");
    public static readonly Actor Council = Of(Role.Council, "430203001001");
    public static readonly Actor Supervision = Of(Role.SupervisionCommittee, "430203001001");
    public static readonly Actor OtherParty = Of(Role.CommunityParty, "430203001002");

    public static Actor Of(Role role, string organ) => new($"{role}@{organ}", role, OrganCode.Parse(organ));
}
