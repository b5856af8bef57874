using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Establishments.CountyStory;

namespace OpsHub.Domain.Tests.Establishments;

/// <summary>The county's establishment office alone changes organs and establishment; what is offered is what is taken. T037, R047, R051, part 4.</summary>
public sealed class EstablishmentRightsTests
{
    private static readonly EstablishmentCommand[] All =
    [
        new SetEstablishmentTotal(600), new MoveTownshipPosts([new(Town, -1)]), new ClassifyTownship(Town, TownshipClass.First), new AddTownshipOrgans(Town, [new(TownshipOrganKind.Station, "政务服务中心")]),
        new RenameTownshipOrgan(Town, 1, "党政办公室"), new RemoveTownshipOrgan(Town, 1), new AddNameplate(Town, "武装部"), new RenameNameplate(Town, 1, "退役军人服务站"), new RemoveNameplate(Town, 1),
        new RecordUnity(Town, 1, 1, 1), new SetStaffQuota(Town, 30), new RecordOutsideStaff(Town, 6),
    ];

    private static readonly CountyStory Standing = Blank.Then(Office, new SetEstablishmentTotal(500)).Then(Office, new MoveTownshipPosts([new(Town, 50)])).Adds(Town, 2).Then(Office, new AddNameplate(Town, "人大"))
        .Then(Office, new SetStaffQuota(Town, 20)).Then(Office, new RecordOutsideStaff(Town, 5));

    [Fact]
    public void R051_the_countys_establishment_office_may_do_every_step()
    {
        All.Length.ShouldBe(EstablishmentMoves.Table.Count, "or one is forgotten here");
        foreach (var command in All)
            Standing.Changes(Office, command, anything: true);
    }

    [Fact]
    public void T037_a_township_cannot_change_its_own_set()
    {
        foreach (var command in All.OfType<TownshipCommand>().Where(c => c is not RecordOutsideStaff))
            Standing.Refused(Township, command, RefusalCodes.NotAllowed, "T037").Clause.ShouldBe("二(四)");
        foreach (var command in All.Where(c => c is not TownshipCommand))
            Standing.Refused(Township, command, RefusalCodes.NotAllowed, "R051");
    }

    [Fact]
    public void R027_a_township_counts_the_staff_that_it_hires_and_no_other_townships()
    {
        Standing.Then(Township, new RecordOutsideStaff(Town, 6)).Of(Town).Staff.ShouldBe(6);
        Standing.Refused(Township, new RecordOutsideStaff(Town, 21), "STAFF_OVER_QUOTA", "R027", "count");
        Standing.Refused(Township, new RecordOutsideStaff(Other, 0), RefusalCodes.NotAllowed, "T037");
    }

    [Fact]
    public void R047_a_department_that_edits_an_organ_is_refused()
    {
        foreach (var command in All)
        {
            Standing.Refused(Bureau, command, RefusalCodes.NotAllowed, "R047").Clause.ShouldBe("五");
            Standing.Refused(new("agency", Role.AgencyStaff, OrganCode.Parse("430203100-D12")), command, RefusalCodes.NotAllowed, "R047");
        }
    }

