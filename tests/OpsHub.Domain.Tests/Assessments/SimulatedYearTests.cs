using System.Collections.Immutable;
using System.Numerics;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>A county's year, simulated from a seed: cases, evidence each quarter, both sides' scores. Every score is counted once more from the raw facts.</summary>
public sealed class SimulatedYearTests
{
    private const int Seed = 20260105;
    private const int Agencies = 200;
    private static readonly UnitCode[] Townships = [YearStory.Host, YearStory.Second, YearStory.Third];
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly OrganCode Other = OrganCode.Parse("430203001-D20");

    [Fact]
    public void Every_score_of_a_countys_year_is_what_its_raw_facts_give_A017_A022_A023()
    {
        for (var agency = 0; agency < Agencies; agency++)
        {
            var random = new Random(Seed + agency);
            var cycles = Townships.ToDictionary(t => t, _ => Enumerable.Range(0, random.Next(20, 120)).Select(i => Cycle(random)).ToList());
            var (done, work, satisfaction, statutory) = (random.Next(0, 11), Townships.ToDictionary(t => t, _ => (Part: random.Next(1, 9), Of: random.Next(9, 12))),
                Townships.ToDictionary(t => t, _ => Enum.GetValues<RaterGroup>().Select(g => Enumerable.Range(0, random.Next(5, 20)).Select(_ => random.Next(40, 101)).ToList()).ToList()), random.Next(0, 1_000_001) / 10_000m);
            var story = Live(cycles, done, work, satisfaction, statutory);
            var total = Recount(cycles, done, work, satisfaction, statutory);
            // 20 digits are stored: twice the exact score, cut, agrees with what is stored.
            var stored = new BigInteger(story.Year.Score!.Total * 1_000_000_000_000m);
            var exact = BigInteger.Divide(total.Top * 1_000_000_000_000, total.Bottom);
            BigInteger.Abs(stored - exact).ShouldBeLessThanOrEqualTo(BigInteger.One, $"seed {Seed + agency}: {story.Year.Score.Total}");
            var lines = Scorecard.Of(story.Year).Where(l => l.Kind < ScoreLineKind.Total).Sum(l => l.Points!.Value);
            Math.Abs(lines - story.Year.Score.Total).ShouldBeLessThan(0.000000000000000001m, $"seed {Seed + agency}: every point has its line");
        }
    }

    [Fact]
    public void A022_evidence_is_counted_by_due_day_and_leaves_out_what_nobody_owed()
    {
        var due = Given.Local("2026-03-10 00:00");
        var cycle = new CycleFacts { Cycle = 1, StartedDay = new(2026, 3, 5), Lead = YearStory.Code, DueAt = due, OnTime = true };
        Count([cycle], through: due).ShouldSatisfyAllConditions(e => e.Due.ShouldBe(1), e => e.OnTime.ShouldBe(1));
        Count([cycle], through: due.AddTicks(-1)).Due.ShouldBe(0, "not due yet");
        Count([cycle with { Suspended = true }], through: due).Due.ShouldBe(0);
        Count([cycle with { Void = true }], through: due).Due.ShouldBe(0);
        Count([cycle with { Lead = Other }], through: due).Due.ShouldBe(0);
        Count([cycle with { DueAt = LocalDay.Start(First) }], through: due).Due.ShouldBe(0, "24:00 of the last day of the year before is that year's");
        Count([cycle with { OnTime = null }], through: due).OnTime.ShouldBe(0, "without feedback it is late");
    }

    [Fact]
    public void A004_an_urge_counts_for_whom_it_was_directed_to_in_the_year_in_which_it_was_given()
    {
        var cycle = new CycleFacts
        {
            Cycle = 1, StartedDay = new(2025, 12, 30), Lead = Other, Urges = 4,
            Participations = [new(YearStory.Code, new(2025, 12, 31), 1, 1, 1), new(YearStory.Code, First, 2, 3, 1), new(Other, First, 1, 3, 3)],
        };
        Count([cycle, cycle with { Cycle = 2 }], through: Given.Local("2026-01-05 09:00")).ShouldSatisfyAllConditions(
            e => e.Urged.ShouldBe(4), e => e.MeetingsCalled.ShouldBe(6), e => e.MeetingsAttended.ShouldBe(2), e => e.Due.ShouldBe(0));
    }

    [Fact]
    public void A023_dispatches_count_for_whoever_they_went_to()
    {
        var at = Given.Local("2026-03-10 09:00");
        var cycle = new CycleFacts
        {
            Cycle = 1, StartedDay = new(2026, 3, 5), Lead = Other,
            Dispatches = [new("accept", YearStory.Code, new(2026, 3, 5), at, false, true, true), new("accept-2", Other, new(2026, 3, 6), at, true, false, true), new("accept-3", YearStory.Code, new(2026, 3, 7), at, true, false, false)],
        };
        Count([cycle], through: at).ShouldSatisfyAllConditions(e => e.Dispatched.ShouldBe(2), e => e.Refused.ShouldBe(1), e => e.Returned.ShouldBe(1), e => e.Accepted.ShouldBe(0));
    }

