using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Indicators;

/// <summary>What a case's cycles tell indicators.</summary>
public sealed class CycleReadingTests
{
    [Fact]
    public void A_case_that_went_straight_through_was_closed_at_the_first_go()
    {
        var closed = Story.Dispatched().After(TimeSpan.FromHours(1)).Then(Town.Agency, new AcceptDispatch()).At("2026-07-14 10:30").Then(Town.Agency, new FeedBackCase("已清理", []))
            .After(TimeSpan.FromMinutes(5)).Then(Town.TownshipCentre, new VerifyCase(true)).At("2026-07-15 09:00").Then(Town.TownshipCentre, new CloseCase());
        var facts = Of(closed).ShouldHaveSingleItem();
        (facts.Cycle, facts.Accepted, facts.AcceptedOnTime, facts.Lead, facts.OnTime, facts.Returns, facts.Reworks, facts.Void).ShouldBe((1, true, true, Town.UrbanManagement, true, 0, 0, false));
        (facts.StartedDay, facts.ClosedDay).ShouldBe((new DateOnly(2026, 7, 13), new DateOnly(2026, 7, 15)));
        // Monday 09:00 to 18:00 without the midday hour, and Tuesday 09:00 to 10:30.
        (facts.WorkMinutes, facts.ElapsedMinutes).ShouldBe((8 * 60 + 90, 25 * 60 + 30));
        facts.Dispatches.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.Organ.ShouldBe(Town.UrbanManagement), d => d.Accepted.ShouldBeTrue(), d => d.InTime.ShouldBeTrue());
        IndicatorFold.Of([facts], July, closed.Now).FirstTime.ShouldBe(1);
    }

    [Fact]
    public void A_return_is_told_of_the_organ_that_returned_and_not_of_the_next()
    {
        var story = Story.Returned().After(TimeSpan.FromHours(1)).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety))).Then(Town.OtherAgency, new AcceptDispatch());
        var facts = Of(story).ShouldHaveSingleItem();
        facts.Dispatches.Select(d => (d.Organ, d.Accepted, d.Returned)).ShouldBe([(Town.UrbanManagement, false, true), (Town.FoodSafety, true, false)]);
        (facts.Lead, facts.Returns).ShouldBe((Town.FoodSafety, 1));
        IndicatorFold.Of(Town.UrbanManagement, [facts], July, story.Now).ShouldSatisfyAllConditions(c => c.Dispatches.ShouldBe(1), c => c.DispatchesReturned.ShouldBe(1), c => c.Due.ShouldBe(0));
    }

    [Fact]
    public void A022_SM1_what_came_back_is_nobodys_lateness_until_it_is_sent_on()
    {
        var returned = Story.Returned();
        var late = returned.Now.AddDays(20);
        Of(returned).Single().Lead.ShouldBeNull();
        IndicatorFold.Of(Town.UrbanManagement, [.. Of(returned)], July, late).ShouldSatisfyAllConditions(c => c.Due.ShouldBe(0), c => c.DispatchesReturned.ShouldBe(1));
        IndicatorFold.Of([.. Of(returned)], July, late).Due.ShouldBe(1, "it is due all the same");
        var sentOn = returned.After(TimeSpan.FromHours(1)).Then(Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety)));
        IndicatorFold.Of(Town.FoodSafety, [.. Of(sentOn)], July, late).Due.ShouldBe(1);
    }

    [Fact]
    public void A_dispatch_that_nobody_answers_counts_once_its_time_has_passed()
    {
        var story = Story.Dispatched();
        IndicatorFold.Of(Town.UrbanManagement, [.. Of(story)], July, story.Now).Dispatches.ShouldBe(0);
        var late = IndicatorFold.Of(Town.UrbanManagement, [.. Of(story)], July, story.Now.AddDays(5));
        (late.Dispatches, late.DispatchesAccepted, late.DispatchesReturned, late.DispatchesAnswered).ShouldBe((1, 0, 0, 0));
    }

    [Fact]
    public void A_failed_verification_takes_the_feedback_back()
    {
        var failed = Story.FedBack().After(TimeSpan.FromHours(1)).Then(Town.TownshipCentre, new FailVerification("照片不清"));
        var facts = Of(failed).ShouldHaveSingleItem();
        (facts.OnTime, facts.Reworks).ShouldBe((null, 1));
        IndicatorFold.Of([facts], July, failed.Now.AddDays(9)).ShouldSatisfyAllConditions(c => c.Due.ShouldBe(1), c => c.OnTime.ShouldBe(0));
        Of(failed.At("2026-08-03 09:00").Then(Town.Agency, new FeedBackCase("已补办", []))).Single().OnTime.ShouldBe(false);
    }

    [Fact]
    public void A_declined_case_is_nobodys_late_acceptance()
    {
        var facts = Of(Story.In(CaseStage.Declined)).ShouldHaveSingleItem();
        (facts.Void, facts.Accepted).ShouldBe((true, false));
        IndicatorFold.Of([facts], July, Town.Monday.AddDays(30)).ShouldBe(IndicatorCounts.None);
    }

    [Fact]
    public void What_is_suspended_is_not_due_and_its_time_is_not_handling_time()
    {
        var story = Story.Handling();
        var handling = story.Case.OpenTerm("handling")!;
        var suspended = Terms.Suspend(handling, story.Now.AddHours(1), 9, "等待鉴定", story.Rules.Calendar);
        var state = story.Case with { Terms = story.Case.Terms.Replace(handling, suspended) };
        var facts = CycleReading.Of(state, story.Rules.Calendar, story.Rules.Cases.Hours).Single();
        facts.Suspended.ShouldBeTrue();
        IndicatorFold.Of([facts], July, story.Now.AddDays(20)).Due.ShouldBe(0);

        var resumed = Terms.Resume(suspended, story.Now.AddHours(3), 10, "鉴定完成", story.Rules.Calendar);
        var done = state with
        {
            Terms = state.Terms.Replace(suspended, Terms.Complete(resumed, story.Now.AddHours(4))),
            Cycles = [state.Cycles[0] with { FedBackAt = story.Now.AddHours(4), OnTime = true, ClosedAt = story.Now.AddHours(5) }],
        };
        // 09:00 to 13:00 with 10:00 to 12:00 suspended; 12:00 to 13:00 is midday.
        CycleReading.Of(done, story.Rules.Calendar, story.Rules.Cases.Hours).Single().ShouldSatisfyAllConditions(
            f => f.ElapsedMinutes.ShouldBe(120), f => f.WorkMinutes.ShouldBe(60), f => f.Suspended.ShouldBeFalse());
    }

    [Fact]
    public void A_reopened_case_begins_another_cycle_and_the_first_keeps_its_own()
    {
        var evaluated = Story.Closed().Then(Town.Committee, new EvaluateCase(4)).Then(Town.CountyCentre, new EvaluateCase(5));
        var at = evaluated.Now.AddDays(3);
        var reopened = evaluated.At(at).Then(Town.TownshipCentre, new ReopenCase("复发"));
        var facts = CycleReading.Of(reopened.Case, reopened.Rules.Calendar, reopened.Rules.Cases.Hours);
        facts.Select(f => (f.Cycle, f.Accepted, f.ClosedDay is null, f.Reopened, f.Evaluations, f.ScoreSum)).ShouldBe([(1, true, false, true, 2, 9), (2, false, true, false, 0, 0)]);
        (facts[1].AcceptBy, facts[1].Lead, facts[1].DueAt, facts[1].Void).ShouldBe((null, null, null, false));
        var urged = reopened.Then(Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)).Then(Town.TownshipCentre, Town.To(Town.UrbanManagement)).Then(Town.Committee, new UrgeCase(1, "请快"));
        CycleReading.Of(urged.Case, urged.Rules.Calendar, urged.Rules.Cases.Hours).Select(f => f.Urges).ShouldBe([0, 1]);
        IndicatorFold.Of(facts, July, at).ShouldSatisfyAllConditions(
            c => c.Closed.ShouldBe(1), c => c.Reopened.ShouldBe(1), c => c.FirstTime.ShouldBe(0), c => c.Reported.ShouldBe(1), c => c.ScoreSum.ShouldBe(9));
    }

    [Fact]
    public void A004_an_urge_is_told_of_the_organ_that_it_was_directed_to_and_of_its_day()
    {
        var story = Story.HandledTogether();
        var assisting = story.Case.Assists[0];
        var urged = story.Then(Town.TownshipCentre, new UrgeCase(1, "请快", assisting)).After(TimeSpan.FromDays(3)).Then(Town.TownshipCentre, new UrgeCase(1, "今日办结", assisting));
        Of(urged).Single().Participations.ShouldBe([new(assisting, LocalDay.Of(story.Now), 1, 0, 0), new(assisting, LocalDay.Of(urged.Now), 1, 0, 0)]);
    }

    [Fact]
    public void T022_who_has_or_had_the_case_is_called_to_its_meeting_and_who_came_attended()
    {
        var returned = Story.Dispatched().Then(Town.Agency, new ReturnCase(ReturnReason.NotMine, "不属本单位"));
        var met = returned.Then(Town.TownshipCentre, new RecordMeeting(returned.Now, [Town.WaterBureau], "由水务牵头"));
        var day = LocalDay.Of(met.Now);
        Of(met).Single().Participations.ShouldBe([new(Town.UrbanManagement, day, 0, 1, 0), new(Town.WaterBureau, day, 0, 1, 1)], ignoreOrder: true);
        // Recorded before there was a list of who was called: who attended was.
        var old = met.Case with { Meetings = met.Case.Meetings.ConvertAll(m => m with { Called = null }) };
        CycleReading.Of(old, met.Rules.Calendar, met.Rules.Cases.Hours).Single().Participations.ShouldBe([new(Town.WaterBureau, day, 0, 1, 1)]);
    }

    [Fact]
    public void G050_of_twenty_dispatches_to_a_department_eighteen_answered_in_time_are_90_percent()
    {
        var day = new DateOnly(2026, 7, 20);
        var counts = IndicatorFold.Of(Town.WaterBureau, [.. Enumerable.Range(0, 21).Select(i => new CycleFacts
        {
            // Two let the term pass: one answered late, one not at all; the last went to another.
            Cycle = 1, StartedDay = day, Dispatches = [new("accept", i == 20 ? Town.FoodSafety : Town.WaterBureau, day, LocalDay.End(day), i != 18, false, i < 18)],
        })], July, LocalDay.End(day.AddDays(5)));
        (counts.DispatchesAnswered, counts.Dispatches).ShouldBe((18, 20));
    }

    [Fact]
    public void The_worked_example_X19_holds_G024()
    {
        // G024: 100 closed cases, 92 on time, 8 returned once, mean score 4.5.
        var day = new DateOnly(2026, 7, 20);
        var counts = IndicatorFold.Of(Enumerable.Range(0, 100).Select(i => new CycleFacts
        {
            Cycle = 1, StartedDay = day, DueAt = LocalDay.End(day), OnTime = i < 92, ClosedDay = day, Returns = i >= 92 ? 1 : 0, Evaluations = 1, ScoreSum = i % 2 == 0 ? 4 : 5,
        }), July, LocalDay.End(day.AddDays(5)));
        (counts.OnTime, counts.Due).ShouldBe((92, 100));
        (counts.Returned, counts.Closed).ShouldBe((8, 100));
        (counts.ScoreSum, counts.Evaluations * 5).ShouldBe((450, 500));
        counts.FirstTime.ShouldBe(92);
    }

    [Theory]
    [InlineData(3, 180, 90, 270, false)] // Q18: 40, 50, 90: at the limit it is balanced
    [InlineData(3, 181, 91, 273, true)]
    [InlineData(4, 180, 90, 360, true)] // a grid without cases shares the load too
    public void Grids_are_unbalanced_above_one_and_a_half_times_the_mean_G004(long grids, long cases, long most, long weighted, bool unbalanced)
    {
        var load = new GridLoad(grids, cases, most);
        (load.Weighted, load.IsUnbalanced).ShouldBe((weighted, unbalanced));
    }

    [Theory]
    [InlineData(new long[0], null)]
    [InlineData(new long[] { 7 }, 7L)]
    [InlineData(new long[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 }, 9L)]
    [InlineData(new long[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 10L)]
    [InlineData(new long[] { 5, 5, 5 }, 5L)]
    public void The_90th_percentile_is_the_nearest_rank(long[] values, long? expected) => Percentile.NearestRank(values, 90).ShouldBe(expected);

    private static readonly IndicatorPeriod July = new(new(2026, 7, 1), new(2026, 8, 1));

    private static ImmutableList<CycleFacts> Of(Story story) => CycleReading.Of(story.Case, story.Rules.Calendar, story.Rules.Cases.Hours);
}
