using System.Text.Json;
using CsCheck;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Tests.Assessments;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Posts;

/// <summary>A001, A005-A016, A046, R033, resolutions 21 and 22.</summary>
public sealed class PostRuleTests
{
    [Fact]
    public void A001_a_record_is_opened_once_for_an_agency_that_there_is()
    {
        PostStory.Blank.Refused(YearStory.Hub, new OpenPosts(OrganCode.Parse("430203001-D99")), RefusalCodes.NotFound, "A001", "agency");
        PostStory.Blank.Refused(YearStory.Department, new OpenPosts(YearStory.Code), RefusalCodes.NotAllowed, "A001");
        PostStory.Opened().Ask(YearStory.Hub, new OpenPosts(YearStory.Code)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
    }

    [Fact]
    public void A012_A046_ten_posts_eight_filled_are_80_percent_and_short_by_two()
    {
        var record = PostStory.Opened().Then(YearStory.Department, new RecordPosts(10, 8)).Record;
        (record.FillRate, record.Short).ShouldBe((0.8m, 2));
        PostTerms.Flags(record, PostStory.Blank.Now).Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(PostFlagKind.Short), f => f.Rule.ShouldBe("A046"));
        PostStory.Opened().Record.FillRate.ShouldBeNull();
        PostStory.Opened().Refused(YearStory.Department, new RecordPosts(-1, 0), RefusalCodes.InvalidInput, "A012", "posts");
        PostStory.Opened().Refused(YearStory.Agency, new RecordPosts(10, 8), RefusalCodes.NotAllowed, "A012");
    }

    [Fact]
    public void A012_turnover_is_counted_by_year() => PostStory.Opened().Then(YearStory.Department, new RecordStaffChange(StaffMove.Out, "科员", 3))
        .Then(YearStory.Department, new RecordStaffChange(StaffMove.In, "科员", 1)).Record.ShouldSatisfyAllConditions(r => r.Left(2026).ShouldBe(3), r => r.Left(2025).ShouldBe(0));

    [Fact]
    public void A005_relations_not_moved_without_a_reason_are_warned_of()
    {
        PostTerms.Flags(PostStory.Opened().Then(YearStory.Agency, new RecordPartyRelations(4, 1, false)).Record, PostStory.Blank.Now).Single().Rule.ShouldBe("A005");
        PostTerms.Flags(PostStory.Opened().Then(YearStory.Agency, new RecordPartyRelations(4, 1, false, "预备期未满")).Record, PostStory.Blank.Now).ShouldBeEmpty();
    }

    [Fact]
    public void A006_a_party_organisation_of_its_own_is_recorded_as_led_by_the_township() =>
        PostStory.Opened().Then(YearStory.Agency, new RecordPartyRelations(5, 0, true)).Record.ShouldSatisfyAllConditions(r => r.Party!.OwnOrganisation.ShouldBeTrue(), r => r.Host.ShouldBe(YearStory.Host));

    [Fact]
    public void A007_R033_no_head_is_decided_without_a_written_consultation()
    {
        PostStory.Opened().Refused(YearStory.Department, new DecideHead(1), "NOT_CONSULTED", "A007", "consultation");
        PostStory.Opened().Refused(YearStory.Township, new DecideHead(1), RefusalCodes.NotAllowed, "A007");
        PostStory.Opened().Refused(YearStory.Department, new AskHeadOpinion(HeadMatter.Removal, "所长", ""), RefusalCodes.InvalidInput, "A007", "letter");
        PostStory.Opened().Refused(YearStory.Department, new AskHeadOpinion(null, "所长", "函"), RefusalCodes.InvalidInput, "A007", "matter");
        PostStory.Opened().Refused(YearStory.Agency, new AskHeadOpinion(HeadMatter.Removal, "所长", "函"), RefusalCodes.NotAllowed, "A007");
    }

    [Fact]
    public void A007_who_asked_decides()
    {
        PostStory.Replied(HeadOpinion.Agree).Refused(PostStory.Organisation, new DecideHead(1), RefusalCodes.NotAllowed, "A007");
        var decided = PostStory.Replied(HeadOpinion.Agree).Then(YearStory.Department, new DecideHead(1));
        decided.Record.Heads.Single().Stage.ShouldBe(HeadStage.Decided);
        decided.Refused(YearStory.Department, new DecideHead(1), RefusalCodes.WrongState, "A007");
    }

