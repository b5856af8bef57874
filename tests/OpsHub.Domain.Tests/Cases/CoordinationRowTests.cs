using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>SM1 rows 9 and 12-14: coordination led by the township, meetings, parts. T022, R030, G046.</summary>
public sealed class CoordinationRowTests
{
    [Fact]
    public void SM1_12_what_needs_other_units_goes_to_the_township_which_coordinates()
    {
        var coordinating = Story.Coordinating();
        (coordinating.Case.Stage, coordinating.Case.Holder, coordinating.Case.Class).ShouldBe((CaseStage.Coordinating, Town.Township, (TriageClass?)TriageClass.CrossDepartment));
        var term = coordinating.Case.OpenTerm("coordination").ShouldNotBeNull();
        (term.Holder, LocalDay.BoundText(term.Due), term.Basis.Parameter).ShouldBe((Town.Township.Value, "2026-07-15 24:00", "Coordination"));
        coordinating.Case.OpenTerm("handling").ShouldNotBeNull("the due is not restarted");
    }

    [Fact]
    public void SM1_12_by_the_lead_or_the_township_and_nobody_else()
    {
        var may = new[] { Town.Agency, Town.TownshipCentre, Town.Government };
        foreach (var actor in Town.Everybody)
            Story.Handling().Asked(actor, new TransferToCoordination("多部门")).IsRefused.ShouldBe(!may.Contains(actor), actor.ToString());
    }

    [Fact]
    public void SM1_13_the_township_assigns_the_parts_with_exactly_one_lead_and_a_meeting_linked()
    {
        var coordinating = Story.Coordinating().After(TimeSpan.FromMinutes(1));
        var assign = new AssignParts(Town.Led(Town.WaterBureau, Town.UrbanManagement));
        var refusal = coordinating.Refused(Town.Government, assign);
        (refusal.Code, refusal.Rule).ShouldBe(("MEETING_REQUIRED", "T022"));

        var met = Story.Met(coordinating);
        met.Refused(Town.Government, new AssignParts([new(Town.WaterBureau, DispatchPart.Assist)])).Rule.ShouldBe("G046");
        met.Refused(Town.CountyCentre, assign).Code.ShouldBe(RefusalCodes.NotAllowed);
        var assigned = met.Then(Town.Government, assign);
        (assigned.Case.Stage, assigned.Case.Lead, assigned.Case.Holder).ShouldBe((CaseStage.Handling, (OrganCode?)Town.WaterBureau, Town.WaterBureau));
        assigned.Case.OpenTerm("handling")!.Holder.ShouldBe(Town.WaterBureau.Value, "whoever leads now must keep it");
        assigned.Case.Parts.ShouldHaveSingleItem().Organ.ShouldBe(Town.UrbanManagement);
        assigned.Case.Terms.Find(t => t.Id == "part")!.IsLifted.ShouldBeTrue("the bureau leads now and owes no part");
        assigned.Case.Meetings.ShouldHaveSingleItem().Attended.ShouldBe([Town.UrbanManagement, Town.WaterBureau]);
    }

    [Fact]
    public void SM1_13_who_has_done_its_part_need_not_do_it_again()
    {
        var done = Story.HandledTogether().Then(Town.Bureau, new FeedBackPart("已排查", ["photo-7"])).Then(Town.Agency, new TransferToCoordination("还须市场监管"));
        var assigned = Story.Met(done).Then(Town.TownshipCentre, new AssignParts(Town.Led(Town.UrbanManagement, Town.WaterBureau, Town.FoodSafety)));
        assigned.Case.Parts.Select(p => (p.Organ, p.IsOpen)).ShouldBe([(Town.WaterBureau, false), (Town.FoodSafety, true)]);
    }

