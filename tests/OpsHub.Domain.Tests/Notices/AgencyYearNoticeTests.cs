using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Assessments;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who is told what of an agency's year. Jobs 5.3.</summary>
public sealed class AgencyYearNoticeTests
{
    private const string Key = "year-430203001-D12-2026";
    private static readonly OrganCode Host = OrganCode.Of(YearStory.Host);
    private static readonly OrganCode Second = OrganCode.Of(YearStory.Second);
    private static readonly OrganCode Third = OrganCode.Of(YearStory.Third);
    private static readonly OrganCode County = OrganCode.Of(YearStory.County);

    [Fact, Trait("Rule", "A038")]
    public void A038_A_drafted_plan_is_told_to_each_served_township_until_it_has_negotiated_it()
    {
        var listed = YearStory.DutiesListed(YearStory.Area());
        var told = Told(listed, s => s.Then(YearStory.Agency, YearStory.Plan()));
        Kinds(told).ShouldBe([(NoticeKind.NewWork, Host), (NoticeKind.NewWork, Second), (NoticeKind.NewWork, Third)]);
        var drafted = listed.Then(YearStory.Agency, YearStory.Plan());
        var negotiated = drafted.Then(YearStory.Township, new NegotiatePlan());
        AgencyYearNotices.Standing(negotiated.Year).ShouldNotContain(told[0].Needs!);
        AgencyYearNotices.Standing(negotiated.Year).ShouldContain(told[1].Needs!);
        Told(drafted, s => s.Then(YearStory.Township, new NegotiatePlan())).ShouldBeEmpty("others are still to negotiate");
        Kinds(Told(drafted, s => s.Then(YearStory.Organ, new DeterminePlan("协商不成")))).ShouldBe([(NoticeKind.NewWork, YearStory.Code)], "the agency can submit it");
    }

