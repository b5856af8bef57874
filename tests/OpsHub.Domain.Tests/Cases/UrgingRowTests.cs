using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows U and E: urging at three levels with an answer due, and escalation. R030, A004, C065.</summary>
public sealed class UrgingRowTests
{
    private static Story Overdue() => Story.Handling().At("2026-07-17 09:00").Ticked();

    private static Story UrgedByTownship() => Overdue().Then(Town.TownshipCentre, new UrgeCase(2, "今日内处置"));

    [Fact]
    public void SM1_U_level_1_is_a_reminder_by_community_or_township_and_an_answer_is_due_in_one_working_day()
    {
        var urged = Story.Handling().Then(Town.Committee, new UrgeCase(1, "居民在等"));
        (urged.Case.UrgedLevel, urged.Case.Supervised, urged.Case.Holder).ShouldBe((1, false, Town.UrbanManagement));
        var reply = urged.Case.OpenTerm("reply").ShouldNotBeNull();
        (reply.Holder, LocalDay.BoundText(reply.Due), reply.Basis.Parameter).ShouldBe((Town.UrbanManagement.Value, "2026-07-14 24:00", "UrgeReplyWithin"));
        Story.Handling().Then(Town.Government, new UrgeCase(1, "请快"));
    }

    [Fact]
    public void SM1_U_level_2_is_the_township_s_and_only_when_overdue_or_twice_returned()
    {
        Story.Handling().Refused(Town.TownshipCentre, new UrgeCase(2, "请快")).Code.ShouldBe("URGE_TOO_EARLY");
        UrgedByTownship().Case.Supervised.ShouldBeTrue();
        var twice = Story.Met(Story.Returned().Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau)))
            .Then(Town.Bureau, new ReturnCase(ReturnReason.NotMine, "不属水务"))).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.UrbanManagement), "裁定"));
        twice.Then(Town.Government, new UrgeCase(2, "不得再退"));
        foreach (var actor in Town.Everybody.Remove(Town.TownshipCentre).Remove(Town.Government))
            Overdue().Refused(actor, new UrgeCase(2, "请快")).Code.ShouldBe(RefusalCodes.NotAllowed, actor.ToString());
    }

    [Fact]
    public void SM1_U_level_3_is_the_county_s_and_only_when_level_2_stays_unanswered()
    {
        var urged = UrgedByTownship();
        urged.Refused(Town.CountyCentre, new UrgeCase(3, "县级督办")).Code.ShouldBe("URGE_TOO_EARLY", "the answer is not due yet");
        var unanswered = urged.At("2026-07-21 00:00"); // Friday 17; one working day: Monday 20
        unanswered.Then(Town.CountyCentre, new UrgeCase(3, "县级督办")).Case.UrgedLevel.ShouldBe(3);
        var answered = urged.Then(Town.Agency, new AnswerUrge("周一完成"));
        answered.At("2026-07-21 00:00").Refused(Town.CountyCentre, new UrgeCase(3, "县级督办")).Code.ShouldBe("URGE_TOO_EARLY");
        unanswered.Refused(Town.TownshipCentre, new UrgeCase(3, "请快")).Code.ShouldBe(RefusalCodes.NotAllowed);
    }

    [Fact]
    public void SM1_U_levels_2_and_3_look_at_the_organ_that_is_urged()
    {
        var asked = Story.HandledTogether().Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(30))).At("2026-07-14 09:00").Ticked();
        asked.Refused(Town.Government, new UrgeCase(2, "请快")).Code.ShouldBe("URGE_TOO_EARLY", "only the township's own decision is late");
        var late = Story.HandledTogether().At("2026-07-17 09:00").Ticked().Then(Town.Government, new UrgeCase(2, "请快", Town.WaterBureau)).At("2026-07-21 00:00");
        late.Refused(Town.CountyCentre, new UrgeCase(3, "县级督办", Town.UrbanManagement)).Code.ShouldBe("URGE_TOO_EARLY", "it left nothing unanswered");
        late.Then(Town.CountyCentre, new UrgeCase(3, "县级督办", Town.WaterBureau));
    }

    [Fact]
    public void SM1_U_whoever_was_urged_answers_once_and_the_answer_is_kept()
    {
        var answered = UrgedByTownship().Then(Town.Agency, new AnswerUrge("周一完成"));
        answered.Case.OpenTerm("reply").ShouldBeNull();
        answered.Case.Urges.ShouldHaveSingleItem().Answer.ShouldBe("周一完成");
        answered.Case.Supervised.ShouldBeTrue("supervised stays until it is closed");
        answered.Refused(Town.Agency, new AnswerUrge("又一次")).Code.ShouldBe(RefusalCodes.NotAllowed);
        UrgedByTownship().Refused(Town.Bureau, new AnswerUrge("不是我")).Code.ShouldBe(RefusalCodes.NotAllowed);
        UrgedByTownship().Refused(Town.Agency, new AnswerUrge("")).Field.ShouldBe("answer");
    }

    [Fact]
    public void SM1_U_the_flag_falls_with_the_closing_and_a_reopened_case_begins_without()
    {
        var closed = UrgedByTownship().Then(Town.Agency, new FeedBackCase("已清理", [])).Then(Town.TownshipCentre, new VerifyCase(true)).Then(Town.TownshipCentre, new CloseCase());
        closed.Case.UrgedLevel.ShouldBe(0);
        closed.Case.Terms.ShouldAllBe(t => !t.IsOpen);
        closed.Case.Urges.Count.ShouldBe(1, "what happened stays");
        closed.Then(Town.TownshipCentre, new ReopenCase("复发")).Case.UrgedLevel.ShouldBe(0);
    }

    [Fact]
    public void SM1_U_an_assisting_unit_that_owes_its_part_is_urged_too_but_nobody_outside_and_nobody_twice_at_once()
    {
        var story = Story.HandledTogether();
        story.Then(Town.Committee, new UrgeCase(1, "请快", Town.WaterBureau)).Case.OpenTerm("reply")!.Holder.ShouldBe(Town.WaterBureau.Value);
        story.Refused(Town.Committee, new UrgeCase(1, "请快", Town.FoodSafety)).Field.ShouldBe("organ");
        story.Then(Town.Committee, new UrgeCase(1, "请快")).Refused(Town.Government, new UrgeCase(1, "请快")).Code.ShouldBe("URGE_OPEN");
        Story.Coordinating().Refused(Town.TownshipCentre, new UrgeCase(1, "请快")).Field.ShouldBe("organ", "the township holds it itself");
        story.Refused(Town.Committee, new UrgeCase(4, "请快")).Field.ShouldBe("level");
    }

    [Fact]
    public void SM1_U_feeding_the_part_back_answers_the_urge_for_it()
    {
        var urged = Story.HandledTogether().Then(Town.Committee, new UrgeCase(1, "请快", Town.WaterBureau));
        urged.Then(Town.Bureau, new FeedBackPart("已排查", [])).Case.OpenTerm("reply").ShouldBeNull();
    }

    [Fact]
    public void SM1_E_what_is_overdue_by_a_full_limit_escalates_by_itself_once()
    {
        var story = Story.Handling(); // three working days: due Thursday 16 24:00; three more: Tuesday 21 24:00
        story.At("2026-07-21 23:59").Ticked().Case.Escalation.ShouldBe(0);
        var escalated = story.At("2026-07-22 00:00").Ticked();
        escalated.Case.Escalation.ShouldBe(1);
        escalated.At("2026-08-30 00:00").Ticked().Case.Escalation.ShouldBe(1);
    }

    [Fact]
    public void SM1_E_what_nobody_accepts_escalates_too() =>
        Story.Reported().At("2026-07-20 09:00").Ticked().Case.Escalation.ShouldBe(1);

    [Fact]
    public void SM1_E_the_township_escalates_a_risk_at_once_C065()
    {
        var risky = Story.Reported().Then(Town.Government, new EscalateCase("双方各聚数十人", RiskKind.Mass));
        (risky.Case.Escalation, risky.Case.Risk, risky.Case.Stage).ShouldBe((1, (RiskKind?)RiskKind.Mass, CaseStage.Reported));
        Story.Handling().Refused(Town.TownshipCentre, new EscalateCase("太慢")).Code.ShouldBe("NOT_ESCALATED_YET");
        Story.Handling().At("2026-07-22 00:00").Ticked().Then(Town.TownshipCentre, new EscalateCase("仍未处置")).Case.Escalation.ShouldBe(2);
        foreach (var actor in Town.Everybody.Remove(Town.TownshipCentre).Remove(Town.Government))
            Story.Handling().Refused(actor, new EscalateCase("聚集", RiskKind.Mass)).Code.ShouldBe(RefusalCodes.NotAllowed, actor.ToString());
    }

    [Theory]
    [Trait("Rule", "SM1.E")]
    [InlineData("2026-07-21 23:59", true)]
    [InlineData("2026-07-22 00:00", false)]
    public void SM1_E_a_risk_is_asked_for_exactly_while_the_decision_asks_for_one(string at, bool required)
    {
        // Whether its rungs have fired yet is the clock's matter, not the township's.
        foreach (var story in new[] { Story.Handling().At(at), Story.Handling().At(at).Ticked() })
        {
            var command = new EscalateCase("仍未处置");
            CaseMoveInputs.Of(CaseTransitions.Of(command), Town.TownshipCentre, story.Case, story.Rules, story.Now).Single(i => i.Name == "risk").Required.ShouldBe(required);
            (story.Asked(Town.TownshipCentre, command).Refusal?.Code).ShouldBe(required ? "NOT_ESCALATED_YET" : null);
        }
    }

    [Fact]
    public void What_was_escalated_county_and_city_governments_may_read()
    {
        var s = Story.Reported().Then(Town.Government, new EscalateCase("聚集", RiskKind.Mass)).Case;
        foreach (var role in new[] { Role.CountyGovernment, Role.CityGovernanceOffice })
        {
            var actor = new Actor("p", role, role == Role.CountyGovernment ? Town.County : OrganCode.Of(Town.Place.City));
            CaseAccess.Reads(actor, s.Placement, s.Lead, s.Assists, s.Holder, s.Escalation).ShouldBeTrue();
            CaseAccess.Reads(actor, s.Placement, s.Lead, s.Assists, s.Holder).ShouldBeFalse();
        }
    }
}
