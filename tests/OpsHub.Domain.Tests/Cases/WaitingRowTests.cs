using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 10 and 11, and suspension: more time, and time that is not counted.</summary>
public sealed class WaitingRowTests
{
    private static readonly DateTimeOffset NextWeek = Calendars.Given.Local("2026-07-20 10:00");

    private static Story Asked() => Story.Handling().Then(Town.Agency, new RequestExtension("配件未到", NextWeek));

    [Fact]
    public void SM1_10_the_lead_asks_for_more_time_before_the_due_and_its_centre_must_decide()
    {
        var asked = Asked();
        asked.Case.Stage.ShouldBe(CaseStage.Handling);
        asked.Case.Holder.ShouldBe(Town.UrbanManagement, "work goes on meanwhile");
        var decision = asked.Case.OpenTerm("extension").ShouldNotBeNull();
        (decision.Holder, LocalDay.BoundText(decision.Due), decision.Basis.Parameter).ShouldBe((Town.Township.Value, "2026-07-13 18:00", "ExtensionDecision"));
        Due(asked).ShouldBe("2026-07-16 24:00", "asking changes nothing yet");
    }

    [Fact]
    public void SM1_10_not_after_the_due_not_twice_not_to_an_earlier_day_and_by_nobody_else()
    {
        Story.Handling().At("2026-07-17 00:00").Refused(Town.Agency, new RequestExtension("配件未到", NextWeek)).Code.ShouldBe("TERM_OVER");
        Asked().Refused(Town.Agency, new RequestExtension("配件未到", NextWeek)).Code.ShouldBe("EXTENSION_PENDING");
        Asked().Then(Town.TownshipCentre, new RefuseExtension("可先围挡")).Refused(Town.Agency, new RequestExtension("又一次", NextWeek)).Code.ShouldBe("EXTENSION_USED");
        Story.Handling().Refused(Town.Agency, new RequestExtension("配件未到", Town.Monday)).Field.ShouldBe("until");
        Story.Handling().Refused(Town.Agency, new RequestExtension("配件未到", Town.Monday.AddYears(2))).Field.ShouldBe("until");
        Story.Handling().Refused(Town.Agency, new RequestExtension("", NextWeek)).Field.ShouldBe("reason");
        foreach (var actor in Town.Everybody.Remove(Town.Agency))
            Story.Handling().Refused(actor, new RequestExtension("配件未到", NextWeek)).Code.ShouldBe(RefusalCodes.NotAllowed, actor.ToString());
    }

    [Fact]
    public void SM1_11_granting_moves_the_due_and_keeps_both_values()
    {
        var granted = Asked().After(TimeSpan.FromHours(1)).Then(Town.TownshipCentre, new GrantExtension());
        Due(granted).ShouldBe("2026-07-20 24:00", "a term in days ends at 24:00 of the day granted");
        var entry = granted.Case.OpenTerm("handling")!.Ledger.ShouldHaveSingleItem();
        (entry.Kind, LocalDay.BoundText(entry.FormerDue), entry.Reason).ShouldBe((TermPause.Granted, "2026-07-16 24:00", "配件未到"));
        granted.Case.OpenTerm("extension").ShouldBeNull();
        granted.At("2026-07-18 10:00").Then(Town.Agency, new FeedBackCase("已修", [])).Case.OnTime.ShouldBe(true);
    }

    [Fact]
    public void SM1_11_whoever_assists_has_as_long_as_the_lead()
    {
        var granted = Story.HandledTogether().Then(Town.Agency, new RequestExtension("配件未到", NextWeek)).Then(Town.TownshipCentre, new GrantExtension());
        LocalDay.BoundText(granted.Case.OpenTerm("part")!.Due).ShouldBe("2026-07-20 24:00");
    }

    [Fact]
    public void SM1_11_refusing_leaves_the_due_and_says_why()
    {
        var refused = Asked().Then(Town.TownshipCentre, new RefuseExtension("可先围挡"));
        Due(refused).ShouldBe("2026-07-16 24:00");
        refused.Case.Extension.ShouldBeNull();
        Asked().Refused(Town.TownshipCentre, new RefuseExtension(" ")).Field.ShouldBe("reason");
        Asked().Refused(Town.TownshipCentre, new GrantExtension(Town.Monday.AddDays(1))).Field.ShouldBe("until");
    }