    [Fact]
    public void A008_ten_working_days_without_a_reply_remind_and_the_decision_stays_blocked()
    {
        var asked = PostStory.Asked();
        asked.Record.Terms.Single().ShouldSatisfyAllConditions(
            t => t.Due.ShouldBe(Given.EndOf("2026-07-27")), t => t.Basis.Kind.ShouldBe(BasisKind.Assumed), t => t.Basis.Parameter.ShouldBe("ConsultationReply"));
        asked.Refused(YearStory.Department, new RecordNoReply(1, "未答复"), "REPLY_NOT_DUE", "A008");
        var late = asked.At("2026-07-28 00:00");
        var fired = PostTerms.Tick(late.Record, late.Now, Given.Calendar, late.Rules).ShouldNotBeNull();
        fired.Rungs.Select(r => r.Kind).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity]);
        PostTerms.Tick(late.Happened(fired).Record, late.Now, Given.Calendar, late.Rules).ShouldBeNull("nothing fires twice");
        late.Refused(YearStory.Department, new DecideHead(1), "NO_REPLY", "A008");
        late.Refused(YearStory.Department, new RecordNoReply(1, " "), RefusalCodes.InvalidInput, "A008", "reason");
        var decided = late.Then(YearStory.Department, new RecordNoReply(1, "两次催办未答复")).Then(YearStory.Department, new DecideHead(1));
        PostTerms.Flags(decided.Record, late.Now).Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(PostFlagKind.DecidedWithoutReply), f => f.Rule.ShouldBe("A008"));
    }

    [Fact]
    public void A008_a_late_reply_is_taken_and_is_late()
    {
        var late = PostStory.Asked().At("2026-08-03 09:00").Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")).Then(YearStory.Township, new ReturnHeadOpinion(1));
        late.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeFalse(), t => t.IsLate(late.Now).ShouldBeTrue());
    }

    [Fact]
    public void R033_Resolution21_a_townships_disagreement_blocks_and_a_streets_takes_a_reason()
    {
        PostStory.Replied(HeadOpinion.Disagree).Refused(YearStory.Department, new DecideHead(1, "工作需要"), "CONSENT_REFUSED", "R033");
        var street = PostStory.Replied(HeadOpinion.Disagree, street: true);
        street.Refused(YearStory.Department, new DecideHead(1), RefusalCodes.InvalidInput, "A007", "reason");
        PostTerms.Flags(street.Then(YearStory.Department, new DecideHead(1, "工作需要")).Record, street.Now).Single().Kind.ShouldBe(PostFlagKind.DecidedAgainst);
        (PostStory.Replied(HeadOpinion.Disagree) with { Rules = new() { ConsentRequired = false } }).Then(YearStory.Department, new DecideHead(1, "工作需要")).Record.Heads.Single().Against.ShouldBe("工作需要");
        PostStory.Replied(HeadOpinion.Comments).Then(YearStory.Department, new DecideHead(1)).Record.Heads.Single().Against.ShouldBeNull();
    }

    [Fact]
    public void A009_A010_a_townships_opinion_opens_an_inquiry_with_a_term()
    {
        var raised = PostStory.Raised();
        raised.Record.Inquiries.Single().Stage.ShouldBe(InquiryStage.Raised);
        raised.Record.Terms.Single().ShouldSatisfyAllConditions(t => t.Holder.ShouldBe("430203"), t => t.Due.ShouldBe(Given.EndOf("2026-08-03")), t => t.Basis.Parameter.ShouldBe("InquiryLimit"));
        PostTerms.Flags(raised.Record, Given.Local("2026-08-04 00:00")).Single().Kind.ShouldBe(PostFlagKind.InquiryOverdue);
        PostStory.Opened().Then(YearStory.Township, new RaiseInquiry("满意度低", true)).Record.Inquiries.Single().To.ShouldBe(YearStory.Bureau);
        PostStory.Opened().Refused(YearStory.Stranger, new RaiseInquiry("满意度低", true), RefusalCodes.NotAllowed, "A009");
        PostStory.Opened().Refused(YearStory.Township, new RaiseInquiry("", true), RefusalCodes.InvalidInput, "A009", "grounds");
        raised.Refused(YearStory.Department, new BeginInquiry(1), RefusalCodes.NotAllowed, "A010");
        raised.Refused(PostStory.Organisation, new RecordFinding(1, true, "属实"), RefusalCodes.WrongState, "A010");
        raised.Refused(PostStory.Organisation, new BeginInquiry(2), RefusalCodes.InvalidInput, "A010", "inquiry");
    }

    [Fact]
    public void A011_an_inquiry_is_closed_only_once_the_township_was_told()
    {
        PostStory.Found().Refused(PostStory.Organisation, new CloseInquiry(1), "NOT_FED_BACK", "A011");
        PostStory.Raised().Refused(PostStory.Organisation, new CloseInquiry(1), "NOT_FED_BACK", "A011");
        var closed = PostStory.Found().Then(PostStory.Organisation, new FeedBackInquiry(1, "已约谈")).Then(PostStory.Organisation, new CloseInquiry(1));
        closed.Record.Inquiries.Single().Stage.ShouldBe(InquiryStage.Closed);
        closed.Record.Terms.ShouldAllBe(t => !t.IsOpen);
        closed.Refused(PostStory.Organisation, new CloseInquiry(1), RefusalCodes.WrongState, "A011");
    }

    [Fact]
    public void A013_a_change_of_staff_is_told_to_the_township()
    {
        var changed = PostStory.Opened().Then(YearStory.Department, new RecordStaffChange(StaffMove.Within, "执法岗", 1));
        PostTerms.Flags(changed.Record, changed.Now).Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(PostFlagKind.NoticeDue), f => f.Rule.ShouldBe("A013"));
        changed.Record.Terms.Single().IsOpen.ShouldBeTrue();
        var told = changed.Then(YearStory.Department, new InformTownship(1, "告知函 3 号"));
        told.Record.Terms.Single().IsOpen.ShouldBeFalse();
        PostTerms.Flags(told.Record, told.Now).ShouldBeEmpty();
        told.Refused(YearStory.Department, new InformTownship(1, "告知函 3 号"), RefusalCodes.WrongState, "A013");
        told.Refused(YearStory.Department, new InformTownship(9, "告知函 3 号"), RefusalCodes.InvalidInput, "A013", "change");
        PostStory.Opened().Refused(YearStory.Department, new RecordStaffChange(null, "执法岗", 1), RefusalCodes.InvalidInput, "A013", "move");
        PostStory.Opened().Refused(YearStory.Department, new RecordStaffChange(StaffMove.In, "执法岗", 0), RefusalCodes.InvalidInput, "A013", "count");
    }

    [Fact]
    public void A014_a_secondment_without_consents_does_not_begin()
    {
        PostStory.Requested().Refused(YearStory.Department, new BeginSecondment(1), "CONSENTS_MISSING", "A015");
        PostStory.Opened().Refused(YearStory.Township, new RequestSecondment("专项", "专班", 1, new(2026, 9, 30)), RefusalCodes.NotAllowed, "A014");
        PostStory.Opened().Refused(YearStory.Department, new RequestSecondment("专项", "专班", 1, new(2026, 7, 13)), RefusalCodes.InvalidInput, "A014", "until");
        PostStory.Opened().Refused(YearStory.Department, new RequestSecondment("", "专班", 1, new(2026, 9, 30)), RefusalCodes.InvalidInput, "A014", "need");
    }

    [Fact]
    public void A015_both_consents_in_any_order_and_one_refusal_ends_it()
    {
        PostStory.Requested().Then(YearStory.Township, new AgreeToSecondment(1)).Refused(YearStory.Department, new BeginSecondment(1), "CONSENTS_MISSING", "A015");
        PostStory.Requested().Then(PostStory.Organisation, new AgreeToSecondment(1)).Refused(YearStory.Department, new BeginSecondment(1), "CONSENTS_MISSING", "A015");
        var active = PostStory.Requested().Then(PostStory.Organisation, new AgreeToSecondment(1)).Then(YearStory.Township, new AgreeToSecondment(1)).Then(YearStory.Department, new BeginSecondment(1));
        active.Record.Secondments.Single().Stage.ShouldBe(SecondmentStage.Active);
        active.Record.Terms.Single(t => t.Id == "away-1").Due.ShouldBe(Given.EndOf("2026-09-30"));
        active.Then(YearStory.Department, new EndSecondment(1)).Record.Secondments.Single().Stage.ShouldBe(SecondmentStage.Returned);
        var refused = PostStory.Requested().Then(YearStory.Township, new AgreeToSecondment(1)).Then(PostStory.Organisation, new RefuseSecondment(1, "人手不足"));
        refused.Record.Secondments.Single().ShouldSatisfyAllConditions(s => s.Stage.ShouldBe(SecondmentStage.Refused), s => s.RefusedBy.ShouldBe(SecondmentSide.Personnel));
        refused.Record.Terms.ShouldAllBe(t => !t.IsOpen, "nobody owes anything once it is over");
        refused.Refused(YearStory.Department, new BeginSecondment(1), RefusalCodes.WrongState, "A015");
        PostStory.Requested().Refused(YearStory.Stranger, new AgreeToSecondment(1), RefusalCodes.NotAllowed, "A015");
    }

    [Fact]
    public void A016_three_townships_two_agreed_is_no_reply()
    {
        var two = PostStory.Asked(false, YearStory.Second, YearStory.Third).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")).Then(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 1));
        two.Refused(YearStory.Township, new ReturnHeadOpinion(1), "NOT_UNANIMOUS", "A016").Zh.ShouldContain("430203003");
        two.Then(YearStory.ThirdTownship, new AgreeToHeadOpinion(1, 1)).Then(YearStory.Township, new ReturnHeadOpinion(1)).Record.Heads.Single().Stage.ShouldBe(HeadStage.Returned);
        two.Then(YearStory.ThirdTownship, new AgreeToHeadOpinion(1, 1)).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Comments, "另有建议"))
            .Refused(YearStory.Township, new ReturnHeadOpinion(1), "NOT_UNANIMOUS", "A016");
        two.Refused(YearStory.SecondTownship, new ReturnHeadOpinion(1), RefusalCodes.NotAllowed, "A008");
        two.Refused(YearStory.SecondTownship, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"), RefusalCodes.NotAllowed, "A016");
        PostStory.Asked().Refused(YearStory.Township, new ReturnHeadOpinion(1), "NO_PROPOSAL", "A008");
    }

    [Fact]
    public void Resolution22_a_deadlock_goes_to_the_county_after_ten_working_days_and_stays_blocked()
    {
        var asked = PostStory.Asked(false, YearStory.Second).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意")).At("2026-07-28 00:00");
        PostTerms.IsDeadlocked(asked.Record, 1, Given.Local("2026-07-27 23:59")).ShouldBeFalse();
        PostTerms.IsDeadlocked(asked.Record, 1, asked.Now).ShouldBeTrue();
        PostTerms.Tick(asked.Record, asked.Now, Given.Calendar, asked.Rules)!.Rungs.ShouldContain(r => r.Term == "unanimity-1" && r.Kind == RungKind.OverdueCounty);
        asked.Refused(YearStory.Township, new ReturnHeadOpinion(1), "NOT_UNANIMOUS", "A016");
        PostTerms.Flags(asked.Record, asked.Now).ShouldContain(f => f.Kind == PostFlagKind.Deadlock);
    }

    [Fact]
    public void R033_Resolution22_a_deadlock_is_not_ended_by_recording_that_no_reply_came()
    {
        var late = PostStory.Asked(false, YearStory.Second).At("2026-07-28 00:00");
        var proposed = late.Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Disagree, "不同意"));
        proposed.Refused(YearStory.Department, new RecordNoReply(1, "未形成一致意见"), "OPINION_PENDING", "A016");
        proposed.Refused(YearStory.Department, new DecideHead(1), "NO_REPLY", "A008");
        proposed.Then(YearStory.Department, new WithdrawHead(1, "人选另议")).Record.Heads.Single().Stage.ShouldBe(HeadStage.Withdrawn);
        late.Then(YearStory.Department, new RecordNoReply(1, "未答复")).Record.Heads.Single().Stage.ShouldBe(HeadStage.NoReply, "nobody proposed anything");
        proposed.Then(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 1)).Then(YearStory.Department, new RecordNoReply(1, "未答复")).Record.Heads.Single().Stage.ShouldBe(HeadStage.NoReply, "agreed, and still not sent");
    }

    [Fact]
    public void A016_who_agrees_agrees_to_the_text_it_has_seen()
    {
        var again = PostStory.Asked(false, YearStory.Second).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Agree, "同意"))
            .Then(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 1)).Then(YearStory.Township, new ProposeHeadOpinion(1, HeadOpinion.Disagree, "不同意"));
        (again.Record.Heads.Single().Proposal, again.Record.Heads.Single().Agreed.Count).ShouldBe((2, 1));
        again.Refused(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 1), "PROPOSAL_CHANGED", "A016", "proposal");
        again.Then(YearStory.SecondTownship, new AgreeToHeadOpinion(1, 2)).Record.Heads.Single().Agreed.Count.ShouldBe(2);
    }

    [Fact]
    public void R033_what_a_township_does_not_consent_to_is_withdrawn_by_who_asked_and_nobody_owes_anything()
    {
        var asked = PostStory.Asked(false, YearStory.Second);
        asked.Refused(PostStory.Organisation, new WithdrawHead(1, "不同意"), RefusalCodes.NotAllowed, "A007");
        asked.Refused(YearStory.Township, new WithdrawHead(1, "不同意"), RefusalCodes.NotAllowed, "A007");
        asked.Refused(YearStory.Department, new WithdrawHead(1, " "), RefusalCodes.InvalidInput, "A007", "reason");
        var over = asked.Then(YearStory.Department, new WithdrawHead(1, "人选另议"));
        over.Record.Heads.Single().ShouldSatisfyAllConditions(h => h.Stage.ShouldBe(HeadStage.Withdrawn), h => h.WithdrawnWhy.ShouldBe("人选另议"));
        over.Record.Terms.ShouldAllBe(t => !t.IsOpen);
    }

    [Fact]
    public void A015_a_secondment_does_not_begin_after_the_last_day_that_was_consented_to()
    {
        var agreed = PostStory.Requested().Then(PostStory.Organisation, new AgreeToSecondment(1)).Then(YearStory.Township, new AgreeToSecondment(1));
        agreed.At("2026-09-30 23:00").Then(YearStory.Department, new BeginSecondment(1)).Record.Secondments.Single().Stage.ShouldBe(SecondmentStage.Active);
        agreed.At("2026-10-01 00:00").Refused(YearStory.Department, new BeginSecondment(1), "SECONDMENT_LAPSED", "A015");
    }

    [Fact]
    public void A016_every_served_township_consents_to_a_secondment()
    {
        var host = PostStory.Requested(YearStory.Second).Then(PostStory.Organisation, new AgreeToSecondment(1)).Then(YearStory.Township, new AgreeToSecondment(1));
        host.Record.Terms.Single(t => t.Id == "township-1").IsOpen.ShouldBeTrue();
        host.Refused(YearStory.Department, new BeginSecondment(1), "CONSENTS_MISSING", "A015").Zh.ShouldContain("430203002");
        host.Then(YearStory.SecondTownship, new AgreeToSecondment(1)).Then(YearStory.Department, new BeginSecondment(1)).Record.Secondments.Single().Stage.ShouldBe(SecondmentStage.Active);
    }

    [Fact]
    public void Part4_the_agency_reads_counts_and_not_what_is_said_about_its_head()
    {
        var record = PostStory.Raised().Record;
        (PostAccess.Reads(YearStory.Agency, record), PostAccess.ReadsCounts(YearStory.Agency, record)).ShouldBe((false, true));
        PostAccess.Reads(YearStory.Township, record).ShouldBeTrue();
        PostAccess.Reads(PostStory.Organisation, record).ShouldBeTrue();
        PostAccess.ReadsCounts(YearStory.Stranger, record).ShouldBeFalse();
        PostAccess.ReadsCounts(YearStory.OtherDepartment, record).ShouldBeFalse();
    }

    [Fact]
    public void Every_command_has_one_row()
    {
        var commands = typeof(PostCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PostCommand))).ToList();
        PostTransitions.Table.Select(m => m.Command).ShouldBe(commands, ignoreOrder: true);
    }

    private static readonly Gen<PostCommand> Commands = Gen.Int[1, 2].SelectMany(id => Gen.OneOf<PostCommand>(
        Gen.Enum<HeadMatter>().Select(m => (PostCommand)new AskHeadOpinion(m, "所长", "函")),
        Gen.Enum<HeadOpinion>().Select(o => (PostCommand)new ProposeHeadOpinion(id, o, "经研究")),
        Gen.Int[1, 3].Select(p => (PostCommand)new AgreeToHeadOpinion(id, p)), Gen.Const<PostCommand>(new ReturnHeadOpinion(id)), Gen.Const<PostCommand>(new RecordNoReply(id, "未答复")),
        Gen.Const<PostCommand>(new DecideHead(id, "工作需要")), Gen.Const<PostCommand>(new WithdrawHead(id, "不同意")), Gen.Bool.Select(d => (PostCommand)new RaiseInquiry("满意度低", d)), Gen.Const<PostCommand>(new BeginInquiry(id)),
        Gen.Bool.Select(v => (PostCommand)new RecordFinding(id, v, "查明")), Gen.Const<PostCommand>(new FeedBackInquiry(id, "已反馈")), Gen.Const<PostCommand>(new CloseInquiry(id)),
        Gen.Const<PostCommand>(new RequestSecondment("专项", "专班", 1, new(2027, 1, 1))), Gen.Const<PostCommand>(new AgreeToSecondment(id)), Gen.Const<PostCommand>(new RefuseSecondment(id, "不同意")),
        Gen.Const<PostCommand>(new BeginSecondment(id)), Gen.Const<PostCommand>(new EndSecondment(id)), Gen.Const<PostCommand>(new RecordStaffChange(StaffMove.Out, "科员", 1)),
        Gen.Const<PostCommand>(new InformTownship(id, "函"))));

    private static readonly Actor[] Everybody =
        [YearStory.Department, PostStory.Organisation, YearStory.Township, YearStory.SecondTownship, YearStory.Agency, YearStory.Stranger, YearStory.OtherDepartment];

    [Fact]
    public void Whatever_is_permitted_the_record_keeps_its_rules_and_replays() => Gen.Select(Commands, Gen.Int[0, 6], Gen.Int[0, 30]).Array[120].Sample(walk =>
    {
        var story = PostStory.Opened(false, YearStory.Second);
        foreach (var (what, who, hours) in walk)
        {
            story = story with { Now = story.Now.AddHours(hours) };
            if (PostTerms.Tick(story.Record, story.Now, Given.Calendar, story.Rules) is { } fired)
                story = story.Happened(fired);
            story = story.Ask(Everybody[who], what).Events.Aggregate(story, (s, e) => s.Happened(e));
        }

        var record = story.Record;
        foreach (var head in record.Heads.Where(h => h.Stage == HeadStage.Decided))
        {
            (head.NoReplyWhy is not null || head.Agreed.SetEquals(record.Served)).ShouldBeTrue("A007, A016");
            (head is { NoReplyWhy: null, Opinion: HeadOpinion.Disagree }).ShouldBeFalse("R033: a township's consent is a right");
        }

        record.Secondments.Where(s => s.Stage is SecondmentStage.Active or SecondmentStage.Returned).ShouldAllBe(s => s.PersonnelAt != null && s.Agreed.SetEquals(record.Served), "A015");
        record.Inquiries.Where(i => i.Stage == InquiryStage.Closed).ShouldAllBe(i => i.Feedback != null, "A011");
        record.Terms.Select(t => t.Id).ShouldBeUnique();
        var json = JsonSerializer.Serialize(record);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<AgencyPosts>(json)).ShouldBe(json);
        JsonSerializer.Serialize(story.Events.Select(e => JsonSerializer.Deserialize<PostEvent>(JsonSerializer.Serialize(e))!).Aggregate((AgencyPosts?)null, PostFold.Apply)).ShouldBe(json);
    }, iter: 200);
}
