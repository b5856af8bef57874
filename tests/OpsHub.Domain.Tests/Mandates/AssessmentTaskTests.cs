using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>R038: at the start of a year each community, township organ and department has its one task of assessment.</summary>
public sealed class AssessmentTaskTests
{
    private static readonly UnitCode Village = UnitCode.Parse("430203001201");
    private static readonly OrganCode OtherBureau = OrganCode.Parse("430203:D20");

    private static readonly ImmutableList<AssessmentTarget> Targets =
    [
        new(AssessedKind.Communities, OrganCode.Of(Community), OrganCode.Of(First), "community"), new(AssessedKind.Communities, OrganCode.Of(Village), OrganCode.Of(First), "village"),
        new(AssessedKind.Townships, OrganCode.Of(First), OrganCode.Of(County), "subdistrict"), new(AssessedKind.Townships, OrganCode.Of(Second), OrganCode.Of(County), "town"),
        new(AssessedKind.Departments, Bureau, OrganCode.Of(County)), new(AssessedKind.Departments, OtherBureau, OrganCode.Of(County)),
    ];

    private static readonly MandateStory NewYear = Blank.At("2026-01-01 00:27");
    private static readonly MandateStory Opened = NewYear.Then(Hub, new OpenAssessments(2026, Targets));

    [Fact, Trait("Rule", "R038")]
    public void R038_at_the_start_of_the_year_each_target_has_one_task_with_an_owner_and_a_term()
    {
        NewYear.OnlyFor(new OpenAssessments(2026, Targets), "R038", Hub);
        Opened.Record.Assessments.SelectMany(r => r.Tasks.Select(t => (r.Kind, Owner: r.Owner.Value, Target: t.Target.Value, t.Class, t.IsOpen))).ShouldBe(
        [
            (AssessedKind.Communities, "430203001", "430203001001", "community", true), (AssessedKind.Communities, "430203001", "430203001201", "village", true),
            (AssessedKind.Townships, "430203", "430203001", "subdistrict", true), (AssessedKind.Townships, "430203", "430203002", "town", true),
            (AssessedKind.Departments, "430203", "430203:D12", null, true), (AssessedKind.Departments, "430203", "430203:D20", null, true),
        ]);
        Opened.Record.Terms.Select(t => (t.Holder, t.Basis.Parameter, t.Basis.Kind, t.Due)).ShouldBe(Opened.Record.Assessments.Select(r => (r.Owner.Value, (string?)"AssessmentResultsWithin", BasisKind.Assumed, Given.EndOf("2027-03-31"))));
        Opened.Record.Terms.Select(t => TermNames.English(t.Name)).ShouldBe(["the yearly assessment of communities", "the yearly assessment of townships", "the yearly assessment of departments"]);
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_who_asks_twice_opens_nothing_twice_and_a_new_target_gets_its_one_task()
    {
        AssessmentDecisions.Differs(Opened.Record, 2026, Targets).ShouldBeFalse();
        Opened.Ask(Hub, new OpenAssessments(2026, Targets)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        var set = Targets.Add(new(AssessedKind.Communities, OrganCode.Parse("430203001002"), OrganCode.Of(First), "community"));
        AssessmentDecisions.Differs(Opened.Record, 2026, set).ShouldBeTrue();
        var more = Opened.At("2026-06-01 00:00").Then(Hub, new OpenAssessments(2026, set));
        more.Record.Assessments.Select(r => r.Tasks.Count).ShouldBe([3, 2, 2]);
        more.Record.Terms.Count.ShouldBe(3, "the round's term runs on");
        var next = more.At("2027-01-01 00:27").Then(Hub, new OpenAssessments(2027, set));
        next.Record.Assessments.Select(r => (r.Year, r.Tasks.Count)).ShouldBe([(2026, 3), (2026, 2), (2026, 2), (2027, 3), (2027, 2), (2027, 2)]);
        next.Record.Terms.Count.ShouldBe(6);
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_target_that_is_no_more_owes_nothing_and_one_that_moves_is_assessed_by_the_new_township_alone()
    {
        var moved = Targets.RemoveRange(4, 2).SetItem(1, Targets[1] with { Owner = OrganCode.Of(Second) });
        var after = Opened.Then(Township, Result(Community, 90m)).Then(Hub, new OpenAssessments(2026, moved)).Record;
        after.Assessments.Select(r => (r.Owner.Value, Targets: string.Join(' ', r.Tasks.Select(t => t.Target)))).ShouldBe([("430203001", "430203001001"), ("430203", "430203001 430203002"), ("430203002", "430203001201")]);
        after.Terms.Select(t => t.Id).ShouldBe(["assess-2026-Townships-430203", "assess-2026-Communities-430203002"]);
        // What is closed stays with whoever closed it.
        AssessmentDecisions.Differs(after, 2026, moved.SetItem(0, moved[0] with { Owner = OrganCode.Of(Second) })).ShouldBeFalse();
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_the_township_closes_its_communities_tasks_and_the_last_one_ends_the_term()
    {
        Opened.OnlyFor(Result(Community, 88.5m), "R038", Township);
        var one = Opened.Then(Township, Result(Community, 88.5m));
        one.Record.Term("assess-2026-Communities-430203001").ShouldNotBeNull();
        var both = one.Then(Township, Result(Village, 70m));
        both.Record.Term("assess-2026-Communities-430203001").ShouldBeNull();
        both.Record.Assessments[0].Tasks.Select(t => (t.Score, t.Satisfaction, t.Late, t.IsOpen)).ShouldBe([(88.5m, 80m, false, false), (70m, 80m, false, false)]);
        both.Ask(Township, Result(Village, 70m)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        both.Refused(Township, Result(Village, 71m), RefusalCodes.InvalidInput, "R038", "reason");
        both.Then(Township, Result(Village, 71m) with { Reason = "复核" }).Record.Assessments[0].Tasks[1].ShouldSatisfyAllConditions(t => t.Score.ShouldBe(71m), t => t.Revision.ShouldBe("复核"));
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_townships_result_closes_its_task_and_departments_are_assessed_by_the_county()
    {
        var first = Opened.Then(Performance, new RecordTownshipResult(First, 2026, 90m, 90m));
        first.Record.Assessments[1].Tasks.Select(t => t.IsOpen).ShouldBe([false, true]);
        var second = first.Then(Government, Result(Second, 85m));
        second.Record.ShouldSatisfyAllConditions(s => s.Results.Count.ShouldBe(2), s => s.Term("assess-2026-Townships-430203").ShouldBeNull());
        Opened.OnlyFor(new RecordAssessment(Bureau, 2026, 90m, 80m), "R038", Government, Performance);
        Opened.Refused(Department, Result(First, 90m), RefusalCodes.NotAllowed, "T015");
        Opened.Then(Performance, new RecordAssessment(Bureau, 2026, 90m, 80m)).Then(Government, new ExcludeFromAssessment(OtherBureau, 2026, "县里未设该部门"))
            .Record.ShouldSatisfyAllConditions(s => s.Term("assess-2026-Departments-430203").ShouldBeNull(), s => s.Assessments[2].Tasks[1].Excluded.ShouldBe("县里未设该部门"));
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_townships_result_that_came_before_its_task_leaves_nothing_owed()
    {
        var before = NewYear.Then(Performance, new RecordTownshipResult(First, 2026, 90m, 91m)).Then(Performance, new RecordTownshipResult(Second, 2026, 85m, 80m));
        var opened = before.Then(Hub, new OpenAssessments(2026, Targets.FindAll(t => t.Kind == AssessedKind.Townships)));
        opened.Record.Assessments.Single().Tasks.Select(t => (t.Score, t.Satisfaction, t.IsOpen)).ShouldBe([(90m, 91m, false), (85m, 80m, false)]);
        opened.Record.Term("assess-2026-Townships-430203").ShouldBeNull();
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_bad_figures_and_targets_without_a_task_are_refused_and_a_late_result_is_marked()
    {
        Opened.Refused(Township, Result(Community, 100.5m), RefusalCodes.InvalidInput, "R038", "score");
        Opened.Refused(Township, Result(Community, 90m) with { Satisfaction = -1m }, RefusalCodes.InvalidInput, "R039", "satisfaction");
        Opened.Refused(Township, Result(Community, 90m) with { Year = 2025 }, RefusalCodes.InvalidInput, "R038", "target");
        Opened.Refused(Government, new ExcludeFromAssessment(Bureau, 2026, " "), RefusalCodes.InvalidInput, "R038", "reason");
        Opened.At("2027-03-31 23:59").Then(Township, Result(Community, 90m)).Record.Assessments[0].Tasks[0].Late.ShouldBeFalse();
        Opened.At("2027-04-01 00:00").Then(Township, Result(Community, 90m)).Record.Assessments[0].Tasks[0].Late.ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_who_owes_an_assessment_is_chased_once_for_all_of_its_targets()
    {
        var asked = Opened.Events.OfType<AssessmentsOpened>().Single();
        MandateNotices.Of("mandates-430203", Opened.Record, [new(2, asked.At, Hub.Organ, asked)]).Select(n => n.Recipient.Value).ShouldBe(["430203001", "430203", "430203"]);
        var late = Given.Local("2027-06-01 08:00");
        var rungs = MandateTerms.Tick(Opened.Record, late, Given.Calendar, Opened.Rules).ShouldNotBeNull();
        var after = MandateFold.Apply(Opened.Record, rungs);
        var told = MandateNotices.Of("mandates-430203", after, [new(3, late, Hub.Organ, rungs)]);
        told.Count(n => n.Recipient == OrganCode.Of(First)).ShouldBe(1);
        told.ShouldContain(n => n.Recipient == OrganCode.Of(County) && n.Term == "assess-2026-Communities-430203001");
        MandateTerms.Tick(after, late, Given.Calendar, Opened.Rules).ShouldBeNull("each rung fires once");
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_task_is_read_by_who_assesses_the_target_itself_and_the_countys_organs()
    {
        var (communities, departments) = (Opened.Record.Assessments[0], Opened.Record.Assessments[2]);
        Everybody.FindAll(a => MandateAccess.Reads(a, County, communities, communities.Tasks[0])).ShouldBe([Hub, Government, Performance, Organisation, Township, Committee, Everybody[^1]]);
        Everybody.FindAll(a => MandateAccess.Reads(a, County, departments, departments.Tasks[0])).ShouldBe([Hub, Government, Performance, Organisation, Department, Everybody[^1]]);
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_steps_are_offered_to_whom_they_are_granted_with_the_inputs_that_they_take()
    {
        var story = Opened.Then(Township, Result(Village, 70m)).Then(Government, new ExcludeFromAssessment(OtherBureau, 2026, "县里未设该部门")).Then(Government, new ExcludeFromAssessment(OrganCode.Of(Second), 2026, "当年新设"));
        foreach (var (round, task) in story.Record.Assessments.SelectMany(r => r.Tasks.Select(t => (r, t))))
        {
            foreach (var actor in Everybody)
            {
                var offered = AssessmentMoves.Of(actor, County, round, task);
                var plain = new RecordAssessment(task.Target, 2026, 61.5m, 62m);
                var (result, without) = (story.Ask(actor, plain with { Reason = "复核" }), story.Ask(actor, plain));
                var place = $"{actor.Role} {actor.Organ} {task.Target}";
                (offered.Find(o => o.Command == typeof(RecordAssessment)) is not null).ShouldBe(!result.IsRefused, place);
                if (!result.IsRefused)
                    offered[0].Inputs.Exists(i => i is { Name: "reason", Required: true }).ShouldBe(without.Refusal is { Field: "reason" }, place);
                offered.Exists(o => o.Command == typeof(ExcludeFromAssessment)).ShouldBe(!story.Ask(actor, new ExcludeFromAssessment(task.Target, 2026, "未设")).IsRefused, place);
            }
        }
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_township_that_ends_leaves_what_it_did_not_assess_to_its_successor_and_what_it_did_stays()
    {
        var after = Opened.Then(Township, Result(Community, 90m)).At("2027-02-01 09:00");
        AssessmentDecisions.OpenBefore(after.Record, 2027).ShouldBe([2026]);
        AssessmentDecisions.Differs(after.Record, 2026, AssessmentDecisions.Standing(after.Record, 2026, township => township)).ShouldBeFalse("nobody ended");
        var targets = AssessmentDecisions.Standing(after.Record, 2026, township => township == First ? Second : township);
        var passed = after.Then(Hub, new OpenAssessments(2026, targets));
        passed.Record.Assessments.Where(r => r.Kind == AssessedKind.Communities).Select(r => (r.Owner.Value, string.Join(' ', r.Tasks.Select(t => t.Target)))).ShouldBe([("430203001", "430203001001"), ("430203002", "430203001201")]);
        passed.Record.Term("assess-2026-Communities-430203001").ShouldBeNull();
        passed.Record.Term("assess-2026-Communities-430203002").ShouldNotBeNull().Due.ShouldBe(Given.EndOf("2027-03-31"), "no day is won by it");
        passed.Refused(Township, Result(Village, 70m), RefusalCodes.NotAllowed, "R038");
        var none = after.Then(Hub, new OpenAssessments(2026, AssessmentDecisions.Standing(after.Record, 2026, _ => null)));
        none.Then(Government, new ExcludeFromAssessment(OrganCode.Of(Village), 2026, "已随街道撤并")).Record.Assessments.Where(r => r.Kind == AssessedKind.Communities).ShouldAllBe(r => !r.IsOpen);
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_what_is_over_leaves_the_record_after_the_next_year_and_what_is_open_stays()
    {
        var one = Opened.Then(Performance, new RecordTownshipResult(First, 2026, 90m, 90m)).Then(Performance, new RecordTownshipResult(Second, 2026, 90m, 90m));
        one.At("2028-02-01 09:00").Then(Performance, new RecordTownshipResult(First, 2027, 90m, 90m)).Record.Assessments.Select(r => (r.Year, r.Kind)).ShouldBe([(2026, AssessedKind.Communities), (2026, AssessedKind.Departments)]);
    }

    private static RecordAssessment Result(UnitCode target, decimal score) => new(OrganCode.Of(target), 2026, score, 80m);
}
