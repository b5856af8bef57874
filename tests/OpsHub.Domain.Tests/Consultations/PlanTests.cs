using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>The plan and its two working days. C035, C036; examples D; resolutions 5-7.</summary>
public sealed class PlanTests
{
    public static TheoryData<string> Examples => ["D01", "D02", "D04", "D05", "D07", "D08", "D10", "D11", "D13", "D14", "D16", "D17"];

    [Theory]
    [MemberData(nameof(Examples))]
    [Trait("Rule", "C035")]
    public void C035_the_plan_is_due_two_working_days_after_the_topic_is_determined(string id)
    {
        var example = Example.Named(id);
        var owed = Story.Determined(from: Story.Blank.At(example.Instants[0])).Owed(DutyStems.Plan);

        owed.Term.Due.ShouldBe(Given.EndOf(example.ExpectedDays[0]));
        (owed.Hard, owed.Term.Provisional, owed.Term.Basis).ShouldBe((true, false, new TermBasis("C035", "二(四)2", BasisKind.Text)));
    }

    [Fact]
    [Trait("Rule", "C035")]
    public void C035_a_plan_at_its_bound_is_taken_and_its_lateness_stays()
    {
        var story = Story.Determined(from: Story.Blank.At("2026-09-18 10:00"));
        var due = story.Owed(DutyStems.Plan).Term.Due;
        due.ShouldBe(Given.EndOf("2026-09-21"), "09-20 is a make-up working day");

        var inTime = story.At(due.AddTicks(-1)) is var last ? last.Then(Quarter.Council, Quarter.Plan(last.Now.AddDays(2))) : story;
        inTime.Last(DutyStems.Plan).IsBreached(inTime.Now).ShouldBeFalse();
        var late = story.At(due).Then(Quarter.Council, Quarter.Plan(due.AddDays(2)));
        late.It.Stage.ShouldBe(ConsultationStage.Planned);
        late.Last(DutyStems.Plan).IsBreached(late.Now).ShouldBeTrue();
        ConsultationTerms.Contribution(late.It).Breached.ShouldBeTrue("the breach stays visible");
    }

    [Theory]
    [InlineData("17:30")]
    [InlineData("24:00")]
    public void Resolution_5_the_day_ends_where_the_county_says(string end)
    {
        var days = end == "17:30" ? new DayCounting(new TimeOnly(17, 30)) : DayCounting.Default;
        var story = Story.Determined(from: Story.Blank with { Rules = new() { Days = days } });
        story.Owed(DutyStems.Plan).Term.Due.ShouldBe(end == "17:30" ? Given.Local("2026-07-13 17:30") : Given.EndOf("2026-07-13"));
    }

    [Fact]
    public void Resolution_6_past_the_horizon_the_plan_is_provisional_and_counted_again_once_the_year_is_loaded()
    {
        var story = Story.Determined(from: Story.Blank.At("2026-12-31 10:00"));
        var owed = story.Owed(DutyStems.Plan);
        (owed.Term.Provisional, owed.Term.Due).ShouldBe((true, Given.EndOf("2027-01-04")));
        ConsultationTerms.Contribution(story.It).Provisional.ShouldBeTrue();

        var loaded = Given.Calendar.With(2027, [new(new(2027, 1, 1), DayKind.Holiday, "元旦", 2027, "通知"), new(new(2027, 1, 4), DayKind.Holiday, "元旦", 2027, "通知")], 2, "2027 年放假安排");
        var again = ConsultationReprojection.Of(story.It, story.Now, loaded, 9).ShouldNotBeNull();
        var counted = (story with { Calendar = loaded }).Happened(again);
        (counted.Owed(DutyStems.Plan).Term.Provisional, counted.Owed(DutyStems.Plan).Term.Due).ShouldBe((false, Given.EndOf("2027-01-06")));
        var entry = counted.Owed(DutyStems.Plan).Term.Ledger.ShouldHaveSingleItem();
        (entry.Kind, entry.FormerDue, entry.NewDue, entry.By).ShouldBe((TermPause.Reprojected, Given.EndOf("2027-01-04"), Given.EndOf("2027-01-06"), 9L));
        counted.It.Calendar.ShouldBe(2);
        ConsultationReprojection.Of(counted.It, counted.Now, loaded, 10).ShouldBeNull("a second time nothing happens");
        ConsultationReprojection.Of(counted.It, counted.Now, Given.Calendar, 10).ShouldBeNull("who knows less takes nothing back");
    }