    [Theory]
    [InlineData(Role.EstablishmentOffice, "430204")]
    [InlineData(Role.EstablishmentOffice, "4302")]
    [InlineData(Role.CountyGovernment, "430203")]
    [InlineData(Role.OrganisationDepartment, "430203")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    [InlineData(Role.Administrator, "4302")]
    [InlineData(Role.Auditor, "4302")]
    [InlineData(Role.Resident, "430203100")]
    [InlineData(Role.WallKey, "430203")]
    public void R051_nobody_else_changes_anything(Role role, string organ)
    {
        var actor = new Actor("x", role, OrganCode.Parse(organ));
        foreach (var command in All)
            Standing.Refused(actor, command, RefusalCodes.NotAllowed, "R051");
        EstablishmentMoves.OfCounty(Standing.Record, Standing.Context(actor)).ShouldBeEmpty();
        EstablishmentMoves.OfTownship(Standing.Record, Town, Standing.Context(actor)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.EstablishmentOffice, "430203", true, true, true)]
    [InlineData(Role.EstablishmentOffice, "4302", true, true, false)]
    [InlineData(Role.EstablishmentOffice, "430204", false, false, false)]
    [InlineData(Role.CountyGovernment, "430203", true, true, true)]
    [InlineData(Role.OrganisationDepartment, "430203", true, true, false)]
    [InlineData(Role.CityGovernanceOffice, "4302", true, true, true)]
    [InlineData(Role.WallKey, "430203", true, true, false)]
    [InlineData(Role.TownshipGovernment, "430203100", false, true, false)]
    [InlineData(Role.TownshipGovernment, "430203101", false, false, false)]
    [InlineData(Role.AgencyStaff, "430203100-D12", false, true, false)]
    [InlineData(Role.Department, "430203:D12", false, false, false)]
    [InlineData(Role.CommunityCommittee, "430203100001", false, false, false)]
    [InlineData(Role.Resident, "430203100", false, false, false)]
    public void Part4_it_is_read_by_whoever_reads_the_area(Role role, string organ, bool county, bool township, bool trace)
    {
        var actor = new Actor("x", role, OrganCode.Parse(organ));
        (EstablishmentAccess.Reads(actor, County, Within), EstablishmentAccess.Reads(actor, Town, Within), EstablishmentAccess.ReadsTrace(actor, County, Within)).ShouldBe((county, township, trace));
    }

    [Fact]
    public void What_is_offered_is_what_is_taken()
    {
        Names(EstablishmentMoves.OfCounty(Standing.Record, Standing.Context(Office))).ShouldBe([nameof(SetEstablishmentTotal), nameof(MoveTownshipPosts)]);
        Names(EstablishmentMoves.OfTownship(Standing.Record, Town, Standing.Context(Office))).ShouldBe(All.OfType<TownshipCommand>().Select(c => c.GetType().Name));
        Names(EstablishmentMoves.OfTownship(Standing.Record, Town, Standing.Context(Township))).ShouldBe([nameof(RecordOutsideStaff)]);

        var blank = CountyEstablishment.Blank(County, CountyStory.Now);
        Names(EstablishmentMoves.OfCounty(blank, Blank.Context(Office))).ShouldBe([nameof(SetEstablishmentTotal)], "nothing is allotted before there is a total");
        var offered = Names(EstablishmentMoves.OfTownship(blank, Town, Blank.Context(Office))).ToList();
        offered.ShouldNotContain(nameof(RemoveTownshipOrgan));
        offered.ShouldNotContain(nameof(RecordOutsideStaff), "there is no quota");
        offered.ShouldContain(nameof(AddTownshipOrgans));
        EstablishmentMoves.OfTownship(blank, Elsewhere, Blank.Context(Office)).ShouldBeEmpty();
    }

    [Fact]
    public void A_township_of_another_county_is_refused_and_an_event_of_another_county_is_a_mistake()
    {
        Blank.Refused(Office, new AddNameplate(Elsewhere, "x"), RefusalCodes.NotFound, "T034", "township");
        Should.Throw<InvalidOperationException>(() => EstablishmentFold.Apply(Standing.State, new EstablishmentTotalSet(CountyStory.Now, UnitCode.Parse("430204"), 1)));
    }

    [Fact]
    public void Townships_stand_by_code_whatever_came_first()
    {
        var story = Blank.Then(Office, new AddNameplate(Other, "x")).Then(Office, new AddNameplate(Street, "x")).Then(Office, new AddNameplate(Town, "x"));
        story.Record.Townships.Select(t => t.Township).ShouldBe([Street, Town, Other]);
    }

    private static IEnumerable<string> Names(IEnumerable<EstablishmentMove> moves) => moves.Select(m => m.Command.Name);

    private static bool Within(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);
}