    [Fact]
    public void A_meeting_of_before_the_transfer_does_not_serve()
    {
        var before = Story.Met(Story.HandledTogether()).After(TimeSpan.FromHours(1)).Then(Town.Agency, new TransferToCoordination("多部门"));
        before.Refused(Town.TownshipCentre, new AssignParts(Town.Led(Town.UrbanManagement))).Code.ShouldBe("MEETING_REQUIRED");
    }

    [Fact]
    public void A_meeting_has_a_time_attendance_by_unit_and_minutes_T021_T022()
    {
        var story = Story.Coordinating().After(TimeSpan.FromHours(2));
        RecordMeeting Meeting(DateTimeOffset? at = null, OrganCode[]? attended = null, string minutes = "已议") => new(at ?? story.Now, [.. attended ?? [Town.UrbanManagement]], minutes);
        story.Refused(Town.TownshipCentre, Meeting(at: story.Now.AddMinutes(1))).Field.ShouldBe("heldAt");
        story.Refused(Town.TownshipCentre, Meeting(at: Town.Monday.AddDays(-1))).Field.ShouldBe("heldAt");
        story.Refused(Town.TownshipCentre, Meeting(attended: [])).Rule.ShouldBe("T021");
        story.Refused(Town.TownshipCentre, Meeting(attended: [Town.County, Town.County])).Field.ShouldBe("attended");
        story.Refused(Town.TownshipCentre, Meeting(attended: [OrganCode.Parse("430299")])).Field.ShouldBe("attended");
        story.Refused(Town.TownshipCentre, Meeting(minutes: "")).Field.ShouldBe("minutes");
        story.Refused(Town.Agency, Meeting()).Rule.ShouldBe("T022");
    }

