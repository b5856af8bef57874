using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>T012, T013, R033: what townships may say.</summary>
public sealed class PlanAndSuggestionTests
{
    [Fact]
    public void T012_each_township_whose_area_a_plan_touches_is_asked_with_a_term()
    {
        var planned = Planned();
        var plan = planned.Record.Plans.ShouldHaveSingleItem();
        (plan.Id, plan.By).ShouldBe((2, Bureau));
        plan.Awaited.ShouldBe([First, Second]);
        planned.Record.Terms.Select(t => (t.Id, t.Holder)).ShouldBe([("opinion-2-430203001", "430203001"), ("opinion-2-430203002", "430203002")]);
        planned.Record.Terms[0].ShouldSatisfyAllConditions(
            t => t.Due.ShouldBe(Given.EndOf("2026-07-27")), t => t.Basis.ShouldBe(new("T012", "二(二)", BasisKind.Assumed, "PlanOpinionWithin")));
    }

    [Fact]
    public void T012_a_plan_closed_without_an_opinion_is_accepted_and_warned_and_the_warning_stays()
    {
        var closed = Planned().Then(Township, new GiveAreaOpinion(2, "同意")).Then(Department, new CloseAreaPlan(2));
        closed.Record.Plans.Single().Missing.ShouldBe([Second]);
        closed.Record.Terms.ShouldBeEmpty("nobody owes it any more");

        var later = closed.Then(SecondTownship, new GiveAreaOpinion(2, "建议保留水塘"));
        later.Record.Plans.Single().ShouldSatisfyAllConditions(p => p.Missing.ShouldBe([Second]), p => p.Opinions.Select(o => o.Late).ShouldBe([false, true]), p => p.Awaited.ShouldBeEmpty());
        later.Refused(Department, new CloseAreaPlan(2), RefusalCodes.WrongState, "T012");
    }

    [Fact]
    public void T012_a_plan_with_every_opinion_has_no_warning_and_a_late_opinion_is_taken_and_marked()
    {
        var all = Planned().Then(Township, new GiveAreaOpinion(2, "同意")).At("2026-07-28 00:00").Then(SecondTownship, new GiveAreaOpinion(2, "同意"));
        all.Record.Plans.Single().Opinions.Select(o => o.Late).ShouldBe([false, true]);
        all.Then(Department, new CloseAreaPlan(2)).Record.Plans.Single().Missing.ShouldBeEmpty();
        all.Refused(Township, new GiveAreaOpinion(2, "再说一次"), RefusalCodes.WrongState, "T012");
    }

    [Fact]
    public void T012_R033_only_whose_matter_it_is_acts()
    {
        Blank.OnlyFor(new OpenAreaPlan("规划", "内容", [First]), "T012", Government, Department, OtherDepartment);
        Planned().OnlyFor(new GiveAreaOpinion(2, "同意"), "T012", Township, SecondTownship);
        Planned().OnlyFor(new CloseAreaPlan(2), "T012", Department);
        Planned().Refused(OtherDepartment, new CloseAreaPlan(2), RefusalCodes.InvalidInput, "T012", "plan"); // it may not even read it
        Blank.Then(Department, new OpenAreaPlan("规划", "内容", [First])).Refused(SecondTownship, new GiveAreaOpinion(2, "同意"), RefusalCodes.InvalidInput, "T012", "plan");
    }

