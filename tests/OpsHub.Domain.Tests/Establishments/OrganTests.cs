using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Establishments.TownshipOrganKind;

namespace OpsHub.Domain.Tests.Establishments;

/// <summary>Organs and nameplates of townships: hard limits in 乡镇, warnings in streets. T030-T037, R003-R008, R020-R023.</summary>
public sealed class OrganTests
{
    private static readonly UnitCode Town = CountyStory.Town;
    private static readonly UnitCode Other = CountyStory.Other;
    private static readonly UnitCode Street = CountyStory.Street;
    private static readonly CountyStory Blank = CountyStory.Blank;
    private static readonly Actor By = CountyStory.Office;

    [Fact]
    public void T030_R020_a_seventh_organ_is_refused()
    {
        var six = CountyStory.With(Town, 6);
        six.Refused(By, Organ(Town, Office), "ORGAN_LIMIT", "T030", "organs[0]").ShouldSatisfyAllConditions(r => r.Clause.ShouldBe("二(四)"), r => r.Zh.ShouldContain("6"), r => r.En.ShouldContain("6"));
        Blank.Refused(By, new AddTownshipOrgans(Town, [.. Enumerable.Range(1, 7).Select(i => new NewOrgan(Office, $"o{i}"))]), "ORGAN_LIMIT", "T030", "organs[6]");
        six.Then(By, new RemoveTownshipOrgan(Town, 6)).Then(By, Organ(Town, Office)).Of(Town).Organs[^1].Id.ShouldBe(7, "a number is never given twice");
        six.Then(By, Organ(Other, Office)).Of(Other).Organs.Count.ShouldBe(1, "each township has its own six");
    }

    [Fact]
    public void T031_R020_a_fourth_counted_station_is_refused() =>
        CountyStory.With(Town, 3, Station).Refused(By, Organ(Town, Station), "STATION_LIMIT", "T031", "organs[0]").Clause.ShouldBe("二(四)");

    [Fact]
    public void T032_R020_a_second_brigade_is_refused_and_stands_outside_the_six_and_the_three()
    {
        CountyStory.With(Town, 6).Adds(Town, 3, Station).Adds(Town, 1, Brigade).Refused(By, Organ(Town, Brigade), "BRIGADE_LIMIT", "T032", "organs[0]");
    }

    [Fact]
    public void T033_R020_a_new_township_is_proposed_5_organs_3_stations_and_1_brigade()
    {
        var proposed = OrganTemplate.Proposed(new() { Township = Town }, new());
        proposed.CountBy(o => o.Kind).ShouldBe([new(Office, 5), new(Station, 3), new(Brigade, 1)]);
        var adopted = Blank.Then(By, new AddTownshipOrgans(Town, proposed));
        OrganTemplate.Proposed(adopted.Of(Town), new()).ShouldBeEmpty();
        adopted.Of(Town).Organs.ShouldAllBe(o => OrganTemplate.IsUsual(o));
        // Another name is only noted, and takes up room.
        var named = adopted.Then(By, new RenameTownshipOrgan(Town, 7, "农技站"));
        OrganTemplate.IsUsual(named.Of(Town).Organs[6]).ShouldBeFalse();
        named.Flags(Town).ShouldBeEmpty();
        OrganTemplate.Proposed(named.Of(Town), new()).ShouldBeEmpty("the three stations are full");
        OrganTemplate.Proposed(named.Then(By, new RemoveTownshipOrgan(Town, 6)).Of(Town), new()).Select(o => o.Name).ShouldHaveSingleItem();
    }

    [Fact]
    public void T034_R021_a_fourth_nameplate_takes_a_reason_and_the_countys_approval_and_is_flagged()
    {
        var three = Enumerable.Range(1, 3).Aggregate(Blank, (story, i) => story.Then(By, new AddNameplate(Town, $"牌{i}")));
        three.Flags(Town).ShouldBeEmpty();
        three.Refused(By, new AddNameplate(Town, "牌4"), "NAMEPLATE_LIMIT", "T034", "reason");
        three.Refused(By, new AddNameplate(Town, "牌4", " ", "芦编1号"), "NAMEPLATE_LIMIT", "T034", "reason");
        three.Refused(By, new AddNameplate(Town, "牌4", "征兵任务重"), "NAMEPLATE_LIMIT", "T034", "approval");
        var four = three.Then(By, new AddNameplate(Town, "牌4", "征兵任务重", "芦编1号"));
        four.Flags(Town).ShouldBe(["T034"]);
        four.Of(Town).Nameplates[3].ShouldBe(new(4, "牌4", "征兵任务重", "芦编1号"));
        four.Then(By, new RemoveNameplate(Town, 1)).Flags(Town).ShouldBeEmpty("it is cured");
    }

