using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Calendars;
using static OpsHub.Domain.Tests.Mandates.MandateStory;

namespace OpsHub.Domain.Tests.Mandates;

/// <summary>R038: what a township that ended did not assess goes to another, as late as it is, and that one is told.</summary>
public sealed class HandOverTests
{
    private static readonly OrganCode Theirs = OrganCode.Parse("430203002001");
    private static readonly ImmutableList<AssessmentTarget> OfFirst = [new(AssessedKind.Communities, OrganCode.Of(Community), OrganCode.Of(First), "community")];
    private static readonly ImmutableList<AssessmentTarget> OfBoth = OfFirst.Add(new(AssessedKind.Communities, Theirs, OrganCode.Of(Second), "community"));

    [Theory, Trait("Rule", "R038")]
    [InlineData("430203002")]
    [InlineData(null)]
    public void R038_what_is_handed_over_after_its_due_is_late_with_whoever_gets_it(string? to)
    {
        var (passed, owner, by) = (Passed(OfFirst, to), OrganCode.Parse(to ?? "430203"), to is null ? Government : SecondTownship);
        var term = passed.Record.Terms.ShouldHaveSingleItem();
        (term.Holder, term.Due, term.IsLate(passed.Now)).ShouldBe((owner.Value, Given.EndOf("2027-03-31"), true));
        Told(passed).ShouldBe([(owner, NoticeKind.NewWork)]);
        MandateTerms.Tick(passed.Record, passed.Now, Given.Calendar, passed.Rules).ShouldNotBeNull().Rungs.ShouldContain(r => r.Kind == RungKind.OverdueTownship);
        passed.At("2027-06-02 09:00").Then(by, new RecordAssessment(OrganCode.Of(Community), 2026, 90m, 80m)).Record.Assessments.Single().Tasks.Single().Late.ShouldBeTrue();
        passed.Then(by, new ExcludeFromAssessment(OrganCode.Of(Community), 2026, "已随街道撤并")).Record.Assessments.Single().Tasks.Single().Late.ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_who_has_tasks_of_its_own_is_told_once_of_those_that_come_to_it()
    {
        var passed = Passed(OfBoth, "430203002");
        passed.Record.Terms.ShouldHaveSingleItem().OpenedAt.ShouldBe(Given.Local("2026-01-01 00:27").ToUniversalTime(), "its own runs on");
        Told(passed).ShouldBe([(OrganCode.Of(Second), NoticeKind.NewWork)]);
        var more = Opened(OfBoth).At("2026-06-01 09:00").Then(Hub, new OpenAssessments(2026, OfBoth.Add(new(AssessedKind.Communities, OrganCode.Parse("430203002002"), OrganCode.Of(Second), "community"))));
        Told(more).ShouldBeEmpty("a new target is nobody's hand-over");
    }

    [Fact, Trait("Rule", "R038")]
    public void R038_a_refusal_names_who_assesses_now()
    {
        Opened(OfFirst).Refused(Government, Result, RefusalCodes.NotAllowed, "R038").Zh.ShouldContain("所属乡镇街道");
        Passed(OfFirst, null).Refused(SecondTownship, Result, RefusalCodes.NotAllowed, "R038").Zh.ShouldContain("县市区党委、政府及其绩效考核部门");
        // And of one that there is not, the same to all who have no part in it.
        foreach (var actor in new[] { Organisation, Department, Committee })
            Blank.At("2026-01-01 00:27").Then(Hub, new OpenAssessments(2026, [OfBoth[1]])).Refused(actor, Result, RefusalCodes.NotAllowed, "R038").Zh.ShouldContain("所属乡镇街道");
    }

    private static RecordAssessment Result => new(OrganCode.Of(Community), 2026, 90m, 80m);

    private static MandateStory Opened(ImmutableList<AssessmentTarget> targets) => Blank.At("2026-01-01 00:27").Then(Hub, new OpenAssessments(2026, targets));

    // The first township ended on 1 June after the year.
    private static MandateStory Passed(ImmutableList<AssessmentTarget> targets, string? to)
    {
        var after = Opened(targets).At("2027-06-01 09:00");
        return after.Then(Hub, new OpenAssessments(2026, AssessmentDecisions.Standing(after.Record, 2026, t => t != First ? t : to is null ? null : UnitCode.Parse(to))));
    }

    private static ImmutableList<(OrganCode, NoticeKind)> Told(MandateStory story)
    {
        var last = story.Events.FindLastIndex(e => e is AssessmentsOpened);
        return [.. MandateNotices.Of("mandates-430203", story.Record, [new(last + 1, story.Now, Hub.Organ, story.Events[last])]).Select(n => (n.Recipient, n.Kind))];
    }
}
