using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who is told what of each step of a case.</summary>
public sealed class NoticePlanTests
{
    private const string Key = "case-1";

    [Fact]
    public void A_report_tells_the_first_asked_owner_that_it_is_its_move()
    {
        var notice = Planned(Story.Reported(), Town.Worker.Organ).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind, notice.Term, notice.Emergency).ShouldBe((Story.Reported().Case.FirstAsked, NoticeKind.NewWork, "acceptance", false));
        notice.Zh.ShouldContain("4302-2026-000001");
        notice.Zh.ShouldContain("暴露垃圾");
        notice.En.ShouldContain("acceptance");
    }

    [Fact]
    public void Nobody_is_told_of_what_it_did_itself() =>
        Planned(Story.Reported(), Story.Reported().Case.FirstAsked).ShouldBeEmpty();

    [Fact]
    public void An_emergency_reaches_township_and_county_at_once()
    {
        var told = Planned(Story.Reported(report: Town.Report(priority: CasePriority.Emergency)), Town.Worker.Organ).Where(n => n.Kind == NoticeKind.Emergency).ToList();
        told.Select(n => n.Recipient).ShouldBe([Town.Township, Town.County]);
        told.ShouldAllBe(n => n.Emergency && n.NotBefore == n.At);
    }

    [Fact]
    public void What_is_an_emergency_by_its_nature_is_one_whatever_its_reporter_said() =>
        Planned(Story.Reported(report: Town.Report("Q01-01")), Town.Worker.Organ).Count(n => n.Kind == NoticeKind.Emergency).ShouldBe(2);

    [Fact]
    public void A_dispatch_tells_the_lead_unit_and_those_who_assist()
    {
        var told = Planned(Story.Assisted(), Town.Township);
        told.Select(n => (n.Recipient, n.Term)).ShouldBe([(Town.UrbanManagement, "accept"), (Town.WaterBureau, "part")]);
        told[1].Zh.ShouldContain("协办");
    }

    [Fact]
    public void A_return_tells_the_centre_and_a_failed_verification_the_lead_unit()
    {
        Planned(Story.Returned(), Town.UrbanManagement).ShouldHaveSingleItem().Recipient.ShouldBe(Town.Township);
        var failed = Story.FedBack().Then(Town.TownshipCentre, new FailVerification("未清理干净"));
        var again = Planned(failed, Town.Township).ShouldHaveSingleItem();
        (again.Recipient, again.Term).ShouldBe((Town.UrbanManagement, "handling"));
    }

    [Fact]
    public void An_urge_is_told_to_whoever_must_answer_and_becomes_moot_with_the_answer()
    {
        var urged = Story.Handling().Then(Town.Committee, new UrgeCase(1, "请快"));
        var notice = Planned(urged, Town.Community).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind, notice.Needs).ShouldBe((Town.UrbanManagement, NoticeKind.Urged, NoticeNeeds.Term("reply", Town.UrbanManagement)));
        NoticeNeeds.Standing(urged.Then(Town.Agency, new AnswerUrge("就办")).Case).ShouldNotContain(notice.Needs!);
    }

    [Fact]
    public void A_request_for_more_time_is_told_to_whoever_decides_and_the_decision_to_whoever_asked()
    {
        var asked = Story.Handling().Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9)));
        Planned(asked, Town.UrbanManagement).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Town.Township), n => n.Term.ShouldBe("extension"));
        Planned(asked.Then(Town.TownshipCentre, new GrantExtension()), Town.Township).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Town.UrbanManagement), n => n.Kind.ShouldBe(NoticeKind.Decided));
    }

    [Fact]
    public void Coordination_is_told_to_the_township_and_the_parts_to_those_who_have_them()
    {
        Planned(Story.Coordinating(), Town.UrbanManagement).ShouldHaveSingleItem().Recipient.ShouldBe(Town.Township);
        var assigned = Story.Met(Story.Coordinating()).Then(Town.Government, new AssignParts(Town.Led(Town.WaterBureau, Town.UrbanManagement)));
        Planned(assigned, Town.Township).Select(n => n.Recipient).ShouldBe([Town.WaterBureau, Town.UrbanManagement]);
    }

    [Fact]
    public void An_escalation_is_told_to_the_county_whether_somebody_escalates_or_time_does()
    {
        Planned(Story.Handling().Then(Town.Government, new EscalateCase("聚集", RiskKind.Mass)), Town.Township).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Town.County), n => n.Kind.ShouldBe(NoticeKind.Escalated), n => n.Zh.ShouldContain("群体性事件"));
        Planned(Story.Handling().At("2026-07-22 00:00").Ticked(), OrganCode.Of(Town.Place.City)).Single(n => n.Recipient == Town.County).Kind.ShouldBe(NoticeKind.Escalated);
    }

    [Fact]
    public void Feeding_back_hands_the_case_to_whoever_verifies() =>
        Planned(Story.FedBack(), Town.UrbanManagement).ShouldHaveSingleItem().Recipient.ShouldBe(Story.FedBack().Case.Holder);

    [Fact]
    public void A_closed_case_is_told_to_the_first_asked_owner_and_never_becomes_moot()
    {
        var closed = Story.Closed();
        var notice = Planned(closed, Town.County).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind, notice.Needs).ShouldBe((closed.Case.FirstAsked, NoticeKind.Ended, null));
    }

    [Fact]
    public void A_term_that_is_due_soon_and_due_is_told_to_its_holder()
    {
        var handling = Story.Handling();
        var term = handling.Case.OpenTerm("handling")!;
        var ladder = CaseTerms.Ahead(handling.Case, Town.Rules).Where(r => r.Term == term.Id).ToList();
        foreach (var (kind, rung) in new[] { (NoticeKind.DueSoon, RungKind.DueSoon), (NoticeKind.Due, RungKind.Due) })
        {
            var told = Planned(handling.Happened(Fired(term.Id, rung, ladder)), Town.County);
            told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Town.UrbanManagement), n => n.Kind.ShouldBe(kind), n => n.Due.ShouldBe(term.Due));
        }
    }

    [Fact]
    public void A_reminder_that_was_held_is_moot_once_its_term_is_due_at_another_time_or_suspended()
    {
        var asked = Story.Handling().Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9)));
        var soon = asked.Happened(new CaseRungsFired(asked.Now, [new Rung("handling", RungKind.DueSoon, asked.Now)]));
        var held = Planned(soon, Town.County).ShouldHaveSingleItem();
        NoticeNeeds.Standing(soon.Case).ShouldContain(held.Needs!);

        var granted = soon.Then(Town.TownshipCentre, new GrantExtension());
        NoticeNeeds.Standing(granted.Case).ShouldNotContain(held.Needs!, "it would tell the old due");
        NoticePlan.Of(Key, granted.Case, Steps(granted), Town.Place, Town.Rules.Cases, Town.NameOf).ShouldAllBe(n => n.Kind != NoticeKind.DueSoon, "planned late, it would tell the new one");
        var suspended = soon.Then(Town.TownshipCentre, new SuspendCase("等待鉴定", Town.Monday.AddDays(5)));
        NoticeNeeds.Standing(suspended.Case).ShouldNotContain(held.Needs!, "nothing is being counted");
        NoticeNeeds.Standing(suspended.Case).ShouldContain(NoticeNeeds.Term("handling", Town.UrbanManagement), "it still is its work");
    }

    [Fact]
    public void After_downtime_each_unit_of_the_ladder_hears_once_and_the_holder_of_the_highest_rung_only()
    {
        var handling = Story.Handling();
        var late = handling.At(handling.Case.OpenTerm("handling")!.Due.AddDays(20)).Ticked();
        var told = Planned(late, Town.County);
        told.Select(n => n.Recipient).ShouldBe([Town.UrbanManagement, Town.Community, Town.Township, Town.County], ignoreOrder: true);
        told.ShouldAllBe(n => n.Kind == (n.Recipient == Town.County ? NoticeKind.Escalated : NoticeKind.Overdue), "by then it was overdue by its full limit");
        told.Single(n => n.Recipient == Town.UrbanManagement).Key.ShouldContain(nameof(RungKind.OverdueCounty));
        told.Single(n => n.Recipient == Town.County).Zh.ShouldContain("（责任单位：贺家土城管中队）");
        told.ShouldAllBe(n => !n.Zh.Contains(Town.UrbanManagement.Value) && !n.En.Contains(Town.UrbanManagement.Value), "organs have names");
    }

    [Fact]
    public void The_same_steps_give_the_same_keys_and_every_key_once()
    {
        var all = Steps(Story.FedBack()).ToList();
        var first = NoticePlan.Of(Key, Story.FedBack().Case, all, Town.Place, Town.Rules.Cases, Town.NameOf);
        NoticePlan.Of(Key, Story.FedBack().Case, all, Town.Place, Town.Rules.Cases, Town.NameOf).ShouldBe(first);
        first.Select(n => n.Key).ShouldBeUnique();
    }

    [Fact]
    public void Planning_a_whole_trace_again_tells_nothing_that_was_not_told_step_by_step()
    {
        foreach (var whole in new[] { LateAndReworked(), ReturnedTwiceCoordinatedTwiceAndReopened() })
            Nothing(whole);
    }

    private static Story LateAndReworked()
    {
        var handling = Story.Handling();
        return handling.At(handling.Case.OpenTerm("handling")!.Due.AddHours(1)).Ticked().Then(Town.Agency, new FeedBackCase("已清理", ["photo-1"]))
            .Then(Town.TownshipCentre, new FailVerification("未清理干净"));
    }

    private static Story ReturnedTwiceCoordinatedTwiceAndReopened()
    {
        var twice = Story.Met(Story.Returned().Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))).Then(Town.Bureau, new ReturnCase(ReturnReason.NotMine, "不属水务")));
        var coordinated = Story.Met(twice.Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.UrbanManagement, Town.WaterBureau), "裁定")).Then(Town.Agency, new AcceptDispatch())
            .Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9))).Then(Town.TownshipCentre, new GrantExtension())
            .Then(Town.Agency, new TransferToCoordination("多部门"))).Then(Town.Government, new AssignParts(Town.Led(Town.UrbanManagement, Town.WaterBureau)));
        var again = Story.Met(coordinated.Then(Town.Agency, new TransferToCoordination("仍须协调"))).Then(Town.Government, new AssignParts(Town.Led(Town.UrbanManagement)));
        return again.Then(Town.Agency, new FeedBackCase("已办", [])).Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase())
            .Then(Town.TownshipCentre, new ReopenCase("复发")).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement))
            .Then(Town.Agency, new AcceptDispatch());
    }

    private static void Nothing(Story whole)
    {
        var story = Story.Blank;
        var told = new HashSet<string>();
        foreach (var (n, happened) in whole.Events.Index())
        {
            story = story.Happened(happened);
            told.UnionWith(NoticePlan.Of(Key, story.Case, [Step(n, happened)], Town.Place, Town.Rules.Cases, Town.NameOf).Select(x => x.Key));
        }

        NoticePlan.Of(Key, whole.Case, Steps(whole), Town.Place, Town.Rules.Cases, Town.NameOf).Select(n => n.Key).ShouldBeSubsetOf(told);
    }

    [Fact]
    public void Whoever_takes_a_case_over_is_not_told_again_of_terms_that_passed_before()
    {
        var handling = Story.Dispatched();
        var passed = handling.Happened(new CaseRungsFired(handling.Now, [new Rung("handling", RungKind.DueSoon, handling.Now)]));
        var moved = passed.Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责")).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety), null, null, false, null));
        NoticePlan.Of(Key, moved.Case, Steps(moved), Town.Place, Town.Rules.Cases, Town.NameOf).Where(n => n.Recipient == Town.FoodSafety).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.NewWork);
    }

    [Fact]
    public void What_has_been_done_meanwhile_is_not_told() =>
        NoticePlan.Of(Key, Story.Closed().Case, Steps(Story.Closed()), Town.Place, Town.Rules.Cases, Town.NameOf).ShouldAllBe(n => n.Kind == NoticeKind.Ended);

    [Fact]
    public void A_step_that_is_entered_afterwards_waits_a_minute_and_history_tells_nobody()
    {
        var reported = Story.Reported();
        var entered = Town.Monday.AddHours(2);
        var step = new NoticeStep(1, entered, Town.Monday, Town.Worker.Organ, reported.Events[0]);
        NoticePlan.Of(Key, reported.Case, [step], Town.Place, Town.Rules.Cases, Town.NameOf).ShouldHaveSingleItem().NotBefore.ShouldBe(entered.AddMinutes(1));
        NoticePlan.Of(Key, reported.Case, [step with { At = Town.Monday.AddDays(2) }], Town.Place, Town.Rules.Cases, Town.NameOf).ShouldHaveSingleItem("nobody has taken it up yet");
        var accepted = Story.Accepted();
        NoticePlan.Of(Key, accepted.Case, [new(2, Town.Monday.AddDays(2), Town.Monday, Town.Community, accepted.Events[1])], Town.Place, Town.Rules.Cases, Town.NameOf).ShouldBeEmpty();
    }

    [Fact]
    public void An_emergency_that_is_entered_afterwards_is_told_at_once_T024()
    {
        var reported = Story.Reported(report: Town.Report(priority: CasePriority.Emergency));
        NoticePlan.Of(Key, reported.Case, [new(1, Town.Monday.AddHours(2), Town.Monday, Town.Worker.Organ, reported.Events[0])], Town.Place, Town.Rules.Cases, Town.NameOf)
            .ShouldAllBe(n => n.NotBefore == Town.Monday.AddHours(2) && n.Emergency);
    }

    [Fact]
    public void A_risk_is_told_at_once_whatever_the_hour_C065() =>
        Planned(Story.Handling().Then(Town.Government, new EscalateCase("聚集", RiskKind.Mass)), Town.Township).ShouldAllBe(n => n.Emergency);

    [Fact]
    public void With_the_last_part_it_is_the_lead_s_move() =>
        Planned(Story.HandledTogether().Then(Town.Bureau, new FeedBackPart("已办", [])), Town.WaterBureau).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Town.UrbanManagement), n => n.Term.ShouldBe("handling"));

    [Fact]
    public void A_notice_never_holds_title_or_text()
    {
        foreach (var n in NoticePlan.Of(Key, Story.FedBack().Case, Steps(Story.FedBack()), Town.Place, Town.Rules.Cases, Town.NameOf))
        {
            n.Zh.ShouldNotContain("楼道堆放垃圾");
            n.Zh.ShouldNotContain("三栋");
        }
    }

    [Fact]
    public void T024_a_case_put_into_another_grid_is_handed_on_and_an_emergency_told_to_its_township()
    {
        var moved = Story.Reported().Then(Town.TownshipCentre, new RelocateCase(Town.Elsewhere.Grid, "门牌属于二社区"));
        Planned(moved, Town.Township).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            n => (n.Recipient, n.Kind, n.Term).ShouldBe((Town.OtherCommunity, NoticeKind.NewWork, "acceptance")), n => n.Needs.ShouldBe(NoticeNeeds.Term("acceptance", Town.OtherCommunity)));
        Planned(Story.Triaged().Then(Town.TownshipCentre, new RelocateCase(Town.Elsewhere.Grid, "门牌属于二社区")), Town.Township).ShouldBeEmpty("its centre holds it still");

        var emergency = Story.Reported(report: Town.Report(priority: CasePriority.Emergency)).Then(Town.CountyCentre, new RelocateCase(Town.AcrossTownships.Grid, "门牌属于另一街道"));
        var told = NoticePlan.Of(Key, emergency.Case, [Step(1, emergency.Events[^1]) with { By = Town.County }], Town.AcrossTownships, Town.Rules.Cases, Town.NameOf);
        told.Select(n => (n.Recipient, n.Kind)).ShouldBe([(OrganCode.Of(Town.AcrossTownships.Community), NoticeKind.NewWork), (OrganCode.Of(Town.AcrossTownships.Township), NoticeKind.Emergency)]);
        told.ShouldAllBe(n => n.Emergency);
    }

    [Fact]
    public void What_passed_before_a_case_was_put_right_is_not_told_to_whoever_has_it_now()
    {
        var reported = Story.Reported();
        var late = reported.Happened(new CaseRungsFired(reported.Now, [new Rung("acceptance", RungKind.DueSoon, reported.Now)]));
        var moved = late.Then(Town.TownshipCentre, new RelocateCase(Town.Elsewhere.Grid, "门牌属于二社区"));
        NoticePlan.Of(Key, moved.Case, Steps(moved), Town.Elsewhere, Town.Rules.Cases, Town.NameOf).Where(n => n.Recipient == Town.OtherCommunity).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.NewWork);
    }

    [Fact]
    public void SM1_20_a_withdrawal_is_told_to_whoever_was_working_on_it()
    {
        var told = Planned(Story.HandledTogether().Then(Town.TownshipCentre, new WithdrawCase("误报")), Town.Township);
        told.Select(n => n.Recipient).ShouldBe([Town.Community, Town.UrbanManagement, Town.WaterBureau], ignoreOrder: true);
        told.ShouldAllBe(n => n.Kind == NoticeKind.Ended && n.Zh.Contains("已撤回") && n.Needs == null);
        Planned(Story.Reported().Then(Town.TownshipCentre, new WithdrawCase("误报")), Town.Township).ShouldHaveSingleItem("who was asked first owed the next step too").Recipient.ShouldBe(Town.Community);
    }

    [Fact]
    public void SM1_U_an_answer_is_told_to_whoever_urged()
    {
        var answered = Story.Handling().Then(Town.Committee, new UrgeCase(1, "请快")).Then(Town.Agency, new AnswerUrge("今日完成"));
        var notice = Planned(answered, Town.UrbanManagement).ShouldHaveSingleItem();
        (notice.Recipient, notice.Kind).ShouldBe((Town.Community, NoticeKind.Decided));
        notice.Zh.ShouldContain("贺家土城管中队已回复督办");
    }

    [Fact]
    public void SM1_9_SM1_13_whoever_has_no_part_any_more_hears_of_it()
    {
        var returned = Story.Assisted().Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责")).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety)));
        Dropped(returned).ShouldBe([Town.WaterBureau], "who led returned it, and knows");
        Dropped(Story.Assisted().Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属于城管职责")).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety, Town.WaterBureau)))).ShouldBeEmpty();
        Dropped(Story.Met(Story.Coordinating()).Then(Town.Government, new AssignParts(Town.Led(Town.FoodSafety, Town.WaterBureau)))).ShouldBe([Town.UrbanManagement]);
        Dropped(Story.Met(Story.Coordinating()).Then(Town.Government, new AssignParts(Town.Led(Town.FoodSafety)))).ShouldBe([Town.UrbanManagement, Town.WaterBureau]);

        IEnumerable<OrganCode> Dropped(Story story) => Planned(story, Town.Township).Where(n => n.Kind == NoticeKind.Ended).Select(n => n.Recipient);
    }

    [Fact]
    public void What_stands_of_a_case_ends_with_it()
    {
        var standing = NoticeNeeds.Standing(Story.Handling().Case);
        var due = Story.Handling().Case.OpenTerm("handling")!.Due.UtcTicks;
        standing.ShouldBe(["open", $"held@{Town.UrbanManagement}", "handling", $"handling@{Town.UrbanManagement}", $"handling#{due}", $"handling@{Town.UrbanManagement}#{due}"], ignoreOrder: true);
        NoticeNeeds.Standing(Story.Closed().Case).ShouldBeEmpty();
    }

    // The notices of the newest step.
    private static ImmutableList<Notice> Planned(Story story, OrganCode by) =>
        NoticePlan.Of(Key, story.Case, [Step(story.Events.Count - 1, story.Events[^1]) with { By = by }], Town.Place, Town.Rules.Cases, Town.NameOf);

    private static IEnumerable<NoticeStep> Steps(Story story) => story.Events.Select((e, n) => Step(n, e));

    private static NoticeStep Step(int index, CaseEvent e) => new(index + 1, e.At, null, OrganCode.Parse("4302"), e);

    private static CaseRungsFired Fired(string term, RungKind kind, IEnumerable<Rung> ladder) => new(ladder.First(r => r.Kind == kind).At, [ladder.First(r => r.Term == term && r.Kind == kind)]);
}
