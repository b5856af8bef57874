using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

public sealed class RelocationTests
{
    private static readonly RelocateCase There = new(Town.Elsewhere.Grid, "门牌属于二社区");

    [Fact]
    public void What_waits_for_its_community_is_handed_to_the_right_one_with_its_term()
    {
        var moved = Story.Reported().Then(Town.TownshipCentre, There).Case;
        moved.Placement.ShouldBe(Town.Elsewhere);
        moved.Holder.ShouldBe(Town.OtherCommunity);
        moved.OpenTerm("acceptance").ShouldNotBeNull().Holder.ShouldBe(Town.OtherCommunity.Value);
        moved.OpenTerm("acceptance")!.Due.ShouldBe(Story.Reported().Case.OpenTerm("acceptance")!.Due); // whose fault it was moves no due
    }

    [Fact]
    public void Who_was_asked_first_stays_T019() => Story.Reported().Then(Town.TownshipCentre, There).Case.FirstAsked.ShouldBe(Town.Community);

    [Fact]
    public void The_right_community_takes_it_on_and_the_former_one_may_not()
    {
        var moved = Story.Reported().Then(Town.TownshipCentre, There) with { Place = Town.Elsewhere };
        moved.Refused(Town.Committee, new AcceptCase()).Code.ShouldBe(RefusalCodes.NotAllowed);
        moved.Then(Town.OtherCommittee, new AcceptCase()).Case.Stage.ShouldBe(CaseStage.Accepted);
    }

    [Fact]
    public void The_centre_that_holds_it_keeps_it_within_its_township() => Story.Triaged().Then(Town.TownshipCentre, There).Case.Holder.ShouldBe(Town.Township);

    [Fact]
    public void Another_county_is_no_correction_but_a_reason_to_decline_T019()
    {
        var refused = Story.Reported().Refused(Town.TownshipCentre, new RelocateCase(UnitCode.Parse("430204001001001"), "写错"));
        (refused.Rule, refused.Field).ShouldBe(("T019", "grid"));
    }

    [Fact]
    public void An_unknown_grid_the_same_grid_and_no_reason_are_refused_with_their_field()
    {
        Story.Reported().Refused(Town.TownshipCentre, new RelocateCase(UnitCode.Parse("430203001001000"), "写错")).Code.ShouldBe(RefusalCodes.NotFound);
        Story.Reported().Refused(Town.TownshipCentre, new RelocateCase(Town.Grid, "写错")).Field.ShouldBe("grid");
        Story.Reported().Refused(Town.TownshipCentre, There with { Reason = " " }).Field.ShouldBe("reason");
    }

    [Fact]
    public void A_community_corrects_only_what_it_was_asked_itself()
    {
        Story.Reported().Then(Town.Committee, There).Case.Placement.ShouldBe(Town.Elsewhere);
        Story.Accepted().Refused(Town.Committee, There).Code.ShouldBe(RefusalCodes.NotAllowed);
    }
}
