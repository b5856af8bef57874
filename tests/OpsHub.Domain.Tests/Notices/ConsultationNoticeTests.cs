using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Consultations;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who is told what of a consultation. Jobs 5.3.</summary>
public sealed class ConsultationNoticeTests
{
    private const string Key = "consultation-0123";
    private static readonly OrganCode Community = OrganCode.Of(Quarter.Community);
    private static readonly OrganCode Township = OrganCode.Of(Quarter.Township);
    private static readonly OrganCode County = OrganCode.Of(Quarter.Township.At(UnitLevel.County));

    [Fact, Trait("Rule", "C035")]
    public void C035_The_plan_is_reminded_of_at_nine_on_the_first_working_day_after_the_topic()
    {
        var told = Told(Story.Proposed(from: Story.Blank.At("2026-09-30 10:00")), s => s.Then(Quarter.Council, new DetermineTopic()));
        var reminder = told.ShouldHaveSingleItem();
        (reminder.Kind, reminder.Recipient, reminder.Emergency).ShouldBe((NoticeKind.DueSoon, Community, false));
        reminder.NotBefore.ShouldBe(Calendars.Given.Local("2026-10-08 09:00"), "the days of the festival don't count");
        reminder.Due.ShouldBe(Calendars.Given.Local("2026-10-10 00:00"));
    }

    [Fact, Trait("Rule", "C054")]
    public void C054_Who_was_given_a_result_hears_that_it_was_annulled_and_its_track_is_void()
    {
        var adopted = Later.Concluded(matter: Later.Delegated).Then(Quarter.Party, new ReportUp("结果报告")).Then(Quarter.Department, new StudyReport("已研究"))
            .Then(Quarter.Department, new DecideReport(true, "采纳"));
        foreach (var annul in new[] { true, false })
        {
            var told = Told(adopted, s => s.Then(Quarter.Party, new CorrectResult("违反规定", annul)));
            told.Where(n => n.Recipient == Quarter.Bureau).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Kind.ShouldBe(NoticeKind.Decided), n => n.Zh.ShouldContain("不再有效"), n => n.Needs.ShouldBeNull());
        }

