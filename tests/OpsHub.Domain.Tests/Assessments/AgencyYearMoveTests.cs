using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>What is offered is what decisions take.</summary>
public sealed class AgencyYearMoveTests
{
    [Fact, Trait("Rule", "SM4")]
    public void SM4_In_every_stage_each_is_offered_only_what_stage_and_office_permit()
    {
        foreach (var stage in Enum.GetValues<AgencyYearStage>())
        {
            foreach (var actor in YearStory.Everybody)
            {
                foreach (var (command, _) in Moves(YearStory.In(stage), actor).Offered.Select(m => (m.Move.Command, m.Inputs)))
                    AgencyYearTransitions.Table.Find(m => m.Command == command)!.From.ShouldContain(stage, $"{actor.Principal} {command.Name}");
            }
        }

        Moves(YearStory.Scored(), YearStory.Township).Blocked.ShouldBeEmpty("what came too late waits for nothing");
        Moves(YearStory.Shared(), YearStory.Agency).Offered.ShouldBeEmpty();
        Moves(YearStory.Assessing(), YearStory.Stranger).ShouldSatisfyAllConditions(m => m.Offered.ShouldBeEmpty(), m => m.Blocked.ShouldBeEmpty());
    }

    [Fact, Trait("Rule", "A038")]
    public void A038_A_plan_that_was_negotiated_is_offered_for_submission_and_before_that_says_what_is_missing()
    {
        var drafted = YearStory.Drafted();
        Moves(drafted, YearStory.Agency).Blocked.Select(b => (b.Move.Command, b.Why.Code)).ShouldContain((typeof(SubmitPlan), "PLAN_NOT_NEGOTIATED"));
        Names(drafted, YearStory.Township).ShouldContain(nameof(NegotiatePlan));
        var negotiated = drafted.Then(YearStory.Township, new NegotiatePlan());
        Names(negotiated, YearStory.Township).ShouldNotContain(nameof(NegotiatePlan), "it is done");
        Names(negotiated, YearStory.Agency).ShouldContain(nameof(SubmitPlan));
    }

    [Fact, Trait("Rule", "A035")]
    public void A035_The_grades_of_a_head_follow_the_agency_s()
    {
        var inputs = Moves(YearStory.Graded(), YearStory.Department).Offered.Find(m => m.Move.Command == typeof(SetHeadGrade)).ShouldNotBeNull().Inputs;
        inputs.ShouldHaveSingleItem().Choices.ShouldBe(["GOOD", "COMPETENT", "NOT_COMPETENT"]);
        Moves(YearStory.Scored(), YearStory.Department).Blocked.Select(b => b.Why.Code).ShouldBe(["AGENCY_NOT_GRADED"], "nobody waits for the host's own result before the agency is graded");
        Moves(YearStory.Shared(), YearStory.Department).Blocked.Select(b => b.Why.Code).ShouldContain("HOST_RESULT_MISSING");
    }

    [Fact, Trait("Rule", "A026")]
    public void A026_Weights_are_asked_for_of_the_townships_that_are_served_now()
    {
        var area = YearStory.Area();
        Asked(area, YearStory.Township, [YearStory.Host, YearStory.Second]).ShouldBe(["430203001", "430203002"]);
        Asked(area, YearStory.Township, [YearStory.Host, YearStory.Second, YearStory.Third]).ShouldBe(["430203001", "430203002", "430203003"]);
        var assessing = YearStory.Assessing(area);
        Asked(assessing, YearStory.Organ, [YearStory.Host, YearStory.Second, YearStory.Third]).ShouldBeNull("they stand once it is being assessed");
        Asked(assessing, YearStory.Organ, [YearStory.Third, YearStory.Host, UnitCode.Parse("430203009")]).ShouldBe(["430203001", "430203003"], "those that are left");
        Asked(assessing, YearStory.Township, [YearStory.Host, YearStory.Third]).ShouldBeNull("not the host's to decide any more");

        static IEnumerable<string>? Asked(YearStory story, Actor actor, ImmutableList<UnitCode> served) =>
            AgencyYearMoves.Of(actor, story.Year, Context(story) with { Agency = new(YearStory.Code, YearStory.Bureau, YearStory.Host, served) })
                .Offered.Find(m => m.Move.Command == typeof(SetWeights))?.Inputs.ShouldHaveSingleItem().Choices;
    }

    [Fact]
    public void Lines_are_named_so_that_a_form_can_send_them_back()
    {
        YearMoveInputs.NameOf(new(AppealLine.Duty, YearStory.Host, DutyComponent.KeyWork)).ShouldBe("DUTY/430203001/KEY_WORK");
        YearMoveInputs.NameOf(new(AppealLine.Satisfaction, YearStory.Host)).ShouldBe("SATISFACTION/430203001");
        YearMoveInputs.NameOf(new(AppealLine.Grade)).ShouldBe("GRADE");
    }

    private static List<string> Names(YearStory story, Actor actor) => [.. Moves(story, actor).Offered.Select(m => m.Move.Command.Name)];

    private static AgencyYearMoves Moves(YearStory story, Actor actor) =>
        AgencyYearMoves.Of(actor, story.Year, Context(story));

    private static AgencyYearContext Context(YearStory story) =>
        new(YearStory.Hub, story.Now, Calendars.Given.Calendar, WorkingHours.Default, story.Rules, story.Events.Count + 1);
}
