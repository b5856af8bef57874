using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

public sealed class UnitImportTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly Dictionary<UnitCode, KnownUnit> Nobody = [];

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
        var again = UnitImport.Plan(Good, Known(units), Today);
        again.Unchanged.ShouldBe(4);
        foreach (var planned in again.Commands) // the grid compares its own figures
            UnitDecisions.Decide(units[planned.Code], planned.Command, Admin, new(true, false), Today).Events.ShouldBeEmpty();
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

    [Fact]
    public void A_merged_unit_is_not_imported_again()
    {
        var known = new Dictionary<UnitCode, KnownUnit> { [new("4302")] = new("株洲市", "prefecture-city", null, IsEnded: true) };
        UnitImport.Plan([Good[2]], known, Today).Problems.ShouldHaveSingleItem().Column.ShouldBe("code");
    }

    private static Dictionary<UnitCode, Unit> Import(DivisionRow[] rows, Dictionary<UnitCode, Unit> units)
    {
        foreach (var (_, code, command) in UnitImport.Plan(rows, Known(units), Today).Commands)
        {
            var decision = UnitDecisions.Decide(units.GetValueOrDefault(code), command, Admin, new(true, false), Today);
            decision.Refusal.ShouldBeNull();
            units[code] = decision.Events.Aggregate(units.GetValueOrDefault(code), Unit.Apply)!;
        }

        return units;
    }

    private static Dictionary<UnitCode, KnownUnit> Known(Dictionary<UnitCode, Unit> units) =>
        units.ToDictionary(u => u.Key, u => new KnownUnit(u.Value.NameOn(Today), u.Value.KindOn(Today), u.Value.ParentOn(Today), !u.Value.IsInForceOn(Today)));
}
