using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Correction of an unlawful result, withdrawal. SM2 rows X and Y.</summary>
public sealed class CorrectionTests
{
    private static readonly CorrectResult Annul = new("违反《物业管理条例》", true);
    private static readonly CorrectResult Reopen = new("参与主体产生不合规", false);

    public static TheoryData<ConsultationStage> After => [.. Enum.GetValues<ConsultationStage>().Where(s => s >= ConsultationStage.SessionEnded && s is not (ConsultationStage.Corrected or ConsultationStage.Withdrawn))];

    public static TheoryData<ConsultationStage> WithResult =>
    [
        ConsultationStage.Concluded, ConsultationStage.VotePassed, ConsultationStage.Adopted, ConsultationStage.Implementing, ConsultationStage.Implemented, ConsultationStage.FedBack,
        ConsultationStage.Surveyed, ConsultationStage.Archived,
    ];

    public static TheoryData<ConsultationStage> WithoutResult =>
        [ConsultationStage.SessionEnded, ConsultationStage.VoteRequired, ConsultationStage.VoteFailed, ConsultationStage.NotAdopted];

    [Theory]
    [MemberData(nameof(WithResult))]
    [Trait("Rule", "C054")]
    public void C054_a_result_is_annulled_from_any_state_after_the_session(ConsultationStage stage)
    {
        var story = Later.In(stage);
        var corrected = story.Then(Quarter.Party, Annul);

        corrected.It.Stage.ShouldBe(ConsultationStage.Corrected);
        corrected.It.Corrections[^1].Annulled.ShouldBeTrue();
        corrected.Owed(DutyStems.Announce).Announces.ShouldBe(AnnouncementKind.Correction);
        corrected.It.OpenDuties.ShouldAllBe(d => d.Stem == DutyStems.Announce || d.Stem == DutyStems.Explain, "nothing else is owed for what is void");
        corrected.It.OpenDuties.Count(d => d.Announces == AnnouncementKind.Session).ShouldBe(story.It.OpenDuties.Count(d => d.Announces == AnnouncementKind.Session), "no announcement vanishes");
        corrected.Refused(Quarter.Committee, new PublishProgress("继续")).Code.ShouldBe(RefusalCodes.WrongState, "implementation stops");
        var told = corrected;
        while (told.It.OpenDuties.Exists(d => d.Stem == DutyStems.Announce))
            told = told.Then(Quarter.Committee, Quarter.Announcement);
        told.It.Announcements[^1].Kind.ShouldBe(AnnouncementKind.Correction);
    }

    [Theory]
    [MemberData(nameof(WithoutResult))]
    [Trait("Rule", "C043")]
    [Trait("Rule", "C049")]
    public void C043_C049_annulment_spares_nobody_the_vote_where_there_is_no_result(ConsultationStage stage)
    {
        Later.In(stage).Refused(Quarter.Party, Annul).ShouldSatisfyAllConditions(r => r.Code.ShouldBe("NO_RESULT"), r => r.Rule.ShouldBe("C043"), r => r.Field.ShouldBe("annul"));
        Later.In(stage, CrossCommunity).Refused(Quarter.Government, Annul).Rule.ShouldBe("C049");
        Later.In(stage).Then(Quarter.Party, Reopen).It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
    }

    [Theory]
    [MemberData(nameof(After))]
    [Trait("Rule", "C054")]
    public void C054_or_opened_again_with_a_plan_to_make(ConsultationStage stage)
    {
        var story = Later.In(stage);
        var again = story.Then(Quarter.Government, Reopen);

        again.It.Stage.ShouldBe(ConsultationStage.TopicDetermined);
        again.It.Round.ShouldBe(story.It.Round + 1);
        again.It.Adoption.ShouldBeNull();
        again.It.EndedAt.ShouldBeNull();
        again.Owed(DutyStems.Plan).Hard.ShouldBeTrue();
        again.It.OpenDuties.ShouldContain(d => d.Announces == AnnouncementKind.Correction);
        again.Then(Quarter.Council, Quarter.Plan(again.Now.AddDays(3))).It.Stage.ShouldBe(ConsultationStage.Planned);
    }

