using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>What follows from the year for the staff as a whole. A029-A031, A034.</summary>
public sealed class LinkedResultTests
{
    private static readonly Actor Government = new("county-1", Role.CountyGovernment, OrganCode.Of(YearStory.County));

    private static YearStory Hosted => YearStory.Shared().Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m));

    [Fact, Trait("Rule", "A029")]
    public void A029_the_staffs_band_is_the_hosts_result_and_no_other()
    {
        YearStory.Shared().Refused(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good), "HOST_RESULT_MISSING", "A029");
        Hosted.Refused(YearStory.Department, new RecordStaffResult(AssessmentGrade.Excellent), "BAND_NOT_HOSTS", "A029", "band").Zh.ShouldContain("良好");
        Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good)).Year.Linked!.Staff!.Band.ShouldBe(AssessmentGrade.Good);
    }

    [Fact, Trait("Rule", "A029")]
    public void A029_another_result_of_the_host_needs_a_reason_and_takes_the_band_back()
    {
        var banded = Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good));
        banded.Refused(YearStory.Organ, new RecordHostResult(AssessmentGrade.Competent, 1), RefusalCodes.InvalidInput, "A031", "reason");
        var changed = banded.Then(Government, new RecordHostResult(AssessmentGrade.Competent, 1, "复核更正"));
        changed.Year.Linked!.Staff.ShouldBeNull("it must be recorded anew");
        changed.Events[^1].Why.ShouldBe("复核更正");
        banded.Then(Government, new RecordHostResult(AssessmentGrade.Good, 1.2m, "系数更正")).Year.Linked!.Staff.ShouldNotBeNull("the grade stayed");
        banded.Asked(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m)).Events.ShouldBeEmpty("the same once more changes nothing");
    }

    [Fact, Trait("Rule", "A029")]
    public void A029_a_year_whose_hosts_result_came_before_the_staffs_had_a_term_gets_it_once_from_the_day_of_the_hosts()
    {
        var hosted = Hosted;
        var term = hosted.Year.Terms.Single(t => AgencyYearTerms.Stem(t) == "staff");
        var former = hosted.Year with { Terms = hosted.Year.Terms.Remove(term) };
        var moved = AgencyYearReprojection.Of(former, hosted.Now.AddDays(1), Given.Calendar, 90).ShouldNotBeNull();
        moved.Terms.ShouldHaveSingleItem().ShouldBe(term with { OpenedBy = 90 });
        var after = AgencyYearFold.Apply(former, moved);
        AgencyYearReprojection.Of(after, hosted.Now.AddDays(2), Given.Calendar, 91).ShouldBeNull();
        AgencyYearTerms.Owed(after).Single(o => o.What == "staff").Due.ShouldBe(term.Due);
        AgencyYearReprojection.Overtaken(former, term.Due.AddDays(30), Given.Calendar, 90).Select(e => e.GetType()).ShouldBe([typeof(AgencyYearTermsReprojected), typeof(AgencyYearRungsFired)], "and is chased at once");
        var banded = hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good)).Year;
        AgencyYearReprojection.Of(banded with { Terms = banded.Terms.RemoveAll(t => AgencyYearTerms.Stem(t) == "staff") }, hosted.Now.AddDays(1), Given.Calendar, 90).ShouldBeNull("what is recorded is not owed");
    }

    [Fact, Trait("Rule", "A030")]
    public void A030_wages_are_paid_by_the_department_alone()
    {
        Hosted.Refused(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, OrganCode.Of(YearStory.Host)), "PAYER_NOT_DEPARTMENT", "A030", "payer");
        Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, YearStory.Bureau)).Year.Linked!.Staff.ShouldNotBeNull();
        Hosted.Refused(YearStory.Township, new RecordStaffResult(AssessmentGrade.Good), RefusalCodes.NotAllowed, "A030");
    }

    [Fact, Trait("Rule", "A031")]
    public void A031_the_bonus_follows_the_hosts_coefficient()
    {
        Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1000)).Year.Linked!.Bonus.ShouldBe(1100m);
        Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good)).Year.Linked!.Bonus.ShouldBeNull();
        YearStory.Shared().Refused(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, -0.1m), RefusalCodes.InvalidInput, "A031", "coefficient");
        YearStory.Shared().Refused(YearStory.Organ, new RecordHostResult(null, 1), RefusalCodes.InvalidInput, "A029", "grade");
        foreach (var actor in new[] { YearStory.Department, YearStory.Township, YearStory.Agency })
            YearStory.Shared().Refused(actor, new RecordHostResult(AssessmentGrade.Good, 1), RefusalCodes.NotAllowed, "A031");
    }

    [Theory, Trait("Rule", "A034")]
    [InlineData("0.3", "83.0")]
    [InlineData("none", null)]
    public void A034_daily_work_enters_by_the_countys_weight_and_without_one_nothing_is_computed(string weight, string? expected)
    {
        var rules = OpsHub.Domain.Rules.AssessmentParameters.All["DailyWorkWeight"].Set(new(), weight).ShouldNotBeNull();
        var story = YearStory.Assessing(YearStory.Opened(rules)).Then(YearStory.Township, new RecordDailyWork(6, 90))
            .Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1)).Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, Other: 80));
        story.Year.Linked!.Annual(story.Year.Rules.DailyWorkWeight).ShouldBe(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact, Trait("Rule", "A034")]
    public void A034_daily_work_is_the_host_townships_to_assess_and_counts_posts_not_persons()
    {
        var running = YearStory.InForce();
        running.Refused(YearStory.Department, new RecordDailyWork(6, 90), RefusalCodes.NotAllowed, "A034");
        running.Refused(YearStory.Township, new RecordDailyWork(0, 90), RefusalCodes.InvalidInput, "A034", "posts");
        running.Refused(YearStory.Township, new RecordDailyWork(6, 100.5m), RefusalCodes.InvalidInput, "A034", "score");
        var twice = running.Then(YearStory.Township, new RecordDailyWork(6, 90)).Then(YearStory.Township, new RecordDailyWork(6, 92));
        twice.Year.Linked!.Daily!.Score.ShouldBe(92, "the newest stands, the former one is in the trace");
        new AssessmentRules { DailyWorkWeight = 0 }.Fault().ShouldBe("DailyWorkWeight");
    }

    [Fact, Trait("Rule", "A029")]
    public void A029_the_departments_term_runs_from_the_hosts_result_and_again_once_another_grade_took_the_band_back()
    {
        Staff(YearStory.Shared()).ShouldBeNull("nothing to do before the county recorded it");
        var owed = Staff(Hosted).ShouldNotBeNull();
        (owed.Holder, owed.Basis.Parameter, owed.Basis.Kind).ShouldBe((YearStory.Bureau.Value, "StaffResultWithin", OpsHub.Domain.Calendars.BasisKind.Assumed));
        AgencyYearTerms.Owed(Hosted.Year).ShouldContain(new OwedInput(YearStory.Bureau, "staff", owed.Due, owed.Id));
        Staff(Hosted.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Competent, 1, "更正")))!.ShouldBe(owed, "one term, which runs on");
        var banded = Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good));
        Staff(banded).ShouldBeNull();
        Staff(banded.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.2m, "系数更正"))).ShouldBeNull("the band stands");
        Staff(banded.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Competent, 1, "更正")))!.Id.ShouldBe("staff-2");
    }

    [Fact, Trait("Rule", "A029")]
    public void A029_A034_a_result_that_stands_is_replaced_with_a_reason_and_the_same_again_changes_nothing()
    {
        var banded = Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1000));
        banded.Asked(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1000)).Events.ShouldBeEmpty();
        banded.Refused(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1200), RefusalCodes.InvalidInput, "A029", "reason");
        banded.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1200, Reason: "基数更正")).Events[^1].Why.ShouldBe("基数更正");

        var worked = YearStory.Shared().Then(YearStory.Township, new RecordDailyWork(6, 90));
        worked.Asked(YearStory.Township, new RecordDailyWork(6, 90)).Events.ShouldBeEmpty();
        worked.Refused(YearStory.Township, new RecordDailyWork(6, 92), RefusalCodes.InvalidInput, "A034", "reason");
        worked.Then(YearStory.Township, new RecordDailyWork(6, 92, "复核更正")).Events[^1].Why.ShouldBe("复核更正");
    }

    private static OpsHub.Domain.Calendars.Term? Staff(YearStory story) => story.Year.Terms.Find(t => t.IsOpen && AgencyYearTerms.Stem(t) == "staff");

    [Fact]
    public void What_was_recorded_is_read_as_it_was_written()
    {
        var story = Hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good, BonusBase: 1000, Other: 80)).Then(YearStory.Township, new RecordDailyWork(6, 90));
        var text = JsonSerializer.Serialize(story.Year);
        var replayed = story.Events.Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(JsonSerializer.Serialize(e))!).Aggregate((AgencyYear?)null, AgencyYearFold.Apply);
        JsonSerializer.Serialize(replayed).ShouldBe(text);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<AgencyYear>(text)).ShouldBe(text);
    }
}
