using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

public sealed class UnitImportTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly Dictionary<UnitCode, Unit> Nobody = [];

    private static readonly DivisionRow[] Good =
    [
        new(2, "43", "", "1", "湖南省", "province"),
        new(3, "430203001", "430203", "4", "庆云街道", "subdistrict"), // before its parent: order in the file does not matter
        new(4, "4302", "43", "2", "株洲市", "prefecture-city"),
        new(5, "430203", "4302", "3", "芦淞区", "district"),
        new(6, "430203001001", "430203001", "5", "太子路社区", "community"),
        new(7, "430203001001001", "430203001001", "6", "第1网格", "grid") { Population = "900", AreaKm2 = "0.4", Load = "120", Generated = "true" },
    ];

    [Fact]
    public void Parents_come_before_children_and_the_province_is_passed_over()
    {
        var plan = UnitImport.Plan(Good, Nobody, Today);
        plan.Problems.ShouldBeEmpty();
        plan.Provinces.ShouldBe(1);
        plan.Commands.Select(c => c.Code.Value).ShouldBe(["4302", "430203", "430203001", "430203001001", "430203001001001"]);
    }

    [Fact]
    public void A_second_import_changes_nothing()
    {
        var units = Import(Good, []);
        var again = UnitImport.Plan(Good, units, Today);
        (again.Unchanged, again.Commands.Count).ShouldBe((5, 0));
    }

    [Fact]
    public void A_change_decided_ahead_is_not_decided_again()
    {
        var rows = new[] { Good[4] with { Name = "乙社区", EffectiveFrom = "2026-10-01" } };
        var units = Import(rows, Import(Good, []));
        UnitImport.Plan(rows, units, Today).Unchanged.ShouldBe(1);
        UnitImport.Plan(rows, units, new(2027, 1, 1)).Unchanged.ShouldBe(1);
    }

    [Fact]
    public void A_changed_name_takes_effect_today_or_from_its_date_and_keeps_history()
    {
        var units = Import(Good, []);
        Import([Good[1] with { Name = "甲街道" }, Good[4] with { Name = "乙社区", EffectiveFrom = "2026-10-01" }], units);
        units[new("430203001")].NameOn(Today.AddDays(-1)).ShouldBe("庆云街道");
        units[new("430203001")].NameOn(Today).ShouldBe("甲街道");
        units[new("430203001001")].NameOn(new(2026, 9, 30)).ShouldBe("太子路社区");
        units[new("430203001001")].NameOn(new(2026, 10, 1)).ShouldBe("乙社区");
    }

    [Fact]
    public void A_changed_parent_moves_the_unit()
    {
        var units = Import([.. Good, new(8, "430204", "4302", "3", "石峰区", "district")], []);
        Import([Good[1] with { ParentCode = "430204" }], units);
        units[new("430203001")].ParentOn(Today).ShouldBe(new UnitCode("430204"));
        units[new("430203001")].ParentOn(Today.AddDays(-1)).ShouldBe(new UnitCode("430203"));
    }

    [Theory]
    [InlineData(1, "parentCode", "G011", "430204001", "430204", "4", "孤儿街道", "subdistrict")]
    [InlineData(2, "code", "G011", "430203001", "430203", "4", "重复街道", "subdistrict")]
    [InlineData(3, "code", "G011", "43020300A", "430203", "4", "坏码街道", "subdistrict")]
    [InlineData(4, "level", "G011", "430203009", "430203", "5", "错级街道", "subdistrict")]
    [InlineData(5, "kind", "G011", "430203009", "430203", "4", "村级街道", "village")]
    [InlineData(6, "name", "G011", "430203009", "430203", "4", "", "subdistrict")]
    [InlineData(7, "name", "G011", "430203009", "430203", "4", "乱码\uFFFD街道", "subdistrict")]
    [InlineData(8, "parentCode", "G011", "430203009", "4302", "4", "越级街道", "subdistrict")]
    [InlineData(9, "population", "G001", "430203001001002", "430203001001", "6", "无数网格", "grid")]
    [InlineData(10, "parentCode", "G011", "4304", "99", "2", "外省市", "prefecture-city")]
    [InlineData(11, "parentCode", "G011", "430203009", "", "4", "无上级街道", "subdistrict")]
    public void A_bad_row_refuses_the_whole_file_and_names_line_column_and_rule(
        int offset, string column, string rule, string code, string parent, string level, string name, string kind)
    {
        var plan = UnitImport.Plan([.. Good, new(100 + offset, code, parent, level, name, kind)], Nobody, Today);
        plan.Commands.ShouldBeEmpty();
        var problem = plan.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Rule).ShouldBe((100 + offset, column, rule));
    }

    [Fact]
    public void A_date_or_flag_that_cannot_be_read_is_named()
    {
        var plan = UnitImport.Plan([Good[2] with { EffectiveFrom = "2026/10/01", Generated = "yes" }], Nobody, Today);
        plan.Problems.Select(p => p.Column).ShouldBe(["effectiveFrom", "generated"]);
    }

    // The whole merger in one file: the second community is established, the grid goes over, the first one ends.
    private static readonly DivisionRow[] Merger =
    [
        Good[4] with { EndsOn = "2026-07-01", MergedInto = "430203001002" },
        new(8, "430203001002", "430203001", "5", "樟树社区", "community"),
        Good[5] with { ParentCode = "430203001002", EffectiveFrom = "2026-07-01" },
    ];

    [Fact]
    public void A_merger_is_imported_with_its_moves_before_it()
    {
        var units = Import(Good, []);
        var plan = UnitImport.Plan(Merger, units, Today);
        plan.Commands.Select(c => c.Command.GetType()).ShouldBe([typeof(EstablishUnit), typeof(MoveUnit), typeof(MergeUnit)]);
        Import(Merger, units);
        units[new("430203001001")].Ending.ShouldBe(new UnitEnding(new(2026, 7, 1), new UnitCode("430203001002")));
        var (before, after) = (new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1));
        units[Grid].ParentOn(before).ShouldBe(new UnitCode("430203001001"));
        units[Grid].ParentOn(after).ShouldBe(new UnitCode("430203001002"));

        foreach (var day in new[] { Today, before, after, new(2027, 1, 1) })
            UnitImport.Plan(Merger, units, day).ShouldSatisfyAllConditions(p => p.Problems.ShouldBeEmpty(), p => p.Unchanged.ShouldBe(3));
        UnitImport.Plan([Good[4]], units, after).Unchanged.ShouldBe(1, "a file that says nothing of the end");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_is_taken_over_by_a_unit_that_has_ended_before_whichever_line_comes_first(bool turned)
    {
        var units = Import(Good, []);
        DivisionRow[] rows = [.. Merger, Merger[1] with { Line = 9, Code = "430203001003", Name = "枫树社区" }];
        units = Import([.. rows.Skip(1).Select(r => r with { EndsOn = null, MergedInto = null })], units);
        DivisionRow[] ends = [Merger[0], Merger[1] with { EndsOn = "2026-06-30", MergedInto = "430203001003" }, Merger[2] with { ParentCode = "430203001003", EffectiveFrom = "2026-06-30" }];
        var plan = UnitImport.Plan(turned ? [ends[1] with { Line = 1 }, ends[0] with { Line = 2 }, ends[2] with { Line = 3 }] : ends, units, Today);
        plan.Problems.ShouldNotBeEmpty();
        plan.Commands.ShouldBeEmpty();
    }

    [Fact]
    public void Until_the_day_of_a_merger_decided_ahead_the_rest_goes_on()
    {
        var units = Import(Merger, Import(Good, []));
        UnitImport.Plan([Good[4] with { Name = "新名社区" }], units, Today).Problems.ShouldBeEmpty();
        UnitImport.Plan([Good[4] with { Name = "新名社区" }], units, new(2026, 7, 1)).Problems.ShouldHaveSingleItem().Column.ShouldBe("code");
        UnitImport.Plan([Merger[2] with { Load = "130" }], units, new(2026, 7, 1)).Commands.ShouldHaveSingleItem().Command.ShouldBeOfType<SetGridFigures>();
    }

    [Fact]
    public void Units_that_end_together_end_from_below()
    {
        var units = Import(Good, []);
        DivisionRow[] rows = [Good[1] with { EndsOn = "2026-07-01" }, Good[4] with { EndsOn = "2026-07-01" }, Good[5] with { EndsOn = "2026-07-01" }];
        UnitImport.Plan(rows, units, Today).Commands.Select(c => c.Code.Level).ShouldBe([UnitLevel.Grid, UnitLevel.Community, UnitLevel.Township]);
        Import(rows, units);
    }

    [Theory]
    [InlineData("endsOn", "G011", "2026-07-01", "430203001002", "2026-07-02")] // the grid goes over a day too late
    [InlineData("endsOn", "HUB", "2026/07/01", "430203001002", "2026-07-01")]
    [InlineData("endsOn", "G011", "", "430203001002", "2026-07-01")]
    [InlineData("mergedInto", "G011", "2026-07-01", "4302030010", "2026-07-01")]
    [InlineData("mergedInto", "G011", "2026-07-01", "430203001", "2026-07-01")] // another level
    [InlineData("mergedInto", "G011", "2026-07-01", "430203001009", "2026-07-01")] // nobody
    public void A_merger_that_cannot_be_refuses_the_whole_file(string column, string rule, string endsOn, string into, string moves)
    {
        var units = Import(Good, []);
        DivisionRow[] rows = [Merger[0] with { EndsOn = endsOn, MergedInto = into }, Merger[1], Merger[2] with { EffectiveFrom = moves }];
        var plan = UnitImport.Plan(rows, units, Today);
        plan.Commands.ShouldBeEmpty();
        var problem = plan.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Rule).ShouldBe((6, column, rule));
    }

    [Fact]
    public void A_child_in_the_hub_that_the_file_forgot_is_found()
    {
        var units = Import(Good, []);
        UnitImport.Ended([Merger[0]]).ShouldBe([new UnitCode("430203001001")]);
        UnitImport.Plan([Merger[0], Merger[1]], units, Today).Problems.ShouldHaveSingleItem().Column.ShouldBe("endsOn");
    }

    [Theory]
    [InlineData("2026-08-01", "2026-07-01", 7)] // before its parent
    [InlineData("2026-08-01", "", 7)] // from today on, and the parent is not there yet
    [InlineData("2026-07-01", "2026-07-01", 0)]
    [InlineData("", "2019-01-01", 0)]
    public void Days_of_parents_and_children_are_compared_before_anything_is_written(string parentFrom, string childFrom, int line)
    {
        var units = Import(Good[..4], []);
        var plan = UnitImport.Plan([Good[4] with { EffectiveFrom = parentFrom }, Good[5] with { EffectiveFrom = childFrom }], units, Today);
        plan.Problems.Select(p => (p.Line, p.Column)).ShouldBe(line == 0 ? [] : [(line, "parentCode")]);
        plan.Commands.Count.ShouldBe(line == 0 ? 2 : 0);
    }

    [Theory]
    [InlineData("2017-12-31", "effectiveFrom")] // before the unit's own first day
    [InlineData("2018-06-01", "parentCode")] // before the new parent's
    [InlineData("2026-06-01", null)]
    public void A_change_before_the_first_day_of_a_unit_in_the_hub_is_refused_in_the_plan(string from, string? column)
    {
        var units = Import([.. Good[..3], Good[3] with { }, new(8, "430204", "4302", "3", "石峰区", "district") { EffectiveFrom = "2020-01-01" }], []);
        units[new("430203001")] = Unit.Apply(null, new UnitEstablished(new("430203001"), "庆云街道", "subdistrict", new UnitCode("430203"), new(2018, 1, 1), false, null, null));
        var plan = UnitImport.Plan([Good[1] with { ParentCode = "430204", EffectiveFrom = from }], units, Today);
        plan.Problems.Select(p => p.Column).ShouldBe(column is null ? [] : [column]);
    }

    [Fact]
    public void A_unit_that_ended_is_not_changed_again_and_one_that_is_the_same_passes()
    {
        var units = Import([Good[5] with { EndsOn = "2026-05-01" }], Import(Good, []));
        UnitImport.Plan([Good[5]], units, Today).Unchanged.ShouldBe(1);
        UnitImport.Plan([Good[5] with { Name = "新网格" }], units, Today).Problems.ShouldHaveSingleItem().Column.ShouldBe("code");
    }

    [Fact]
    public void A_grid_that_moves_keeps_its_code_and_a_new_one_takes_its_community_s()
    {
        var units = Import(Good, []);
        var moved = Good[5] with { ParentCode = "430203001002" };
        UnitImport.Plan([Merger[1], moved], units, Today).Problems.ShouldBeEmpty();
        UnitImport.Plan([Merger[1], moved with { Code = "430203001001002" }], units, Today).Problems.ShouldHaveSingleItem().Column.ShouldBe("parentCode");
    }

    private static readonly UnitCode Grid = new("430203001001001");

    private static Dictionary<UnitCode, Unit> Import(DivisionRow[] rows, Dictionary<UnitCode, Unit> units)
    {
        var plan = UnitImport.Plan(rows, units, Today);
        plan.Problems.ShouldBeEmpty();
        foreach (var (_, code, command) in plan.Commands)
        {
            var other = UnitDecisions.OtherOf(command, Today)?.Code is { } named ? units.GetValueOrDefault(named) : null;
            var facts = UnitDecisions.FactsOf(code, command, other, units.Values, Today);
            var decision = UnitDecisions.Decide(units.GetValueOrDefault(code), command, Admin, facts, Today);
            decision.Refusal.ShouldBeNull($"{command}");
            units[code] = decision.Events.Aggregate(units.GetValueOrDefault(code), Unit.Apply)!;
        }

        return units;
    }
}