    [Fact, Trait("Rule", "A038")]
    public void A038_A_township_that_does_not_negotiate_is_chased_and_the_performance_organ_hears_that_it_may_determine()
    {
        var told = Told(YearStory.Drafted(YearStory.Area()).Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.SecondTownship, new NegotiatePlan()).At("2026-01-25 09:00"), Ticked)
            .FindAll(n => n.Term == "negotiate-3");
        Kinds(told).ShouldBe([(NoticeKind.Overdue, Third), (NoticeKind.Overdue, Host), (NoticeKind.Overdue, County)], ignoreOrder: true);
        told.Single(n => n.Recipient == County).Zh.ShouldContain("认定");
        told.Single(n => n.Recipient == Third).Zh.ShouldNotContain("认定");
    }

    [Fact, Trait("Rule", "A039")]
    public void A039_A_plan_is_told_to_the_department_with_its_term_and_its_objection_to_the_agency()
    {
        var drafted = YearStory.Drafted().Then(YearStory.Township, new NegotiatePlan());
        var asked = Told(drafted, s => s.Then(YearStory.Agency, new SubmitPlan())).ShouldHaveSingleItem();
        (asked.Kind, asked.Recipient, asked.Term, asked.Number).ShouldBe((NoticeKind.NewWork, YearStory.Bureau, "consent", "430203001-D12-2026"));
        var objected = Told(YearStory.Submitted(), s => s.Then(YearStory.Department, new ObjectToPlan("张三不合适"))).ShouldHaveSingleItem();
        (objected.Kind, objected.Recipient).ShouldBe((NoticeKind.NewWork, YearStory.Code));
        objected.Zh.ShouldNotContain("张三", Shouldly.Case.Sensitive, "reasons stay with the year");
    }

    [Fact, Trait("Rule", "A026")]
    public void A026_Weights_that_change_after_a_signature_are_told_to_both_lines_and_before_it_to_nobody()
    {
        Kinds(Told(YearStory.InForce(YearStory.Area()), s => s.Then(YearStory.Organ, YearStory.Weights(0.4m, 0.4m, 0.2m)))).ShouldBe(
            [(NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, YearStory.Bureau), (NoticeKind.Decided, Host), (NoticeKind.Decided, Second), (NoticeKind.Decided, Third)]);
        Told(YearStory.Consented(YearStory.Area()), s => s.Then(YearStory.Organ, YearStory.Weights(0.4m, 0.4m, 0.2m))).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "A035")]
    public void A035_The_heads_grade_is_told_to_the_department_that_owes_it_and_overdue_to_the_county()
    {
        var scored = YearStory.Scored(from: YearStory.Opened(new() { HeadGradedBy = HeadGrader.Department }));
        var told = Told(scored, s => s.Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good))).Single(n => n.Term == "head");
        (told.Kind, told.Recipient).ShouldBe((NoticeKind.NewWork, YearStory.Bureau));
        var graded = scored.Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good));
        AgencyYearNotices.Standing(graded.Then(YearStory.Department, new SetHeadGrade(AssessmentGrade.Good)).Year).ShouldNotContain(told.Needs!);
        Told(graded.After(TimeSpan.FromDays(40)), Ticked).FindAll(n => n.Term == "head").ShouldContain(n => n.Recipient == County && n.Kind == NoticeKind.Overdue);
    }

    [Fact, Trait("Rule", "A040")]
    public void A040_The_letter_waits_for_both_signatures_and_in_force_it_is_told_to_both_lines()
    {
        Kinds(Told(YearStory.Submitted(), s => s.Then(YearStory.Department, new ConsentToPlan()))).ShouldBe([(NoticeKind.NewWork, YearStory.Code), (NoticeKind.NewWork, Host)]);
        Kinds(Told(YearStory.Consented(), s => s.Then(YearStory.Agency, new SignLetter()))).ShouldBe([(NoticeKind.NewWork, Host)]);
        Kinds(Told(YearStory.PartlySigned(YearStory.Area()), s => s.Then(YearStory.Township, new SignLetter())))
            .ShouldBe([(NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, YearStory.Bureau), (NoticeKind.Decided, Second), (NoticeKind.Decided, Third)]);
    }

    [Fact, Trait("Rule", "A017")]
    public void A017_An_assessment_that_opens_is_told_to_everybody_who_owes_an_input()
    {
        var told = Told(YearStory.InForce(YearStory.Area()).At("2027-01-04 09:00"), s => s.Then(YearStory.Hub, new OpenAssessment()));
        told.Select(n => (n.Recipient, n.Term)).ShouldBe(
            [(Host, "duty"), (Second, "duty-2"), (Third, "duty-3"), (Host, "survey"), (Second, "survey-2"), (Third, "survey-3"), (YearStory.Bureau, "statutory"), (YearStory.Code, null)]);
    }

    [Fact]
    public void A_missing_input_is_chased_by_name_up_to_the_host_and_the_county_and_no_longer_once_it_came()
    {
        var late = YearStory.Assessing().At("2027-03-01 09:00");
        var told = Told(late, Ticked).FindAll(n => n.Term == "statutory");
        Kinds(told).ShouldBe([(NoticeKind.Overdue, YearStory.Bureau), (NoticeKind.Overdue, Host), (NoticeKind.Overdue, County)], ignoreOrder: true);
        told.Single(n => n.Recipient == County).Zh.ShouldContain("责任单位 [430203:D12]");
        told.Single(n => n.Recipient == YearStory.Bureau).Zh.ShouldNotContain("责任单位");
        var given = Ticked(late).Then(YearStory.Department, new SubmitStatutory(88));
        AgencyYearNotices.Standing(given.Year).ShouldNotContain(told[0].Needs!);
    }

    [Fact, Trait("Rule", "A040")]
    public void A040_A_reminder_is_told_to_whoever_owes_it_alone_and_once_for_all_that_passed_while_the_hub_was_down()
    {
        var ahead = Told(YearStory.Opened().At("2026-03-11 09:00"), Ticked).FindAll(n => n.Term == "letter").ShouldHaveSingleItem("of two that passed the later one");
        (ahead.Kind, ahead.Recipient).ShouldBe((NoticeKind.DueSoon, YearStory.Code));
        var late = Ticked(YearStory.Opened().At("2026-04-07 09:00")).At("2026-04-08 09:00");
        var again = Told(late, Ticked).FindAll(n => n.Term == "letter").ShouldHaveSingleItem();
        (again.Kind, again.Recipient).ShouldBe((NoticeKind.Overdue, YearStory.Code));
        again.Key.ShouldEndWith(":Again1:letter");
    }

    [Fact, Trait("Rule", "A028")]
    public void A028_A_final_score_is_told_to_the_agency_with_its_time_to_contest_and_no_figure_of_it()
    {
        var told = Told(YearStory.Ready().Then(YearStory.Department, new SubmitStatutory(88.25m)), s => s.Then(YearStory.Organ, new FinaliseScore())).ShouldHaveSingleItem();
        (told.Kind, told.Recipient).ShouldBe((NoticeKind.Decided, YearStory.Code));
        told.Due.ShouldBe(Calendars.Given.Local("2027-01-12 00:00"), "five working days");
        told.Zh.ShouldNotContain("88");
        Kinds(Told(YearStory.Scored(), s => s.Then(YearStory.Organ, new SetAgencyGrade(AssessmentGrade.Good)))).ShouldBe([(NoticeKind.Decided, YearStory.Code)]);
    }

    [Fact, Trait("Rule", "A028")]
    public void A028_An_appeal_is_told_to_the_organ_that_gave_the_line_and_its_answer_to_the_agency()
    {
        var appeal = new AppealAgainst(new(AppealLine.Statutory), "漏计", ["case-1"]);
        var filed = Told(YearStory.Scored(), s => s.Then(YearStory.Agency, appeal)).ShouldHaveSingleItem();
        (filed.Kind, filed.Recipient, filed.Term).ShouldBe((NoticeKind.NewWork, YearStory.Bureau, "appeal"));
        var answered = Told(YearStory.Scored().Then(YearStory.Agency, appeal), s => s.Then(YearStory.Department, new AnswerAppeal(1, true, "确有漏计")));
        answered.Select(n => (n.Kind, n.Recipient, n.Term)).ShouldBe([(NoticeKind.NewWork, Host, "aggregate-2"), (NoticeKind.Decided, YearStory.Code, null)], "the host sums up again");
        Told(YearStory.Scored().Then(YearStory.Agency, new AppealAgainst(new(AppealLine.Duty, YearStory.Host), "漏计", ["case-1"])), s => s.Then(YearStory.Township, new AnswerAppeal(1, false, "已计入")))
            .ShouldHaveSingleItem().Zh.ShouldContain("未予支持");
    }

    [Fact, Trait("Rule", "A032")]
    public void A032_A_result_is_told_where_it_was_fed_in_and_its_publication_to_both_lines()
    {
        var graded = YearStory.HeadGraded().After(TimeSpan.FromDays(14));
        Kinds(Told(graded, s => s.Then(YearStory.Hub, new ShareResult(ShareTarget.Township)))).ShouldBe([(NoticeKind.Ended, Host)]);
        Kinds(Told(graded.Then(YearStory.Hub, new ShareResult(ShareTarget.Township)), s => s.Then(YearStory.Hub, new ShareResult(ShareTarget.Department))))
            .ShouldBe([(NoticeKind.NewWork, County), (NoticeKind.Ended, YearStory.Bureau), (NoticeKind.Ended, YearStory.Code)], "publication is due now");
        Kinds(Told(YearStory.Shared(), s => s.Then(YearStory.Organ, new PublishResult("县政府网站"))))
            .ShouldBe([(NoticeKind.Ended, YearStory.Code), (NoticeKind.Ended, YearStory.Bureau), (NoticeKind.Ended, Host)]);
    }

    [Fact]
    public void What_is_entered_late_tells_only_what_is_still_ahead()
    {
        var story = YearStory.Drafted().Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.Agency, new SubmitPlan());
        Entered("2026-01-05 12:00").ShouldHaveSingleItem().NotBefore.ShouldBe(Calendars.Given.Local("2026-01-05 12:01"), "the next step may follow at once");
        Entered("2026-01-08 12:00").ShouldHaveSingleItem("the consent is still due");
        Entered("2026-03-01 12:00").ShouldBeEmpty();

        var signed = YearStory.InForce();
        Of(signed.Year, new AgencyYearStep(signed.Events.Count, signed.Now.AddDays(3), signed.Now, Host, signed.Events[^1])).ShouldBeEmpty("targets have ladders of their own");

        IEnumerable<Notice> Entered(string at) => Of(story.Year, new AgencyYearStep(story.Events.Count, Calendars.Given.Local(at), story.Now, YearStory.Code, story.Events[^1]));
    }

    [Fact, Trait("Rule", "A029")]
    public void A029_A031_the_hosts_result_waits_for_the_department_and_a_corrected_one_is_told_to_all_whom_it_binds()
    {
        var hosted = YearStory.Shared().Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m));
        Kinds(Told(YearStory.Shared(), s => s.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m)))).ShouldBe(
            [(NoticeKind.NewWork, YearStory.Bureau), (NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, Host)]);
        Kinds(Told(hosted, s => s.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good)))).ShouldBe([(NoticeKind.Decided, YearStory.Code)]);
        var banded = hosted.Then(YearStory.Department, new RecordStaffResult(AssessmentGrade.Good));
        Kinds(Told(banded, s => s.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Good, 1.2m, "系数更正")))).ShouldBe(
            [(NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, YearStory.Bureau), (NoticeKind.Decided, Host)]);
        var taken = Told(banded, s => s.Then(YearStory.Organ, new RecordHostResult(AssessmentGrade.Competent, 1, "复核")));
        Kinds(taken).ShouldBe([(NoticeKind.NewWork, YearStory.Bureau), (NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, Host)]);
        taken[0].Zh.ShouldContain("重新登记");
        Kinds(Told(YearStory.Shared(), s => s.Then(YearStory.Township, new RecordDailyWork(6, 90)))).ShouldBe([(NoticeKind.Decided, YearStory.Code), (NoticeKind.Decided, YearStory.Bureau)]);
    }

    [Fact]
    public void The_same_steps_give_the_same_keys()
    {
        var story = YearStory.InForce(YearStory.Area()).At("2027-01-04 09:00");
        var once = Told(story, s => s.Then(YearStory.Hub, new OpenAssessment()));
        Told(story, s => s.Then(YearStory.Hub, new OpenAssessment())).Select(n => n.Key).ShouldBe(once.Select(n => n.Key));
        once.Select(n => n.Key).ShouldBeUnique();
        once.ShouldAllBe(n => n.Key.StartsWith(Key + ":") && !n.Emergency);
    }

    [Fact]
    public void All_steps_planned_again_tell_nobody_anything_that_was_not_told_step_by_step()
    {
        // After an activation all steps of the last weeks are planned again; each notice has its step in its key.
        var drafted = YearStory.Drafted(YearStory.Area()).Then(YearStory.Township, new NegotiatePlan()).Then(YearStory.SecondTownship, new NegotiatePlan());
        Again(drafted.Then(YearStory.ThirdTownship, new NegotiatePlan())).ShouldBeEmpty("only the last consent made the plan ready");
        Again(drafted.Then(YearStory.Organ, new DeterminePlan("协商不成"))).ShouldBeEmpty();
        Again(YearStory.InForce(YearStory.Area())).ShouldBeEmpty("the first signature put nothing in force");
        Again(YearStory.Shared()).ShouldBeEmpty("the first share did not end it");

        var late = Enumerable.Range(0, 100).Aggregate(YearStory.Submitted(), (s, _) => AgencyYearTerms.Tick(s.Year, s.After(TimeSpan.FromDays(1)).Now, Calendars.Given.Calendar) is { } fired
            ? s.After(TimeSpan.FromDays(1)).Happened(fired) : s.After(TimeSpan.FromDays(1)));
        late.Events.OfType<AgencyYearRungsFired>().Count().ShouldBeGreaterThan(2);
        Again(late).ShouldBeEmpty();
        Again(late.Then(YearStory.Department, new ConsentToPlan())).ShouldBeEmpty("the host owes its signature only now: no former rung was its own");
        Again(late.Then(YearStory.Department, new ConsentToPlan()).Then(YearStory.Agency, new SignLetter())).ShouldBeEmpty();
    }

    // Keys that planning all steps at once has and planning them one by one had not.
    private static List<string> Again(YearStory story)
    {
        ImmutableList<AgencyYearStep> steps = [.. story.Events.Select((e, i) => new AgencyYearStep(i + 1, e.At, null, By(e), e))];
        var told = steps.SelectMany((step, i) => Of(story.Events.Take(i + 1).Aggregate((AgencyYear?)null, AgencyYearFold.Apply)!, step)).Select(n => n.Key).ToHashSet();
        told.ShouldNotBeEmpty();
        return [.. Of(story.Year, [.. steps]).Select(n => n.Key).Where(key => !told.Contains(key))];
    }

    private static YearStory Ticked(YearStory story) => story.Happened(AgencyYearTerms.Tick(story.Year, story.Now, Calendars.Given.Calendar).ShouldNotBeNull());

    private static List<(NoticeKind, OrganCode)> Kinds(IEnumerable<Notice> notices) => [.. notices.Select(n => (n.Kind, n.Recipient))];

    private static ImmutableList<Notice> Told(YearStory before, Func<YearStory, YearStory> step)
    {
        var after = step(before);
        var by = after.Events.Count == before.Events.Count ? throw new InvalidOperationException("Nothing happened.") : By(after.Events[^1]);
        return Of(after.Year, [.. after.Events.Skip(before.Events.Count).Select((e, i) => new AgencyYearStep(before.Events.Count + i + 1, after.Now, null, by, e))]);
    }

    private static ImmutableList<Notice> Of(AgencyYear year, params AgencyYearStep[] steps) =>
        AgencyYearNotices.Of(Key, year, steps, Calendars.Given.Calendar, WorkingHours.Default, o => $"[{o}]");

    // Who takes the step in these stories.
    private static OrganCode By(AgencyYearEvent e) => e switch
    {
        PlanConsented or PlanObjected or StatutorySubmitted or StaffResultRecorded or AppealAnswered { Upheld: true } => YearStory.Bureau,
        PlanNegotiated or DailyWorkRecorded or LetterSigned { ByAgency: false } or AppealAnswered => Host,
        WeightsSet or PlanDetermined or HostResultRecorded or ScoreFinalised or AgencyGradeSet or ResultPublished => County,
        AssessmentOpened or ResultShared or AgencyYearRungsFired => OrganCode.Parse("4302"),
        _ => YearStory.Code,
    };
}
