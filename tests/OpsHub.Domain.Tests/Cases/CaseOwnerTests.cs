using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>R029: a matter with a recorded owner goes to no other department.</summary>
public sealed class CaseOwnerTests
{
    private static Story Owned(string owner, BasisKind basis) => Story.Triaged() with
    {
        Rules = Town.Rules with
        {
            Cases = Town.Rules.Cases with
            {
                Categories = Town.Rules.Cases.Categories.SetItem("Q05-01", Town.Rules.Cases.Categories["Q05-01"] with { Owner = owner, OwnerBasis = basis, OwnerSource = "权责清单" }),
            },
        },
    };

    [Fact]
    public void A_dispatch_to_another_than_the_recorded_owner_is_refused_R029()
    {
        var refusal = Owned("D12", BasisKind.Text).Refused(Town.TownshipCentre, Town.To(Town.WaterBureau));

        (refusal.Code, refusal.Rule).ShouldBe(("WRONG_OWNER", "R029"));
        Owned("D07", BasisKind.Text).Refused(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Zh.ShouldContain("主管部门是芦淞区水务局（权责清单）");
        Owned("D12", BasisKind.Text).Refused(Town.TownshipCentre, Town.To(Town.FoodSafety)).Code.ShouldBe("WRONG_OWNER");
    }

    [Fact]
    public void The_owner_or_its_agency_leads_and_others_may_assist()
    {
        Owned("D12", BasisKind.Text).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.WaterBureau));
        Owned("D07", BasisKind.Text).Then(Town.TownshipCentre, Town.To(Town.WaterBureau));
    }

    [Fact]
    public void An_assumed_owner_binds_nobody() => Owned("D12", BasisKind.Assumed).Then(Town.TownshipCentre, Town.To(Town.WaterBureau));

    [Fact]
    public void Where_several_departments_share_a_case_no_owner_binds() => CaseOwners.WrongOwner(null, Town.WaterBureau, Town.Place.County, Town.NameOf).ShouldBeNull();
}
