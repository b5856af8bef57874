using Ical.Net;
using Ical.Net.CalendarComponents;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Tests.Doors.Consultations;

namespace OpsHub.Host.Tests.Doors.Feeds;

public sealed class FeedTextTests
{
    private static readonly DateTimeOffset Now = PaperStory.Start.AddDays(-2);

    [Fact]
    public void A_planned_session_is_an_event_with_start_place_and_alarms()
    {
        var session = Session(Parsed(new PaperStory().Begin().Plan().Notice()), 1);
        session.Start!.AsUtc.ShouldBe(PaperStory.Start.UtcDateTime);
        session.Location.ShouldBe("来园社区二楼议事堂");
        session.Summary.ShouldBe("协商会议：老旧小区加装电梯及费用分担");
        session.Status.ShouldBe("CONFIRMED");
        session.Alarms.Select(a => a.Trigger!.Duration!.Value.ToString()).ShouldBe(["-PT24H", "-PT1H"]);
    }

    [Fact]
    public void A_duty_stands_on_the_day_that_it_is_due_with_the_exact_due_in_its_text()
    {
        var story = new PaperStory().Begin().Plan().Notice().Session(SessionOutcome.Consensus);
        var duty = Parsed(story, PaperStory.Start.AddHours(3)).Events.Single(e => e.Uid == $"{PaperStory.Key}-announce@opshub");
        duty.IsAllDay.ShouldBeTrue();
        duty.Start!.Date.ShouldBe(new DateOnly(2026, 11, 24));
        duty.Description!.ShouldContain("截止：2026-11-24 24:00（北京时间）");
        duty.Description!.ShouldContain("二(四)2");
        duty.Alarms.Count.ShouldBe(2);
    }

