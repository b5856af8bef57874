using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Accounts;

/// <summary>Part 4 of the rules, Reads; the roles that first light has.</summary>
public sealed class ReadAccessTests
{
    private static readonly UnitCode[] Units = [.. new[] { "4302", "430203", "430203001", "430203002", "430203001001", "430203001001001" }.Select(UnitCode.Parse)];

    [Theory]
    [InlineData(Role.Resident, "430203001001001", "")]
    [InlineData(Role.GridWorker, "430203001001001", "430203001001001")]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001001 430203001001001")]
    [InlineData(Role.CommunityParty, "430203001001", "430203001001 430203001001001")]
    [InlineData(Role.Council, "430203001001", "430203001001")]
    [InlineData(Role.SupervisionCommittee, "430203001001", "430203001001")]
    [InlineData(Role.GroupParty, "430203001001001", "430203001001001")]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001 430203001001 430203001001001")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001 430203001001 430203001001001")]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203001")]
    [InlineData(Role.AgencyStaff, "430203001", "")]
    [InlineData(Role.Department, "430203:D12", "")]
    [InlineData(Role.CountyCommandCentre, "430203", "430203 430203001 430203002 430203001001 430203001001001")]
    [InlineData(Role.CountyGovernment, "430203", "430203 430203001 430203002 430203001001 430203001001001")]
    [InlineData(Role.CountyGovernment, "430203:D12", "")]
    [InlineData(Role.CityGovernanceOffice, "4302", "4302 430203 430203001 430203002 430203001001 430203001001001")]
    [InlineData(Role.EstablishmentOffice, "430203", "430203 430203001 430203002 430203001001 430203001001001")]
    [InlineData(Role.WallKey, "430203001", "430203001 430203001001 430203001001001")]
    [InlineData(Role.WallKey, "430203001-D12", "")]
    [InlineData(Role.Integrator, "430203002", "430203002")]
    [InlineData(Role.Auditor, "430204", "4302 430203 430203001 430203002 430203001001 430203001001001")]
    public void A_role_reads_the_figures_of_G012(Role role, string organ, string units) =>
        string.Join(' ', Units.Where(u => ReadAccess.Status(Of(role, organ), u, ByCode))).ShouldBe(units);

    [Theory]
    [InlineData(Role.GridWorker, "430203001001001", "430203001001001")]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001001 430203001001001")]
    [InlineData(Role.CommunityParty, "430203001001", "430203001001 430203001001001")]
    [InlineData(Role.Council, "430203001001", "")]
    [InlineData(Role.SupervisionCommittee, "430203001001", "")]
    [InlineData(Role.PerformanceOrgan, "430203", "")]
    [InlineData(Role.OrganisationDepartment, "430203", "")]
    [InlineData(Role.EstablishmentOffice, "430203", "")]
    [InlineData(Role.CountyGovernment, "430203", "430203 430203001 430203002 430203001001 430203001001001")]
    [InlineData(Role.AgencyStaff, "430203001-D12", "")]
    [InlineData(Role.WallKey, "4302", "")]
    [InlineData(Role.Resident, "4302", "")]
    [InlineData(Role.Department, "430203:D12", "")]
    public void A_role_reads_the_traces_of_records_of(Role role, string organ, string units) =>
        string.Join(' ', Units.Where(u => ReadAccess.Trace(Of(role, organ), u, ByCode))).ShouldBe(units);

    // Part 4, column Case detail: the party organisation its own community's, council and supervision committee figures only.
    [Theory]
    [InlineData(Role.CommunityParty, "430203001001", true)]
    [InlineData(Role.CommunityParty, "430203001002", false)]
    [InlineData(Role.Council, "430203001001", false)]
    [InlineData(Role.SupervisionCommittee, "430203001001", false)]
    [InlineData(Role.GroupParty, "430203001001001", false)]
    [InlineData(Role.PerformanceOrgan, "430203", false)]
    [InlineData(Role.OrganisationDepartment, "430203", false)]
    [InlineData(Role.EstablishmentOffice, "430203", false)]
    public void An_organ_of_consultation_reads_a_case(Role role, string organ, bool reads) =>
        CaseAccess.Reads(Of(role, organ), Town.Place, Town.UrbanManagement, [], Town.UrbanManagement).ShouldBe(reads);

    [Fact]
    public void Every_role_has_been_decided()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Should.NotThrow(() => ReadAccess.Cases(Of(role, "4302")));
            ReadAccess.Status(Of(role, "4302"), UnitCode.Parse("4302"), ByCode).ShouldBe(role is not (Role.Resident or Role.Department or Role.AgencyStaff), role.ToString());
        }

        ReadAccess.Status(Of((Role)99, "4302"), UnitCode.Parse("4302"), ByCode).ShouldBeFalse("what nobody decided is closed");
    }

    // The list's scope and the judgement of a single case must not drift apart.
    [Fact]
    public void Whoever_may_read_a_case_has_it_in_the_scope_of_lists_and_nobody_else()
    {
        var lead = Town.UrbanManagement;
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var organ in new[] { "4302", "430203", "430204", "430203001", "430203002", "430203001001", "430203001001001", lead.Value, "430203001-D20" })
            {
                var actor = Of(role, organ);
                var scope = ReadAccess.Cases(actor);
                foreach (var escalation in new[] { 0, 1 })
                {
                    var listed = !scope.IsEmpty && (scope.Unit is not { } unit || Town.Place.IsWithin(unit)) && (scope.Party is not { } party || party == lead)
                        && (!scope.EscalatedOnly || escalation > 0);
                    listed.ShouldBe(CaseAccess.Reads(actor, Town.Place, lead, [], lead, escalation), $"{role} at {organ}, escalated {escalation}");
                }
            }
        }
    }

    // A role that joins later reads no case until somebody says so.
    [Fact]
    public void Who_reads_cases_of_an_area_is_named_role_by_role()
    {
        Role[] readers =
        [
            Role.GridWorker, Role.CommunityCommittee, Role.CommunityParty, Role.TownshipGovernment, Role.TownshipGovernanceCentre, Role.CountyCommandCentre, Role.Integrator, Role.Hotline,
            Role.Auditor, Role.Scheduler,
        ];
        foreach (var role in Enum.GetValues<Role>().Append((Role)99))
            CaseAccess.Reads(Of(role, "430203001"), Town.Place, Town.UrbanManagement, [], Town.UrbanManagement).ShouldBe(readers.Contains(role), role.ToString());
    }

    private static Actor Of(Role role, string organ) => new("somebody", role, OrganCode.Parse(organ));

    private static bool ByCode(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);
}
