using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Seeds;

public sealed class SeedFileTests
{
    private static readonly SeedOptions Seeds = new();

    [Fact]
    public void The_divisions_are_those_of_Zhuzhou()
    {
        var rows = DivisionFile.Read(Seeds.PathOf(Seeds.Divisions));
        rows.Count.ShouldBe(1_523);
        rows.Count(r => r.Level == "3").ShouldBe(9);
        rows.Count(r => r.Level == "4").ShouldBe(112);
        rows.Count(r => r.Level == "5").ShouldBe(1_400);
        var plan = UnitImport.Plan(rows, new Dictionary<UnitCode, Unit>(), new DateOnly(2026, 11, 24));
        plan.Problems.ShouldBeEmpty();
        plan.Commands.Count.ShouldBe(1_522);
    }

    [Fact]
    public void Generated_grids_are_marked_valid_and_always_the_same()
    {
        var rows = DivisionFile.Read(Seeds.PathOf(Seeds.Divisions));
        var communities = rows.Where(r => r.Level == "5").Select(r => (r.Code, r.Kind)).ToArray();
        var grids = GeneratedUnits.Grids(communities).ToArray();
        grids.Length.ShouldBeInRange(10_000, 14_000);
        grids.ShouldAllBe(g => g.Generated == "true");
        grids.ShouldBe(GeneratedUnits.Grids(communities));
        UnitImport.Plan([.. rows, .. grids], new Dictionary<UnitCode, Unit>(), new DateOnly(2026, 11, 24)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void G006_G007_the_categories_are_12_and_14_and_143_with_their_limits()
    {
        var categories = new SeedRules(Microsoft.Extensions.Options.Options.Create(Seeds)).Seed.Cases.Categories;
        categories.Values.Count(c => c.Parent is null).ShouldBe(26);
        categories.Values.Count(c => c is { Parent: null, IsAllSubject: true }).ShouldBe(14);
        categories.Values.Count(c => c.Parent is not null).ShouldBe(143);
        categories.Values.Where(c => c.Parent is not null).ShouldAllBe(c => c.Handling != null && c.HandlingSource != null);
        categories["Q01-01"].Handling.ShouldBe(new TermBudget(4, BudgetUnit.WorkingHours));
        categories["Q01-01"].Emergency.ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R029")]
    public void R029_one_owner_is_a_name_only_because_the_list_of_departments_has_no_such()
    {
        var categories = new SeedRules(Microsoft.Extensions.Options.Options.Create(Seeds)).Seed.Cases.Categories;
        var names = categories.Values.Where(c => c is { DefaultDepartment: not null, Owner: null }).ToList();
        names.Select(c => c.DefaultDepartment).Distinct().ShouldBe(["住建局"]);
        names.Count.ShouldBe(14);
        names.ShouldAllBe(c => c.OwnerBasis == BasisKind.Assumed);
    }

    [Fact]
    public void Departments_and_calendar_are_loaded()
    {
        var rules = new SeedRules(Microsoft.Extensions.Options.Options.Create(Seeds));
        rules.Departments.Count.ShouldBe(37);
        rules.Seed.Calendar.Horizon.ShouldBe(new DateOnly(2026, 12, 31));
        rules.Seed.Calendar.IsWorkingDay(new DateOnly(2026, 10, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Powers_are_recorded_by_category_and_what_is_generated_can_be_left_out_R031()
    {
        var rules = new SeedRules(Microsoft.Extensions.Options.Options.Create(Seeds)).Seed.Cases;
        var (bureau, township) = (OrganCode.Parse("430203:D27"), OrganCode.Parse("430203001"));
        rules.HoldsPower(bureau, "Q04-08", []).ShouldBeTrue();
        rules.HoldsPower(bureau, "Q10-01", []).ShouldBeFalse();
        rules.HoldsPower(OrganCode.Parse("430204:D31"), "Q10-01", []).ShouldBeTrue();
        rules.HoldsPower(township, "Q04-08", []).ShouldBeTrue();
        new SeedRules(Microsoft.Extensions.Options.Options.Create(new SeedOptions { GeneratedUnits = false })).Seed.Cases
            .HoldsPower(township, "Q04-08", []).ShouldBeFalse();
    }

    [Theory]
    [InlineData("D99,Q04,x,\n", "holder")]
    [InlineData("430203001001,Q04,x,\n", "holder")] // never a community
    [InlineData("D27,Q99,x,\n", "category")]
    public void A_power_of_nobody_or_in_nothing_is_refused(string rows, string column)
    {
        using var folder = new TemporaryFolder();
        var rules = new SeedRules(Microsoft.Extensions.Options.Options.Create(Seeds));
        var file = folder.File("powers.csv", "holder,category,source,generated\n" + rows);
        Should.Throw<SeedFileException>(() => PowerFile.Read(file, rules.Seed.Cases.Categories, rules.Departments, true)).Message.ShouldContain(column);
    }

    [Theory]
    [InlineData("Q01,,1,甲,A,,,,,,\nQ01-01,Q01,2,乙,B,1,4,fortnight,x,no,\n", "limitUnit")]
    [InlineData("Q01-01,Q01,2,乙,B,1,4,hour,x,no,\n", "parent")]
    [InlineData("Q01,,1,甲,A,,,,,,\nQ01,,1,甲,A,,,,,,\n", "code")]
    [InlineData("Q01,,1,甲,A,-3,,,,,\n", "firstResponseWorkingHours")]
    public void A_category_that_cannot_hold_is_refused_with_its_line(string rows, string column)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("categories.csv", "code,parent,level,nameZh,nameEn,firstResponseWorkingHours,limitValue,limitUnit,limitSource,emergency,defaultDepartment\n" + rows);
        var refused = Should.Throw<SeedFileException>(() => CategoryFile.Read(file, new Dictionary<string, Department>()));
        refused.Message.ShouldContain(column);
        refused.Message.ShouldContain("line ");
    }
}
