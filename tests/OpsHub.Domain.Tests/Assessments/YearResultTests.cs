using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>Sharing, revision, appeals, forecast, scorecard, snapshots. A028, A032, R044.</summary>
public sealed class YearResultTests
{
    private static readonly AppealAgainst Duty = new(new("L", YearStory.Host, DutyComponent.MattersHandled), "漏计两件按时办结", ["case-1", "case-2"]);
    private static readonly AppealAgainst Grade = new(new("GRADE"), "应为优秀", ["score"]);

    [Fact, Trait("Rule", "A035")]
    public void A035_a_year_graded_before_the_heads_grade_had_a_term_gets_it_once_from_the_day_of_the_grade()
    {
        var graded = YearStory.Graded();
        var term = graded.Year.Terms.Single(t => AgencyYearTerms.Stem(t) == "head");
        var former = graded.Year with { Terms = graded.Year.Terms.Remove(term) };
        var moved = AgencyYearReprojection.Of(former, graded.Now.AddDays(1), Calendars.Given.Calendar, 90).ShouldNotBeNull();
        moved.Terms.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Due.ShouldBe(term.Due), t => t.Holder.ShouldBe(term.Holder), t => t.Basis.ShouldBe(term.Basis), t => t.OpenedBy.ShouldBe(90));
        var after = AgencyYearFold.Apply(former, moved);
        AgencyYearReprojection.Of(after, graded.Now.AddDays(2), Calendars.Given.Calendar, 91).ShouldBeNull();
        AgencyYearTerms.Owed(after).Single(o => o.What == "head").Due.ShouldBe(term.Due);
        AgencyYearReprojection.Overtaken(former, term.Due.AddDays(30), Calendars.Given.Calendar, 90).Select(e => e.GetType()).ShouldBe([typeof(AgencyYearTermsReprojected), typeof(AgencyYearRungsFired)], "and is chased at once");
    }

    [Fact]
    public void S17_A032_the_same_total_goes_to_township_and_department_once_each()
    {
        var shared = YearStory.Shared();
        shared.Events.OfType<ResultShared>().Select(e => (e.Target, e.Total)).ShouldBe([(ShareTarget.Township, 88.2m), (ShareTarget.Department, 88.2m)]);
        shared.Asked(YearStory.Hub, new ShareResult(ShareTarget.Township)).ShouldSatisfyAllConditions(d => d.Refusal.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        shared.Year.Stage.ShouldBe(AgencyYearStage.Shared);
        YearStory.Graded().Refused(YearStory.Organ, new ShareResult(ShareTarget.Township), RefusalCodes.NotAllowed, "A032");
    }

    [Fact]
    public void A032_nothing_is_shared_while_the_agency_may_still_appeal_or_an_appeal_is_open()
    {
        var graded = YearStory.Graded();
        graded.Refused(YearStory.Hub, new ShareResult(ShareTarget.Township), "APPEAL_WINDOW_OPEN", "A032");
        var from = AgencyYearTerms.ShareableFrom(graded.Year, Given.Calendar, OpsHub.Domain.Calendars.WorkingHours.Default).ShouldNotBeNull();
        from.ShouldBe(Given.EndOf("2027-01-11"));
        (graded with { Now = from }).Then(YearStory.Hub, new ShareResult(ShareTarget.Township)).Year.SharedAt.Count.ShouldBe(1);
        graded.Then(YearStory.Agency, Grade).After(TimeSpan.FromDays(30)).Refused(YearStory.Hub, new ShareResult(ShareTarget.Township), "APPEAL_OPEN", "A028");
    }

    [Fact]
    public void A032_what_was_shared_is_frozen()
    {
        var once = YearStory.Graded().After(TimeSpan.FromDays(14)).Then(YearStory.Hub, new ShareResult(ShareTarget.Township));
        once.Refused(YearStory.Organ, new ReviseResult("算错"), "FROZEN", "A032");
        once.Refused(YearStory.Agency, Duty, "FROZEN", "A032");
        YearStory.Shared().Refused(YearStory.Organ, new ReviseResult("算错"), RefusalCodes.WrongState, "A028");
    }

    [Fact]
    public void R044_a_shared_result_is_published_within_a_term()
    {
        var shared = YearStory.Shared();
        YearFlags.Of(shared.Year).ShouldContain(f => f.Kind == YearFlagKind.PublicationDue && f.Rule == "R044");
        AgencyYearTerms.Owed(shared.Year).Single().ShouldSatisfyAllConditions(o => o.What.ShouldBe("publication"), o => o.By.Value.ShouldBe("430203"), o => o.Due.ShouldNotBeNull());
        shared.Refused(YearStory.Township, new PublishResult("公示栏"), RefusalCodes.NotAllowed, "R044");
        shared.Refused(YearStory.Organ, new PublishResult(""), RefusalCodes.InvalidInput, "R044", "where");
        var published = shared.Then(YearStory.Organ, new PublishResult("县政府网站"));
        AgencyYearTerms.Owed(published.Year).ShouldBeEmpty();
        published.Refused(YearStory.Organ, new PublishResult("公示栏"), RefusalCodes.WrongState, "R044");
    }

    [Fact]
    public void A035_a_head_may_be_graded_after_the_result_was_shared_once()
    {
        var shared = YearStory.Graded().After(TimeSpan.FromDays(14)).Then(YearStory.Hub, new ShareResult(ShareTarget.Township)).Then(YearStory.Hub, new ShareResult(ShareTarget.Department));
        var graded = shared.Then(YearStory.Organ, new SetHeadGrade(AssessmentGrade.Good));
        (graded.Year.Stage, graded.Year.HeadGrade).ShouldBe((AgencyYearStage.Shared, AssessmentGrade.Good));
        graded.Refused(YearStory.Organ, new SetHeadGrade(AssessmentGrade.Competent), RefusalCodes.WrongState, "A035");
    }

    [Fact]
    public void A028_a_revision_keeps_the_old_values_and_says_who_and_why()
    {
        var story = YearStory.HeadGraded().Then(YearStory.Organ, new ReviseResult("部门评分录错", [new("D")]));
        var former = story.Year.Revisions.Single();
        (former.By, former.Reason, former.Score!.Total, former.Grade, former.HeadGrade, former.Statutory!.Value).ShouldBe(
            ("performance-1", "部门评分录错", 88.2m, AssessmentGrade.Good, AssessmentGrade.Competent, 88m));
        (story.Year.Stage, story.Year.Score, story.Year.Grade, story.Year.HeadGrade, story.Year.Statutory).ShouldBe((AgencyYearStage.Assessing, null, null, null, null));
        story.Year.Terms.Single(t => t.Id == "statutory-2").IsOpen.ShouldBeTrue("what is given anew has a term");
        story.Year.Terms.Single(t => t.Id == "aggregate-2").IsOpen.ShouldBeTrue();
        var again = story.Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Department, new SubmitStatutory(98)).Then(YearStory.Organ, new FinaliseScore());
        again.Year.Score!.Total.ShouldBe(92.2m);
    }

    [Fact]
    public void A028_a_revision_without_lines_leaves_the_inputs()
    {
        var story = YearStory.Graded().Then(YearStory.Organ, new ReviseResult("等次评定有误"));
        story.Year.Submitted.Keys.ShouldBe([YearStory.Host]);
        story.Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore()).Year.Score!.Total.ShouldBe(88.2m);
        YearStory.Graded().Refused(YearStory.Organ, new ReviseResult(" "), RefusalCodes.InvalidInput, "A028", "reason");
        YearStory.Graded().Refused(YearStory.Organ, new ReviseResult("错", [new("D"), new("L", YearStory.Second)]), RefusalCodes.InvalidInput, "A028", "lines[1]");
        YearStory.Graded().Refused(YearStory.Township, new ReviseResult("错"), RefusalCodes.NotAllowed, "A028");
    }

    [Fact]
    public void A028_an_appeal_is_answered_by_whoever_gave_the_line_within_its_term()
    {
        var appealed = YearStory.Scored().Then(YearStory.Agency, Duty);
        var term = appealed.Year.Terms.Single(t => t.Id == "appeal");
        (term.Holder, term.Due, term.Basis.Parameter).ShouldBe(("430203001", Given.EndOf("2027-01-18"), "AppealAnswer"));
        appealed.Refused(YearStory.Department, new AnswerAppeal(1, true, "应计入"), RefusalCodes.NotAllowed, "A028");
        appealed.Refused(YearStory.Township, new AnswerAppeal(2, true, "应计入"), RefusalCodes.InvalidInput, "A028", "appeal");
        appealed.Refused(YearStory.Agency, Duty, "APPEAL_OPEN", "A028", "line");
        var refused = appealed.Then(YearStory.Township, new AnswerAppeal(1, false, "已计入"));
        refused.Year.Score.ShouldNotBeNull();
        refused.Refused(YearStory.Agency, Duty, "APPEAL_ANSWERED", "A028", "line");
        refused.Refused(YearStory.Township, new AnswerAppeal(1, true, "改判"), "APPEAL_ANSWERED", "A028", "appeal");
    }

    [Fact]
    public void A028_an_appeal_upheld_opens_the_line_and_keeps_the_former_result()
    {
        var upheld = YearStory.Scored().Then(YearStory.Agency, Duty).Then(YearStory.Township, new AnswerAppeal(1, true, "确有两件漏计"));
        (upheld.Year.Stage, upheld.Year.Submitted.Count, upheld.Year.Revisions.Single().Score!.Total).ShouldBe((AgencyYearStage.Assessing, 0, 88.2m));
        upheld.Year.Terms.Single(t => t.Id == "duty-2").ShouldSatisfyAllConditions(t => t.Holder.ShouldBe("430203001"), t => t.IsOpen.ShouldBeTrue());
        upheld.Submits(YearStory.Host, 92).Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore()).Year.Score!.Total.ShouldBe(89m);
    }

    [Theory]
    [InlineData("S", true, "survey-2", "430203001")]
    [InlineData("D", false, "statutory-2", "430203:D12")]
    public void A028_every_line_can_be_given_anew_once_an_appeal_is_upheld(string line, bool ofTownship, string term, string holder)
    {
        var appealed = YearStory.Scored().Then(YearStory.Agency, new AppealAgainst(new(line, ofTownship ? YearStory.Host : null), "有误", ["letter-1"]));
        var upheld = appealed.Then(ofTownship ? YearStory.Township : YearStory.Department, new AnswerAppeal(1, true, "重做"));
        upheld.Year.Terms.Single(t => t.Id == term).Holder.ShouldBe(holder);
        (line == "S" ? upheld.Year.Surveys.Count : upheld.Year.Statutory is null ? 0 : 1).ShouldBe(0);
    }

    [Fact]
    public void A028_no_line_is_contested_before_the_score_is_final_nor_while_it_is_revised_and_no_step_is_offered_then()
    {
        foreach (var early in new[] { YearStory.Assessing(), YearStory.Ready(), YearStory.Ready().Then(YearStory.Department, new SubmitStatutory(88)), YearStory.Graded().Then(YearStory.Organ, new ReviseResult("计分有误")) })
        {
            early.Refused(YearStory.Agency, Duty, "SCORE_NOT_FINAL", "A028").Clause.ShouldBe("二(三)");
            early.Refused(YearStory.Agency, new AppealAgainst(new("D"), "有误", ["letter-1"]), "SCORE_NOT_FINAL", "A028", null);
            Moves(early).ShouldNotContain(typeof(AppealAgainst));
        }

        Moves(YearStory.Scored()).ShouldContain(typeof(AppealAgainst));
        Moves(YearStory.Scored().At("2027-01-12 00:00")).ShouldNotContain(typeof(AppealAgainst), "its window is over");
        // Once the score is final again the window of all its lines begins anew.
        var again = YearStory.Graded().Then(YearStory.Organ, new ReviseResult("计分有误")).At("2027-02-01 09:00").Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore());
        again.Then(YearStory.Agency, Duty).Year.Appeals.Count.ShouldBe(1);

        static List<Type> Moves(YearStory story)
        {
            var context = new AgencyYearContext(YearStory.Agency, story.Now, Given.Calendar, OpsHub.Domain.Calendars.WorkingHours.Default, story.Rules, story.Events.Count + 1);
            var moves = AgencyYearMoves.Of(YearStory.Agency, story.Year, context);
            return [.. moves.Offered.Select(m => m.Move.Command), .. moves.Blocked.Where(b => b.Why.Code == "SCORE_NOT_FINAL").Select(b => b.Move.Command)];
        }
    }

    [Fact]
    public void A028_a_grade_contested_and_upheld_leaves_the_score()
    {
        var upheld = YearStory.HeadGraded().Then(YearStory.Agency, Grade).Then(YearStory.Organ, new AnswerAppeal(1, true, "重新评定"));
        (upheld.Year.Stage, upheld.Year.Grade, upheld.Year.HeadGrade, upheld.Year.Score!.Total).ShouldBe((AgencyYearStage.Scored, null, null, 88.2m));
        upheld.Year.Terms.Single(t => t.Id == "grade-2").IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A028_two_open_appeals_to_one_organ_are_owed_each_by_its_own_term()
    {
        var story = YearStory.Scored().Then(YearStory.Agency, Duty).After(TimeSpan.FromDays(1)).Then(YearStory.Agency, Duty with { Line = new("S", YearStory.Host) });
        var owed = AgencyYearTerms.Owed(story.Year).FindAll(o => o.What == "appeal");
        owed.Select(o => o.Term).ShouldBe(["appeal", "appeal-2"]);
        owed.Select(o => o.Due).ShouldBe(story.Year.Terms.FindAll(t => t.Name == "答复申诉").Select(t => (DateTimeOffset?)t.Due));
        owed[0].Due.ShouldNotBe(owed[1].Due);
    }

    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    public void A028_a_text_with_what_is_no_character_is_refused(char broken) =>
        YearStory.Scored().Refused(YearStory.Agency, Duty with { Text = "漏计" + broken }, RefusalCodes.InvalidInput, "A028", "text");

    [Fact]
    public void A028_after_its_window_an_appeal_is_too_late()
    {
        YearStory.Scored().At("2027-01-11 23:59").Then(YearStory.Agency, Duty).Year.Appeals.Count.ShouldBe(1);
        YearStory.Scored().At("2027-01-12 00:00").Refused(YearStory.Agency, Duty, "APPEAL_TOO_LATE", "A028");
    }

    [Fact]
    public void A028_an_appeal_names_a_line_that_there_is_and_its_evidence()
    {
        var story = YearStory.Scored();
        story.Refused(YearStory.Agency, Duty with { Line = new("X") }, RefusalCodes.InvalidInput, "A028", "line");
        story.Refused(YearStory.Agency, Duty with { Line = new("L", YearStory.Second) }, RefusalCodes.InvalidInput, "A028", "line");
        story.Refused(YearStory.Agency, Grade, RefusalCodes.InvalidInput, "A028", "line");
        story.Refused(YearStory.Agency, Duty with { Evidence = [] }, RefusalCodes.InvalidInput, "A028", "evidence");
        story.Refused(YearStory.Agency, Duty with { Evidence = ["case-1", ""] }, RefusalCodes.InvalidInput, "A028", "evidence[1]");
        story.Refused(YearStory.Agency, Duty with { Text = "" }, RefusalCodes.InvalidInput, "A028", "text");
        story.Refused(YearStory.Township, Duty, RefusalCodes.NotAllowed, "A028");
    }

    [Fact]
    public void The_forecast_tells_each_component_and_what_one_more_would_add()
    {
        var forecast = YearForecast.Of(YearStory.Assessing().Year);
        var targets = forecast.Townships.Single().Components.Single(c => c.Component == DutyComponent.AnnualTargets);
        (targets.Standing, targets.Points, targets.Most, targets.OneMore).ShouldBe((90m, 9m, 10m, 1m));
        (forecast.Duty, forecast.Satisfaction, forecast.Total).ShouldBe((97.5m, null, null));
        forecast.SatisfactionForExcellent.ShouldBe(75m);
        forecast.Owed.Select(o => (o.By.Value, o.What)).ShouldBe([("430203001", "duty"), ("430203001", "survey"), ("430203:D12", "statutory")]);
        var matters = new DutyFigures(92, 100);
        (matters with { Part = 93, Of = 101 }).Value.ShouldBe(Exact.Of(9300, 101));
    }

    [Fact]
    public void The_forecast_shows_missing_evidence_as_missing()
    {
        var forecast = YearForecast.Of(YearStory.InForce().Year);
        forecast.Duty.ShouldBeNull();
        forecast.Townships.Single().Components.Single(c => c.Component == DutyComponent.KeyWork).ShouldSatisfyAllConditions(c => c.Standing.ShouldBeNull(), c => c.OneMore.ShouldBeNull());
    }

    [Fact]
    public void The_forecast_of_a_complete_year_is_its_score() => YearForecast.Of(YearStory.Scored().Year).ShouldSatisfyAllConditions(
        f => f.Total.ShouldBe(88.2m), f => f.TownshipRate.ShouldBe(YearStory.Scored().Year.Score!.TownshipRate));

    [Fact]
    public void A028_the_scorecards_lines_sum_to_the_total_each_with_its_basis()
    {
        var year = YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 92, 90), (YearStory.Second, 88, 80), (YearStory.Third, 80, 85))
            .Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Department, new SubmitStatutory(91)).Then(YearStory.Organ, new FinaliseScore()).Year;
        var lines = Scorecard.Of(year);
        lines.Where(l => l.Kind < ScoreLineKind.Total).Sum(l => l.Points).ShouldBe(88.96m);
        lines.Single(l => l.Kind == ScoreLineKind.Total).Points.ShouldBe(88.96m);
        lines.ShouldAllBe(l => l.Basis.Clause.Length > 0 && l.Basis.Parameter != null);
        lines.Count.ShouldBe(18);
    }

    [Fact]
    public void The_scorecard_shows_figures_of_groups_with_enough_answers_only()
    {
        var year = YearStory.Assessing().Then(YearStory.Hub, new SubmitSatisfaction(YearStory.Host, [YearStory.Tally(RaterGroup.CommunityWorkers, 10, 90), YearStory.Tally(RaterGroup.ServiceUsers, 2, 10)])).Year;
        var groups = Scorecard.Of(year).Single(l => l.Kind == ScoreLineKind.Satisfaction).Groups.ShouldNotBeNull();
        groups.Single(g => g.Group == RaterGroup.CommunityWorkers).ShouldBe(new(RaterGroup.CommunityWorkers, 10, 90, 0));
        groups.Single(g => g.Group == RaterGroup.ServiceUsers).ShouldBe(new(RaterGroup.ServiceUsers, null, null, null));
        Scorecard.Of(year).Single(l => l.Component == DutyComponent.MattersHandled).Evidence!.Due.ShouldBe(100);
    }

    [Fact]
    public void A_snapshot_is_the_state_at_the_periods_end_however_late_it_is_taken()
    {
        var story = YearStory.InForce().At("2026-03-31 23:00").Then(YearStory.Township, new ConfirmTarget(1, true)).At("2026-04-01 00:00").Then(YearStory.Township, new ConfirmTarget(2, true));
        var march = YearSnapshot.From(story.Events, SnapshotPeriod.Month(2026, 3)).ShouldNotBeNull();
        (march.Period, march.TargetsDone, march.Targets, march.At).ShouldBe(("2026-03", 1, 10, Given.EndOf("2026-03-31")));
        YearSnapshot.From(story.Events, SnapshotPeriod.Quarter(2026, 1)).ShouldNotBeNull().ShouldSatisfyAllConditions(q => q.Period.ShouldBe("2026-Q1"), q => q.TargetsDone.ShouldBe(1));
        YearSnapshot.From(story.Events, SnapshotPeriod.Month(2025, 12)).ShouldBeNull();
        SnapshotPeriod.Ended(2026, Given.Local("2026-04-01 00:00")).Select(p => p.Name).ShouldBe(["2026-01", "2026-02", "2026-03", "2026-Q1"]);
        SnapshotPeriod.Ended(2026, Given.Local("2027-06-01 00:00")).Count.ShouldBe(16);
    }

    [Fact]
    public void A_snapshot_has_a_step_of_its_period_that_was_entered_after_an_entry_of_the_next()
    {
        var story = Counted(Counted(YearStory.InForce(), "2026-04-01 01:52", 5, "2026-03-31"), "2026-04-02 01:52", 6, "2026-04-01")
            .At("2026-03-31 23:00").Then(YearStory.Township, new ConfirmTarget(1, true));
        YearSnapshot.From(story.Events, SnapshotPeriod.Month(2026, 3)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            m => m.TargetsDone.ShouldBe(1), m => m.Evidence[YearStory.Host].Dispatched.ShouldBe(5, "through its last day, counted the night after"));
        YearSnapshot.From(story.Events, SnapshotPeriod.Month(2026, 2)).ShouldNotBeNull().Evidence.ShouldBeEmpty();
        YearSnapshot.From(story.Events, SnapshotPeriod.Month(2026, 4)).ShouldNotBeNull().Evidence[YearStory.Host].Dispatched.ShouldBe(6);
        YearSnapshot.From([story.Events[0] with { At = Given.Local("2026-04-02 09:00") }, .. story.Events.Skip(1)], SnapshotPeriod.Month(2026, 3)).ShouldBeNull("it was not open");
    }

    [Fact, Trait("Rule", "A022")]
    public void A022_a_snapshot_of_the_years_end_stays_the_same_when_its_last_day_is_counted_again()
    {
        var first = Counted(YearStory.InForce(), "2027-01-01 00:22", 50, "2026-12-31");
        var again = Counted(first, "2027-01-04 01:52", 51, "2026-12-31");
        again.Year.Evidence[YearStory.Host].Dispatched.ShouldBe(51);
        YearSnapshot.From(again.Events, SnapshotPeriod.Month(2026, 12))!.Evidence[YearStory.Host].Dispatched.ShouldBe(50);
        YearSnapshot.From(first.Events, SnapshotPeriod.Quarter(2026, 4))!.Evidence[YearStory.Host].Dispatched.ShouldBe(50);
    }

    [Fact, Trait("Rule", "A022")]
    public void A022_what_was_counted_up_to_an_earlier_day_replaces_nothing()
    {
        var story = Counted(YearStory.InForce(), "2026-04-03 01:52", 7, "2026-04-02");
        Counted(story, "2026-04-03 02:00", 5, "2026-03-31").Events.Count.ShouldBe(story.Events.Count);
    }

    private static YearStory Counted(YearStory story, string at, int dispatched, string through) => story.At(at).Then(
        YearStory.Hub, new RecordEvidence(ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty.Add(YearStory.Host, YearStory.Cases(dispatched, 0, 5, 5, Given.EndOf(through)))));

    [Fact]
    public void A028_an_appeal_to_a_township_that_serves_no_more_is_answered_by_the_county_s_performance_organ()
    {
        var appealed = AreaScored().Then(YearStory.Agency, new AppealAgainst(new(AppealLine.Duty, YearStory.Second), "漏计", ["case-1"]));
        appealed.Refused(YearStory.Organ, new AnswerAppeal(1, false, "已计入"), RefusalCodes.NotAllowed, "A028");
        appealed.Year.Terms.Single(t => t.Id == "appeal").Holder.ShouldBe("430203002");
        var left = (appealed.Then(YearStory.Organ, new ReviseResult("服务乡镇调整")) with { Served = [YearStory.Host, YearStory.Third] }).Then(
            YearStory.Organ, new SetWeights(new Dictionary<UnitCode, decimal> { [YearStory.Host] = 0.6m, [YearStory.Third] = 0.4m }.ToImmutableSortedDictionary()));
        AgencyYearTerms.Owed(left.Year).ShouldContain(o => o.What == "appeal" && o.By == YearStory.Organ.Organ);
        left.Year.Terms.Single(t => t.Id == "appeal").ShouldSatisfyAllConditions(
            t => t.Holder.ShouldBe("430203", "who may not answer it any more is not reminded of it"), t => t.Due.ShouldBe(appealed.Year.Terms.Single(a => a.Id == "appeal").Due));
        var late = left.After(TimeSpan.FromDays(30));
        var fired = late.Happened(AgencyYearTerms.Tick(late.Year, late.Now, Given.Calendar)!);
        OpsHub.Domain.Notices.AgencyYearNotices.Of("year-1", fired.Year, [new(fired.Events.Count, fired.Now, null, OrganCode.Parse("4302"), fired.Events[^1])], Given.Calendar, OpsHub.Domain.Calendars.WorkingHours.Default, o => o.Value)
            .Where(n => n.Term == "appeal").Select(n => n.Recipient.Value).ShouldBe(["430203", "430203001"], ignoreOrder: true);
        left.Refused(YearStory.SecondTownship, new AnswerAppeal(1, false, "已计入"), RefusalCodes.NotAllowed, "A028");
        left.Then(YearStory.Organ, new AnswerAppeal(1, true, "已不再服务")).Year.Appeals.Single().Upheld.ShouldBe(true);
    }

    private static YearStory AreaScored() => YearStory.Rated(YearStory.Assessing(YearStory.Area()), (YearStory.Host, 92, 90), (YearStory.Second, 88, 80), (YearStory.Third, 80, 85))
        .Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Department, new SubmitStatutory(91)).Then(YearStory.Organ, new FinaliseScore());

    [Fact]
    public void Refusals_and_flags_name_townships_and_departments_as_people_call_them()
    {
        var names = new Dictionary<string, string> { ["430203001"] = "贺家土街道", ["430203002"] = "建设街道", ["430203003"] = "庆云街道", ["430203:D12"] = "芦淞区城市管理局" };
        var drafted = YearStory.Drafted(YearStory.Area()).Then(YearStory.Township, new NegotiatePlan());
        Said(drafted, YearStory.Agency, new SubmitPlan()).ShouldContain("建设街道、庆云街道");
        Said(YearStory.Assessing(YearStory.Area()), YearStory.Township, new AggregateTownshipPart()).ShouldContain("建设街道的属地职责评分");
        Said(YearStory.Ready(), YearStory.Organ, new FinaliseScore()).ShouldContain("芦淞区城市管理局");
        Said(AreaScored().Then(YearStory.Agency, new AppealAgainst(new("L", YearStory.Second), "漏计", ["case-1"])), YearStory.Township, new AnswerAppeal(1, false, "已计入")).ShouldContain("建设街道");
        YearFlags.Of(AreaScored().Year, Name).Where(f => f.Township == YearStory.Second).ShouldAllBe(f => f.Zh.StartsWith("建设街道") && !f.En.Contains("4302"));

        string Name(OrganCode organ) => names[organ.Value];

        string Said(YearStory story, OpsHub.Domain.Accounts.Actor by, AgencyYearCommand command)
        {
            var context = new AgencyYearContext(by, story.Now, Given.Calendar, OpsHub.Domain.Calendars.WorkingHours.Default, story.Rules, story.Events.Count + 1)
            {
                Agency = new(YearStory.Code, YearStory.Bureau, YearStory.Host, story.Served), NameOf = Name,
            };
            var refusal = AgencyYearDecisions.Decide(story.State, command, context).Refusal.ShouldNotBeNull();
            (refusal.Zh + refusal.En).ShouldNotContain("4302");
            return refusal.Zh;
        }
    }

    [Fact]
    public void Part4_each_line_reads_its_own_part()
    {
        var year = YearStory.Scored().Year;
        AgencyYearAccess.Reads(YearStory.Township, year).ShouldBe(YearReading.Territorial);
        AgencyYearAccess.Reads(YearStory.Department, year).ShouldBe(YearReading.Statutory);
        AgencyYearAccess.Reads(YearStory.Agency, year).ShouldBe(YearReading.Whole);
        AgencyYearAccess.Reads(YearStory.Agency, YearStory.Ready().Year).ShouldBe(YearReading.Awaiting, "own agency, once it is final");
        AgencyYearAccess.Reads(YearStory.Organ, year).ShouldBe(YearReading.Whole);
        AgencyYearAccess.Reads(YearStory.Stranger, year).ShouldBe(YearReading.None);
        AgencyYearAccess.Reads(YearStory.OtherDepartment, year).ShouldBe(YearReading.None);
        AgencyYearAccess.Reads(Cases.Town.CountyCentre, year).ShouldBe(YearReading.Evidence);
        AgencyYearAccess.Reads(Cases.Town.Committee, year).ShouldBe(YearReading.None);
    }
}
