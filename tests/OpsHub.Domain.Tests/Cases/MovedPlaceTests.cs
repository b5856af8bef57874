using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>A community goes to another township while its cases are under way: the units in force act, and the former ones no more.</summary>
public sealed class MovedPlaceTests
{
    private static readonly OrganCode NewTownship = OrganCode.Parse("430203002");
    private static readonly Actor NewCentre = new("centre-2", Role.TownshipGovernanceCentre, NewTownship);
    private static readonly Placement Moved = Town.Place with { Township = NewTownship.Unit };

    [Theory]
    [InlineData(CaseStage.Reported)]
    [InlineData(CaseStage.Accepted)]
    [InlineData(CaseStage.Triaged)]
    [InlineData(CaseStage.Returned)]
    [InlineData(CaseStage.FedBack)]
    [InlineData(CaseStage.Verified)]
    public void The_township_in_force_makes_the_moves_of_the_former_one(CaseStage stage)
    {
        var story = Story.In(stage) with { Place = Moved };
        CaseCommand command = stage switch
        {
            CaseStage.Reported => new AcceptCase(),
            CaseStage.Accepted => new TriageCase(TriageClass.ClearOwner),
            CaseStage.Triaged => Town.To(Town.WaterBureau),
            CaseStage.Returned => new RedispatchCase(Town.Led(Town.WaterBureau)),
            CaseStage.FedBack => new VerifyCase(true),
            _ => new CloseCase(),
        };
        story.Refused(Town.TownshipCentre, command).Code.ShouldBe(RefusalCodes.NotAllowed);
        CaseMoves.Of(Town.TownshipCentre, story.Case, Town.Rules.Cases, story.Now, Moved).ShouldBeEmpty();
        CaseMoves.Of(NewCentre, story.Case, Town.Rules.Cases, story.Now, Moved).Select(m => m.Command).ShouldContain(command.GetType());
        story.Then(NewCentre, command);
    }

    [Fact]
    public void What_goes_to_the_centre_goes_to_the_one_in_force()
    {
        var dispatched = Story.Dispatched() with { Place = Moved };
        dispatched.Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不是")).Case.Holder.ShouldBe(NewTownship);
        dispatched.Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new FeedBackCase("已清理", [])).Case.Holder.ShouldBe(NewTownship);
        (Story.Reported() with { Place = Moved }).Then(Town.Committee, new AcceptCase()).Case.Holder.ShouldBe(NewTownship);
    }

    [Fact]
    public void A_case_asked_of_a_former_county_goes_back_to_a_centre_that_can_act()
    {
        var elsewhere = Moved with { County = UnitCode.Parse("430204"), Township = UnitCode.Parse("430204002") };
        var story = Story.Reported(Town.CountyCentre).Then(Town.TownshipCentre, new AcceptCase()).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner))
            .Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
        story = story with { Place = elsewhere };
        story.Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不是")).Case.Holder.Value.ShouldBe("430204002");
        story.Case.FirstAsked.ShouldBe(Town.County, "T019: never cleared");
    }
}
