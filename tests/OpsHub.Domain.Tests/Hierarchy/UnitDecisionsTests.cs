using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

public sealed class UnitDecisionsTests
{
    private static readonly Actor Admin = new("admin", Role.Administrator, OrganCode.Parse("4302"));
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly UnitFacts Fine = new(OtherInForce: true, HasChildren: false, AboveOther: new UnitCode("430203001"));
    private static readonly EstablishUnit Township = new(new("430203001"), "庆云街道", "subdistrict", new UnitCode("430203"), new(2020, 1, 1));
    private static readonly EstablishUnit Grid = new(
        new("430203001001001"), "第1网格", UnitKinds.Grid, new UnitCode("430203001001"), new(2020, 1, 1), Generated: true, new GridFigures(900, 0.4m, 120));

    [Fact]
    public void A_township_without_its_county_is_refused() =>
        Decide(null, Township, Fine with { OtherInForce = false }).Refusal!.Rule.ShouldBe("G011");

    [Fact]
    public void A_parent_stands_exactly_one_level_up() =>
        Decide(null, Township with { Parent = new UnitCode("4302") }).Refusal!.Code.ShouldBe("WRONG_PARENT");

    [Fact]
    public void A_city_has_no_parent() =>
        Decide(null, new EstablishUnit(new("4302"), "株洲市", "prefecture-city", null, Unit.BeginningUnknown)).IsRefused.ShouldBeFalse();

    [Theory]
    [InlineData("43020300"), InlineData("43020300x"), InlineData("")]
    public void A_malformed_code_is_refused(string code) =>
        Decide(null, Township with { Code = new(code) }).Refusal!.Field.ShouldBe("code");

    [Theory]
    [InlineData(""), InlineData(" 庆云"), InlineData("庆\uFFFD"), InlineData("庆\n云")]
    public void A_bad_name_is_refused(string name) =>
        Decide(null, Township with { Name = name }).Refusal!.Field.ShouldBe("name");

    [Fact]
    public void A_name_of_101_characters_is_refused() =>
        Decide(null, Township with { Name = new('云', 101) }).Refusal!.Field.ShouldBe("name");

    [Fact]
    public void G001_a_grid_without_its_three_figures_is_refused() =>
        Decide(null, Grid with { Figures = null }).Refusal!.Rule.ShouldBe("G001");

