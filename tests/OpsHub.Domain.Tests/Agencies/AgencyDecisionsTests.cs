using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Agencies;

public sealed class AgencyDecisionsTests
{
    private static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly EstablishAgency Urban = new(
        OrganCode.Parse("430203001-D12"), "庆云街道城管中队", OrganCode.Parse("430203:D12"), new("430203001"),
        [new("430203002"), new("430203001")], ["Q02-01", "Q01-03"]);

    [Fact]
    public void An_agency_has_a_department_and_a_host_township()
    {
        var agency = Established(Urban);
        (agency.Department.Value, agency.Host.Value).ShouldBe(("430203:D12", "430203001"));
        agency.Served.Select(s => s.Value).ShouldBe(["430203001", "430203002"]);
    }

    [Theory]
    [InlineData("430203:D13"), InlineData("430204:D12"), InlineData("430203001-D12"), InlineData("430203")]
    public void A_department_that_the_code_does_not_name_is_refused(string department) =>
        Decide(null, Urban with { Department = OrganCode.Parse(department) }).Refusal!.Rule.ShouldBe("A001");

    [Fact]
    public void A_host_that_the_code_does_not_name_is_refused() =>
        Decide(null, Urban with { Host = new("430203002") }).Refusal!.Rule.ShouldBe("A001");

    [Fact]
    public void The_host_is_among_the_townships_served() =>
        Decide(null, Urban with { Served = [new("430203002")] }).Refusal!.Field.ShouldBe("served");

    [Fact]
    public void A_township_that_is_not_in_force_is_refused() =>
        AgencyDecisions.Decide(null, Urban, Admin, townshipsInForce: false).Refusal!.Rule.ShouldBe("G011");

    [Fact]
    public void Registering_the_same_again_changes_nothing_and_something_else_conflicts()
    {
        var agency = Established(Urban);
        Decide(agency, Urban with { Served = Urban.Served.Reverse() }).Events.ShouldBeEmpty();
        Decide(agency, Urban with { Name = "别名" }).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
    }

    [Fact]
    public void Powers_townships_and_name_can_be_set_again()
    {
        var agency = Established(Urban);
        Decide(agency, new SetEnforcementPowers(["Q01-03", "Q02-01"])).Events.ShouldBeEmpty();
        Decide(agency, new SetEnforcementPowers(["Q01-03", "Q01-03"])).IsRefused.ShouldBeTrue();
        agency = Decide(agency, new SetServedTownships([new("430203001")])).Events.Aggregate(agency, Agency.Apply);
        agency.Served.Count.ShouldBe(1);
        Decide(agency, new RenameAgency("新名")).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_but_the_administrator_registers_agencies() =>
        AgencyDecisions.Decide(null, Urban, Admin with { Role = Role.TownshipGovernment }, true).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);

    [Fact]
    public void A_command_survives_json()
    {
        AgencyCommand command = Urban;
        var text = JsonSerializer.Serialize(command);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<AgencyCommand>(text)).ShouldBe(text);
    }

    private static Agency Established(EstablishAgency command) => Decide(null, command).Events.Aggregate((Agency?)null, Agency.Apply)!;

    private static Decision<AgencyEvent> Decide(Agency? agency, AgencyCommand command) => AgencyDecisions.Decide(agency, command, Admin, true);
}
