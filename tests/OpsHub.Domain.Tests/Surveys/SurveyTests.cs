using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Tests.Assessments;
using static OpsHub.Domain.Tests.Surveys.SurveyStory;
using static OpsHub.Domain.Tests.Assessments.YearStory;
using Given = OpsHub.Domain.Tests.Calendars.Given;

namespace OpsHub.Domain.Tests.Surveys;

/// <summary>A survey's window, its one extension, its closing, and what is kept of it.</summary>
public sealed class SurveyTests
{
    [Fact]
    public void By_default_it_runs_through_december_and_the_window_counts_whether_or_not_a_job_ran()
    {
        var survey = SurveyStory.Planned().Survey;
        (survey.OpensAt, survey.ClosesAt, survey.Least, survey.Round).ShouldBe((Given.Local("2026-12-01 00:00"), Given.Local("2027-01-01 00:00"), 5, 1));
        survey.StageAt(Given.Local("2026-11-30 23:59")).ShouldBe(SurveyStage.Planned);
        survey.StageAt(Given.Local("2026-12-01 00:00")).ShouldBe(SurveyStage.Open);
        survey.StageAt(Given.Local("2026-12-31 23:59")).ShouldBe(SurveyStage.Open);
        survey.StageAt(Given.Local("2027-01-01 00:00")).ShouldBe(SurveyStage.Closed);
    }

    [Fact]
    public void A_window_that_has_passed_begins_today_and_one_that_has_begun_keeps_its_end()
    {
        var late = SurveyStory.Blank.At("2027-01-20 10:00").Then(Township, Default).Survey;
        (late.OpensAt, late.ClosesAt).ShouldBe((Given.Local("2027-01-20 00:00"), Given.Local("2027-02-03 00:00")));
        var running = SurveyStory.Blank.At("2026-12-10 10:00").Then(Hub, Default).Survey;
        (running.OpensAt, running.ClosesAt).ShouldBe((Given.Local("2026-12-10 00:00"), Given.Local("2027-01-01 00:00")));
    }

    [Theory]
    [InlineData("2026-11-01", null, "opens")]
    [InlineData("2028-01-01", "2028-01-05", "opens")]
    [InlineData("2026-12-05", "2026-12-04", "closes")]
    [InlineData("2026-11-10", "2027-02-10", "closes")]
    public void A_window_that_cannot_be_is_refused_by_its_field(string opens, string? closes, string field) =>
        SurveyStory.Blank.Refused(Township, Default with { Opens = DateOnly.Parse(opens), Closes = closes is null ? null : DateOnly.Parse(closes) }, RefusalCodes.InvalidInput, field: field);

    [Fact]
    public void A_year_that_is_neither_this_one_nor_the_last_is_not_surveyed()
    {
        SurveyStory.Blank.Refused(Township, Default with { Year = 2027 }, RefusalCodes.InvalidInput, field: "year");
        SurveyStory.Blank.Refused(Township, Default with { Year = 2024 }, RefusalCodes.InvalidInput, field: "year");
    }

    [Fact]
    public void The_township_may_set_another_window_until_tokens_are_issued()
    {
        var moved = SurveyStory.Planned().Then(Township, Default with { Opens = new(2026, 11, 20), Closes = new(2026, 12, 10) });
        (moved.Survey.OpensAt, moved.Survey.Round).ShouldBe((Given.Local("2026-11-20 00:00"), 1));
        moved.Then(Township, Default with { Opens = new(2026, 11, 20), Closes = new(2026, 12, 10) }).Events.Count.ShouldBe(2, "the same window again is nothing");
        Issued().Refused(Township, Default with { Opens = new(2026, 11, 20) }, "TOKENS_ISSUED");
        Open().Refused(Township, Default, RefusalCodes.WrongState);
        SurveyStory.Planned().Then(Hub, Default).Events.Count.ShouldBe(1, "the hub leaves alone what somebody planned");
    }

    [Fact, Trait("Rule", "A026")]
    public void A026_where_the_host_alone_assesses_no_other_township_surveys()
    {
        var hostOnly = SurveyStory.Blank with { Assessments = new() { Area = AreaMethod.HostOnly } };
        hostOnly.Refused(SecondTownship, Default with { Township = Second }, RefusalCodes.NotAllowed, "A026");
        hostOnly.Then(Township, Default).Survey.Township.ShouldBe(Host);
        SurveyStory.Blank.Then(SecondTownship, Default with { Township = Second }).Survey.Township.ShouldBe(Second);
        SurveyStory.Blank.Refused(ThirdTownship, Default with { Township = Third }, RefusalCodes.NotFound, field: "agency");
    }