    [Fact]
    public void T012_what_cannot_be_is_refused_by_field()
    {
        Blank.Refused(Department, new OpenAreaPlan(" ", "内容", [First]), RefusalCodes.InvalidInput, "T012", "title");
        Blank.Refused(Department, new OpenAreaPlan("规划", new string('长', 1001), [First]), RefusalCodes.InvalidInput, "T012", "content");
        Blank.Refused(Department, new OpenAreaPlan("规划", "内容", []), RefusalCodes.InvalidInput, "T012", "townships");
        Blank.Refused(Department, new OpenAreaPlan("规划", "内容", [First, First]), RefusalCodes.InvalidInput, "T012", "townships");
        Blank.Refused(Department, new OpenAreaPlan("规划", "内容", [Community]), RefusalCodes.InvalidInput, "T012", "townships");
        Blank.Refused(Department, new OpenAreaPlan("规划", "内容", [UnitCode.Parse("430202001")]), RefusalCodes.InvalidInput, "T012", "townships");
        Blank.Refused(Department, new OpenAreaPlan("规划", "内容", [UnitCode.Parse("430203999")]), RefusalCodes.InvalidInput, "T012", "townships");
        Planned().Refused(Township, new GiveAreaOpinion(2, ""), RefusalCodes.InvalidInput, "T012", "text");
    }

    [Fact]
    public void T013_a_suggestion_without_a_reply_is_unanswered_and_tells_how_long_it_waits()
    {
        var suggested = Suggested();
        var waiting = suggested.Record.Suggestions.ShouldHaveSingleItem();
        (waiting.Township, waiting.To, waiting.Answer).ShouldBe((First, Bureau, null));
        waiting.Waited(Given.Local("2026-07-23 09:00")).ShouldBe(TimeSpan.FromDays(10));
        suggested.Record.Terms.Single().ShouldSatisfyAllConditions(
            t => t.Holder.ShouldBe("430203:D12"), t => t.Due.ShouldBe(Given.EndOf("2026-08-03")), t => t.Basis.Parameter.ShouldBe("SuggestionReplyLimit"), t => t.Basis.Kind.ShouldBe(BasisKind.Assumed));
    }

    [Fact]
    public void T013_who_was_asked_or_the_county_answers_once_and_late_is_marked()
    {
        Suggested().OnlyFor(new AnswerSuggestion(2, SuggestionAnswer.Adopted, "已调整线位"), "T013", Government, Department);
        var answered = Suggested().Then(Department, new AnswerSuggestion(2, SuggestionAnswer.PartlyAdopted, "部分调整"));
        answered.Record.Suggestions.Single().ShouldSatisfyAllConditions(g => g.Answer.ShouldBe(SuggestionAnswer.PartlyAdopted), g => g.Late.ShouldBeFalse(), g => g.Waited(Given.Local("2026-12-01 09:00")).ShouldBe(TimeSpan.Zero));
        answered.Record.Terms.ShouldBeEmpty();
        answered.Refused(Government, new AnswerSuggestion(2, SuggestionAnswer.Adopted, "再答"), RefusalCodes.WrongState, "T013");

        Suggested().At("2026-08-04 00:00").Then(Government, new AnswerSuggestion(2, SuggestionAnswer.NotAdopted, "线位已批复")).Record.Suggestions.Single().Late.ShouldBeTrue();
    }

    [Fact]
    public void T013_R033_a_township_of_the_county_suggests_to_the_county_or_its_departments()
    {
        Blank.OnlyFor(new MakeSuggestion(SuggestionSubject.Decision, "撤并", "暂缓", OrganCode.Of(County)), "T013", Township, SecondTownship);
        Blank.Refused(Township, new MakeSuggestion(null, "撤并", "暂缓", Bureau), RefusalCodes.InvalidInput, "T013", "subject");
        Blank.Refused(Township, new MakeSuggestion(SuggestionSubject.Decision, "撤并", "暂缓", OrganCode.Parse("430202:D12")), RefusalCodes.InvalidInput, "T013", "to");
        Blank.Refused(Township, new MakeSuggestion(SuggestionSubject.Decision, "撤并", "暂缓", OrganCode.Of(Second)), RefusalCodes.InvalidInput, "T013", "to");
        Suggested().Refused(Department, new AnswerSuggestion(2, null, "答"), RefusalCodes.InvalidInput, "T013", "answer");
        Suggested().Refused(Department, new AnswerSuggestion(99, SuggestionAnswer.Adopted, "答"), RefusalCodes.InvalidInput, "T013", "suggestion");
    }
}
