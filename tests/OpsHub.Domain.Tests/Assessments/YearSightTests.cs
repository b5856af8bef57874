using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

public sealed class YearSightTests
{
    private static readonly Actor Centre = new("centre-2", Role.TownshipGovernanceCentre, OrganCode.Of(YearStory.Second));

    [Fact, Trait("Rule", "A018")]
    public void A018_The_host_sees_the_lines_of_all_townships_and_another_its_own()
    {
        var year = YearStory.Assessing(YearStory.Area()).Year;
        var (host, second) = (YearSight.Of(YearStory.Township, year), YearSight.Of(YearStory.SecondTownship, year));
        (host.Part, host.Of(YearStory.Third), host.Statutory, host.Totals).ShouldBe((true, true, false, true));
        (second.Part, second.Of(YearStory.Second), second.Of(YearStory.Third), second.Evidence(YearStory.Third), second.Totals).ShouldBe((false, true, false, false, true));
        (YearSight.Of(Centre, year).Of(YearStory.Second), YearSight.Of(Centre, year).Evidence(YearStory.Second), YearSight.Of(Centre, year).Evidence(YearStory.Host)).ShouldBe((false, true, false));
    }

    [Fact, Trait("Rule", "R046")]
    public void R046_A_row_of_the_index_is_read_as_the_year_itself()
    {
        var year = YearStory.Scored().Year;
        foreach (var actor in YearStory.Everybody.Append(Centre))
            YearSight.Of(actor, year.Agency, year.Department, year.Host, year.Weights.ContainsKey, isFinal: true, year.Rules.Base).ShouldBe(YearSight.Of(actor, year), actor.Principal);
    }

    [Fact, Trait("Rule", "A019")]
    public void A019_A_forecast_shows_each_line_its_own_part()
    {
        var year = YearStory.Scored().Year;
        var forecast = YearForecast.Of(year);
        var department = YearSight.Of(YearStory.Department, year).Of(forecast).ShouldNotBeNull();
        (department.Duty, department.Satisfaction, department.Statutory, department.Total, department.Townships.Count).ShouldBe((null, null, 88m, forecast.Total, 0));
        YearSight.Of(YearStory.Township, year).Of(forecast).ShouldNotBeNull().Statutory.ShouldBeNull();
        YearSight.Of(new("command-1", Role.CountyCommandCentre, OrganCode.Of(YearStory.County)), year).Of(forecast).ShouldBeNull();
        YearSight.Of(YearStory.Organ, year).Of(forecast).ShouldBe(forecast);
    }

    [Fact, Trait("Rule", "R046")]
    public void R046_Before_the_score_is_final_the_agency_sees_what_its_evidence_gives_and_nothing_that_was_scored()
    {
        var open = YearStory.Assessing();
        var adjusted = open.Then(YearStory.Township, new AdjustComponent(DutyComponent.MattersHandled, 12, "两次推诿"))
            .Then(YearStory.Township, new SubmitDuty()).Then(YearStory.Hub, YearStory.Survey(YearStory.Host, 85)).Then(YearStory.Department, new SubmitStatutory(88)).Year;
        var sight = YearSight.Of(YearStory.Agency, adjusted);
        (sight.Reading, sight.Any, sight.Trace, sight.Totals, sight.Part, sight.Statutory, sight.Rate).ShouldBe((YearReading.Awaiting, true, true, false, false, false, false));
        (sight.Of(YearStory.Host), sight.Evidence(YearStory.Host), sight.Reason("ComponentAdjusted", OrganCode.Of(YearStory.Host)), sight.Reason("StatutorySubmitted", YearStory.Bureau))
            .ShouldBe((false, true, false, false));
        YearFlags.Of(adjusted).FindAll(sight.Of).ShouldNotContain(f => f.Kind == YearFlagKind.Adjusted);

        var told = sight.Of(YearForecast.Of(adjusted)).ShouldNotBeNull();
        var evidence = YearForecast.Of(open.Year);
        told.Townships.Single().Components.ShouldBe(evidence.Townships.Single().Components, "as if nothing had been set by hand or submitted");
        (told.Duty, told.Townships.Single().Duty, told.Satisfaction, told.Statutory, told.Total, told.TownshipRate).ShouldBe((evidence.Duty, evidence.Duty, null, null, null, null));
        var lines = sight.Lines(adjusted).ShouldNotBeNull();
        lines.ShouldBe(Scorecard.Of(open.Year), "the lines of the evidence alone");
        sight.Scored(adjusted).Surveys.ShouldBeEmpty();

        var final = YearStory.Scored().Year;
        YearSight.Of(YearStory.Agency, final).Reading.ShouldBe(YearReading.Whole);
        sight.Of(new Revision(YearStory.Start, "p", "w", null, final.Score, null, null, [], final.Submitted, final.Surveys, null)).Part.ShouldBeTrue("a former result was read when it was final");
    }