    [Fact]
    public void T035_a_co_managed_station_on_county_posts_is_not_counted()
    {
        var story = CountyStory.With(Town, 3, Station).Then(By, new AddTownshipOrgans(Town, [new(Station, "自然资源所", OnCountyPosts: true)]));
        story.Of(Town).ShouldSatisfyAllConditions(t => t.Counted(Station, new()).ShouldBe(3), t => t.Organs.Count.ShouldBe(4));
        story.Flags(Town).ShouldBeEmpty();
        story.Refused(By, Organ(Town, Station), "STATION_LIMIT", "T031", "organs[0]");
        Blank.Refused(By, new AddTownshipOrgans(Town, [new(Office, "党政办公室", OnCountyPosts: true)]), RefusalCodes.InvalidInput, "T035", "organs[0].onCountyPosts");
    }

    [Fact]
    public void T035_resolution_54_where_the_parameter_says_so_a_co_managed_station_counts()
    {
        var counted = CountyStory.With(Town, 3, Station) with { Rules = new() { CountCoManagedStations = true } };
        counted.Refused(By, new AddTownshipOrgans(Town, [new(Station, "自然资源所", OnCountyPosts: true)]), "STATION_LIMIT", "T031", "organs[0]");
        var before = CountyStory.With(Town, 3, Station).Then(By, new AddTownshipOrgans(Town, [new(Station, "自然资源所", OnCountyPosts: true)]));
        (before with { Rules = new() { CountCoManagedStations = true } }).Flags(Town).ShouldBe(["T031"], "what stands is flagged, not undone");
    }

    [Fact]
    public void T036_R022_class_3_with_6_organs_is_warned()
    {
        var six = CountyStory.With(Town, 6);
        six.Flags(Town).ShouldBeEmpty("no class is known");
        six.Then(By, new ClassifyTownship(Town, TownshipClass.Third)).Flags(Town).ShouldBe(["R022"]);
        six.Then(By, new ClassifyTownship(Town, TownshipClass.Second)).Flags(Town).ShouldBeEmpty();
        CountyStory.With(Town, 5).Then(By, new ClassifyTownship(Town, TownshipClass.Third)).Flags(Town).ShouldBeEmpty();
    }

    [Fact]
    public void R023_in_a_street_limits_warn_and_do_not_refuse()
    {
        var street = CountyStory.With(Street, 7).Adds(Street, 4, Station).Adds(Street, 2, Brigade);
        street.Flags(Street).ShouldBe(["R023", "R023", "R023"]);
        CountyStory.With(Street, 6).Flags(Street).ShouldBeEmpty();
        var plates = Enumerable.Range(1, 4).Aggregate(Blank, (story, i) => story.Then(By, new AddNameplate(Street, $"牌{i}")));
        plates.Flags(Street).ShouldBe(["R023"]);
        CountyStory.With(Street, 7).Then(By, new ClassifyTownship(Street, TownshipClass.Third)).Flags(Street).ShouldBe(["R023"], "R022 speaks of 乡镇");
    }

    [Fact]
    public void R003_R004_R005_R008_the_leader_quota_follows_the_class_which_is_assumed_without_a_document()
    {
        var first = Blank.Then(By, new ClassifyTownship(Town, TownshipClass.First, "株编办12号"));
        var rules = new EstablishmentRules();
        (first.Of(Town).ClassSource, rules.LeadersOf(first.Of(Town).Class)).ShouldBe(("株编办12号", 11));
        var third = first.Then(By, new ClassifyTownship(Town, TownshipClass.Third, " "));
        (third.Of(Town).ClassSource, rules.LeadersOf(third.Of(Town).Class)).ShouldBe((null, 9));
        rules.LeadersOf(TownshipClass.Second).ShouldBe(11);
        rules.LeadersOf(null).ShouldBeNull();
        third.Changes(By, new ClassifyTownship(Town, TownshipClass.Third));
    }

