using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 5 and 6: triage, dispatch.</summary>
public sealed class DispatchTests
{
    [Fact]
    public void A_community_triages_only_what_it_handles_itself_SM1_5()
    {
        Story.Accepted().Refused(Town.Committee, new TriageCase(TriageClass.ClearOwner)).Rule.ShouldBe("SM1.5");
        Story.Accepted().Refused(Town.OtherCommittee, new TriageCase(TriageClass.CommunityLevel)).Rule.ShouldBe("SM1.5");
        Story.Accepted().Then(Town.Committee, new TriageCase(TriageClass.CommunityLevel)).Case.Holder.ShouldBe(Town.Community);
    }

    [Fact]
    public void Enforcement_is_never_a_community_s_own_matter_R031() =>
        Story.Accepted().Refused(Town.TownshipCentre, new TriageCase(TriageClass.CommunityLevel, Enforcement: true)).Rule.ShouldBe("R031");

    [Fact]
    public void Exactly_one_organ_leads_G046()
    {
        var story = Story.Triaged();
        DispatchParty[][] faulty =
        [
            [],
            [new(Town.WaterBureau, DispatchPart.Assist)],
            [new(Town.UrbanManagement, DispatchPart.Lead), new(Town.WaterBureau, DispatchPart.Lead)],
        ];
        foreach (var parties in faulty)
        {
            var refusal = story.Refused(Town.TownshipCentre, new DispatchCase([.. parties]));
            (refusal.Rule, refusal.Code).ShouldBe(("G046", "ONE_LEAD"));
        }

        story.Then(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.WaterBureau, Town.Township)).Case.Assists.Count.ShouldBe(2);
    }

    [Fact]
    public void No_organ_is_named_twice_and_none_that_is_unknown_or_serves_elsewhere()
    {
        var story = Story.Triaged();
        story.Refused(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.UrbanManagement)).Rule.ShouldBe("G046");
        story.Refused(Town.TownshipCentre, Town.To(OrganCode.Parse("430203001-D99"))).Code.ShouldBe(RefusalCodes.NotFound);
        story.Refused(Town.TownshipCentre, Town.To(Town.Faraway)).Rule.ShouldBe("R046");
        story.Refused(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.Faraway)).Rule.ShouldBe("R046");
        (story with { Organs = story.Organs.SetItem(Town.WaterBureau, new(Town.WaterBureau, false, true)) })
            .Refused(Town.TownshipCentre, Town.To(Town.WaterBureau)).Code.ShouldBe(RefusalCodes.NotFound);
    }

    [Fact]
    public void What_has_a_clear_owner_is_led_by_an_agency_or_department_R029_A003()
    {
        var story = Story.Triaged();
        foreach (var unit in new[] { Town.Township, Town.County, Town.Community })
            story.Refused(Town.TownshipCentre, Town.To(unit)).Rule.ShouldBe("R029", unit.Value);
        story.Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
        story.Then(Town.TownshipCentre, Town.To(Town.WaterBureau));
    }

    [Theory]
    [InlineData(TriageClass.CrossDepartment)]
    [InlineData(TriageClass.PublicService)]
    public void What_needs_several_departments_is_not_led_by_a_community_R030_A004(TriageClass @class)
    {
        var story = Story.Triaged(@class);
        story.Refused(Town.TownshipCentre, Town.To(Town.Community)).Rule.ShouldBe("R030");
        story.Then(Town.TownshipCentre, Town.To(Town.Township, Town.UrbanManagement, Town.WaterBureau)).Case.Holder.ShouldBe(Town.Township);
    }

    [Fact]
    public void A_community_level_case_goes_to_its_own_community_only_G015()
    {
        var story = Story.Triaged(TriageClass.CommunityLevel);
        foreach (var lead in new[] { Town.OtherCommunity, Town.Township, Town.UrbanManagement })
            story.Refused(Town.TownshipCentre, Town.To(lead)).Rule.ShouldBe("G015", lead.Value);
        story.Then(Town.TownshipCentre, Town.To(Town.Community)).Case.Lead.ShouldBe(Town.Community);
        story.Then(Town.Committee, Town.To(Town.Community)).Case.Lead.ShouldBe(Town.Community);
    }

    [Fact]
    public void A_community_dispatches_to_itself_and_to_nobody_else_SM1_6()
    {
        var story = Story.Triaged(TriageClass.CommunityLevel);
        story.Refused(Town.OtherCommittee, Town.To(Town.OtherCommunity)).Rule.ShouldBe("SM1.6");
        story.Refused(Town.Committee, Town.To(Town.Community, Town.UrbanManagement)).Rule.ShouldBe("SM1.6");
        story.Then(Town.TownshipCentre, Town.To(Town.Community, Town.UrbanManagement));
        Story.Triaged().Refused(Town.Committee, Town.To(Town.UrbanManagement)).Rule.ShouldBe("SM1.6");
    }

    [Theory]
    [InlineData(TriageClass.ClearOwner)]
    [InlineData(TriageClass.CrossDepartment)]
    [InlineData(TriageClass.PublicService)]
    public void Enforcement_is_led_only_by_the_recorded_holder_of_the_power_R031(TriageClass @class)
    {
        var story = Story.Triaged(@class, enforcement: true);
        story.Refused(Town.TownshipCentre, Town.To(Town.Community)).Code.ShouldBe("ENFORCEMENT_NOT_COMMUNITY");
        story.Refused(Town.TownshipCentre, Town.To(Town.FoodSafety)).Code.ShouldBe("NO_POWER");
        story.Refused(Town.TownshipCentre, Town.To(Town.Township)).Code.ShouldBe("NO_POWER");
        story.Then(Town.TownshipCentre, Town.To(Town.UrbanManagement));
    }

    [Fact]
    public void A_township_leads_enforcement_where_the_power_was_delegated_to_it_R031_T027()
    {
        var story = Story.Triaged(TriageClass.ClearOwner, enforcement: true);
        var delegated = story with { Organs = story.Organs.SetItem(Town.Township, new(Town.Township, true, true, Powers: true)) };
        delegated.Then(Town.TownshipCentre, Town.To(Town.Township)).Case.Lead.ShouldBe(Town.Township);
    }

    [Fact]
    public void Only_the_centres_of_the_area_dispatch_and_the_township_s_only_where_delegated_resolution_49()
    {
        Actor[] may = [Town.TownshipCentre, Town.CountyCentre];
        foreach (var actor in Town.Everybody)
            Story.Triaged().Asked(actor, Town.To(Town.UrbanManagement)).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
        (Story.Triaged() with { Rules = Town.Undelegated }).Refused(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void The_only_centre_does_not_lead_what_it_alone_could_verify_G047()
    {
        var story = Story.Triaged(TriageClass.CrossDepartment);
        (story with { Rules = Town.Undelegated }).Refused(Town.CountyCentre, Town.To(Town.County)).Rule.ShouldBe("G047");
        story.Then(Town.CountyCentre, Town.To(Town.County));
    }

    [Fact]
    public void Not_every_centre_takes_part_in_what_one_of_them_must_verify_G047()
    {
        var story = Story.Triaged(TriageClass.CrossDepartment);
        foreach (var parties in new[] { Town.To(Town.Township, Town.County), Town.To(Town.UrbanManagement, Town.Township, Town.County) })
            story.Refused(Town.CountyCentre, parties).Code.ShouldBe("NO_VERIFIER");
        (story with { Rules = Town.Undelegated }).Refused(Town.CountyCentre, Town.To(Town.UrbanManagement, Town.County)).Code.ShouldBe("NO_VERIFIER");
        story.Then(Town.CountyCentre, Town.To(Town.UrbanManagement, Town.County));
    }

    [Theory]
    [InlineData(TriageClass.CrossDepartment)]
    [InlineData(TriageClass.PublicService)]
    public void The_city_leads_no_case_since_nobody_could_accept_it_SM1_7(TriageClass @class)
    {
        var city = OrganCode.Of(Town.Place.City);
        var story = Story.Triaged(@class);
        story = story with { Organs = story.Organs.Add(city, new(city, true, true)) };
        story.Refused(Town.TownshipCentre, Town.To(city)).Code.ShouldBe("LEAD_CANNOT_ACT");
        story.Then(Town.TownshipCentre, Town.To(Town.County));
        story.Then(Town.CountyCentre, Town.To(Town.Township));
    }

    [Fact]
    public void An_administrator_acts_on_no_case_G021() =>
        Story.Triaged().Refused(new("admin", Role.Administrator, Town.County), Town.To(Town.UrbanManagement)).Code.ShouldBe(RefusalCodes.NotAllowed);

    [Fact]
    public void Refusals_call_organs_by_their_names()
    {
        var handling = Story.Handling();
        Refusal[] told =
        [
            handling.Refused(Town.Bureau, new FeedBackCase("已清理", [])), handling.Refused(Town.Bureau, new RequestExtension("等料", Town.Monday.AddDays(9))),
            handling.Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9))).Refused(Town.CountyCentre, new GrantExtension()),
            handling.Then(Town.Committee, new UrgeCase(1, "请快")).Refused(Town.Committee, new UrgeCase(1, "再催")),
            handling.Refused(Town.Committee, new UrgeCase(1, "请快", Town.WaterBureau)),
            Story.Triaged(enforcement: true).Refused(Town.TownshipCentre, Town.To(Town.FoodSafety)), Story.Triaged().Refused(Town.TownshipCentre, Town.To(Town.Faraway)),
        ];
        told.ShouldAllBe(r => !r.Zh.Contains("430") && !r.En.Contains("430"));
        (told[0].Zh, told[2].Zh).ShouldBe(("只有牵头单位（贺家土城管中队）可以办理", "延期由贺家土街道审批"));
        (told[3].Zh, told[5].Zh).ShouldSatisfyAllConditions(t => t.Item1.ShouldStartWith("已督办贺家土城管中队"), t => t.Item2.ShouldStartWith("贺家土食药监所没有登记"));
    }
}