    [Fact]
    public void A_grid_across_communities_needs_a_reason_and_its_township()
    {
        var crossing = new GridCrossing([new("430203001002")], null, null);
        Decide(null, Grid with { Crossing = crossing }).Refusal!.Rule.ShouldBe("G002");
        Decide(null, Grid with { Crossing = crossing with { Reason = "一个小区跨两社区" } }).Refusal!.Rule.ShouldBe("G002");
        Decide(null, Grid with { Crossing = crossing with { Reason = "一个小区跨两社区", Approver = new UnitCode("430203001") } }).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void A_crossing_is_approved_by_the_township_of_the_grid_s_own_community_G002()
    {
        var crossing = new GridCrossing([new("430203001002")], "一个小区跨两社区", new UnitCode("430203002"));
        Decide(null, Grid with { Crossing = crossing }).Refusal!.Rule.ShouldBe("G002", "another township's word");
        Decide(null, Grid with { Crossing = crossing }, Fine with { AboveOther = new UnitCode("430203002") }).IsRefused
            .ShouldBeFalse("the community has moved there");
    }

    [Fact]
    public void A_grid_is_set_up_under_the_community_its_code_names_and_keeps_its_code_when_it_moves_G002()
    {
        var elsewhere = new UnitCode("430203001002");
        Decide(null, Grid with { Parent = elsewhere }).Refusal!.Rule.ShouldBe("G002");
        Given(Grid, new MoveUnit(elsewhere, Today)).ParentOn(Today).ShouldBe(elsewhere);
    }

    [Fact]
    public void A_community_committee_sets_up_its_own_grids_only()
    {
        var own = new Actor("c", Role.CommunityCommittee, OrganCode.Parse("430203001001"));
        UnitDecisions.Decide(null, Grid, own, Fine, Today).IsRefused.ShouldBeFalse();
        UnitDecisions.Decide(null, Grid, own with { Organ = OrganCode.Parse("430203001002") }, Fine, Today).Refusal!.Rule.ShouldBe("G015");
        UnitDecisions.Decide(null, Township, own, Fine, Today).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void Establishing_the_same_again_changes_nothing_and_something_else_conflicts()
    {
        var unit = Given(Grid with { Crossing = new([new("430203001002")], "理由", new UnitCode("430203001")) });
        Decide(unit, Grid with { Crossing = new([new("430203001002")], "理由", new UnitCode("430203001")) }).Events.ShouldBeEmpty();
        Decide(unit, Grid with { Name = "别名" }).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
    }

    [Fact]
    public void A_new_name_takes_effect_from_its_day_and_keeps_the_old_one()
    {
        var unit = Given(Township, new RenameUnit("新名街道", new(2026, 7, 1)));
        unit.NameOn(new(2026, 6, 30)).ShouldBe("庆云街道");
        unit.NameOn(new(2026, 7, 1)).ShouldBe("新名街道");
        Decide(unit, new RenameUnit("新名街道", new(2026, 8, 1))).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_entered_late_does_not_undo_what_follows_it()
    {
        var unit = Given(
            Township, new MoveUnit(new("430204"), new(2024, 1, 1)), new RenameUnit("丙", new(2025, 1, 1)), new RenameUnit("乙", new(2023, 1, 1)));
        unit.NameOn(new(2022, 1, 1)).ShouldBe("庆云街道");
        unit.NameOn(new(2023, 5, 1)).ShouldBe("乙");
        unit.NameOn(new(2024, 5, 1)).ShouldBe("乙");
        unit.ParentOn(new(2024, 5, 1)).ShouldBe(new UnitCode("430204"));
        unit.NameOn(new(2025, 5, 1)).ShouldBe("丙");
    }

    [Fact]
    public void A_change_before_the_first_day_is_refused() =>
        Decide(Given(Township), new RenameUnit("新", new(2019, 12, 31))).Refusal!.Field.ShouldBe("effectiveFrom");

    [Fact]
    public void A_unit_moves_under_a_parent_in_force_only()
    {
        var unit = Given(Township);
        Decide(unit, new MoveUnit(new("430204"), Today), Fine with { OtherInForce = false }).Refusal!.Rule.ShouldBe("G011");
        Decide(unit, new MoveUnit(new("4302"), Today)).Refusal!.Code.ShouldBe("WRONG_PARENT");
        Decide(unit, new MoveUnit(new("430203"), Today)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_merged_unit_is_in_force_until_its_day_and_changes_until_then_only()
    {
        var merge = new MergeUnit(new("430203002"), new(2026, 7, 1));
        var unit = Given(Township, merge);
        unit.IsInForceOn(new(2026, 6, 30)).ShouldBeTrue();
        unit.IsInForceOn(new(2026, 7, 1)).ShouldBeFalse();
        unit.Ending!.MergedInto.ShouldBe(new UnitCode("430203002"));
        Decide(unit, merge).ShouldSatisfyAllConditions(d => d.IsRefused.ShouldBeFalse(), d => d.Events.ShouldBeEmpty());
        Decide(unit, merge, Fine with { OtherInForce = false }).IsRefused.ShouldBeFalse("the same again changes nothing, whatever became of the other");
        Decide(unit, new MergeUnit(new("430203003"), new(2026, 7, 1))).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        Decide(unit, new DissolveUnit(new(2026, 7, 1))).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);

        var onTheDay = new DateOnly(2026, 7, 1);
        Decide(unit, new RenameUnit("新", Today)).Events.ShouldNotBeEmpty();
        Decide(unit, new RenameUnit("新", onTheDay)).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        Decide(unit, new RenameUnit("庆云街道", onTheDay)).IsRefused.ShouldBeFalse("what changes nothing is never refused");
        Decide(unit, new ReclassifyUnit("town", onTheDay)).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        Decide(unit, new MoveUnit(new("430204"), onTheDay)).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        Decide(unit, new MoveUnit(new("430204"), Today)).Events.ShouldNotBeEmpty();
        var grid = Given(Grid, new DissolveUnit(onTheDay));
        Decide(grid, new SetGridFigures(new(1, 1, 1))).Events.ShouldNotBeEmpty();
        UnitDecisions.Decide(grid, new SetGridFigures(new(1, 1, 1)), Admin, Fine, onTheDay).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
    }

    [Fact]
    public void Children_count_by_where_they_stand_on_the_day_a_unit_ends()
    {
        var (community, end) = (new UnitCode("430203001001"), new DateOnly(2026, 7, 1));
        bool HasChildren(Unit child) => UnitDecisions.FactsOf(community, new DissolveUnit(end), null, [child], Today).HasChildren;
        HasChildren(Given(Grid)).ShouldBeTrue();
        HasChildren(Given(Grid, new MoveUnit(new("430203001002"), end))).ShouldBeFalse("moved away on that day");
        HasChildren(Given(Grid, new MoveUnit(new("430203001002"), end.AddDays(1)))).ShouldBeTrue("a day too late");
        HasChildren(Given(Grid, new DissolveUnit(end))).ShouldBeFalse("ends with it");
        HasChildren(Given(Grid with { EffectiveFrom = end.AddDays(9) })).ShouldBeTrue("is to begin under it later");
        HasChildren(Given(Grid, new MoveUnit(new("430203001002"), Today), new MoveUnit(community, end.AddDays(9)))).ShouldBeTrue("is to come back later");
    }

    [Fact]
    public void No_unit_is_put_under_a_parent_whose_end_is_decided()
    {
        var ending = Fine with { OtherEnds = new(2026, 7, 1) };
        Decide(null, Township, ending).Refusal!.Code.ShouldBe("PARENT_ENDS");
        var unit = Given(Township);
        Decide(unit, new MoveUnit(new("430204"), Today), ending).Refusal!.Code.ShouldBe("PARENT_ENDS");
        var moves = Given(Township, new MoveUnit(new("430205"), new(2026, 7, 1)));
        Decide(moves, new MoveUnit(new("430204"), Today), ending).Events.ShouldNotBeEmpty("it has another one from that day on");
    }

    [Fact]
    public void A_change_takes_effect_once_and_not_before_its_day()
    {
        var unit = Given(Township, new RenameUnit("明日街道", Today.AddDays(1)), new DissolveUnit(Today.AddDays(2)));
        unit.NextChange(Today).ShouldBe(Today.AddDays(1));
        unit.PendingEffect(Today).ShouldBeNull();
        Decide(unit, new TakeEffect(Today.AddDays(1))).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        var later = Today.AddDays(3); // the hub was down on both days
        unit.PendingEffect(later).ShouldBe(Today.AddDays(2));
        var decision = UnitDecisions.Decide(unit, new TakeEffect(Today.AddDays(2)), Admin, Fine, later);
        unit = decision.Events.Aggregate(unit, Unit.Apply);
        UnitDecisions.Decide(unit, new TakeEffect(Today.AddDays(2)), Admin, Fine, later).Events.ShouldBeEmpty();
        unit.NextChange(later).ShouldBeNull();
    }

    [Fact]
    public void A_unit_with_children_cannot_end() =>
        Decide(Given(Township), new DissolveUnit(Today), Fine with { HasChildren = true }).Refusal!.Code.ShouldBe("HAS_CHILDREN");

    [Fact]
    public void A_unit_merges_into_another_of_its_level_only()
    {
        Decide(Given(Township), new MergeUnit(Township.Code, Today)).IsRefused.ShouldBeTrue();
        Decide(Given(Township), new MergeUnit(new("430203"), Today)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Commands_events_and_state_survive_json()
    {
        UnitCommand command = Grid;
        var text = JsonSerializer.Serialize(command);
        text.ShouldContain("\"$type\":\"EstablishUnit\"");
        JsonSerializer.Deserialize<UnitCommand>(text).ShouldBe(command);
        var unit = Given(Grid, new RenameUnit("新", Today));
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Unit>(JsonSerializer.Serialize(unit))).ShouldBe(JsonSerializer.Serialize(unit));
    }

    private static Decision<UnitEvent> Decide(Unit? unit, UnitCommand command, UnitFacts? facts = null) =>
        UnitDecisions.Decide(unit, command, Admin, facts ?? Fine, Today);

    private static Unit Given(params ReadOnlySpan<UnitCommand> commands)
    {
        Unit? unit = null;
        foreach (var command in commands)
        {
            var decision = Decide(unit, command);
            decision.Refusal.ShouldBeNull();
            unit = decision.Events.Aggregate(unit, Unit.Apply);
        }

        return unit!;
    }
}