        adopted.Then(Quarter.Party, new CorrectResult("违反规定", true)).It.Delegated.ShouldNotBeNull().ShouldSatisfyAllConditions(d => d.Stage.ShouldBe(DelegatedStage.Void), d => d.Decision.ShouldBe("采纳"));
        Told(Later.Concluded(matter: Later.Delegated), s => s.Then(Quarter.Party, new CorrectResult("违反规定", true))).ShouldNotContain(n => n.Recipient == Quarter.Bureau, "nothing was given to it");
    }

    [Fact, Trait("Rule", "T087")]
    public void T087_What_a_community_reports_up_arrives_at_the_township()
    {
        var begun = (Story.Blank with { IsTown = true }).Then(Quarter.Party, new OpenConsultation(Quarter.Community, [Quarter.Community], "拆迁安置", new(PublicConcern: true), ReportUp: true));
        var told = ConsultationNotices.Of(Key, begun.It, [new(1, begun.Now, null, Community, begun.Events[0])], begun.It.Place, begun.Calendar, o => o.Value);
        told.Where(n => n.Recipient == Township && n.Kind == NoticeKind.NewWork).ShouldHaveSingleItem().Zh.ShouldContain("由社区上报");

        var facts = Told(Story.Planned(from: Story.Blank with { IsTown = true }), s => s.Then(Quarter.Party, new AddMatterFacts(false, false, false, true, "群众反映强烈")));
        facts.ShouldContain(n => n.Recipient == Township && n.Zh.Contains("由乡镇（街道）牵头"));
    }

    [Fact, Trait("Rule", "C013")]
    public void C013_A_proposal_that_lapsed_is_told_to_the_township_and_to_who_waited()
    {
        var asked = Story.Proposed().Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null });
        var told = Told(asked.At(asked.Owed(DutyStems.Step).Term.Due), s => s.Ticked());
        told.Where(n => n.Kind == NoticeKind.Decided).Select(n => n.Recipient).ShouldBe([Township, Community], ignoreOrder: true);
    }

    [Fact, Trait("Rule", "C056")]
    public void C056_The_day_of_a_milestone_is_told_to_who_carries_it_out() =>
        Told(Later.Implementing().At("2026-08-02 00:00"), s => s.Ticked()).ShouldContain(n => n.Term == DutyStems.Milestone && n.Kind >= NoticeKind.Due && n.Recipient == Community);

    [Fact, Trait("Rule", "C035")]
    public void C035_A_plan_of_a_topic_that_the_council_let_lie_is_reminded_of_before_its_due()
    {
        var told = Told(Story.Proposed().At("2026-07-11 00:00"), s => s.Ticked()).FindAll(n => n.Term == DutyStems.Plan);
        told.Select(n => (n.Kind, n.NotBefore)).ShouldBe(
            [(NoticeKind.NewWork, Calendars.Given.Local("2026-07-11 00:00")), (NoticeKind.DueSoon, Calendars.Given.Local("2026-07-13 09:00"))], "Friday's morning is over, Monday's is not");

        var late = Told(Story.Proposed().At("2026-07-13 10:00"), s => s.Ticked()).FindAll(n => n.Term == DutyStems.Plan);
        Kinds(late).ShouldBe([(NoticeKind.NewWork, Community), (NoticeKind.DueSoon, Community)], "no morning is left: the rung itself is told");
        Kinds(Told(Story.Determined(), s => s.At("2026-07-13 00:00").Ticked()).FindAll(n => n.Term == DutyStems.Plan)).ShouldBeEmpty("nine o'clock comes");
    }

    [Fact, Trait("Rule", "C040")]
    public void C040_The_announcement_is_told_at_the_sessions_end_and_at_nine_and_six_on_the_next_day_although_it_is_a_holiday()
    {
        var told = Told(Story.InSession().At("2026-09-30 20:00"), s => s.Then(Quarter.Council, Quarter.End()));
        told.Select(n => (n.Kind, n.Recipient, n.NotBefore, n.Emergency)).ShouldBe(
        [
            (NoticeKind.NewWork, Community, Calendars.Given.Local("2026-09-30 20:00"), false),
            (NoticeKind.DueSoon, Community, Calendars.Given.Local("2026-10-01 09:00"), true),
            (NoticeKind.DueSoon, Community, Calendars.Given.Local("2026-10-01 18:00"), true),
        ]);
        told.ShouldAllBe(n => n.Due == Calendars.Given.Local("2026-10-02 00:00") && n.Term == DutyStems.Announce);
        told[0].Zh.ShouldContain("公告协商情况");
        told.Select(n => n.Key).ShouldBeUnique();
    }

    [Fact]
    public void On_a_working_day_the_announcements_reminders_keep_quiet_hours_as_all_others() =>
        Told(Story.InSession().At("2026-07-14 20:00"), s => s.Then(Quarter.Council, Quarter.End())).ShouldAllBe(n => !n.Emergency);

    [Fact]
    public void A_session_that_ends_after_midnight_is_due_by_the_end_of_the_day_after_that() =>
        Told(Story.InSession().At("2026-09-30 00:20"), s => s.Then(Quarter.Council, Quarter.End())).Select(n => n.NotBefore)
            .ShouldBe([Calendars.Given.Local("2026-09-30 00:20"), Calendars.Given.Local("2026-10-01 09:00"), Calendars.Given.Local("2026-10-01 18:00")]);

    [Fact]
    public void A_session_that_is_entered_a_day_later_is_still_to_be_announced_and_one_entered_after_its_due_tells_nobody()
    {
        var story = Story.InSession().At("2026-07-14 00:20").Then(Quarter.Council, Quarter.End());
        Entered("2026-07-15 08:00").Select(n => n.NotBefore).ShouldBe([Calendars.Given.Local("2026-07-15 08:00"), Calendars.Given.Local("2026-07-15 09:00"), Calendars.Given.Local("2026-07-15 18:00")]);
        Entered("2026-07-16 08:00").ShouldBeEmpty();

        IEnumerable<Notice> Entered(string at) => ConsultationNotices.Of(
            Key, story.It, [new(story.Events.Count, Calendars.Given.Local(at), story.Now, Community, story.Events[^1])], story.It.Place, story.Calendar, Quarter.NameOf);
    }

    [Fact]
    public void Whoever_has_announced_is_reminded_no_more()
    {
        var story = Story.Ended();
        var reminders = Told(Story.InSession().After(TimeSpan.FromHours(2)), s => s.Then(Quarter.Council, Quarter.End()));
        ConsultationNotices.Standing(story.It).ShouldContain(reminders[1].Needs!);
        var announced = story.Then(Quarter.Committee, Quarter.Announcement);
        reminders.ShouldAllBe(n => !ConsultationNotices.Standing(announced.It).Contains(n.Needs!));
        Told(story, s => s.Then(Quarter.Committee, Quarter.Announcement)).ShouldBeEmpty();
    }

    [Fact]
    public void Lateness_climbs_from_the_community_to_township_and_county()
    {
        var late = Story.Ended().At("2026-07-14 00:00");
        Kinds(Told(late, s => s.At(s.Owed(DutyStems.Announce).Term.Due).Ticked())).ShouldBe([(NoticeKind.Overdue, Community)]);
        Kinds(Told(late.Ticked(), s => s.After(TimeSpan.FromDays(1)).Ticked())).ShouldContain((NoticeKind.Overdue, Township));
        Told(late.Ticked(), s => s.After(TimeSpan.FromDays(1)).Ticked()).Find(n => n.Recipient == Township)!.Zh.ShouldContain("（责任单位：一社区）");
        // After downtime each hears of the highest only.
        Kinds(Told(late, s => s.After(TimeSpan.FromDays(30)).Ticked()).FindAll(n => n.Term == DutyStems.Announce)).ShouldBe(
            [(NoticeKind.Overdue, Community), (NoticeKind.Overdue, Township), (NoticeKind.Overdue, County)], ignoreOrder: true);
    }

    [Fact]
    public void A_breach_of_what_the_text_gives_a_figure_for_is_said_to_be_one()
    {
        var hard = Told(Story.Ended(), s => s.After(TimeSpan.FromDays(5)).Ticked()).Find(n => n.Term == DutyStems.Announce && n.Recipient == Community)!;
        hard.Zh.ShouldContain("违规");
        var soft = Told(Story.Opened(), s => s.After(TimeSpan.FromDays(30)).Ticked()).Find(n => n.Term == DutyStems.WorkMeeting)!;
        soft.Zh.ShouldNotContain("违规");
    }

    [Fact, Trait("Rule", "C013")]
    public void C013_The_township_hears_of_an_opinion_from_a_second_community()
    {
        var told = Told(Story.Opened(), s => s.Then(Quarter.SecondResident, Quarter.Opinion with { Community = Quarter.Second, Entry = null }));
        Kinds(told).ShouldBe([(NoticeKind.NewWork, Township)]);
        told[0].Zh.ShouldContain("跨社区");
    }

    [Fact, Trait("Rule", "C053")]
    public void C053_A_dissent_that_alleges_harm_reaches_the_township_and_the_explanation_its_organ()
    {
        var told = Told(Story.InSession().After(TimeSpan.FromHours(2)), s => s.Then(Quarter.Council, Quarter.End(SessionOutcome.NoConsensus, Quarter.Dissent with { AllegesHarm = true })));
        told.ShouldContain(n => n.Kind == NoticeKind.Escalated && n.Recipient == Township && n.Zh.Contains("复核"));
        told.Where(n => n.Kind == NoticeKind.NewWork).Select(n => n.Term).ShouldBe([DutyStems.Announce], "whoever ended the session knows of the explanation");
    }

    [Fact, Trait("Rule", "C018")]
    public void C018_The_township_hears_of_the_complaint_that_a_secretary_presided()
    {
        var told = Told(Story.Prepared(from: Story.Blank with { Rules = new() { RefusesPresider = false } }), s => s.Then(Quarter.Council, new StartSession(PresiderKind.Secretary)));
        told.ShouldContain(n => n.Kind == NoticeKind.Escalated && n.Recipient == Township && n.Zh.Contains("投诉记录") && n.Zh.Contains("党组织书记"));
    }

    [Fact, Trait("Rule", "G011")]
    public void G011_Whoever_a_duty_was_handed_to_is_told_and_reminded_and_the_former_one_no_more()
    {
        var before = Story.InSession().At("2026-07-14 20:00");
        var ended = before.Then(Quarter.Council, Quarter.End());
        var former = Told(before, _ => ended);
        var told = Told(ended, Follow);
        told.Select(n => (n.Kind, n.Recipient, n.Term, n.NotBefore)).ShouldBe(
        [
            (NoticeKind.NewWork, Successor, DutyStems.Announce, Calendars.Given.Local("2026-07-14 20:00")),
            (NoticeKind.DueSoon, Successor, DutyStems.Announce, Calendars.Given.Local("2026-07-15 09:00")),
            (NoticeKind.DueSoon, Successor, DutyStems.Announce, Calendars.Given.Local("2026-07-15 18:00")),
        ]);
        former.ShouldNotBeEmpty();
        former.ShouldAllBe(n => !ConsultationNotices.Standing(Follow(ended).It).Contains(n.Needs!), "what the former one was told is moot");
        Told(before, s => Follow(s.Then(Quarter.Council, Quarter.End()))).Select(n => n.Key).ShouldBe(told.Select(n => n.Key), "told in one, only once");
    }

    [Fact, Trait("Rule", "G011")]
    public void G011_A_rung_that_passed_under_the_former_holder_is_not_held_against_the_new_one_and_the_next_one_is_told_to_it()
    {
        var ended = Story.Ended();
        var late = ended.At(ended.Owed(DutyStems.Announce).Term.Due);
        Told(late, s => Follow(s.Ticked())).ShouldNotContain(n => n.Recipient == Successor && n.Kind == NoticeKind.Overdue);
        Told(Follow(late), s => s.Ticked()).ShouldContain(n => n.Recipient == Successor && n.Kind == NoticeKind.Overdue && n.Term == DutyStems.Announce);
        Told(Follow(late), s => s.Ticked()).ShouldNotContain(n => n.Recipient == Community);
    }

    private static readonly OrganCode Successor = OrganCode.Of(Quarter.Third);

    // The community was taken over by the third.
    private static Story Follow(Story story) => story.Happened(ConsultationFollowing.Of(story.It, story.Now, new(
        story.It.Place with { Community = Quarter.Third }, unit => unit == Quarter.Community ? Quarter.Third : unit, Quarter.NameOf)).ShouldNotBeNull());

    [Fact]
    public void No_notice_names_title_opinion_or_dissent()
    {
        var story = Story.InSession().After(TimeSpan.FromHours(2)).Then(Quarter.Council, Quarter.End(SessionOutcome.NoConsensus, Quarter.Dissent));
        var all = ConsultationNotices.Of(Key, story.It, Steps(story.Events, 0), story.It.Place, story.Calendar, Quarter.NameOf);
        all.ShouldNotBeEmpty();
        all.ShouldAllBe(n => !n.Zh.Contains("停车位") && !n.Zh.Contains("费用分摊") && n.Zh.Contains(story.It.Number) && n.En.Contains(story.It.Number));
    }

    private static List<(NoticeKind, OrganCode)> Kinds(IEnumerable<Notice> notices) => [.. notices.Select(n => (n.Kind, n.Recipient))];

    private static List<Notice> Told(Story before, Func<Story, Story> step)
    {
        var after = step(before);
        return [.. ConsultationNotices.Of(Key, after.It, Steps(after.Events, before.Events.Count), after.It.Place, after.Calendar, Quarter.NameOf)];
    }

    private static IEnumerable<ConsultationStep> Steps(IEnumerable<ConsultationEvent> events, int after) =>
        events.Select((e, i) => new ConsultationStep(i + 1, e.At, null, e.IsNobodysStep ? OrganCode.Of(Quarter.Township.At(UnitLevel.City)) : Community, e)).Skip(after);
}