    [Fact, Trait("Rule", "A019")]
    public void A019_Before_the_score_is_final_the_department_sees_what_the_evidence_gives_beside_its_own_score()
    {
        var open = YearStory.Assessing();
        var given = open.Then(YearStory.Township, new AdjustComponent(DutyComponent.MattersHandled, 12, "两次推诿"))
            .Then(YearStory.Township, new SubmitDuty()).Then(YearStory.Department, new SubmitStatutory(88)).Year;
        var sight = YearSight.Of(YearStory.Department, given);
        var (told, evidence) = (sight.Of(YearForecast.Of(given)).ShouldNotBeNull(), YearForecast.Of(open.Year));
        (told.Duty, told.Satisfaction, told.Statutory, told.Townships.Count).ShouldBe((evidence.Duty, null, 88m, 1));
        told.Townships.Single().Components.ShouldBe(evidence.Townships.Single().Components, "as if the township had scored nothing");
        var lines = sight.Lines(given).ShouldNotBeNull();
        lines.Where(l => l.Kind == ScoreLineKind.Component).ShouldBe(Scorecard.Of(open.Year).Where(l => l.Kind == ScoreLineKind.Component));
        lines.Single(l => l.Kind == ScoreLineKind.Statutory).Value.ShouldBe(88m);
        (sight.Of(YearStory.Host), sight.Part).ShouldBe((false, false), "what was scored stays the township's");

        var rated = YearStory.Rated(open, (YearStory.Host, 90, 85)).Then(YearStory.Department, new SubmitStatutory(88)).Year;
        YearSight.Of(YearStory.Department, rated).Lines(rated)!.Single(l => l.Kind == ScoreLineKind.Satisfaction).Value.ShouldBeNull();
        var final = YearStory.Scored().Year;
        YearSight.Of(YearStory.Department, final).Of(YearForecast.Of(final))!.Townships.ShouldBeEmpty("its own D and the totals");
        YearSight.Of(YearStory.Department, final).Lines(final)!.ShouldNotContain(l => l.Kind == ScoreLineKind.Component);
    }

    [Fact, Trait("Rule", "A027")]
    public void A027_Evidence_over_several_townships_is_summed_of_those_that_are_seen_and_none_is_no_nought()
    {
        var year = YearStory.Assessing(YearStory.Area()).Year;
        var counted = year.Evidence.ToDictionary(e => e.Key, e => e.Value);
        YearSight.Of(YearStory.SecondTownship, year).Of(counted).ShouldBe(counted[YearStory.Second]);
        YearSight.Of(YearStory.Township, year).Of(counted).ShouldNotBeNull().Dispatched.ShouldBe(counted.Values.Sum(e => e.Dispatched));
        counted.Remove(YearStory.Second);
        YearSight.Of(YearStory.SecondTownship, year).Of(counted).ShouldBeNull();
    }

    [Fact, Trait("Rule", "A033")]
    public void A033_Where_R_is_L_itself_it_is_told_only_to_those_who_read_L()
    {
        var year = YearStory.Scored(from: YearStory.Opened(new() { Base = TownshipPartBase.Forty })).Year;
        var forecast = YearForecast.Of(year);
        var department = YearSight.Of(YearStory.Department, year);
        (department.Rate, department.Of(forecast)!.TownshipRate, department.Lines(year)!.Exists(l => l.Kind == ScoreLineKind.TownshipRate)).ShouldBe((false, null, false));
        YearSight.Of(YearStory.Township, year).Of(forecast)!.TownshipRate.ShouldBe(forecast.TownshipRate);
        YearSight.Of(YearStory.Department, YearStory.Scored().Year).Rate.ShouldBeTrue("of sixty it is a total");
    }
}