    [Fact, Trait("Rule", "A024")]
    public void A024_tokens_are_counted_by_group_and_bounded()
    {
        var issued = Issued().Then(Township, new IssueTokens(RaterGroup.ServiceUsers, 300)).Survey;
        issued.Issued[RaterGroup.ServiceUsers].ShouldBe(320);
        issued.Issued[RaterGroup.Representatives].ShouldBe(20);
        Issued().Refused(Township, new IssueTokens(null, 10), RefusalCodes.InvalidInput, field: "group");
        Issued().Refused(Township, new IssueTokens(RaterGroup.ServiceUsers, 0), RefusalCodes.InvalidInput, field: "count");
        Issued().Refused(Township, new IssueTokens(RaterGroup.ServiceUsers, 301), RefusalCodes.InvalidInput, field: "count");
        Enumerable.Range(0, 16).Aggregate(SurveyStory.Planned(), (s, _) => s.Then(Township, new IssueTokens(RaterGroup.ServiceUsers, 300)))
            .Refused(Township, new IssueTokens(RaterGroup.ServiceUsers, 201), RefusalCodes.InvalidInput, field: "count");
        Open().At("2027-01-01 00:00").Refused(Township, new IssueTokens(RaterGroup.ServiceUsers, 1), RefusalCodes.WrongState);
    }

    [Fact]
    public void It_is_extended_once_with_a_reason_and_by_so_many_days_at_most()
    {
        Open().Refused(Township, new ExtendSurvey(new(2027, 1, 10), " "), RefusalCodes.InvalidInput, field: "reason");
        Open().Refused(Township, new ExtendSurvey(new(2026, 12, 31), "票数不足"), RefusalCodes.InvalidInput, field: "until");
        Open().Refused(Township, new ExtendSurvey(new(2027, 2, 1), "票数不足"), RefusalCodes.InvalidInput, field: "until");
        var longer = Open().Then(Township, new ExtendSurvey(new(2027, 1, 10), "票数不足"));
        longer.Survey.ClosesAt.ShouldBe(Given.Local("2027-01-11 00:00"));
        longer.Refused(Township, new ExtendSurvey(new(2027, 1, 20), "仍不足"), "SURVEY_EXTENDED");
        Closed().Refused(Township, new ExtendSurvey(new(2027, 1, 20), "票数不足"), RefusalCodes.WrongState);
    }