    [Fact]
    public void Resolution_7_where_the_council_takes_no_topic_in_time_the_plan_runs_from_the_proposal()
    {
        var proposed = Story.Proposed();
        proposed.Owed(DutyStems.TakeTopic).Term.Due.ShouldBe(Given.EndOf("2026-07-10"));
        var inTime = proposed.At("2026-07-10 23:59:59").Then(Quarter.Council, new DetermineTopic());
        inTime.Owed(DutyStems.Plan).Term.Due.ShouldBe(Given.EndOf("2026-07-14"));

        var late = proposed.At("2026-07-11 00:00").Then(Quarter.Council, new DetermineTopic());
        (late.Owed(DutyStems.Plan).Term.OpenedAt, late.Owed(DutyStems.Plan).Term.Due).ShouldBe((proposed.Now, Given.EndOf("2026-07-13")));
        late.It.Topic!.DeterminedAt.ShouldBe(late.Now);
    }

    [Fact]
    public void Resolution_7_a_topic_that_nobody_takes_does_not_wait_without_a_deadline()
    {
        var story = Story.Proposed().At("2026-07-11 00:00").Ticked();
        story.Events.OfType<TopicNotTaken>().Count().ShouldBe(1);
        (story.It.Stage, story.Owed(DutyStems.Plan).Term.Due).ShouldBe((ConsultationStage.TopicProposed, Given.EndOf("2026-07-13")));
        story.Ticked().Events.Count.ShouldBe(story.Events.Count, "once");

        var overdue = story.At("2026-07-14 00:00").Ticked();
        ConsultationTerms.Contribution(overdue.It).Breached.ShouldBeTrue("no deadline passes silently");
        var taken = overdue.ThenNow(Quarter.Council, new DetermineTopic());
        taken.It.Duties.Count(d => d.Stem == DutyStems.Plan).ShouldBe(1, "the same plan is owed");
        taken.Then(Quarter.Council, Quarter.Plan(taken.Now.AddDays(2))).Last(DutyStems.Plan).IsBreached(taken.Now).ShouldBeTrue();
    }

    [Theory]
    [InlineData("start")]
    [InlineData("venue")]
    [InlineData("place")]
    [InlineData("content")]
    [InlineData("participantRule")]
    [InlineData("kinds")]
    [InlineData("form")]
    [Trait("Rule", "C036")]
    public void C036_a_plan_says_time_place_content_participants_and_form(string field)
    {
        var story = Story.Determined();
        var whole = Quarter.Plan(story.Now.AddDays(3));
        var plan = field switch
        {
            "start" => whole with { Start = null },
            "venue" => whole with { Venue = null },
            "place" => whole with { Place = " " },
            "content" => whole with { Content = "" },
            "participantRule" => whole with { ParticipantRule = "" },
            "kinds" => whole with { Kinds = [] },
            _ => whole with { Form = null },
        };
        var refusal = story.Refused(Quarter.Council, plan);
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((RefusalCodes.InvalidInput, "C036", field));
    }

