using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Tests.Assessments;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Posts;

/// <summary>What is offered, what a record does by itself, and whom its steps tell.</summary>
public sealed class PostMoveTests
{
    private const string Key = "posts-430203001-D12";

    [Fact]
    public void Each_line_is_offered_its_own_steps_and_nobody_else_any()
    {
        var record = PostStory.Opened();
        Names(PostMoves.Of(record.Record, Facts(record, YearStory.Department))).ShouldBe(["RecordPosts", "AskHeadOpinion", "RequestSecondment", "RecordStaffChange"]);
        Names(PostMoves.Of(record.Record, Facts(record, PostStory.Organisation))).ShouldBe(["AskHeadOpinion"]);
        Names(PostMoves.Of(record.Record, Facts(record, YearStory.Township))).ShouldBe(["RaiseInquiry"]);
        Names(PostMoves.Of(record.Record, Facts(record, YearStory.Agency))).ShouldBe(["RecordPartyRelations"]);
        foreach (var nobody in new[] { YearStory.Stranger, YearStory.OtherDepartment, YearStory.Organ, YearStory.Hub })
            PostMoves.Of(record.Record, Facts(record, nobody)).ShouldBeEmpty(nobody.Principal);
    }

    [Fact]
    public void A_matters_steps_follow_its_stage()
    {
        var asked = PostStory.Asked(false, YearStory.Second);
        Names(Heads(asked, YearStory.Township)).ShouldBe(["ProposeHeadOpinion"]);
        Heads(asked, YearStory.SecondTownship).ShouldBeEmpty("there is nothing to agree to");
        var proposed = asked.Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"));
        Names(Heads(proposed, YearStory.SecondTownship)).ShouldBe(["AgreeToHeadOpinion"]);
        Names(Heads(proposed, YearStory.Township)).ShouldBe(["ProposeHeadOpinion"], "not unanimous yet");
        var agreed = proposed.Then(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 1));
        Names(Heads(agreed, YearStory.Township)).ShouldBe(["ProposeHeadOpinion", "ReturnHeadOpinion"]);
        Names(Heads(agreed, YearStory.Department)).ShouldBe(["WithdrawHead"], "neither a reply nor its lack is there");
        Names(Heads(asked.At("2026-07-28 00:00"), YearStory.Department)).ShouldBe(["RecordNoReply", "WithdrawHead"]);
        Names(Heads(PostStory.Replied(HeadOpinion.Disagree), YearStory.Department)).ShouldBe(["WithdrawHead"], "a township's consent is a right");
    }

    [Fact]
    public void A_reason_is_required_where_the_decision_goes_against_the_opinion()
    {
        Heads(PostStory.Replied(HeadOpinion.Disagree, street: true), YearStory.Department)[0].Inputs.Single().ShouldSatisfyAllConditions(i => i.Name.ShouldBe("reason"), i => i.Required.ShouldBeTrue());
        Heads(PostStory.Replied(HeadOpinion.Agree), YearStory.Department)[0].Inputs.Single().Required.ShouldBeFalse();
    }

    [Fact]
    public void The_other_matters_are_offered_their_steps_too()
    {
        var raised = PostStory.Raised();
        Names(PostMoves.Of(raised.Record, raised.Record.Inquiries[0], Facts(raised, PostStory.Organisation))).ShouldBe(["BeginInquiry"]);
        var found = PostStory.Found();
        Names(PostMoves.Of(found.Record, found.Record.Inquiries[0], Facts(found, PostStory.Organisation))).ShouldBe(["FeedBackInquiry"]);
        var requested = PostStory.Requested();
        Names(PostMoves.Of(requested.Record, requested.Record.Secondments[0], Facts(requested, YearStory.Township))).ShouldBe(["AgreeToSecondment", "RefuseSecondment"]);
        PostMoves.Of(requested.Record, requested.Record.Secondments[0], Facts(requested, YearStory.Department)).ShouldBeEmpty("no consent is there");
        var changed = PostStory.Opened().Then(YearStory.Department, new RecordStaffChange(StaffMove.In, "执法岗", 1));
        Names(PostMoves.Of(changed.Record, changed.Record.Changes[0], Facts(changed, YearStory.Department))).ShouldBe(["InformTownship"]);
    }

    [Fact]
    public void Every_command_has_its_words() => typeof(PostCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PostCommand))).ShouldAllBe(t => PostWording.Of(t).Zh.Length > 0);

    [Fact]
    public void A001_the_first_command_opens_the_record_in_the_same_step_and_a_refused_one_does_not()
    {
        var decided = PostDecisions.DecideNow(null, new RecordPosts(10, 8), Registered(YearStory.Department));
        decided.Events.Select(e => e.Name).ShouldBe(["PostsOpened", "PostsRecorded"]);
        PostDecisions.DecideNow(null, new AskHeadOpinion(HeadMatter.Appointment, "所长", "函"), Registered(YearStory.Department)).Events.OfType<HeadOpinionAsked>().Single().Terms
            .ShouldAllBe(t => t.OpenedBy == 2, "the record's opening is the first entry");
        PostDecisions.DecideNow(null, new RecordPosts(10, 8), Registered(YearStory.Stranger)).ShouldSatisfyAllConditions(d => d.Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed), d => d.Events.ShouldBeEmpty());
        PostDecisions.DecideNow(null, new RecordPosts(10, 8), Registered(YearStory.Department) with { Agency = null }).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
    }

    [Fact]
    public void A008_a_reply_after_the_term_fires_the_rungs_that_it_passed_first()
    {
        var late = PostStory.Asked().Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")).At("2026-08-03 09:00");
        var decided = PostDecisions.DecideNow(late.Record, new ReturnHeadOpinion(1), Facts(late, YearStory.Township));
        decided.Events.Select(e => e.Name).ShouldBe(["PostRungsFired", "HeadOpinionReturned"]);
        decided.Events.Aggregate(late.Record, PostFold.Apply).Terms.Single().ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeFalse(), t => t.Fired.ShouldContain(RungKind.Due));
    }

    [Fact]
    public void Rights_are_those_of_the_agency_as_it_stands_now()
    {
        var asked = PostStory.Asked(false, YearStory.Second).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"));
        var now = new PostFacts(YearStory.Code, YearStory.Bureau, YearStory.Host, false, [YearStory.Host]);
        PostDecisions.DecideNow(asked.Record, new AgreeToHeadOpinion(1, 1), Facts(asked, YearStory.SecondTownship) with { Agency = now }).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed, "it serves no more");
        PostDecisions.DecideNow(asked.Record, new ReturnHeadOpinion(1), Facts(asked, YearStory.Township) with { Agency = now }).Events.ShouldHaveSingleItem().ShouldBeOfType<HeadOpinionReturned>();
        PostAccess.Reads(YearStory.SecondTownship, asked.Record.In(now)).ShouldBeFalse();
    }

    [Fact]
    public void Part4_a_refusal_never_tells_whoever_may_not_read_a_matter_whether_there_is_one()
    {
        var (with, without) = (PostStory.Raised(), PostStory.Opened());
        foreach (var command in new PostCommand[] { new BeginInquiry(1), new RecordFinding(1, true, "x"), new DecideHead(1), new AgreeToSecondment(1), new InformTownship(1, "x") })
            with.Ask(YearStory.Agency, command).Refusal.ShouldBe(without.Ask(YearStory.Agency, command).Refusal.ShouldNotBeNull());
    }

    [Fact]
    public void A016_every_township_hears_of_a_request_and_the_county_of_a_deadlock_once()
    {
        var story = PostStory.Opened(false, YearStory.Second, YearStory.Third).Then(YearStory.Department, new AskHeadOpinion(HeadMatter.Removal, "所长", "函 1"));
        var asked = Told(story);
        asked.Select(n => n.Recipient.Value).ShouldBe(["430203001", "430203002", "430203003"]);
        asked.ShouldAllBe(n => n.Zh.Contains("答复征求意见") && !n.Zh.Contains("所长") && n.Due == Given.EndOf("2026-07-27"));
        var late = story.At("2026-07-28 00:00");
        var fired = late.Happened(PostTerms.Tick(late.Record, late.Now, Given.Calendar, late.Rules)!);
        var told = Told(fired);
        told.Where(n => n.Recipient == OrganCode.Of(YearStory.County)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            n => n.Kind.ShouldBe(Domain.Notices.NoticeKind.Escalated), n => n.Term.ShouldBe("unanimity-1"), n => n.Zh.ShouldContain("未形成一致意见"));
        told.Select(n => n.Key).ShouldBeUnique();
        var decided = fired.Then(YearStory.Department, new RecordNoReply(1, "两次催办")).Record;
        told.ShouldAllBe(n => !PostNotices.Standing(decided).Contains(n.Needs!), "nobody is reminded of what is over");
    }

    [Fact]
    public void A008_after_a_change_of_host_the_present_one_is_reminded()
    {
        var late = PostStory.Asked(false, YearStory.Second).At("2026-07-28 00:00");
        var fired = late.Happened(PostTerms.Tick(late.Record, late.Now, Given.Calendar, late.Rules)!);
        var moved = fired with { State = fired.Record.In(new(YearStory.Code, YearStory.Bureau, YearStory.Second, false, [YearStory.Second])) };
        var told = Told(moved).Select(n => n.Recipient.Value).ToList();
        told.ShouldContain("430203002");
        told.ShouldNotContain("430203001");
    }

    [Fact]
    public void A009_A011_an_inquiry_is_told_to_who_investigates_and_its_result_to_who_raised_it_and_no_text_says_what_it_is()
    {
        var raised = Told(PostStory.Raised()).ShouldHaveSingleItem();
        (raised.Recipient.Value, raised.Zh.Contains("调查"), raised.En.Contains("nquir")).ShouldBe(("430203", false, false));
        var fed = PostStory.Found().Then(PostStory.Organisation, new FeedBackInquiry(1, "已约谈"));
        Told(fed).ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(YearStory.Host));
        var late = PostStory.Raised().At("2026-08-05 00:00");
        Told(late.Happened(PostTerms.Tick(late.Record, late.Now, Given.Calendar, late.Rules)!)).Select(n => n.Recipient.Value).Distinct().ShouldBe(["430203", "430203001"], ignoreOrder: true);
    }

    [Fact]
    public void A013_A014_a_secondment_is_asked_of_both_sides_and_a_change_is_told_to_the_townships()
    {
        Told(PostStory.Requested(YearStory.Second)).Select(n => (n.Recipient.Value, n.Term)).ShouldBe([("430203001", "township-1"), ("430203002", "township-1"), ("430203", "personnel-1")]);
        Told(PostStory.Requested().Then(YearStory.Township, new RefuseSecondment(1, "人手不足"))).ShouldHaveSingleItem().Recipient.ShouldBe(YearStory.Bureau);
        Told(PostStory.Opened().Then(YearStory.Department, new RecordStaffChange(StaffMove.In, "执法岗", 1))).Select(n => n.Recipient.Value).ShouldBe(["430203001"]);
    }

    [Fact]
    public void Resolution6_another_calendar_counts_open_terms_again()
    {
        var asked = PostStory.Asked();
        var holiday = OfficialCalendar.Load([new OfficialDay(new DateOnly(2026, 7, 20), DayKind.Holiday, "放假", 2026, "国办")]);
        var moved = PostReprojection.Of(asked.Record, asked.Now, holiday, 9).ShouldNotBeNull();
        moved.Terms.Single().Due.ShouldBe(Given.EndOf("2026-07-28"));
        var after = PostFold.Apply(asked.Record, moved);
        PostReprojection.Of(after, asked.Now, holiday, 10).ShouldBeNull("once");
        PostReprojection.Of(after with { Calendar = holiday.Version + 1 }, asked.Now, Given.Calendar, 10).ShouldBeNull("a process that knows less takes nothing back");
    }

    [Fact]
    public void Resolution6_a_step_finds_terms_counted_again_before_rungs_fire()
    {
        var asked = PostStory.Asked() with { Now = Given.Local("2026-07-28 09:00") };
        var holiday = OfficialCalendar.Load([new OfficialDay(new DateOnly(2026, 7, 20), DayKind.Holiday, "放假", 2026, "国办")]);
        PostDecisions.DecideNow(asked.State, new RecordPosts(10, 8), Facts(asked, YearStory.Department)).Events[0].ShouldBeOfType<PostRungsFired>().Rungs.Select(r => r.Kind).ShouldContain(RungKind.Due);
        var events = PostDecisions.DecideNow(asked.State, new RecordPosts(10, 8), Facts(asked, YearStory.Department) with { Calendar = holiday }).Events;
        events[0].ShouldBeOfType<PostTermsReprojected>().Calendar.ShouldBe(holiday.Version);
        events.OfType<PostRungsFired>().SelectMany(e => e.Rungs).ShouldNotContain(r => r.Kind == RungKind.Due, "a day more, and nobody is late");
        events[^1].ShouldBeOfType<PostsRecorded>();
    }

    [Fact]
    public void A016_whoever_hosts_or_sends_the_agency_now_holds_its_open_terms()
    {
        var story = PostStory.Requested(YearStory.Second).Then(YearStory.Department, new AskHeadOpinion(HeadMatter.Appointment, "所长", "函")).Then(YearStory.Department, new RecordStaffChange(StaffMove.Out, "科员", 1))
            .Then(PostStory.Organisation, new AgreeToSecondment(1));
        var now = story.Record.In(new(YearStory.Code, OrganCode.Parse("430204:D12"), UnitCode.Parse("430204007"), false, [UnitCode.Parse("430204007")]));
        now.Terms.Where(t => t.IsOpen).ToDictionary(t => t.Id, t => t.Holder).ShouldBe(
            new Dictionary<string, string> { ["township-1"] = "430204007", ["opinion-1"] = "430204007", ["unanimity-1"] = "430204007", ["notice-1"] = "430204:D12" }, ignoreOrder: true);
        now.Terms.Single(t => t.Id == "personnel-1").Holder.ShouldBe("430203", "what is done was done by whom it was");
        PostAccess.IsOrganisation(PostStory.Organisation, now).ShouldBeFalse();
        story.Record.In(null).ShouldBe(story.Record);
    }

    // What the newest step tells.
    private static List<Domain.Notices.Notice> Told(PostStory story) => [.. PostNotices.Of(Key, story.Record,
        [new(story.Events.Count, story.Now, story.Events[^1] is PostRungsFired ? OrganCode.Parse("4302") : OrganCode.Parse("430299"), story.Events[^1])], "甲所")];

    private static List<OfferedPostMove> Heads(PostStory story, Actor by) => [.. PostMoves.Of(story.Record, story.Record.Heads[0], Facts(story, by))];

    private static IEnumerable<string> Names(IEnumerable<OfferedPostMove> moves) => moves.Select(m => m.Command.Name);

    private static PostContext Facts(PostStory story, Actor by) => new(by, story.Now, Given.Calendar, WorkingHours.Default, story.Rules, story.Events.Count + 1);

    private static PostContext Registered(Actor by) => Facts(PostStory.Blank, by) with { Agency = new(YearStory.Code, YearStory.Bureau, YearStory.Host, false, [YearStory.Host]) };
}
