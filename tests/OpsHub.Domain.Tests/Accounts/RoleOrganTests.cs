using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Accounts;

public sealed class RoleOrganTests
{
    // An organ of each kind and level.
    private const string City = "4302";
    private const string County = "430203";
    private const string Township = "430203001";
    private const string Community = "430203001001";
    private const string Grid = "430203001001001";
    private const string Agency = "430203001-D12";
    private const string CountyDepartment = "430203:D12";
    private const string CityDepartment = "4302:D12";

    private static readonly string[] All = [City, County, Township, Community, Grid, Agency, CountyDepartment, CityDepartment];

    [Theory]
    [InlineData(Role.Resident, City, County, Township, Community, Grid)]
    [InlineData(Role.GridWorker, Grid)]
    [InlineData(Role.CommunityCommittee, Community)]
    [InlineData(Role.TownshipGovernment, Township)]
    [InlineData(Role.TownshipGovernanceCentre, Township)]
    [InlineData(Role.AgencyStaff, Agency)]
    [InlineData(Role.Department, CountyDepartment, CityDepartment)]
    [InlineData(Role.CountyCommandCentre, County)]
    [InlineData(Role.CountyGovernment, County)]
    [InlineData(Role.CityGovernanceOffice, City)]
    [InlineData(Role.WallKey, City, County, Township, Community, Grid)]
    [InlineData(Role.Integrator, City, County, Township, Community, Grid)]
    [InlineData(Role.Hotline, City, County)]
    [InlineData(Role.Scheduler)]
    [InlineData(Role.Auditor, City)]
    [InlineData(Role.Administrator, City)]
    [InlineData(Role.EstablishmentOffice, City, County)]
    public void A_role_acts_for_its_own_kind_of_organ_only(Role role, params string[] permitted) =>
        All.Where(organ => RoleOrgans.Mismatch(role, OrganCode.Parse(organ)) is null).ShouldBe(permitted, ignoreOrder: true);

    [Fact]
    public void Every_role_but_the_hubs_own_can_be_given() => RoleOrgans.Roles.ShouldBe(Enum.GetValues<Role>().Where(r => r != Role.Scheduler), ignoreOrder: true);

    [Fact]
    public void A_mismatch_names_what_is_permitted()
    {
        var mismatch = RoleOrgans.Mismatch(Role.GridWorker, OrganCode.Parse(City)).ShouldNotBeNull();
        mismatch.En.ShouldContain("a grid (15 digits)");
        mismatch.Zh.ShouldContain("网格（15 位代码）");
        RoleOrgans.Mismatch(Role.Hotline, OrganCode.Parse(Grid)).ShouldNotBeNull().En.ShouldContain("a city (4 digits) or a county (6 digits)");
    }
}