    [Fact]
    [Trait("Rule", "C036")]
    public void C036_a_plan_comes_before_its_session()
    {
        var story = Story.Determined();
        story.Refused(Quarter.Council, Quarter.Plan(story.Now)).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("C036"), r => r.Field.ShouldBe("start"));
        foreach (var after in new[] { Story.InSession(), Story.Ended() })
            after.Refused(Quarter.Council, Quarter.Plan(after.Now.AddDays(3))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.WrongState), r => r.Rule.ShouldBe("C036"));
    }

    [Fact]
    [Trait("Rule", "C075")]
    public void C075_the_committee_does_not_make_the_councils_plan_and_may_announce()
    {
        var story = Story.Determined();
        var refusal = story.Refused(Quarter.Committee, Quarter.Plan(story.Now.AddDays(3)));
        (refusal.Code, refusal.Rule).ShouldBe((RefusalCodes.NotAllowed, "C075"));
        Story.Ended().Then(Quarter.Committee, Quarter.Announcement).It.Announcements.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "C011")]
    public void C011_a_venue_that_is_no_hall_is_warned() => Warned(p => p with { Venue = VenueKind.Other }).ShouldBe(["C011"]);

    [Fact]
    [Trait("Rule", "C016")]
    public void C016_a_technical_matter_without_expert_is_warned()
    {
        Warned(p => p, new(Technical: true)).ShouldBe(["C016"]);
        Warned(p => p with { Kinds = p.Kinds.Add(ParticipantKind.Expert) }, new(Technical: true)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "C017")]
    public void C017_a_plan_without_respected_people_is_warned() => Warned(p => p with { Kinds = [ParticipantKind.RegisteredResidents] }).ShouldBe(["C017"]);

    [Fact]
    [Trait("Rule", "C079")]
    public void C079_a_meeting_about_a_buildings_affairs_is_taken_with_a_note()
    {
        var story = Story.Determined(ConsultationVariant.BuildingOrGroup);
        story.Then(Quarter.Group, Quarter.Plan(story.Now.AddDays(3)) with { Form = ConsultationForm.Meeting }).Warned.ShouldBe(["C079"]);
        story.Then(Quarter.Group, Quarter.Plan(story.Now.AddDays(3))).Warned.ShouldBeEmpty("dialogue is the form for local affairs");
    }

    [Fact]
    [Trait("Rule", "C019")]
    [Trait("Rule", "C077")]
    public void C019_C077_four_forms_and_six_explored_types_are_recorded()
    {
        Enum.GetValues<ConsultationForm>().Length.ShouldBe(4);
        Enum.GetValues<SessionType>().Length.ShouldBe(6);
        var story = Story.Determined();
        foreach (var form in Enum.GetValues<ConsultationForm>())
        {
            var plan = story.Then(Quarter.Council, Quarter.Plan(story.Now.AddDays(3)) with { Form = form, Type = SessionType.Hearing, Letters = 40, Channel = "居民微信群" }).It.Plan!;
            (plan.Form, plan.Type).ShouldBe((form, SessionType.Hearing));
        }
    }

    [Fact]
    [Trait("Rule", "C022")]
    public void C022_letters_of_the_written_form_are_recorded_and_their_replies_counted()
    {
        var story = Story.Determined();
        var written = Quarter.Plan(story.Now.AddDays(3)) with { Form = ConsultationForm.Written, Letters = 40 };
        var refused = story.Refused(Quarter.Council, written with { Letters = null });
        (refused.Rule, refused.Field).ShouldBe(("C022", "letters"));
        var session = story.Then(Quarter.Council, written).Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants())
            .Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead));
        foreach (var replies in new int?[] { null, -1, 41 })
            session.Refused(Quarter.Council, Quarter.End() with { Replies = replies }).Field.ShouldBe("replies");
        session.Then(Quarter.Council, Quarter.End() with { Replies = 31 }).It.LastSession!.Replies.ShouldBe(31);
    }

    [Fact]
    [Trait("Rule", "C023")]
    public void C023_the_online_form_records_its_channel()
    {
        var story = Story.Determined();
        var online = Quarter.Plan(story.Now.AddDays(3)) with { Form = ConsultationForm.Online, Channel = "居民微信群" };
        var refused = story.Refused(Quarter.Council, online with { Channel = " " });
        (refused.Rule, refused.Field).ShouldBe(("C023", "channel"));
        story.Then(Quarter.Council, online).It.Plan!.Channel.ShouldBe("居民微信群");
    }

    [Fact]
    public void A_plan_made_again_asks_for_another_notice_and_keeps_the_participants()
    {
        var story = Story.Planned().Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants());
        var again = story.Then(Quarter.Council, Quarter.Plan(story.Now.AddDays(5)));
        (again.It.Stage, again.It.Notice).ShouldBe((ConsultationStage.Planned, null));
        again.Then(Quarter.Council, Quarter.Notice).It.Stage.ShouldBe(ConsultationStage.Prepared);
        again.It.Duties.Count(d => d.Stem == DutyStems.Plan).ShouldBe(1);
    }

    private static IEnumerable<string> Warned(Func<MakePlan, MakePlan> change, MatterFacts? matter = null)
    {
        var story = Story.Determined(matter: matter);
        return story.Then(Quarter.Council, change(Quarter.Plan(story.Now.AddDays(3)))).Warned;
    }
}
