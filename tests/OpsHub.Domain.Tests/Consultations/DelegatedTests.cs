using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Matters that government or a department entrusted. SM2 row Z.</summary>
public sealed class DelegatedTests
{
    private static readonly ReportUp Report = new("居民同意划线方案");

    [Theory]
    [Trait("Rule", "C058")]
    [InlineData(ConsultationStage.Concluded)]
    [InlineData(ConsultationStage.VotePassed)]
    [InlineData(ConsultationStage.NotAdopted)]
    public void C058_any_result_of_a_delegated_matter_goes_up(ConsultationStage stage)
    {
        var there = Later.In(stage, matter: Later.Delegated);
        there.It.Delegated!.Stage.ShouldBe(DelegatedStage.ToReport);
        there.Owed(DutyStems.ReportUp).Term.Basis.RuleId.ShouldBe("C058");
        there.Refused(Quarter.Council, Report).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("C058"));
        there.Refused(Quarter.Party, new ReportUp("")).Field.ShouldBe("report");
        var up = there.Then(Quarter.Party, Report);
        up.It.Delegated!.Stage.ShouldBe(DelegatedStage.Reported);
        up.Owed(DutyStems.GovernmentFeedback).Term.Holder.ShouldBe(Quarter.Bureau.Value, "now the department owes");
        up.Refused(Quarter.Party, Report).Code.ShouldBe("DELEGATED_STEP");
    }

    [Fact]
    [Trait("Rule", "C058")]
    public void C058_a_late_report_is_taken_and_is_late()
    {
        var late = Later.Concluded(matter: Later.Delegated).After(TimeSpan.FromDays(20)).Then(Quarter.Committee, Report);
        late.Last(DutyStems.ReportUp).Term.IsLate(late.Now).ShouldBeTrue();
    }

    [Fact]
    public void What_nobody_entrusted_is_not_reported_up()
    {
        Later.Concluded().Refused(Quarter.Party, Report).Code.ShouldBe("NOT_DELEGATED");
        Later.Called(matter: Later.Delegated).Refused(Quarter.Party, Report).Code.ShouldBe("DELEGATED_STEP", "there is no result yet");
    }

    [Fact]
    [Trait("Rule", "C078")]
    public void C078_it_is_studied_then_adopted_or_refused_with_a_reason()
    {
        var up = Later.Concluded(matter: Later.Delegated).Then(Quarter.Party, Report);
        up.Refused(Quarter.Department, new DecideReport(true, "采纳")).Code.ShouldBe("DELEGATED_STEP", "not studied yet");
        var studied = up.Then(Quarter.Department, new StudyReport("已研究"));
        studied.Refused(Quarter.Department, new DecideReport(false, " ")).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("decision"), r => r.Rule.ShouldBe("C078"));
        studied.Refused(Quarter.Party, new DecideReport(true, "采纳")).Code.ShouldBe(RefusalCodes.NotAllowed);
        studied.Then(Quarter.Department, new DecideReport(false, "超出职权")).It.Delegated!.ShouldSatisfyAllConditions(d => d.Stage.ShouldBe(DelegatedStage.Refused), d => d.Decision.ShouldBe("超出职权"));
        studied.Then(Quarter.Department, new DecideReport(true, "")).It.Delegated!.Stage.ShouldBe(DelegatedStage.Adopted);
        up.Refused(Quarter.Department with { Organ = OrganCode.Parse("430203:D12") }, new StudyReport("已研究")).Code.ShouldBe(RefusalCodes.NotAllowed, "another department");
    }

    [Fact]
    [Trait("Rule", "C059")]
    public void C059_the_department_feeds_back_to_those_it_concerns_and_until_then_owes_it()
    {
        var answered = Later.Concluded(matter: Later.Delegated).Then(Quarter.Party, Report).Then(Quarter.Department, new StudyReport("已研究"));
        answered.Refused(Quarter.Department, new FeedBackReport("完成")).Code.ShouldBe("DELEGATED_STEP");
        var decided = answered.Then(Quarter.Department, new DecideReport(true, "采纳"));
        decided.Owed(DutyStems.GovernmentFeedback).Term.Basis.RuleId.ShouldBe("C059");
        decided.Refused(Quarter.Department, new FeedBackReport("")).Field.ShouldBe("text");
        var told = decided.Then(Quarter.Department, new FeedBackReport("已列入年度计划"));
        told.It.Delegated!.ShouldSatisfyAllConditions(d => d.Stage.ShouldBe(DelegatedStage.FedBack), d => d.FedBackAt.ShouldBe(told.Now));
        told.It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.GovernmentFeedback);
    }

    [Theory]
    [InlineData("430203001", Role.TownshipGovernment)]
    [InlineData("430203", Role.CountyGovernment)]
    [InlineData("430203:D07", Role.Department)]
    public void Whoever_entrusted_it_answers(string organ, Role role)
    {
        var actor = new Actor("answering", role, OrganCode.Parse(organ));
        Later.Concluded(matter: new(DelegatedBy: actor.Organ)).Then(Quarter.Party, Report).Then(actor, new StudyReport("已研究")).It.Delegated!.Stage.ShouldBe(DelegatedStage.Studied);
    }

    [Fact]
    public void A_result_that_fails_the_vote_after_it_was_reported_goes_up_again()
    {
        var legal = Later.Concluded(matter: Later.Delegated with { LegalVote = true });
        legal.It.Delegated!.Stage.ShouldBe(DelegatedStage.None, "the vote is the result");
        var passed = legal.Then(Quarter.Council, new RequireVote()).Then(Quarter.Council, Later.Ballot(VoteBody.ResidentsMeeting, 30, 0, 0));
        passed.It.Delegated!.Stage.ShouldBe(DelegatedStage.ToReport);

        var down = Later.Concluded(matter: Later.Delegated).Then(Quarter.Party, Report);
        var closed = (down with { State = down.It with { Stage = ConsultationStage.VoteFailed } }).Then(Quarter.Council, new CloseFailed());
        closed.It.Delegated!.Stage.ShouldBe(DelegatedStage.ToReport);
        closed.It.OpenDuties.Count(d => d.Stem == DutyStems.ReportUp).ShouldBe(1);
        closed.It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.GovernmentFeedback, "it answers the result that holds");
    }
}