    [Fact]
    public void Another_plan_of_the_same_round_is_an_update_of_the_same_entry()
    {
        var before = Session(Parsed(new PaperStory().Begin().Plan()), 1);
        var after = Session(Parsed(new PaperStory().Begin().Plan().Plan(PaperStory.Start.AddDays(3))), 1);
        after.Uid.ShouldBe(before.Uid);
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
        after.Start!.AsUtc.ShouldBe(PaperStory.Start.AddDays(3).UtcDateTime);
        Parsed(new PaperStory().Begin().Plan().Plan(PaperStory.Start.AddDays(3))).Events.Count(e => e.Uid!.Contains("session", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_withdrawn_session_arrives_as_cancelled_for_sixty_days()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        var planned = Session(Parsed(story), 1);
        story.Add(new ConsultationWithdrawn(Now, "条件不成熟", []));
        var cancelled = Session(Parsed(story, Now.AddDays(59)), 1);
        cancelled.Status.ShouldBe("CANCELLED");
        cancelled.Uid.ShouldBe(planned.Uid);
        cancelled.Sequence.ShouldBeGreaterThan(planned.Sequence);
        cancelled.Alarms.ShouldBeEmpty();
        Parsed(story, Now.AddDays(61)).Events.ShouldNotContain(e => e.Uid == planned.Uid);
    }

    [Fact]
    public void A_kept_duty_stays_a_while_and_says_so_and_a_lifted_one_is_cancelled()
    {
        var story = new PaperStory().Begin();
        var open = Plan(story);
        open.Summary!.ShouldStartWith("【逾期】");
        var duty = story.Papers.Now.Duties.Single();
        var done = new PaperStory().Begin();
        done.Add(new PlanMade(Now, PlanOf(), [duty with { Term = Terms.Complete(duty.Term, duty.Term.Due.AddHours(-1)) }]));
        Plan(done).Summary!.ShouldStartWith("【已办】");
        Plan(done).Sequence.ShouldBeGreaterThan(open.Sequence);
        var lifted = new PaperStory().Begin();
        lifted.Add(new ConsultationWithdrawn(Now, "撤回", [duty with { Term = Terms.Lift(duty.Term, Now, 9, "撤回") }]));
        Plan(lifted).Status.ShouldBe("CANCELLED");

        static CalendarEvent Plan(PaperStory s) => Parsed(s).Events.Single(e => e.Uid == $"{PaperStory.Key}-plan@opshub");
        static ConsultationPlan PlanOf() => new PaperStory().Begin().Plan().Papers.Now.Plan!;
    }

    [Fact]
    public void Each_round_has_its_own_session_and_what_was_held_shows_its_outcome()
    {
        var calendar = Parsed(PaperStory.Whole(), PaperStory.Start.AddDays(20));
        Session(calendar, 1).Description!.ShouldContain("未达成一致");
        Session(calendar, 2).Description!.ShouldContain("达成一致");
        Session(calendar, 2).End!.AsUtc.ShouldBe(PaperStory.Start.AddDays(12).AddHours(2).UtcDateTime);
    }

    [Fact]
    public void An_unchanged_feed_is_the_same_text_later()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        Text(story, Now).ShouldBe(Text(story, Now.AddHours(5)));
    }

    [Fact]
    public void A_duty_that_becomes_late_by_time_alone_arrives_as_an_update()
    {
        var story = new PaperStory().Begin();
        var (before, after) = (Plan(PaperStory.Start.AddDays(-6)), Plan(Now));
        before.Summary!.ShouldNotContain("逾期");
        after.Summary!.ShouldStartWith("【逾期】");
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
        after.LastModified!.AsUtc.ShouldBe(story.Papers.Now.Duties.Single().Term.Due.UtcDateTime);
        Text(story, Now).ShouldBe(Text(story, Now.AddHours(1)), "once it is late it stays the same");

        CalendarEvent Plan(DateTimeOffset now) => Parsed(story, now).Events.Single(e => e.Uid == $"{PaperStory.Key}-plan@opshub");
    }

    [Fact]
    public void A_session_keeps_its_place_when_the_next_round_opens()
    {
        var story = new PaperStory().Begin().Plan().Notice().Session(SessionOutcome.NoConsensus);
        var before = Session(Parsed(story, PaperStory.Start.AddDays(2)), 1);
        story.Add(new RoundOpened(PaperStory.Start.AddDays(3), 2, null, []));
        var after = Session(Parsed(story, PaperStory.Start.AddDays(4)), 1);
        before.Location.ShouldBe("来园社区二楼议事堂");
        (after.Location, after.Sequence).ShouldBe((before.Location, before.Sequence));
    }

    [Fact]
    public void A_direct_meeting_stands_in_the_calendar_as_its_notice_says()
    {
        var session = Session(Parsed(PaperPageTests.Direct()), 1);
        (session.Start!.AsUtc, session.Location, session.Status).ShouldBe((PaperStory.Start.UtcDateTime, "来园社区活动室", "CONFIRMED"));
    }

    [Fact]
    public void An_adjourned_session_stands_where_it_goes_on_and_is_updated_once_it_did()
    {
        var story = new PaperStory().Begin().Plan().Notice();
        story.Add(new SessionStarted(PaperStory.Start, new(1, 1, PaperStory.Start, PresiderKind.CouncilHead, [], Place: "来园社区二楼议事堂")));
        story.Add(new SessionAdjourned(PaperStory.Start.AddHours(2), "夜深", PaperStory.Start.AddDays(1)));
        var ahead = Resumed(PaperStory.Start.AddHours(3));
        (ahead.Start!.AsUtc, ahead.Location, ahead.Alarms.Count).ShouldBe((PaperStory.Start.AddDays(1).UtcDateTime, "来园社区二楼议事堂", 2));
        story.Add(new SessionResumed(PaperStory.Start.AddDays(1).AddMinutes(10)));
        var on = Resumed(PaperStory.Start.AddDays(1).AddHours(1));
        (on.Start!.AsUtc, on.Sequence > ahead.Sequence).ShouldBe((PaperStory.Start.AddDays(1).AddMinutes(10).UtcDateTime, true));

        CalendarEvent Resumed(DateTimeOffset now) => Parsed(story, now).Events.Single(e => e.Uid == $"{PaperStory.Key}-session-1-resumed-1@opshub");
    }

    [Fact]
    public void A_duty_names_its_organ_and_not_its_code()
    {
        var story = new PaperStory().Begin();
        var duty = story.Papers.Now.Duties.Single();
        story.Add(new PlanMade(Now, new PaperStory().Begin().Plan().Papers.Now.Plan!, [duty with { Term = duty.Term with { Holder = PaperStory.Lead.Value } }]));
        var text = Parsed(story).Events.Single(e => e.Uid == $"{PaperStory.Key}-plan@opshub").Description!;
        text.ShouldContain("责任主体：来园社区居委会");
        text.ShouldNotContain(PaperStory.Lead.Value);
    }

    [Fact]
    public void Its_head_names_the_unit_and_asks_for_a_refresh_and_lines_are_folded()
    {
        var text = Text(new PaperStory().Begin().Plan(), Now);
        text.ShouldContain("METHOD:PUBLISH");
        text.ShouldContain("X-WR-CALNAME:来园社区居委会协商日程");
        text.ShouldContain("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        text.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75 + 75, "RFC 5545 folds long lines");
    }

    [Fact]
    public void Personal_data_in_a_title_does_not_go_to_a_phones_maker()
    {
        var text = Text(new PaperStory().Begin("协商漏水纠纷 13873300001").Plan(), Now);
        text.ShouldNotContain("13873300001");
    }

    private static CalendarEvent Session(Calendar calendar, int round) => calendar.Events.Single(e => e.Uid == $"{PaperStory.Key}-session-{round}@opshub");

    private static Calendar Parsed(PaperStory story, DateTimeOffset? now = null) => Calendar.Load(Text(story, now ?? Now))!;

    private static string Text(PaperStory story, DateTimeOffset now) =>
        FeedText.Of("来园社区居委会协商日程", FeedEvents.Of(new(PaperStory.Key, story.Papers.Now), now, PaperStory.Names));
}
