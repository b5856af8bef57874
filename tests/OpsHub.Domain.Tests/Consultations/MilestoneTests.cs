using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Milestones as duties: no day of one passes silently. C056.</summary>
public sealed class MilestoneTests
{
    [Fact]
    [Trait("Rule", "C056")]
    public void C056_each_milestone_is_a_soft_duty_until_the_end_of_its_day_and_kept_by_the_progress_that_names_it()
    {
        var adopted = Later.Adopted();
        adopted.It.OpenDuties.Where(d => d.Stem == DutyStems.Milestone).Select(d => (d.Term.Id, d.Milestone, d.Term.Due, d.Hard)).ShouldBe(
            [("milestone", 1, Calendars.Given.EndOf("2026-08-01"), false), ("milestone-2", 2, Calendars.Given.EndOf("2026-09-01"), false)]);

        var begun = adopted.Then(Quarter.Party, new StartImplementation());
        begun.Then(Quarter.Party, new PublishProgress("施工中")).It.OpenDuties.Count(d => d.Stem == DutyStems.Milestone).ShouldBe(2, "progress that names none keeps none");
        begun.Then(Quarter.Party, new PublishProgress("已验收", 2)).It.OpenDuties.Where(d => d.Stem == DutyStems.Milestone).Select(d => d.Milestone).ShouldBe([1]);
    }

    [Fact]
    [Trait("Rule", "C056")]
    public void C056_the_day_of_a_milestone_does_not_pass_silently()
    {
        var passed = Later.Implementing().At("2026-08-02 00:00").Ticked();
        passed.Events.OfType<ConsultationRungsFired>().SelectMany(f => f.Rungs).ShouldContain(r => r.Term == "milestone" && r.Kind == RungKind.Due);
        passed.Owed(DutyStems.Milestone).IsBreached(passed.Now).ShouldBeFalse("soft");
        var reached = passed.ThenNow(Quarter.Party, new PublishProgress("已划线", 1));
        reached.It.Duties.Find(d => d.Term.Id == "milestone")!.Term.IsLate(reached.Now).ShouldBeTrue("reached, and late");
    }

    [Fact]
    public void A_milestone_of_the_day_itself_is_due_at_its_end()
    {
        var concluded = Later.Concluded();
        var adopted = concluded.Then(Quarter.Party, Later.Adoption() with { Milestones = [new("当日公示", LocalDay.Of(concluded.Now))] });
        adopted.Owed(DutyStems.Milestone).Term.Due.ShouldBe(LocalDay.End(LocalDay.Of(concluded.Now)));
        var ticked = adopted.Ticked().Ticked();
        ticked.Events.OfType<MilestonesOwed>().ShouldBeEmpty("it has its duty already");
    }

    [Fact]
    public void What_was_not_reached_is_owed_by_nobody_once_all_is_carried_out_or_the_result_is_void()
    {
        Later.Implemented().It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Milestone);
        Later.Archived().It.OpenDuties.ShouldBeEmpty();
        Later.Implementing().Then(Quarter.Party, new CorrectResult("违反规定", true)).It.OpenDuties.ShouldNotContain(d => d.Stem == DutyStems.Milestone);
    }

    [Fact]
    public void Milestones_of_results_from_before_are_caught_up_once()
    {
        var story = Later.Implementing();
        var former = story with { State = story.It with { Duties = story.It.Duties.RemoveAll(d => d.Stem == DutyStems.Milestone) } };
        var caught = former.At("2026-08-02 00:00").Ticked();
        caught.Events.OfType<MilestonesOwed>().Count().ShouldBe(1);
        caught.It.OpenDuties.Where(d => d.Stem == DutyStems.Milestone).Select(d => d.Term.Due).ShouldBe([Calendars.Given.EndOf("2026-08-01"), Calendars.Given.EndOf("2026-09-01")]);
        caught.Events.OfType<ConsultationRungsFired>().SelectMany(f => f.Rungs).ShouldContain(r => r.Term == "milestone" && r.Kind == RungKind.Due, "one that has passed is told of at once");
        caught.Ticked().Events.Count.ShouldBe(caught.Events.Count, "once");
        story.At("2026-07-20 00:00").Ticked().Events.OfType<MilestonesOwed>().ShouldBeEmpty("those of today have theirs");
    }
}
