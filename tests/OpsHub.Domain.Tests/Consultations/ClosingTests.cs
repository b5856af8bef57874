using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Feedback, survey, archive. SM2 rows 21-23.</summary>
public sealed class ClosingTests
{
    [Fact]
    [Trait("Rule", "C029")]
    public void C029_a_building_feeds_back_to_the_masses_before_it_closes()
    {
        var done = Later.Implemented(BuildingOrGroup);
        done.Refused(Quarter.Group, Later.Survey).Code.ShouldBe(RefusalCodes.WrongState);
        done.Refused(Quarter.Group, Later.Archive).Code.ShouldBe(RefusalCodes.WrongState, "carried out, but not fed back");
        done.Then(Quarter.Group, new FeedBackResult([FeedbackAudience.Stakeholders], "完成")).It.Stage.ShouldBe(ConsultationStage.Implemented);
        done.Then(Quarter.Group, new FeedBackResult([FeedbackAudience.Masses], "完成")).It.Stage.ShouldBe(ConsultationStage.FedBack);
    }

    [Fact]
    [Trait("Rule", "C048")]
    public void C048_across_communities_all_three_audiences_are_told_in_parts_or_at_once()
    {
        var done = Later.Implemented(CrossCommunity);
        var some = done.Then(Quarter.Government, new FeedBackResult([FeedbackAudience.Participants], "完成"));
        some.It.Stage.ShouldBe(ConsultationStage.Implemented);
        some.It.OpenDuties.ShouldContain(d => d.Stem == DutyStems.Feedback);
        some.Refused(Quarter.Government, Later.Survey).Code.ShouldBe(RefusalCodes.WrongState, "only participants were told");
        var all = some.Then(Quarter.Government, new FeedBackResult([FeedbackAudience.Stakeholders, FeedbackAudience.Residents], "完成"));
        all.It.Stage.ShouldBe(ConsultationStage.FedBack);
        all.It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Feedback);
    }

    [Fact]
    public void A_feedback_names_its_audiences_each_once()
    {
        var done = Later.Implemented();
        done.Refused(Quarter.Committee, new FeedBackResult([], "完成")).Field.ShouldBe("audiences");
        done.Refused(Quarter.Committee, new FeedBackResult([FeedbackAudience.Masses, FeedbackAudience.Masses], "完成")).Field.ShouldBe("audiences");
        done.Refused(Quarter.Committee, new FeedBackResult([FeedbackAudience.Masses], "")).Field.ShouldBe("text");
        done.Then(Quarter.Committee, new FeedBackResult([FeedbackAudience.Stakeholders], "完成")).It.Stage.ShouldBe(ConsultationStage.FedBack, "C071: the interested parties");
    }

    [Theory]
    [Trait("Rule", "C060")]
    [InlineData("", 40, 36, "visitRecord")]
    [InlineData("回访 3", 0, 0, "ballots")]
    [InlineData("回访 3", 40, 41, "satisfied")]
    [InlineData("回访 3", 40, -1, "satisfied")]
    public void C060_a_survey_that_cannot_be_is_refused(string visit, int ballots, int satisfied, string field) =>
        Later.FedBack().Refused(Quarter.Party, new RecordSurvey(visit, ballots, satisfied)).ShouldSatisfyAllConditions(r => r.Field.ShouldBe(field), r => r.Rule.ShouldBe("C060"));

    [Fact]
    [Trait("Rule", "C060")]
    public void C060_nothing_closes_without_its_survey()
    {
        Later.FedBack().Refused(Quarter.Council, Later.Archive).Code.ShouldBe(RefusalCodes.WrongState);
        var surveyed = Later.Surveyed();
        surveyed.It.Survey!.Satisfied.ShouldBe(36);
        surveyed.Last(DutyStems.Survey).Term.IsOpen.ShouldBeFalse();
        surveyed.Owed(DutyStems.Archive).Hard.ShouldBeFalse();
    }

    [Theory]
    [Trait("Rule", "C041")]
    [Trait("Rule", "C031")]
    [InlineData(Community, "C041")]
    [InlineData(BuildingOrGroup, "C031")]
    public void C041_C031_materials_are_archived_or_filed_with_the_council(ConsultationVariant variant, string rule)
    {
        var ready = Later.Surveyed(variant).Then(Quarter.Holder(variant), Quarter.Announcement);
        ready.Owed(DutyStems.Archive).Term.Basis.RuleId.ShouldBe(rule);
        ready.Refused(Quarter.Holder(variant), new ArchiveConsultation([])).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("materials"), r => r.Rule.ShouldBe(rule));
        ready.Refused(Quarter.Holder(variant), new ArchiveConsultation([" "])).Field.ShouldBe("materials");
        var archived = ready.Then(Quarter.Holder(variant), Later.Archive);
        archived.It.ShouldSatisfyAllConditions(s => s.Stage.ShouldBe(ConsultationStage.Archived), s => s.OpenDuties.ShouldBeEmpty(), s => s.EndedAt.ShouldBe(archived.Now));
    }

    [Fact]
    public void Nothing_is_archived_while_another_duty_is_open_and_the_refusal_names_it()
    {
        var dissent = Story.Ended(end: Quarter.End(dissents: Quarter.Dissent)).Then(Quarter.Council, new Conclude()).Then(Quarter.Party, Later.Adoption())
            .Then(Quarter.Party, new StartImplementation()).Then(Quarter.Party, new CompleteImplementation("完成")).Then(Quarter.Party, Later.Told).Then(Quarter.Party, Later.Survey);
        dissent.Refused(Quarter.Council, Later.Archive).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("DUTY_OPEN"), r => r.Rule.ShouldBe("C040"), r => r.Zh.ShouldContain("公告协商情况"), r => r.Zh.ShouldContain("解释说明"), r => r.En.ShouldContain("announcement"));
        var announced = dissent.Then(Quarter.Council, Quarter.Announcement);
        announced.Refused(Quarter.Council, Later.Archive).Rule.ShouldBe("C053");
        announced.Then(Quarter.Council, new ExplainDissent(1, "已当面说明")).Then(Quarter.Council, Later.Archive).It.Stage.ShouldBe(ConsultationStage.Archived);
    }
}
