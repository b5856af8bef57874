using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Governance.District;

namespace OpsHub.Domain.Tests.Governance;

/// <summary>Indicators, order of building, standards and analysis reports, rule by rule.</summary>
public sealed class FigureTests
{
    private static readonly DateOnly October = new(2026, 10, 1), November = new(2026, 11, 1);
    private static readonly AnalysisCounts Counts = new(120, 100, 90, 81, 40, 3);

    private readonly District _d = new();

    [Fact, Trait("Rule", "T018")]
    public void T018_9_of_10_townships_with_a_platform_are_90_per_cent()
    {
        UnitCode[] townships = [.. Enumerable.Range(1, 10).Select(i => new UnitCode($"430203{i:D3}"))];
        var files = townships.Skip(1).ToImmutableDictionary(t => t, t => new GovernanceFile { Unit = t, Built = [new(ConstructionItem.JointPlatform, null, new(2020, 1, 1))] });
        _d.Indicator("T018", new(County, [County, .. townships], files, []))!.Share.ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(9, 10)), s => s.Percent.ShouldBe(90.0m));
    }

    [Theory]
    [InlineData("G028", ConstructionItem.GovernanceInCentre, ConstructionItem.GridsInCentre), InlineData("G029", ConstructionItem.MarketLink, ConstructionItem.ServiceLink)]
    public void G028_G029_two_of_three_are_66_7_per_cent(string rule, ConstructionItem one, ConstructionItem two)
    {
        Build(Township, one);
        Build(Township, two);
        Share(rule, Township).ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(2, 3)), s => s.Percent.ShouldBe(66.7m));
        _d.Flags(rule, Township).ShouldHaveSingleItem().En.ShouldEndWith("1 missing");
    }

    [Fact, Trait("Rule", "G034")]
    public void G034_eight_of_nine_modules_are_88_9_per_cent()
    {
        foreach (var module in ConstructionRule.All.Values.Where(r => r.Set == ConstructionSet.Modules).Skip(1))
            Build(County, module.Item);
        Share("G034", County).ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(8, 9)), s => s.Percent.ShouldBe(88.9m));
    }

    [Fact, Trait("Rule", "G035")]
    public void G035_the_governance_platform_is_the_first_of_the_four_or_it_is_warned()
    {
        ConstructionRule.SizeOf(ConstructionSet.FourPlatforms).ShouldBe(4);
        Build(County, ConstructionItem.GovernancePlatform, new(2018, 10, 1));
        Build(County, ConstructionItem.MarketPlatform, new(2018, 11, 1));
        Order("G035", County).ShouldBeFalse();
        Build(County, ConstructionItem.ServicePlatform, new(2018, 9, 1));
        Order("G035", County).ShouldBeTrue();
    }

    [Fact, Trait("Rule", "G036")]
    public void G036_eleven_of_twelve_topics_are_91_7_per_cent_and_a_thirteenth_is_refused()
    {
        Build(City, ConstructionItem.PartyBuildingTopic);
        for (var i = 1; i <= 10; i++)
            _d.Do(City, new SetConstruction(ConstructionItem.DepartmentTopic, $"专题{i}", new(2019, 1, 1)), CityOffice).ShouldBeNull();
        Share("G036", City).ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(11, 12)), s => s.Percent.ShouldBe(91.7m));
        _d.Do(City, new SetConstruction(ConstructionItem.DepartmentTopic, "专题11", new(2019, 1, 1)), CityOffice).ShouldBeNull();
        _d.Do(City, new SetConstruction(ConstructionItem.DepartmentTopic, "专题12", new(2019, 1, 1)), CityOffice)!.Rule.ShouldBe("G036");
        _d.Do(City, new SetConstruction(ConstructionItem.DepartmentTopic, null, new(2019, 1, 1)), CityOffice)!.Field.ShouldBe("name");
    }

    [Fact, Trait("Rule", "G037")]
    public void G037_a_topic_built_before_that_of_party_building_is_warned()
    {
        _d.Do(City, new SetConstruction(ConstructionItem.DepartmentTopic, "公安", new(2018, 10, 1)), CityOffice).ShouldBeNull();
        _d.Flags("G037", City).ShouldHaveSingleItem();
        Build(City, ConstructionItem.PartyBuildingTopic, new(2018, 11, 1));
        _d.Flags("G037", City).ShouldHaveSingleItem();
        Build(City, ConstructionItem.PartyBuildingTopic, new(2018, 9, 1));
        _d.Flags("G037", City).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "G058")]
    public void G058_a_township_centre_has_two_links()
    {
        Build(Township, ConstructionItem.CommandCentreLink);
        Build(Township, ConstructionItem.SharpEyesLink);
        Share("G058", Township).ShouldBe(new Share(2, 2));
    }

    [Fact, Trait("Rule", "G060")]
    public void G060_two_national_standards_are_named() => NationalStandard.All.Select(s => s.Number).ShouldBe(["GB/T 33200-2016", "GB/T 34300-2017"]);

    [Fact, Trait("Rule", "T023")]
    public void T023_a_report_is_drafted_once_with_its_counts_and_the_first_figures_stay()
    {
        _d.Do(new DraftReport(November, Counts), Centre, October)!.Code.ShouldBe("NOT_ALLOWED");
        _d.Do(new DraftReport(new(2026, 12, 1), Counts), Hub, November)!.Code.ShouldBe("INVALID_INPUT", "the cycle is not over");
        _d.Do(new DraftReport(November, Counts), Hub, October).ShouldBeNull();
        _d.Do(new DraftReport(November, Counts with { Reported = 999 }), Hub, October).ShouldBeNull();
        _d.Report!.Counts.ShouldBe(Counts);
        _d.Report.Text.ShouldBe("2026-10-01 至 2026-10-31：受理 120 件，办结 100 件，按期率 90.0%（81/90）；起草时在办 40 件，其中超期 3 件。");
    }

    [Fact, Trait("Rule", "T023")]
    public void T023_the_centre_edits_and_adopts_its_report_and_one_left_a_draft_for_a_cycle_is_flagged()
    {
        _d.Do(new EditReport("x"), Centre, October)!.Code.ShouldBe("NOT_FOUND");
        _d.Do(new DraftReport(November, Counts), Hub, October).ShouldBeNull();
        foreach (var other in new[] { District.Of(Role.TownshipGovernanceCentre, Other), District.Of(Role.TownshipGovernment, Township), Command })
            _d.Do(new AdoptReport(), other, October)!.Code.ShouldBe("NOT_ALLOWED", other.Principal);
        _d.Flags("T023", Township).ShouldBeEmpty();
        _d.Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));
        _d.Flags("T023", Township).ShouldHaveSingleItem();
        _d.Do(new EditReport("本月以占道经营为主。"), Centre, October).ShouldBeNull();
        _d.Do(new AdoptReport(), Centre, October).ShouldBeNull();
        _d.Report!.ShouldSatisfyAllConditions(r => r.Text.ShouldBe("本月以占道经营为主。"), r => r.Stage.ShouldBe(AnalysisStage.Adopted), r => r.AdoptedAt.ShouldBe(_d.Now), r => r.Counts.ShouldBe(Counts));
        _d.Flags("T023", Township).ShouldBeEmpty();
        _d.Do(new EditReport("另一稿"), Centre, October)!.Code.ShouldBe("WRONG_STATE");
    }

    [Fact]
    public void Cycles_begin_with_the_year_and_all_that_ended_are_told_in_order()
    {
        YearCycle.FirstFrom(new(2026, 8, 14), 1).ShouldBe(new(2026, 9, 1));
        YearCycle.FirstFrom(new(2026, 8, 14), 3).ShouldBe(new(2026, 10, 1));
        YearCycle.FirstFrom(new(2026, 8, 1), 1).ShouldBe(new(2026, 8, 1));
        YearCycle.Ended(new(2026, 9, 1), new(2026, 11, 20), 1).ShouldBe([(new(2026, 9, 1), new(2026, 10, 1)), (new(2026, 10, 1), new(2026, 11, 1))]);
        YearCycle.Ended(new(2026, 11, 1), new(2026, 11, 30), 1).ShouldBeEmpty();
    }

    private void Build(UnitCode unit, ConstructionItem item, DateOnly? on = null) => _d.Do(
        unit, new SetConstruction(item, null, on ?? new(2018, 11, 1)), unit == City ? CityOffice : unit == County ? Command : Centre).ShouldBeNull();

    private Share Share(string rule, UnitCode unit) => _d.Indicator(rule, _d.Area(unit))!.Share;

    private bool Order(string rule, UnitCode unit) => _d.Flags(rule, unit).Any(f => f.About == "order");
}
