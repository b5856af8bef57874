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
            YearSight.Of(actor, year.Agency, year.Department, year.Host, year.Weights.ContainsKey).ShouldBe(YearSight.Of(actor, year), actor.Principal);
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
}
