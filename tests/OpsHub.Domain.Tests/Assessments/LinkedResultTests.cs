using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

public sealed class LinkedResultTests
{
    [Fact]
    public void A029_the_staffs_band_is_the_hosts_result() => LinkedResults.Band(AssessmentGrade.Good).ShouldBe(AssessmentGrade.Good);

    [Fact]
    public void A030_wages_are_paid_by_the_department_alone()
    {
        LinkedResults.MayPay(YearStory.Bureau, YearStory.Bureau).ShouldBeTrue();
        LinkedResults.MayPay(OrganCode.Of(YearStory.Host), YearStory.Bureau).ShouldBeFalse();
    }

    [Fact]
    public void A031_the_bonus_follows_the_hosts_coefficient() => LinkedResults.Bonus(1000, 1.1m).ShouldBe(1100m);

    [Fact]
    public void A034_daily_work_enters_with_a_weight_above_zero_or_nothing_is_computed()
    {
        LinkedResults.WithDailyWork(0.3m, 90, 80).ShouldBe(83.0m);
        LinkedResults.WithDailyWork(0, 90, 80).ShouldBeNull();
        LinkedResults.WithDailyWork(null, 90, 80).ShouldBeNull();
        LinkedResults.WithDailyWork(0.3m, 101, 80).ShouldBeNull();
    }
}