    [Fact]
    [Trait("Rule", "C054")]
    public void C054_only_the_communitys_or_townships_party_organisation_corrects()
    {
        var doing = Later.Implementing();
        foreach (var other in new[] { Quarter.Council, Quarter.Committee, Quarter.Supervision, Quarter.SecondParty, Quarter.Group, Quarter.Department, Quarter.Resident })
            doing.Refused(other, Annul).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C054"));
        Later.Implementing(CrossCommunity).Refused(Quarter.Party, Annul).Code.ShouldBe(RefusalCodes.NotAllowed, "across communities it is the township's");
        doing.Refused(Quarter.Party, Annul with { Ground = "" }).Field.ShouldBe("ground");
        Story.InSession().Refused(Quarter.Party, Annul).Code.ShouldBe(RefusalCodes.WrongState);
    }

    [Fact]
    public void A_vote_on_a_result_that_was_corrected_is_none_on_the_next()
    {
        var again = Later.Concluded(matter: new(LegalVote: true)).Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 30, 0, 0))
            .Then(Quarter.Party, Reopen);
        var ended = again.Then(Quarter.Council, Quarter.Plan(again.Now.AddDays(3))).Then(Quarter.Council, Quarter.Notice).Then(Quarter.Council, Quarter.Participants()).After(TimeSpan.FromDays(3))
            .Then(Quarter.Council, new StartSession(PresiderKind.CouncilHead)).After(TimeSpan.FromHours(1)).Then(Quarter.Council, Quarter.End()).Then(Quarter.Council, new Conclude());
        ended.Refused(Quarter.Party, Later.Adoption()).Rule.ShouldBe("C007");
    }

    [Fact]
    public void It_is_withdrawn_by_whoever_leads_before_a_session_and_with_a_reason()
    {
        Story.Prepared().Refused(Quarter.Party, new WithdrawConsultation("")).Field.ShouldBe("reason");
        Story.Prepared().Refused(Quarter.Council, new WithdrawConsultation("已自行解决")).Code.ShouldBe(RefusalCodes.NotAllowed);
        var withdrawn = Story.Determined().Then(Quarter.Party, new WithdrawConsultation("已自行解决"));
        withdrawn.It.Stage.ShouldBe(ConsultationStage.Withdrawn);
        withdrawn.It.OpenDuties.ShouldBeEmpty();
        Story.Planned(BuildingOrGroup).Then(Quarter.Group, new WithdrawConsultation("已自行解决")).It.EndedAt.ShouldNotBeNull();
        Story.Planned(CrossCommunity).Then(Quarter.Government, new WithdrawConsultation("已自行解决")).It.EndedAt.ShouldNotBeNull();
        Story.InSession().Refused(Quarter.Party, new WithdrawConsultation("x")).Code.ShouldBe(RefusalCodes.WrongState);
    }

    [Fact]
    public void What_residents_wait_for_cannot_be_withdrawn_in_a_further_round() =>
        Later.Disagreed().Then(Quarter.Council, new OpenAnotherRound()).Refused(Quarter.Party, new WithdrawConsultation("x")).Code.ShouldBe("SESSION_HELD");

    [Fact]
    public void A_breach_stays_visible_when_the_consultation_is_withdrawn()
    {
        var late = Story.Determined().After(TimeSpan.FromDays(10)).Then(Quarter.Party, new WithdrawConsultation("已自行解决"));
        late.Last(DutyStems.Plan).IsBreached(late.Now.AddDays(1)).ShouldBeTrue();
        var early = Story.Determined().Then(Quarter.Party, new WithdrawConsultation("已自行解决"));
        early.Last(DutyStems.Plan).IsBreached(early.Now.AddDays(30)).ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_names_its_clause()
    {
        var adjourned = Story.InSession().Then(Quarter.Council, new AdjournSession("改日再议"));
        Refusal[] refusals =
        [
            adjourned.Refused(Quarter.Council, new AdjournSession("x")), adjourned.Refused(Quarter.Council, Quarter.End()), Story.InSession().Refused(Quarter.Council, new ResumeSession()),
            Story.InSession().Refused(Quarter.Council, new AdjournSession("")), Story.Prepared().Refused(Quarter.Party, new WithdrawConsultation("")),
            Story.Prepared().Refused(Quarter.Council, new WithdrawConsultation("x")), Later.Disagreed().Then(Quarter.Council, new OpenAnotherRound()).Refused(Quarter.Party, new WithdrawConsultation("x")),
            adjourned.At(adjourned.Now.AddDays(-1)).Refused(Quarter.Council, new ResumeSession()), Story.Blank.Refused(Quarter.Party, new Conclude()), Story.Opened().Refused(Quarter.Party, Quarter.Opening(Community).Command),
        ];
        refusals.ShouldAllBe(r => r.Clause.Length > 0);
    }
}