    [Fact]
    public void A_limit_that_was_lowered_leaves_what_there_is_flags_it_and_refuses_more()
    {
        var lowered = CountyStory.With(Town, 6) with { Rules = new() { OrganLimit = 5 } };
        lowered.Flags(Town).ShouldBe(["T030"]);
        lowered.Refused(By, Organ(Town, Office), "ORGAN_LIMIT", "T030", "organs[0]").Zh.ShouldContain("5");
        lowered.Then(By, Organ(Town, Station)).Of(Town).Counted(Station, new()).ShouldBe(1, "of another kind there is room");
    }

    [Fact]
    public void T037_names_stand_once_and_what_is_not_there_is_named()
    {
        var two = CountyStory.With(Town, 2);
        two.Refused(By, new RenameTownshipOrgan(Town, 1, "Office2"), RefusalCodes.InvalidInput, "T037", "name");
        two.Refused(By, new AddTownshipOrgans(Town, [new(Station, "x"), new(Station, " x ")]), RefusalCodes.InvalidInput, "T037", "organs[1].name");
        two.Refused(By, new AddTownshipOrgans(Town, [new(Station, " Office1")]), RefusalCodes.InvalidInput, "T037", "organs[0].name");
        two.Refused(By, new RenameTownshipOrgan(Town, 9, "x"), RefusalCodes.InvalidInput, "T037", "organ");
        two.Refused(By, new RemoveTownshipOrgan(Town, 9), RefusalCodes.InvalidInput, "T037", "organ");
        two.Refused(By, new RenameNameplate(Town, 1, "x"), RefusalCodes.InvalidInput, "T034", "nameplate");
        two.Refused(By, new RemoveNameplate(Town, 1), RefusalCodes.InvalidInput, "T034", "nameplate");
        two.Changes(By, new RenameTownshipOrgan(Town, 1, " Office1 "));
        two.Then(By, new RenameTownshipOrgan(Town, 1, " 党政办公室 ")).Of(Town).Organs[0].Name.ShouldBe("党政办公室");
        var plate = two.Then(By, new AddNameplate(Town, "a")).Then(By, new AddNameplate(Town, "b"));
        plate.Refused(By, new AddNameplate(Town, "a "), RefusalCodes.InvalidInput, "T034", "name");
        plate.Refused(By, new RenameNameplate(Town, 1, "b"), RefusalCodes.InvalidInput, "T034", "name");
        plate.Then(By, new RenameNameplate(Town, 1, "c")).Of(Town).Nameplates[0].Name.ShouldBe("c");
    }

    [Theory]
    [InlineData("", "organs[0].name")]
    [InlineData(" ", "organs[0].name")]
    [InlineData("a\0", "organs[0].name")]
    public void A_name_that_is_none_is_refused_by_field_and_rule(string name, string field) => Blank.Refused(By, new AddTownshipOrgans(Town, [new(Station, name)]), RefusalCodes.InvalidInput, "T033", field);

    [Fact]
    public void What_is_too_much_is_refused()
    {
        Blank.Refused(By, new AddTownshipOrgans(Town, []), RefusalCodes.InvalidInput, "T030", "organs");
        CountyStory.With(Street, 60).Refused(By, Organ(Street, Office), RefusalCodes.InvalidInput, "T030", "organs");
        Blank.Refused(By, new AddNameplate(Town, new('长', 51)), RefusalCodes.InvalidInput, "T034", "name");
        Blank.Refused(By, new AddNameplate(Town, "x", new('长', 501)), RefusalCodes.InvalidInput, "T034", "reason");
        Blank.Refused(By, new ClassifyTownship(Town, (TownshipClass)7), RefusalCodes.InvalidInput, "R003", "class");
    }

    private static AddTownshipOrgans Organ(UnitCode township, TownshipOrganKind kind) => new(township, [new(kind, $"又一个{kind}")]);
}