    [Fact, Trait("Rule", "A024")]
    public void A024_what_is_kept_are_the_sums_of_groups_with_enough_answers_and_of_the_others_their_name()
    {
        var closed = Closed([Tally(RaterGroup.ServiceUsers, 5, 90), Tally(RaterGroup.CommunityWorkers, 4, 20)]).Survey;
        closed.Tallies.Select(t => (t.Group, t.Ballots, t.Mean)).ShouldBe([(RaterGroup.ServiceUsers, 5, 90m)]);
        closed.TooFew.ShouldBe([RaterGroup.CommunityWorkers, RaterGroup.Representatives]);
        Closed([Tally(RaterGroup.ServiceUsers, 4, 90)]).Events[^1].ShouldBeOfType<SurveyClosed>().Tallies.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "A024")]
    public void A024_a_county_may_ask_for_more_answers_but_nobody_reads_fewer_than_five()
    {
        (SurveyStory.Blank with { Assessments = new() { LeastBallots = 1 } }).Then(Hub, Default).Survey.Least.ShouldBe(5);
        (SurveyStory.Blank with { Assessments = new() { LeastBallots = 8 } }).Then(Hub, Default).Survey.Least.ShouldBe(8);
        var raised = Open() with { Assessments = new() { LeastBallots = 7 } };
        raised.At("2027-01-01 00:00").Then(Hub, new CloseSurvey()).Survey.Tallies.ShouldBeEmpty("six each, and seven are asked for by now");
    }

    [Fact, Trait("Example", "S16")]
    public void S16_the_mean_of_the_three_groups_means_is_what_the_year_gets()
    {
        var tallies = Closed([Tally(RaterGroup.CommunityWorkers, 10, 90), Tally(RaterGroup.Representatives, 5, 80), Tally(RaterGroup.ServiceUsers, 20, 85)]).Survey.Tallies;
        Satisfaction.Of(tallies, new()).ShouldBe(85m);
        Satisfaction.Of(tallies, new() { MeanOfGroups = false })!.Value.ShouldBe(3000m / 35m, 0.0000000001m);
    }

    [Fact]
    public void It_ends_by_itself_and_earlier_only_with_a_reason()
    {
        Open().Asked(Hub, new CloseSurvey()).Events.ShouldBeEmpty("its time is not over");
        Open().Refused(Township, new CloseSurvey(), RefusalCodes.InvalidInput, field: "reason");
        Issued().Refused(Township, new CloseSurvey("不办了"), "SURVEY_NOT_OPEN");
        var early = Open().Then(Township, new CloseSurvey("三类主体均已填写完毕"));
        (early.Survey.StageAt(early.Now), early.Survey.ClosesAt, early.Survey.Tallies.Count).ShouldBe((SurveyStage.Closed, early.Now, 0), "nothing is read before the end is written");
        early.Refused(Township, new ExtendSurvey(new(2027, 1, 10), "票数不足"), RefusalCodes.WrongState);
        SurveySchedule.Due(early.Survey, early.Now, new()).ShouldBe(new CloseSurvey(), "whatever died in between");
        var closed = early.At("2026-12-05 00:00").Then(Hub, new CloseSurvey()).Survey;
        (closed.Stage, closed.ClosedWhy, closed.Tallies.Count).ShouldBe((SurveyStage.Closed, "三类主体均已填写完毕", 3));
        Closed().Survey.ClosedWhy.ShouldBeNull();
        Closed().Asked(Hub, new CloseSurvey()).Events.ShouldBeEmpty("once");
        Closed().Refused(Township, new CloseSurvey("再来"), RefusalCodes.WrongState);
    }

    [Fact]
    public void It_is_held_again_where_nobody_answered_enough_or_its_result_was_taken_back_and_not_otherwise()
    {
        var again = Closed([]).At("2027-01-05 09:00").Then(Township, Default).Survey;
        (again.Round, again.Stage, again.Issued.Count, again.TooFew.Count).ShouldBe((2, SurveyStage.Planned, 0, 0));
        Closed().At("2027-01-05 09:00").Refused(Township, Default, RefusalCodes.WrongState);
        (Closed() with { OwedAnew = true }).At("2027-01-05 09:00").Then(Township, Default).Survey.Round.ShouldBe(2, "by the year's rules its answers are too few");
        Delivered().At("2027-01-25 09:00").Refused(Township, Default, RefusalCodes.WrongState);
        (Delivered() with { OwedAnew = true }).At("2027-01-25 09:00").Then(Township, Default).Survey.Round.ShouldBe(2);
        Closed([]).Asked(Hub, Default).Events.ShouldBeEmpty("the township decides on it");
    }

    [Fact]
    public void The_schedule_asks_for_each_step_once_however_late_it_is_looked_at()
    {
        var rules = new SurveyRules();
        SurveySchedule.Due(Issued().Survey, Given.Local("2026-11-30 23:59"), rules).ShouldBeNull();
        SurveySchedule.Due(Issued().Survey, Given.Local("2026-12-01 00:00"), rules).ShouldBe(new OpenSurvey());
        SurveySchedule.Due(Issued().Survey, Given.Local("2027-03-01 00:00"), rules).ShouldBe(new CloseSurvey(), "after a long stop it closes at once");
        SurveySchedule.Due(Open().Survey, Given.Local("2026-12-24 23:59"), rules).ShouldBeNull();
        SurveySchedule.Due(Open().Survey, Given.Local("2026-12-25 00:00"), rules).ShouldBe(new RemindTownship());
        SurveySchedule.Due(Closed().Survey, Given.Local("2027-03-01 00:00"), rules).ShouldBeNull();
        SurveySchedule.MayDeliver(Closed().Survey, Given.Local("2026-12-31 23:59")).ShouldBeFalse();
        SurveySchedule.MayDeliver(Closed().Survey, Given.Local("2027-01-01 00:00")).ShouldBeTrue();
        SurveySchedule.MayDeliver(Closed([]).Survey, Given.Local("2027-01-01 00:00")).ShouldBeFalse("there is nothing to deliver");
        SurveySchedule.PlansFrom(2026, rules).ShouldBe(Given.Local("2026-11-01 00:00"));
    }

    [Fact]
    public void The_township_is_reminded_while_a_group_is_short_and_those_passed_while_the_hub_was_down_are_one()
    {
        var slow = (Open() with { Tallies = [Tally(RaterGroup.ServiceUsers, 5, 80)] }).At("2026-12-25 00:05").Then(Hub, new RemindTownship());
        slow.Events[^1].ShouldBeOfType<TownshipReminded>().Short.ShouldBe([RaterGroup.CommunityWorkers, RaterGroup.Representatives]);
        slow.Asked(Hub, new RemindTownship()).Events.ShouldBeEmpty("once each");
        slow.At("2026-12-30 00:05").Then(Hub, new RemindTownship()).Survey.Reminded.ShouldBe(2);
        (Open() with { Tallies = [] }).At("2026-12-31 00:05").Then(Hub, new RemindTownship()).Survey.Reminded.ShouldBe(2, "both at once");
        Open().At("2026-12-25 00:05").Asked(Hub, new RemindTownship()).Events.ShouldBeEmpty("nobody is short");
    }

    [Fact]
    public void Whatever_happened_is_told_to_the_township_without_a_figure_of_answers()
    {
        var told = Closed([Tally(RaterGroup.ServiceUsers, 7, 80)]);
        foreach (var (e, i) in told.Events.Select((e, i) => (e, i)))
        {
            if (SurveyNotices.Of("survey-x", i + 1, e.At, e, told.Survey, "中队") is { } notice)
            {
                notice.Recipient.Value.ShouldBe("430203001");
                (notice.Zh + notice.En).ShouldNotContain("7");
            }
        }

        SurveyNotices.Of("survey-x", 9, told.Now, told.Events[^1], told.Survey, "中队")!.Zh.ShouldContain("社区工作人员、群众代表票数不足");
        SurveyNotices.Of("survey-x", 9, told.Now, Closed([]).Events[^1], told.Survey, "中队")!.Zh.ShouldContain("重新组织");
    }
}