    private static CaseEvidence Count(IEnumerable<CycleFacts> cycles, DateTimeOffset through) => EvidenceCount.Of(YearStory.Code, cycles, First, First.AddYears(1), through);

    private static CycleFacts Cycle(Random random)
    {
        var day = First.AddDays(random.Next(0, 360));
        var mine = random.Next(10) > 0;
        var at = LocalDay.Start(day.AddDays(3));
        var urges = random.Next(60) == 0 ? 1 : 0;
        return new()
        {
            Cycle = 1, StartedDay = day, Lead = mine ? YearStory.Code : Other, DueAt = at, Void = random.Next(20) == 0, OnTime = random.Next(10) > 1, Urges = mine ? urges : 0,
            Participations = mine && urges > 0 ? [new(YearStory.Code, day, urges, 0, 0)] : [],
            Dispatches = [new("accept", YearStory.Code, day, at, mine, !mine, true)],
        };
    }

    private static YearStory Live(
        Dictionary<UnitCode, List<CycleFacts>> cycles, int done, Dictionary<UnitCode, (int Part, int Of)> work, Dictionary<UnitCode, List<List<int>>> satisfaction, decimal statutory)
    {
        var story = Enumerable.Range(1, done).Aggregate(YearStory.InForce(YearStory.Area()), (s, i) => s.Then(YearStory.Township, new ConfirmTarget(i, true)));
        foreach (var township in Townships)
            story = Enumerable.Range(0, work[township].Of).Aggregate(story, (s, i) => s.Then(YearStory.Of(township), new RecordKeyWork($"第 {i} 件", i < work[township].Part)));
        foreach (var until in new[] { "2026-04-01 00:05", "2026-07-01 00:05", "2026-10-01 00:05", "2027-01-01 00:05" })
        {
            story = story.At(until);
            story = story.Then(YearStory.Hub, new RecordEvidence(Townships.ToImmutableSortedDictionary(t => t, t => Count(cycles[t], story.Now))));
        }

        story = story.Then(YearStory.Hub, new OpenAssessment());
        foreach (var township in Townships)
        {
            story = story.Then(YearStory.Of(township), new SubmitDuty()).Then(YearStory.Hub, new SubmitSatisfaction(township, [.. Enum.GetValues<RaterGroup>().Select(g =>
                satisfaction[township][(int)g].Aggregate(GroupTally.None(g), (t, score) => t.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score))))]));
        }

        return story.Then(YearStory.Department, new SubmitStatutory(statutory)).Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore());
    }

    // By nothing that the hub counts or computes with.
    private static (BigInteger Top, BigInteger Bottom) Recount(
        Dictionary<UnitCode, List<CycleFacts>> cycles, int done, Dictionary<UnitCode, (int Part, int Of)> work, Dictionary<UnitCode, List<List<int>>> satisfaction, decimal statutory)
    {
        var sum = Over((BigInteger)(statutory * 10_000m) * 4, 100_000);
        foreach (var (township, tenth) in Townships.Zip([5, 3, 2]))
        {
            var (due, kept, urged, sent, back) = (0, 0, 0, 0, 0);
            foreach (var c in cycles[township])
            {
                sent++;
                back += c.Dispatches[0].Returned ? 1 : 0;
                if (c.Lead != YearStory.Code)
                    continue;
                urged += c.Urges;
                if (c.Void)
                    continue;
                due++;
                kept += c.OnTime == true ? 1 : 0;
            }

            var handled = Over((100 * kept) - (urged * due), due);
            var duty = Plus(Plus(Over(10 * done, 1), Over(100 * work[township].Part, work[township].Of)), Plus(handled.Top < 0 ? Over(0, 1) : handled, Over(100 * (sent - back), sent)));
            var rated = satisfaction[township].Aggregate(Over(0, 1), (all, scores) => Plus(all, Over(scores.Sum(), scores.Count)));
            sum = Plus(sum, Plus(Over(duty.Top * 4 * tenth, duty.Bottom * 400), Over(rated.Top * 2 * tenth, rated.Bottom * 300)));
        }

        return sum;
    }

    private static (BigInteger Top, BigInteger Bottom) Over(BigInteger top, BigInteger bottom) => (top, bottom);

    private static (BigInteger Top, BigInteger Bottom) Plus((BigInteger Top, BigInteger Bottom) a, (BigInteger Top, BigInteger Bottom) b) => ((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);
}
