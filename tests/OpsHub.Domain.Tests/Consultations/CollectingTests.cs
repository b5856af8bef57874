using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Opinions, work meeting, topic. SM2 rows 1-4.</summary>
public sealed class CollectingTests
{
    [Theory]
    [InlineData(OpinionSource.Box)]
    [InlineData(OpinionSource.OnlineForum)]
    [InlineData(OpinionSource.HouseholdVisit)]
    [InlineData(OpinionSource.Hotline12345)]
    [Trait("Rule", "C032")]
    [Trait("Rule", "C068")]
    public void C032_C068_an_opinion_is_counted_with_its_source(OpinionSource source)
    {
        var story = Story.Opened().Then(Quarter.Resident, Quarter.Opinion with { Source = source, Entry = null });
        story.It.OpinionCount.ShouldBe(1);
        story.It.Opinions[0].ShouldSatisfyAllConditions(o => o.Source.ShouldBe(source), o => o.Id.ShouldBe("command-2"));
        story.Refused(Quarter.Resident, Quarter.Opinion with { Text = "" }).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("text"), r => r.Rule.ShouldBe("C032"));
    }

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_an_entry_of_the_ledger_is_linked_once() =>
        Story.Opened().Then(Quarter.Party, Quarter.Opinion).Refused(Quarter.Party, Quarter.Opinion).Code.ShouldBe(RefusalCodes.Conflict);

    [Fact]
    [Trait("Rule", "C032")]
    public void C032_an_id_of_the_ledger_is_taken_from_those_who_hold_it_only()
    {
        foreach (var other in new[] { Quarter.Resident, Quarter.Council, Quarter.Supervision, Quarter.Resident with { Role = Role.GridWorker } })
        {
            Story.Opened().Refused(other, Quarter.Opinion).ShouldSatisfyAllConditions(
                r => r.Code.ShouldBe(RefusalCodes.InvalidInput), r => r.Field.ShouldBe("entry"), r => r.Rule.ShouldBe("C032"));
            Story.Opened().Then(other, Quarter.Opinion with { Entry = null }).It.OpinionCount.ShouldBe(1);
        }

        foreach (var holder in new[] { Quarter.Party, Quarter.Committee, Quarter.Group, Quarter.Government })
            Story.Opened().Then(holder, Quarter.Opinion).It.Opinions[0].Id.ShouldBe(Quarter.Opinion.Entry);
    }

    [Fact]
    [Trait("Rule", "C013")]
    public void C013_an_opinion_from_a_second_community_proposes_the_cross_community_way_by_itself()
    {
        var story = Story.Opened().Then(Quarter.Party, Quarter.Opinion);
        story.It.Proposed.ShouldBeNull("it concerns this community already");
        var second = Quarter.Opinion with { Community = Quarter.Second, Entry = null };
        story.Then(Quarter.SecondResident, second).It.Proposed.ShouldBe(ConsultationVariant.CrossCommunity);
        story.Refused(Quarter.Party, second with { Community = Quarter.Elsewhere }).Rule.ShouldBe("C013");
        Story.Planned().Then(Quarter.SecondResident, second).It.Proposed.ShouldBeNull("the way can no longer be changed");
    }

    [Fact]
    [Trait("Rule", "C033")]
    public void C033_the_work_meeting_is_owed_from_the_beginning_and_missed_is_flagged_not_blocked()
    {
        var story = Story.Opened();
        var owed = story.Owed(DutyStems.WorkMeeting);
        (owed.Hard, owed.Term.Due, owed.Term.Basis.Parameter).ShouldBe((false, Calendars.Given.EndOf("2026-07-16"), "WorkMeetingLimit"));
        story.Then(Quarter.Committee, new HoldWorkMeeting("纪要")).Last(DutyStems.WorkMeeting).Term.IsOpen.ShouldBeFalse();
        story.Then(Quarter.Party, Quarter.Topic).Warned.ShouldBe(["C033"]);
    }

    [Fact]
    [Trait("Rule", "C025")]
    public void C025_steps_are_simplified_by_a_vote_of_residents_only()
    {
        var story = Story.Opened();
        story.Refused(Quarter.Party, new SimplifySteps("")).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("C025"), r => r.Field.ShouldBe("voteRecord"));
        var simplified = story.Then(Quarter.Party, new SimplifySteps("居民表决 2026-3"));
        simplified.Last(DutyStems.WorkMeeting).Term.IsLifted.ShouldBeTrue("nobody owes the work meeting any more");
        simplified.It.Dropped.ShouldBe([ConsultationStepKind.WorkMeeting]);
        simplified.Then(Quarter.Party, Quarter.Topic).Warned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(99)]
    [Trait("Rule", "C004")]
    public void C004_a_topic_is_of_one_of_eight_categories(int? category)
    {
        Enum.GetValues<TopicCategory>().Length.ShouldBe(8);
        var refusal = Story.Opened().Refused(Quarter.Party, Quarter.Topic with { Category = (TopicCategory?)category });
        (refusal.Rule, refusal.Field).ShouldBe(("C004", "category"));
    }

    [Fact]
    [Trait("Rule", "C034")]
    public void C034_only_the_party_organisation_puts_the_topic_and_a_resident_adds_an_opinion()
    {
        var story = Story.Opened();
        foreach (var actor in new[] { Quarter.Resident, Quarter.Committee, Quarter.Council, Quarter.Government })
            story.Refused(actor, Quarter.Topic).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C034"));
        story.Then(Quarter.Resident, Quarter.Opinion with { Entry = null }).Then(Quarter.Party, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed);
    }

    [Fact]
    [Trait("Rule", "C080")]
    public void C080_a_buildings_party_organisation_puts_the_topic_on_local_opinions()
    {
        var story = Story.Opened(ConsultationVariant.BuildingOrGroup);
        story.Refused(Quarter.Party, Quarter.Topic).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C080"));
        story.Refused(Quarter.Group, Quarter.Topic).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NO_OPINION"), r => r.Rule.ShouldBe("C080"));
        story.Then(Quarter.Group, Quarter.Opinion).Then(Quarter.Group, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed);
    }

    [Fact]
    [Trait("Rule", "C045")]
    public void C045_a_topic_across_communities_comes_after_every_kind_and_every_community_was_asked()
    {
        var story = Story.Opened(ConsultationVariant.CrossCommunity);
        story.Refused(Quarter.Government, Quarter.Topic).Rule.ShouldBe("C045");
        var first = story.Then(Quarter.Government, new RecordSolicitation(Quarter.Community, ParticipantKind.RegisteredResidents, "座谈 1"));
        first.Refused(Quarter.Government, Quarter.Topic).En.ShouldContain("OwnersCommittee", Shouldly.Case.Sensitive, "a kind concerned was not asked");
        var both = first.Then(Quarter.Government, new RecordSolicitation(Quarter.Community, ParticipantKind.OwnersCommittee, "座谈 2"));
        both.Refused(Quarter.Government, Quarter.Topic).En.ShouldContain(Quarter.Second.Value, Shouldly.Case.Sensitive, "a community was not asked");
        Story.Solicited(story).Then(Quarter.Government, Quarter.Topic).It.Stage.ShouldBe(ConsultationStage.TopicProposed);
        story.Refused(Quarter.Government, new RecordSolicitation(Quarter.Third, ParticipantKind.Committee, "座谈")).Field.ShouldBe("community");
    }

    [Fact]
    [Trait("Rule", "C083")]
    public void C083_category_8_takes_the_record_that_the_bodies_agreed()
    {
        var topic = Quarter.Topic with { Category = TopicCategory.ProposedByBodies };
        Story.Opened().Refused(Quarter.Party, topic).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NO_AGREEMENT"), r => r.Rule.ShouldBe("C083"));
        Story.Opened(matter: new(AgreementRecord: "联席会议纪要 3")).Then(Quarter.Party, topic).It.Topic!.Category.ShouldBe(TopicCategory.ProposedByBodies);
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void Resolution_57_what_the_law_gives_to_a_vote_may_be_prepared_and_keeps_its_vote() =>
        Story.Opened().Then(Quarter.Party, Quarter.Topic with { Category = TopicCategory.MeetingVoteMatters }).It.Matter.LegalVote.ShouldBeTrue();

    [Fact]
    [Trait("Rule", "C026")]
    public void C026_a_buildings_topic_is_reported_to_the_council_before_plan_and_notice()
    {
        var story = Story.Proposed(ConsultationVariant.BuildingOrGroup);
        var owed = story.Owed(DutyStems.ReportToCouncil);
        (owed.Hard, owed.Term.Due, owed.Term.Holder).ShouldBe((false, Calendars.Given.EndOf("2026-07-13"), Quarter.Grid.Value));
        story.Refused(Quarter.Group, Quarter.Notice).Rule.ShouldBe("C026");
        story.Refused(Quarter.Group, Quarter.Plan(story.Now.AddDays(3))).Rule.ShouldBe("C026");

        var reported = story.Then(Quarter.Group, new ReportToCouncil());
        (reported.It.Stage, reported.It.ReportedToCouncilAt).ShouldBe((ConsultationStage.TopicDetermined, reported.Now));
        reported.Last(DutyStems.ReportToCouncil).Term.IsOpen.ShouldBeFalse();
        reported.Owed(DutyStems.Plan).Hard.ShouldBeFalse("the text gives no figure for a building's plan");
    }

    [Fact]
    [Trait("Rule", "C033")]
    public void C033_a_work_meeting_that_was_missed_is_held_late_at_any_stage_and_opens_the_way_to_the_archive()
    {
        var missed = Story.Opened().Then(Quarter.Party, Quarter.Topic);
        missed.Warned.ShouldContain("C033");
        var ended = Prepared(missed).Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).Then(Quarter.Council, Quarter.End()).Then(Quarter.Council, new Conclude());
        ended.Owed(DutyStems.WorkMeeting).Hard.ShouldBeFalse();
        var surveyed = ended.Then(Quarter.Party, Later.Adoption()).Then(Quarter.Party, new StartImplementation()).Then(Quarter.Party, new CompleteImplementation("完成"))
            .Then(Quarter.Party, Later.Told).Then(Quarter.Party, Later.Survey).Then(Quarter.Committee, Quarter.Announcement);
        surveyed.Refused(Quarter.Council, Later.Archive).Code.ShouldBe("DUTY_OPEN");

        var held = surveyed.Then(Quarter.Committee, new HoldWorkMeeting("补开例会纪要 8"));
        (held.It.Stage, held.It.WorkMeetings.Count).ShouldBe((ConsultationStage.Surveyed, 1));
        held.Last(DutyStems.WorkMeeting).Term.IsLate(held.Now).ShouldBeTrue("it is held, and it was late");
        held.Refused(Quarter.Committee, new HoldWorkMeeting("再开")).Code.ShouldBe("NO_MEETING_OWED");
        held.Then(Quarter.Council, Later.Archive).It.Stage.ShouldBe(ConsultationStage.Archived);
    }

    private static Story Prepared(Story proposed)
    {
        var determined = proposed.Then(Quarter.Council, new DetermineTopic());
        return determined.Then(Quarter.Council, Quarter.Plan(determined.Now.AddDays(10))).Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants()).After(TimeSpan.FromDays(10));
    }

    [Fact]
    [Trait("Rule", "C058")]
    public void C058_a_topic_of_category_7_names_who_entrusted_it_and_may_do_so_itself()
    {
        var topic = Quarter.Topic with { Category = TopicCategory.DelegatedByGovernment };
        Story.Opened().Refused(Quarter.Party, topic).ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("C058"), r => r.Field.ShouldBe("category"));
        Story.Opened(matter: Later.Delegated).Then(Quarter.Party, topic).It.Delegated!.Organ.ShouldBe(Quarter.Bureau);
        var said = Story.Opened().Then(Quarter.Party, topic with { DelegatedBy = Quarter.Bureau });
        (said.It.Matter.DelegatedBy, said.It.Delegated).ShouldBe((Quarter.Bureau, new DelegatedReport(Quarter.Bureau, DelegatedStage.None)));
        Story.Opened().Refused(Quarter.Party, topic with { DelegatedBy = OrganCode.Of(Quarter.Community) }).Field.ShouldBe("delegatedBy");
    }

    [Fact]
    [Trait("Rule", "C083")]
    public void C083_the_record_may_come_with_the_topic() => Story.Opened()
        .Then(Quarter.Party, Quarter.Topic with { Category = TopicCategory.ProposedByBodies, AgreementRecord = " 联席会议纪要 3 " }).It.Matter.AgreementRecord.ShouldBe("联席会议纪要 3");
}
