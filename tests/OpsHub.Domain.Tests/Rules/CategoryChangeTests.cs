using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Rules;
using static OpsHub.Domain.Tests.Rules.CityRules;

namespace OpsHub.Domain.Tests.Rules;

/// <summary>G010, G056, resolution 51: one list of the city, under which counties have their own.</summary>
public sealed class CategoryChangeTests
{
    [Fact]
    public void The_city_adds_a_top_level_code_and_a_sub_code_to_its_list()
    {
        var rules = Fresh.Then(Office, new AddCategory(Category("Q15", null), "全市新增")).Then(Office, new AddCategory(Category("Q15-01", "Q15"), "全市新增"));

        rules.On("2026-07-13", Other).Cases.Categories["Q15-01"].Version.ShouldBe(3);
        rules.On("2026-07-13").Cases.Categories["Q15"].County.ShouldBeNull();
    }

    [Fact]
    public void A_county_that_adds_a_top_level_code_is_forbidden_G010()
    {
        var refusal = Fresh.Refused(Command, new AddCategory(Category("Q15", null), "本县特色"));

        (refusal.Code, refusal.Rule).ShouldBe((RefusalCodes.NotAllowed, "G010"));
    }

    [Fact]
    public void A_county_adds_a_sub_code_under_a_code_of_the_city_for_itself_alone_G056()
    {
        var rules = Fresh.Then(Command, new AddCategory(Category("Q01-430203-01", "Q01", "古窑遗址"), "本县特色"));

        rules.On("2026-07-13", County).Cases.Categories["Q01-430203-01"].County.ShouldBe(County);
        rules.On("2026-07-13", Other).Cases.Categories.ShouldNotContainKey("Q01-430203-01");
        rules.On("2026-07-13").Cases.Categories.ShouldContainKey("Q01-430203-01", "whoever looks at all counties sees each county's own");
    }

    [Theory]
    [InlineData("Q01-07")] // the city's own form
    [InlineData("Q01-430204-01")] // another county's
    [InlineData("Q01-430203-001")]
    public void A_county_takes_no_code_that_could_be_anothers(string code) =>
        Fresh.Refused(Command, new AddCategory(Category(code, "Q01"), "x")).Code.ShouldBe(RefusalCodes.InvalidInput);

    [Fact]
    public void A_county_changes_its_own_sub_codes_and_never_the_citys()
    {
        var rules = Fresh.Then(Command, new AddCategory(Category("Q01-430203-01", "Q01"), "x"));

        rules.Then(Command, new ChangeCategory(Category("Q01-430203-01", "Q01", "改名"), "y")).On("2026-07-13", County).Cases.Categories["Q01-430203-01"].Name.ShouldBe("改名");
        rules.Refused(OtherCommand, new ChangeCategory(Category("Q01-430203-01", "Q01"), "y")).Rule.ShouldBe("G010");
        rules.Refused(Command, new ChangeCategory(Category("Q01-01", "Q01"), "y")).Rule.ShouldBe("G010");
    }

    [Fact]
    public void Nobody_but_city_and_county_changes_categories()
    {
        Fresh.Refused(Admin, new AddCategory(Category("Q15", null), "x")).Rule.ShouldBe("G010");
        Fresh.Refused(Cases.Town.TownshipCentre, new ChangeCategory(Category("Q01-01", "Q01"), "x")).Rule.ShouldBe("G010");
    }

    [Fact]
    public void A_code_that_exists_a_parent_that_does_not_and_an_unknown_owner_are_refused()
    {
        Fresh.Refused(Office, new AddCategory(Category("Q01-01", "Q01"), "x")).Code.ShouldBe(RefusalCodes.Conflict);
        Fresh.Refused(Office, new AddCategory(Category("Q99-01", "Q99"), "x")).Field.ShouldBe("parent");
        Fresh.Refused(Office, new AddCategory(Category("Q01-99", "Q01", owner: "D99"), "x")).Field.ShouldBe("owner");
        Fresh.Refused(Office, new AddCategory(Category("Q01-99", "Q01", source: "清单"), "x")).Field.ShouldBe("owner");
        Fresh.Refused(Office, new ChangeCategory(Category("Q01-99", "Q01"), "x")).Code.ShouldBe(RefusalCodes.NotFound);
    }

    [Fact]
    public void An_owner_is_recorded_only_with_its_source()
    {
        var assumed = Fresh.Then(Office, new ChangeCategory(Category("Q01-02", "Q01", owner: "D12"), "x")).On("2026-07-13").Cases.Categories["Q01-02"];
        var recorded = Fresh.Then(Office, new ChangeCategory(Category("Q01-02", "Q01", owner: "D12", source: "权责清单 2026-7"), "x")).On("2026-07-13").Cases.Categories["Q01-02"];

        (assumed.Owner, assumed.OwnerBasis).ShouldBe(("D12", BasisKind.Assumed));
        (recorded.OwnerBasis, recorded.OwnerSource).ShouldBe((BasisKind.Text, "权责清单 2026-7"));
        recorded.Handling.ShouldBe(new TermBudget(5, BudgetUnit.WorkingDays), "limits are another matter");
    }

    [Fact]
    public void A_retired_category_takes_no_new_case_and_open_ones_go_on()
    {
        var rules = Fresh.Then(Office, new ChangeCategory(Category("Q05-01", "Q05", retired: true), "停用")).On("2026-07-13", County);

        (Cases.Story.Blank with { Rules = rules }).Refused(Cases.Town.Worker, Cases.Town.Report()).Field.ShouldBe("category");
        (Cases.Story.Reported() with { Rules = rules }).Then(Cases.Town.Committee, new AcceptCase()).Case.Stage.ShouldBe(CaseStage.Accepted);
    }
}
