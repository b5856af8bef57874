using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

public sealed class ScoringTests
{
    private static readonly AssessmentRules Text = new();
    private static readonly AssessmentRules Forty = Text with { Base = TownshipPartBase.Forty };
    private static readonly UnitCode Host = UnitCode.Parse("430203001");

    [Theory]
    [InlineData("S01", "90", "85", "88", "88.2", false, "88.33")]
    [InlineData("S02", "92", "84", "98", "92.8", false, "89.33")]
    [InlineData("S04", "88", "94", "95", "92", true, "90.00")]
    [InlineData("S05", "91", "87", "90", "89.8", false, "89.67")]
    [InlineData("S07", "100", "100", "60", "84", true, "100.00")]
    public void The_worked_examples_hold_to_the_last_digit(string example, string l, string s, string d, string total, bool excellent, string rate)
    {
        var score = Scoring.Of(new TownshipPart(decimal.Parse(l), decimal.Parse(s)), decimal.Parse(d), Text);
        score.Total.ShouldBe(decimal.Parse(total), example);
        score.MayBeExcellent.ShouldBe(excellent, example);
        (score.TownshipRate * 100).ToString("0.00").ShouldBe(rate, example);
    }

    [Theory]
    [InlineData("S02", "92", "84", "98", true)]
    [InlineData("S04", "88", "94", "95", false)]
    [InlineData("S05", "91", "87", "90", true)]
    public void The_other_reading_of_the_rate_differs_where_the_examples_say_so(string example, string l, string s, string d, bool excellent) =>
        Scoring.Of(new TownshipPart(decimal.Parse(l), decimal.Parse(s)), decimal.Parse(d), Forty).MayBeExcellent.ShouldBe(excellent, example);

    [Fact]
    public void S08_an_area_agency_is_weighted_over_its_townships()
    {
        var part = Scoring.Aggregate(
        [
            new(Host, 0.5m, 92, 90), new(UnitCode.Parse("430203002"), 0.3m, 88, 80), new(UnitCode.Parse("430203003"), 0.2m, 80, 85),
        ], Host, Text).ShouldNotBeNull();
        (part.Shown.Duty, part.Shown.Satisfaction).ShouldBe((88.4m, 86.0m));
        var score = Scoring.Of(part, 91, Text);
        (score.DutyPoints, score.SatisfactionPoints, score.StatutoryPoints, score.Total).ShouldBe((35.36m, 17.2m, 36.4m, 88.96m));
        (score.DutyPoints + score.SatisfactionPoints).ShouldBe(52.56m);
        (score.TownshipRate, score.MayBeExcellent).ShouldBe((0.876m, false));
    }

    [Fact]
    public void S10_weights_that_do_not_sum_to_one_are_none() => Scoring.Fault(
        [Host, UnitCode.Parse("430203002"), UnitCode.Parse("430203003")],
        new Dictionary<UnitCode, decimal> { [Host] = 0.5m, [UnitCode.Parse("430203002")] = 0.3m, [UnitCode.Parse("430203003")] = 0.3m }).ShouldBe("sum");

    [Fact]
    public void S11_a_missing_township_blocks_and_no_weight_is_spread() => Scoring.Aggregate(
        [new(Host, 0.5m, 92, 90), new(UnitCode.Parse("430203002"), 0.3m, null, 80), new(UnitCode.Parse("430203003"), 0.2m, 80, 85)], Host, Text).ShouldBeNull();

    [Theory]
    [InlineData(true, "85")]
    [InlineData(false, "85.714285714285714285714285714")]
    public void S16_satisfaction_is_the_mean_of_the_groups_means(bool ofGroups, string expected)
    {
        var tallies = new[] { Tally(RaterGroup.CommunityWorkers, 10, 90), Tally(RaterGroup.Representatives, 5, 80), Tally(RaterGroup.ServiceUsers, 20, 85) };
        var score = Satisfaction.Of(tallies, Text with { MeanOfGroups = ofGroups }).ShouldNotBeNull();
        decimal.Round(score, 10).ShouldBe(decimal.Round(decimal.Parse(expected), 10));
    }

    [Fact]
    public void A_group_with_too_few_ballots_is_named_and_not_counted_A024()
    {
        var tallies = new[] { Tally(RaterGroup.CommunityWorkers, 10, 90), Tally(RaterGroup.ServiceUsers, 4, 10) };
        Satisfaction.Of(tallies, Text).ShouldBe(90m);
        Satisfaction.Missing(tallies, Text).ShouldBe([RaterGroup.Representatives, RaterGroup.ServiceUsers]);
    }

    [Fact]
    public void The_bar_is_compared_before_anything_is_divided()
    {
        Scoring.Of(new TownshipPart(90, 90), 0, Text).MayBeExcellent.ShouldBeTrue();
        Scoring.Of(new TownshipPart(89.9999m, 90), 100, Text).MayBeExcellent.ShouldBeFalse();
    }

    private static GroupTally Tally(RaterGroup group, int ballots, int score) => Enumerable.Range(0, ballots)
        .Aggregate(GroupTally.None(group), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score)));
}
