using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 4 and 18-20: merging, evaluating, reopening, withdrawing.</summary>
public sealed class EndingRowTests
{
    private static readonly Actor Resident = new("resident-1", Role.Resident, Town.Community);

    [Fact]
    public void SM1_4_a_case_joins_an_open_one_of_the_same_grid_and_category()
    {
        var merged = Story.Reported().Then(Town.Committee, Town.Merge);
        (merged.Case.Stage, merged.Case.MergedInto!.Number).ShouldBe((CaseStage.Merged, Town.Elder.Number));
        merged.Case.Terms.ShouldAllBe(t => t.IsLifted);
        merged.Case.FirstAsked.ShouldBe(Town.Community, "T019");
    }

    [Fact]
    public void SM1_4_not_into_a_closed_one_another_place_another_category_itself_or_nothing()
    {
        Into(Town.Elder with { Stage = CaseStage.Closed }).Field.ShouldBe("target");
        Into(Town.Elder with { Grid = new("430203001001002") }).Field.ShouldBe("target");
        Into(Town.Elder with { Category = "Q01-02" }).Field.ShouldBe("target");
        Into(Town.Elder with { Number = "4302-2026-000001" }).Field.ShouldBe("target");
        Into(null).Code.ShouldBe(RefusalCodes.NotFound);
        Story.Reported().Refused(Town.Committee, Town.Merge with { Reason = "" }).Field.ShouldBe("reason");
        Story.Reported().Refused(Town.Agency, Town.Merge).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void SM1_4_of_two_that_await_acceptance_the_younger_joins_the_elder_so_that_no_two_end_in_each_other() =>
        Into(Town.Elder with { Stage = CaseStage.Reported, ReportedAt = Town.Monday.AddMinutes(1) }).Field.ShouldBe("target");

    [Fact]
    public void SM1_4_an_emergency_does_not_disappear_into_what_is_none_but_the_other_way_round_T024()
    {
        (Story.Reported(report: Town.Report(priority: CasePriority.Emergency)) with { Target = Town.Elder }).Refused(Town.Committee, Town.Merge).Rule.ShouldBe("T024");
        var younger = Town.Elder with { Stage = CaseStage.Reported, ReportedAt = Town.Monday.AddMinutes(1), Emergency = true };
        (Story.Reported() with { Target = younger }).Then(Town.Committee, Town.Merge).Case.Stage.ShouldBe(CaseStage.Merged);
    }

    [Fact]
    public void SM1_20_the_reporter_does_not_withdraw_what_others_joined_nor_the_lead_what_it_handles()
    {
        var joined = Story.Reported(Resident, Town.Report()).Then(Town.Hub, new JoinCase("case-" + new string('j', 32), "4302-2026-000002"));
        joined.Refused(Resident, new WithdrawCase("不用了")).Code.ShouldBe(RefusalCodes.NotAllowed);
        var own = Story.Triaged(TriageClass.PublicService).Then(Town.TownshipCentre, Town.To(Town.Township)).Then(Town.TownshipCentre, new AcceptDispatch());
        own.Refused(Town.TownshipCentre, new WithdrawCase("办不了")).Code.ShouldBe("HANDLER_WITHDRAWS");
        own.Then(Town.CountyCentre, new WithdrawCase("误报"));
    }

    [Fact]
    public void SM1_4_the_reporters_join_once_and_only_the_hub_says_so()
    {
        var join = new JoinCase("case-" + new string('j', 32), "4302-2026-000002");
        var joined = Story.Handling().Then(Town.Hub, join);
        joined.Case.Joined.ShouldHaveSingleItem().Number.ShouldBe("4302-2026-000002");
        joined.Asked(Town.Hub, join).Events.ShouldBeEmpty();
        Story.Handling().Refused(Town.CountyCentre, join).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void SM1_18_reporter_community_and_centre_evaluate_once_each_with_1_to_5()
    {
        var closed = Story.Closed();
        var evaluated = closed.Then(Town.Worker, new EvaluateCase(4)).Then(Town.Committee, new EvaluateCase(5)).Then(Town.CountyCentre, new EvaluateCase(3));
        evaluated.Case.Evaluations.Select(e => (e.Evaluator, e.Score)).ShouldBe([("reporter", 4), (Town.Community.Value, 5), (Town.County.Value, 3)]);
        evaluated.Case.Stage.ShouldBe(CaseStage.Evaluated);
        evaluated.Refused(Town.Committee, new EvaluateCase(1)).Code.ShouldBe("EVALUATED_ALREADY");
        closed.Refused(Town.Committee, new EvaluateCase(0)).Rule.ShouldBe("G048");
        closed.Refused(Town.Committee, new EvaluateCase(6)).Field.ShouldBe("score");
        closed.Refused(Town.OtherCommittee, new EvaluateCase(5)).Code.ShouldBe(RefusalCodes.NotAllowed);
        closed.Refused(Town.Agency, new EvaluateCase(5)).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void SM1_18_whoever_handled_it_does_not_evaluate_it()
    {
        var own = Story.Accepted().Then(Town.Committee, new TriageCase(TriageClass.CommunityLevel)).Then(Town.Committee, Town.To(Town.Community))
            .Then(Town.Committee, new AcceptDispatch()).Then(Town.Committee, new FeedBackCase("已清理", []))
            .Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase());
        own.Refused(Town.Committee, new EvaluateCase(5)).Code.ShouldBe("HANDLER_EVALUATES");
        own.Then(Town.TownshipCentre, new EvaluateCase(4));
    }

    [Theory]
    [InlineData("2026-07-20 23:59:59", false)]
    [InlineData("2026-07-21 00:00", true)]
    public void SM1_18_after_seven_days_an_evaluation_is_taken_and_marked_late(string at, bool late) =>
        Story.Closed().At(at).Then(Town.Committee, new EvaluateCase(5)).Case.Evaluations[0].Late.ShouldBe(late);

    [Fact]
    public void SM1_19_a_reopened_case_begins_another_cycle_with_triage_and_keeps_who_was_asked_first()
    {
        var reopened = Story.Closed().At("2026-07-20 09:00").Then(Town.TownshipCentre, new ReopenCase("垃圾又出现"));
        (reopened.Case.Stage, reopened.Case.Cycle, reopened.Case.EndedAt, reopened.Case.Lead, reopened.Case.OnTime).ShouldBe((CaseStage.Accepted, 2, null, null, null));
        reopened.Case.OpenTerm("triage").ShouldNotBeNull();
        reopened.Case.FirstAsked.ShouldBe(Town.Community, "T019");

        var again = reopened.Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement))
            .Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new FeedBackCase("再清理", [])).Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase());
        (again.Case.Stage, again.Case.OnTime).ShouldBe((CaseStage.Closed, true));
        again.Case.OpenTerm("handling").ShouldBeNull();
        again.Then(Town.Committee, new EvaluateCase(2)).Case.Evaluations[^1].Cycle.ShouldBe(2);
    }

    [Fact]
    public void SM1_19_the_links_of_the_first_cycle_do_not_close_the_second_G018() =>
        Story.Closed().Then(Town.TownshipCentre, new ReopenCase("复发")).Case.Links.ShouldNotContain(nameof(CaseFedBack));

    [Theory]
    [InlineData("2026-08-12 23:59:59", false)]
    [InlineData("2026-08-13 00:00", true)]
    public void SM1_19_within_thirty_days(string at, bool over)
    {
        var refusal = Story.Closed().At(at).Asked(Town.CountyCentre, new ReopenCase("复发")).Refusal;
        refusal?.Code.ShouldBe("REOPEN_WINDOW_OVER");
        (refusal is not null).ShouldBe(over);
    }

    [Fact]
    public void SM1_19_returns_of_the_first_cycle_demand_no_meeting_in_the_second()
    {
        var twice = Story.Met(Story.Returned().Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))).Then(Town.Bureau, new ReturnCase(ReturnReason.NotMine, "不属水务")))
            .Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.UrbanManagement), "裁定")).Then(Town.Agency, new AcceptDispatch()).Then(Town.Agency, new FeedBackCase("已办", []))
            .Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase());
        twice.Then(Town.TownshipCentre, new ReopenCase("复发")).Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement))
            .Then(Town.Agency, new ReturnCase(ReturnReason.Insufficient, "地点不清")).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau)));
    }

    [Fact]
    public void SM1_19_by_command_centre_or_township_with_a_reason()
    {
        var may = new[] { Town.TownshipCentre, Town.Government, Town.CountyCentre };
        foreach (var actor in Town.Everybody)
            Story.Closed().Asked(actor, new ReopenCase("复发")).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
        Story.Closed().Refused(Town.TownshipCentre, new ReopenCase("")).Field.ShouldBe("reason");
    }

    [Fact]
    public void SM1_3_what_was_declined_the_township_reopens()
    {
        var declined = Story.In(CaseStage.Declined);
        declined.Refused(Town.CountyCentre, new ReopenCase("属网格事项")).Code.ShouldBe(RefusalCodes.NotAllowed);
        declined.Then(Town.Government, new ReopenCase("属网格事项")).Case.Stage.ShouldBe(CaseStage.Accepted);
    }

    [Fact]
    public void SM1_20_the_reporter_withdraws_before_the_dispatch_and_the_centre_before_the_feedback()
    {
        var own = Story.Reported(Resident, Town.Report());
        own.Then(Resident, new WithdrawCase("已自行处理")).Case.Stage.ShouldBe(CaseStage.Withdrawn);
        own.Refused(Resident with { Principal = "resident-2" }, new WithdrawCase("不是我报的")).Code.ShouldBe(RefusalCodes.NotAllowed);
        Story.Dispatched().Refused(Town.Worker, new WithdrawCase("晚了")).Code.ShouldBe(RefusalCodes.NotAllowed);
        var withdrawn = Story.HandledTogether().Then(Town.TownshipCentre, new WithdrawCase("误报"));
        withdrawn.Case.Terms.ShouldAllBe(t => !t.IsOpen);
        withdrawn.Case.EndedAt.ShouldBe(withdrawn.Now);
        Story.Handling().Refused(Town.TownshipCentre, new WithdrawCase("")).Field.ShouldBe("reason");
    }

    [Fact]
    public void A_reporter_asks_after_its_own_case_and_no_other_G053()
    {
        var s = Story.Reported(Resident, Town.Report()).Case;
        CaseAccess.Reads(Resident, s.Placement, s.Lead, s.Assists, s.Holder, 0, s.Reporters).ShouldBeTrue();
        CaseAccess.Reads(Resident with { Principal = "resident-2" }, s.Placement, s.Lead, s.Assists, s.Holder, 0, s.Reporters).ShouldBeFalse();
    }

    [Fact]
    public void SM1_4_G053_whose_case_was_merged_asks_after_the_other_and_evaluates_it_once()
    {
        Actor second = Resident with { Principal = "resident-2" }, third = Resident with { Principal = "resident-3" };
        var join = new JoinCase("case-" + new string('j', 32), "4302-2026-000002", Reporter: second.Principal);
        var closed = Story.Closed().Then(Town.Hub, join).Then(Town.Hub, join with { From = "case-" + new string('k', 32), Number = "4302-2026-000003", Reporter = third.Principal });
        var s = closed.Case;
        foreach (var (actor, reads) in new[] { (second, true), (third, true), (Resident with { Principal = "resident-4" }, false) })
            CaseAccess.Reads(actor, s.Placement, s.Lead, s.Assists, s.Holder, 0, s.Reporters).ShouldBe(reads, actor.Principal);
        CaseMoves.Of(second, s, Town.Rules.Cases, closed.Now).Select(m => m.Command).ShouldBe([typeof(EvaluateCase)]);
        var evaluated = closed.Then(second, new EvaluateCase(2)).Then(third, new EvaluateCase(4)).Then(Town.Worker, new EvaluateCase(5));
        evaluated.Case.Evaluations.Select(e => e.Evaluator).ShouldBe(["reporter:4302-2026-000002", "reporter:4302-2026-000003", "reporter"]);
        evaluated.Refused(second, new EvaluateCase(1)).Code.ShouldBe("EVALUATED_ALREADY");
    }

    [Fact]
    public void SM1_4_what_joined_before_reporters_were_kept_is_told_again_with_its_reporter_once()
    {
        var join = new JoinCase("case-" + new string('j', 32), "4302-2026-000002");
        var told = Story.Handling().Then(Town.Hub, join).Then(Town.Hub, join with { Reporter = "resident-2" });
        told.Case.Joined.ShouldHaveSingleItem().Reporter.ShouldBe("resident-2");
        told.Asked(Town.Hub, join with { Reporter = "resident-2" }).Events.ShouldBeEmpty();
        told.Asked(Town.Hub, join).Events.ShouldBeEmpty("what is known is not forgotten");
    }

    [Fact]
    public void SM1_19_the_window_tells_what_it_rests_on()
    {
        Story.Closed().At("2026-08-13 00:00").Refused(Town.CountyCentre, new ReopenCase("复发")).Zh.ShouldContain("本系统默认值");
        var sourced = Story.Closed().At("2026-08-13 00:00") with { Rules = Sourced("ReopenWindow") };
        sourced.Refused(Town.CountyCentre, new ReopenCase("复发")).ShouldSatisfyAllConditions(r => r.Zh.ShouldContain("依据：手册第3条"), r => r.En.ShouldContain("by 手册第3条"), r => r.Zh.ShouldNotContain("默认"));
    }

    [Fact]
    public void Refusals_of_suspensions_and_second_extensions_tell_what_they_rest_on()
    {
        var sourced = Story.Handling() with { Rules = Sourced("MaxSuspensionDays", "CaseMaxExtensions") };
        sourced.Refused(Town.TownshipCentre, new SuspendCase("等待鉴定", Town.Monday.AddYears(1))).Zh.ShouldContain("依据：手册第3条");
        var asked = sourced.Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9))).Then(Town.TownshipCentre, new GrantExtension());
        asked.Refused(Town.Agency, new RequestExtension("再等", Town.Monday.AddDays(12))).Zh.ShouldContain("依据：手册第3条");
        Story.Handling().Refused(Town.TownshipCentre, new SuspendCase("等待鉴定", Town.Monday.AddYears(1))).Zh.ShouldContain("本系统默认值");
    }

    [Fact]
    public void Terms_to_decide_to_coordinate_and_to_answer_rest_on_the_source_that_was_named()
    {
        var handling = Story.HandledTogether() with { Rules = Sourced("ExtensionDecision", "Coordination", "UrgeReplyWithin") };
        foreach (var (stem, command, by) in new (string, CaseCommand, Actor)[]
        {
            ("extension", new RequestExtension("等料", Town.Monday.AddDays(9)), Town.Agency), ("coordination", new TransferToCoordination("多部门"), Town.Agency), ("reply", new UrgeCase(1, "请快"), Town.Committee),
        })
        {
            var basis = handling.Then(by, command).Case.OpenTerm(stem).ShouldNotBeNull().Basis;
            (basis.Kind, basis.Clause).ShouldBe((BasisKind.Text, "手册第3条"), stem);
            (handling with { Rules = Town.Rules }).Then(by, command).Case.OpenTerm(stem)!.Basis.Kind.ShouldBe(BasisKind.Assumed, stem);
        }
    }

    private static RuleBook Sourced(params string[] parameters) => Town.Rules with
    {
        Cases = Town.Rules.Cases with { Sources = parameters.ToImmutableDictionary(p => p, _ => (string?)"手册第3条") },
    };

    private static Refusal Into(MergeTarget? target) => (Story.Reported() with { Target = target }).Refused(Town.Committee, Town.Merge);
}