    [Fact]
    public void SM1_11_the_dispatcher_decides_and_the_township_where_it_coordinates()
    {
        foreach (var actor in Town.Everybody.Remove(Town.TownshipCentre))
            Asked().Refused(actor, new GrantExtension()).Code.ShouldBe(RefusalCodes.NotAllowed, actor.ToString());
        var cross = Story.Triaged(TriageClass.CrossDepartment).Then(Town.CountyCentre, Town.To(Town.UrbanManagement))
            .Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new RequestExtension("配件未到", NextWeek));
        cross.Refused(Town.CountyCentre, new GrantExtension()).Code.ShouldBe(RefusalCodes.NotAllowed);
        cross.Then(Town.Government, new GrantExtension());
    }

    [Fact]
    public void SM1_11_no_lead_grants_itself_more_time()
    {
        var own = Story.Triaged(TriageClass.PublicService).Then(Town.TownshipCentre, Town.To(Town.Township))
            .Then(Town.TownshipCentre, new AcceptDispatch()).Then(Town.TownshipCentre, new RequestExtension("人手不足", NextWeek));
        own.Refused(Town.TownshipCentre, new GrantExtension()).Code.ShouldBe(RefusalCodes.NotAllowed);
        own.Then(Town.CountyCentre, new GrantExtension());
    }

    [Fact]
    public void A_feedback_makes_an_undecided_request_idle_and_its_term_counts_as_neither_kept_nor_late()
    {
        var fedBack = Asked().At("2026-07-15 09:00").Ticked().Then(Town.Agency, new FeedBackCase("已修", []));
        fedBack.Case.Extension.ShouldBeNull();
        var decision = fedBack.Case.Terms.Find(t => t.Id == "extension").ShouldNotBeNull();
        (decision.IsLifted, decision.IsOpen, decision.IsLate(fedBack.Now)).ShouldBe((true, false, false));
    }

    [Fact]
    public void A_suspended_handling_counts_nothing_until_it_resumes()
    {
        var suspended = Story.Handling().At("2026-07-14 09:00").Then(Town.TownshipCentre, new SuspendCase("等待鉴定", Calendars.Given.Local("2026-07-24 09:00")));
        suspended.At("2026-07-22 09:00").Ticked().Events.ShouldBe(suspended.Events, "no rung while nothing is counted");
        var resumed = suspended.At("2026-07-20 09:00").Then(Town.TownshipCentre, new ResumeCase("鉴定已出"));
        // Of three working days none was counted on Tuesday 14, the day it stopped, and all three run from the day after it resumed.
        Due(resumed).ShouldBe("2026-07-23 24:00");
        resumed.Case.OpenTerm("handling")!.Ledger.Select(e => e.Kind).ShouldBe([TermPause.Suspended, TermPause.Resumed]);
        resumed.Case.Suspension.ShouldBeNull();
    }

    [Fact]
    public void At_its_limit_a_suspension_ends_by_itself_before_any_rung_fires()
    {
        var suspended = Story.Handling().At("2026-07-14 09:00").Then(Town.TownshipCentre, new SuspendCase("等待鉴定", Calendars.Given.Local("2026-07-24 09:00")));
        CaseTerms.Ahead(suspended.Case, Town.Rules).ShouldContain(r => r.Kind == RungKind.SuspensionEnds && LocalDay.Text(r.At) == "2026-07-24 09:00");
        var later = suspended.At("2026-08-20 09:00").Ticked();
        later.Events[^2].ShouldBeOfType<CaseResumed>().At.ShouldBe(Calendars.Given.Local("2026-07-24 09:00"));
        later.Events[^1].ShouldBeOfType<CaseRungsFired>();
        later.Case.Suspension.ShouldBeNull();
        later.Case.OpenTerm("handling")!.IsSuspended.ShouldBeFalse();
    }

    [Fact]
    public void A_suspension_has_a_reason_a_limit_within_30_days_and_is_nobody_s_own()
    {
        Story.Handling().Refused(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(31))).Field.ShouldBe("until");
        Story.Handling().Refused(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday)).Field.ShouldBe("until");
        Story.Handling().Refused(Town.TownshipCentre, new SuspendCase("", Town.Monday.AddDays(3))).Field.ShouldBe("reason");
        Story.Handling().Refused(Town.Agency, new SuspendCase("鉴定", Town.Monday.AddDays(3))).Code.ShouldBe(RefusalCodes.NotAllowed);
        Story.Handling().At("2026-07-17 00:00").Refused(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(9))).Code.ShouldBe("TERM_OVER");
        Story.Handling().Refused(Town.TownshipCentre, new ResumeCase("已出")).Code.ShouldBe("NOT_SUSPENDED");
        var own = Story.Triaged(TriageClass.PublicService).Then(Town.TownshipCentre, Town.To(Town.Township)).Then(Town.TownshipCentre, new AcceptDispatch());
        own.Refused(Town.TownshipCentre, new SuspendCase("人手", Town.Monday.AddDays(3))).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    [Trait("Rule", "SM1.11")]
    public void SM1_11_a_request_to_extend_waits_while_the_case_is_suspended()
    {
        var until = Calendars.Given.Local("2026-07-30 18:00");
        var suspended = Story.Handling().Then(Town.Agency, new RequestExtension("等待配件", until)).Then(Town.TownshipCentre, new SuspendCase("等待鉴定", Calendars.Given.Local("2026-07-24 09:00")));
        suspended.Case.OpenTerm("extension")!.IsSuspended.ShouldBeTrue();
        suspended.At("2026-07-22 09:00").Ticked().Events.ShouldBe(suspended.Events, "nobody is reminded of what it cannot grant");
        suspended.Refused(Town.TownshipCentre, new GrantExtension()).Code.ShouldBe("TERM_SUSPENDED");

        var resumed = suspended.At("2026-07-20 09:00").Then(Town.TownshipCentre, new ResumeCase("鉴定已出"));
        var decision = resumed.Case.OpenTerm("extension")!;
        (decision.IsSuspended, decision.Due).ShouldBe((false, suspended.Case.OpenTerm("extension")!.Due.AddDays(7)), "a week later, as none of its working hours had passed");
        Due(resumed.Then(Town.TownshipCentre, new GrantExtension())).ShouldBe("2026-07-30 24:00");
        suspended.At("2026-08-20 09:00").Ticked().Case.OpenTerm("extension")!.IsSuspended.ShouldBeFalse("it ends with the suspension's limit too");
    }

    [Fact]
    public void A_request_refused_or_lifted_while_suspended_does_not_come_back()
    {
        var suspended = Story.Handling().Then(Town.Agency, new RequestExtension("等待配件", Town.Monday.AddDays(9))).Then(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(3)));
        suspended.Then(Town.TownshipCentre, new RefuseExtension("不必")).Then(Town.TownshipCentre, new ResumeCase("已出")).Case.OpenTerm("extension").ShouldBeNull();
        suspended.Then(Town.Agency, new FeedBackCase("已修", [])).Case.OpenTerm("extension").ShouldBeNull();
    }

    [Fact]
    public void What_is_entered_for_after_the_limit_finds_the_suspension_ended_at_its_limit()
    {
        var suspended = Story.Handling().At("2026-07-14 09:00").Then(Town.TownshipCentre, new SuspendCase("鉴定", Calendars.Given.Local("2026-07-15 09:00"))).At("2026-07-29 09:00");
        var context = new CaseContext(Town.Agency, suspended.Now, suspended.Rules, suspended.Events.Count + 1) { Organs = suspended.Organs };
        var events = CaseDecisions.DecideThen(suspended.Case, new FeedBackCase("已修", []), context).Events;
        events[0].ShouldBeOfType<CaseResumed>().At.ShouldBe(Calendars.Given.Local("2026-07-15 09:00"));
        events[1].ShouldBeOfType<CaseFedBack>().OnTime.ShouldBeFalse("two weeks that were not suspended count");
    }

    [Fact]
    public void A_calendar_that_was_loaded_since_does_not_keep_a_suspension_from_being_entered()
    {
        var handling = Story.Handling();
        var moved = handling.Happened(new CaseTermsReprojected(Town.Monday.AddDays(2), 9, "放假安排", [Reprojected(handling.Case.OpenTerm("handling")!)]));
        moved.At("2026-07-14 09:00").Then(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(5))).Case.OpenTerm("handling")!.IsSuspended.ShouldBeTrue();

        static Term Reprojected(Term term) => term with { Ledger = term.Ledger.Add(new(TermPause.Reprojected, Town.Monday.AddDays(2), 7, "放假安排", term.Due, term.Due, 9)) };
    }

    [Fact]
    public void A_feedback_resumes_what_was_suspended()
    {
        var fedBack = Story.Handling().Then(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(3))).At("2026-07-15 09:00").Then(Town.Agency, new FeedBackCase("已修", []));
        fedBack.Events[^2].ShouldBeOfType<CaseResumed>();
        fedBack.Case.OnTime.ShouldBe(true);
        var rework = fedBack.Then(Town.TownshipCentre, new FailVerification("未修"));
        rework.Case.OpenTerm("handling")!.IsSuspended.ShouldBeFalse("it runs on");
    }

    private static string Due(Story story) => LocalDay.BoundText(story.Case.OpenTerm("handling").ShouldNotBeNull().Due);
}