    [Fact]
    public void SM1_9_the_second_return_forces_a_coordination_meeting_and_each_further_one_another_T022()
    {
        var twice = Story.Returned().Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau)))
            .Then(Town.Bureau, new ReturnCase(ReturnReason.NotMine, "不属水务")).After(TimeSpan.FromMinutes(1));
        var again = new RedispatchCase(Town.Led(Town.UrbanManagement), Ruling: "由城管牵头");
        twice.Refused(Town.TownshipCentre, again).Code.ShouldBe("MEETING_REQUIRED");
        var third = Story.Met(twice).Then(Town.TownshipCentre, again).Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "仍不认可")).After(TimeSpan.FromMinutes(1));
        third.Refused(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau))).Code.ShouldBe("MEETING_REQUIRED", "the meeting was before this return");
        Story.Met(third).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.WaterBureau)));
    }

    [Fact]
    public void SM1_14_the_lead_waits_for_the_parts_of_all_who_assist()
    {
        var together = Story.HandledTogether();
        together.Case.OpenTerm("part").ShouldNotBeNull().Holder.ShouldBe(Town.WaterBureau.Value);
        var refusal = together.Refused(Town.Agency, new FeedBackCase("已清理", []));
        (refusal.Code, refusal.Rule).ShouldBe(("PARTS_OPEN", "SM1.14"));
        refusal.Zh.ShouldContain("芦淞区水务局");
        refusal.Zh.ShouldNotContain(Town.WaterBureau.Value);
        CaseMoves.Of(Town.Agency, together.Case, Town.Rules.Cases, together.Now).ShouldNotContain(m => m.Command == typeof(FeedBackCase));

        var part = together.Then(Town.Bureau, new FeedBackPart("已排查", ["photo-7"]));
        part.Case.Parts.ShouldHaveSingleItem().Result.ShouldBe("已排查");
        part.Refused(Town.Bureau, new FeedBackPart("又一次", [])).Code.ShouldBe(RefusalCodes.NotAllowed);
        part.Then(Town.Agency, new FeedBackCase("已清理", [])).Case.Stage.ShouldBe(CaseStage.FedBack);
    }

    [Fact]
    public void SM1_14_a_part_is_fed_back_by_its_own_unit_with_what_was_done()
    {
        foreach (var actor in Town.Everybody.Remove(Town.Bureau))
            Story.HandledTogether().Refused(actor, new FeedBackPart("已排查", [])).Rule.ShouldBe("SM1.14", actor.ToString());
        Story.HandledTogether().Refused(Town.Bureau, new FeedBackPart("", [])).Field.ShouldBe("result");
        Story.HandledTogether().Refused(Town.Bureau, new FeedBackPart("已办", [.. Enumerable.Range(0, 21).Select(i => $"p{i}")])).Field.ShouldBe("evidence");
    }

    [Fact]
    public void A_lead_that_lost_its_power_is_not_stuck_the_township_assigns_another_R031()
    {
        var story = Story.Triaged(enforcement: true).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Then(Town.Agency, new AcceptDispatch());
        var lost = story with { Organs = story.Organs.SetItem(Town.UrbanManagement, new(Town.UrbanManagement, true, true)).SetItem(Town.WaterBureau, new(Town.WaterBureau, true, true, Powers: true)) };
        lost.Refused(Town.Agency, new FeedBackCase("已处罚", [])).Code.ShouldBe("NO_POWER");
        Story.Met(lost.Then(Town.Government, new TransferToCoordination("执法权已收回"))).Then(Town.Government, new AssignParts(Town.Led(Town.WaterBureau)))
            .Then(Town.Bureau, new FeedBackCase("已处罚", []));
    }

    [Fact]
    public void Nobody_assists_who_could_never_feed_its_part_back()
    {
        var grid = OrganCode.Of(Town.Grid);
        var story = Story.Triaged() with { Organs = Town.Organs.SetItem(grid, new(grid, true, true)) };
        story.Refused(Town.TownshipCentre, Town.To(Town.UrbanManagement, grid)).Code.ShouldBe("ASSIST_CANNOT_ACT");
        Story.Triaged().Then(Town.TownshipCentre, Town.To(Town.UrbanManagement, Town.Community));
    }

    [Fact]
    public void Whoever_is_out_after_coordination_owes_no_answer_any_more()
    {
        var urged = Story.HandledTogether().Then(Town.Committee, new UrgeCase(1, "请快", Town.WaterBureau)).Then(Town.Agency, new TransferToCoordination("换单位"));
        var assigned = Story.Met(urged).Then(Town.Government, new AssignParts(Town.Led(Town.UrbanManagement, Town.FoodSafety)));
        assigned.Case.Terms.Find(t => t.Id == "reply")!.IsLifted.ShouldBeTrue();
    }

    [Fact]
    public void Parts_assigned_while_the_handling_is_suspended_are_suspended_too()
    {
        var suspended = Story.Coordinating().Then(Town.TownshipCentre, new SuspendCase("鉴定", Town.Monday.AddDays(5)));
        var assigned = Story.Met(suspended).Then(Town.Government, new AssignParts(Town.Led(Town.UrbanManagement, Town.FoodSafety)));
        assigned.Case.OpenTerm("part")!.IsSuspended.ShouldBeTrue();
        assigned.Then(Town.TownshipCentre, new ResumeCase("已出")).Case.OpenTerm("part")!.IsSuspended.ShouldBeFalse();
    }

    [Fact]
    public void A_request_that_a_transfer_left_undecided_may_be_made_again() =>
        Story.Met(Story.Handling().Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9))).Then(Town.Agency, new TransferToCoordination("多部门")))
            .Then(Town.Government, new AssignParts(Town.Led(Town.UrbanManagement))).Then(Town.Agency, new RequestExtension("等料", Town.Monday.AddDays(9)));

    [Fact]
    public void What_is_returned_leaves_no_part_behind()
    {
        var returned = Story.Assisted().Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属城管"));
        returned.Case.Parts.ShouldBeEmpty();
        returned.Case.Terms.Find(t => t.Id == "part")!.IsLifted.ShouldBeTrue();
        returned.Case.OpenTerm("redispatch")!.Holder.ShouldBe(Town.Township.Value);
    }
}
