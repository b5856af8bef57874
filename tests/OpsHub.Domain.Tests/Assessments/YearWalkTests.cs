using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using CsCheck;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>Years at random: anybody asks for anything at any time. Whatever was permitted, these hold.</summary>
public sealed class YearWalkTests
{
    private static readonly ImmutableList<UnitCode> Townships = [YearStory.Host, YearStory.Second, YearStory.Third];
    private static readonly Gen<UnitCode> ATownship = Gen.Int[0, 2].Select(i => Townships[i]);
    private static readonly Gen<decimal> AScore = Gen.Int[0, 1_000_000].Select(n => n / 10_000m);

    private static readonly Gen<GroupTally> ATally = Gen.Select(Gen.Enum<RaterGroup>(), Gen.Int[0, 100].Array[4].Array[3, 30]).Select((group, ballots) =>
        ballots.Aggregate(GroupTally.None(group), (t, b) => t.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, d => b[(int)d]))));

    private static readonly Gen<CaseEvidence> Totals = Gen.Int[0, 300].Array[6].Select(n =>
        YearStory.Cases(n[0] + n[1], n[1], n[2] + n[3], n[2], YearStory.Start, urged: n[4] % 4));

    private static readonly Gen<AppealLine> Lines = Gen.Select(Gen.Int[0, 4], ATownship).Select((i, t) => i switch
    {
        0 => new AppealLine("L", t),
        1 => new AppealLine("S", t),
        2 => new AppealLine("D"),
        3 => new AppealLine("GRADE"),
        _ => new AppealLine("L", t, DutyComponent.KeyWork),
    });

    private static readonly Gen<AgencyYearCommand> Commands = Gen.OneOf<AgencyYearCommand>(
        Gen.Int[1, 9].Select(n => (AgencyYearCommand)YearStory.Weights(n / 10m, (10 - n) / 20m, (10 - n) / 20m)),
        Gen.Const<AgencyYearCommand>(new ListDuties(["巡查"])),
        Gen.Int[1, 7].Select(n => (AgencyYearCommand)YearStory.Plan(n)),
        Gen.Const<AgencyYearCommand>(new NegotiatePlan()),
        Gen.Const<AgencyYearCommand>(new DeterminePlan("协商不成")),
        Gen.Const<AgencyYearCommand>(new SubmitPlan()),
        Gen.Const<AgencyYearCommand>(new ConsentToPlan()),
        Gen.Const<AgencyYearCommand>(new SignLetter()),
        Gen.Select(Gen.Int[1, 8], Gen.Bool).Select((t, done) => (AgencyYearCommand)new ConfirmTarget(t, done)),
        Gen.Bool.Select(part => (AgencyYearCommand)new RecordKeyWork("防汛", part)),
        Gen.Select(ATownship, Totals).Select((t, e) => (AgencyYearCommand)new RecordEvidence(new[] { KeyValuePair.Create(t, e) }.ToImmutableSortedDictionary())),
        Gen.Const<AgencyYearCommand>(new OpenAssessment()),
        Gen.Select(Gen.Enum<DutyComponent>(), AScore).Select((c, v) => (AgencyYearCommand)new AdjustComponent(c, v, "核查", "未签")),
        Gen.Const<AgencyYearCommand>(new SubmitDuty("未签")),
        Gen.Select(ATownship, ATally.Array[1, 3]).Select((t, tallies) => (AgencyYearCommand)new SubmitSatisfaction(t, [.. tallies.DistinctBy(x => x.Group)])),
        AScore.Select(v => (AgencyYearCommand)new SubmitStatutory(v)),
        Gen.Const<AgencyYearCommand>(new AggregateTownshipPart()),
        Gen.Const<AgencyYearCommand>(new FinaliseScore()),
        Gen.Enum<AssessmentGrade>().Select(g => (AgencyYearCommand)new SetAgencyGrade(g)),
        Gen.Enum<AssessmentGrade>().Select(g => (AgencyYearCommand)new SetHeadGrade(g)),
        Gen.Enum<ShareTarget>().Select(t => (AgencyYearCommand)new ShareResult(t)),
        Lines.Select(l => (AgencyYearCommand)new ReviseResult("有误", [l])),
        Lines.Select(l => (AgencyYearCommand)new AppealAgainst(l, "有误", ["case-1"])),
        Gen.Select(Gen.Int[1, 4], Gen.Bool).Select((n, upheld) => (AgencyYearCommand)new AnswerAppeal(n, upheld, "已核")));

    // Every step by everybody in turn would go nowhere: the one that may is asked more often.
    private static readonly Gen<(AgencyYearCommand What, int Who, int Hours)[]> Walks = Gen.Select(Commands, Gen.Int[0, 40], Gen.Int[0, 72]).Array[250];

    [Fact]
    public void Whatever_is_permitted_the_year_keeps_its_rules()
    {
        var reached = new HashSet<AgencyYearStage>();
        Walks.Sample(walk =>
        {
            var story = Walk(walk, Holds);
            lock (reached)
                reached.Add(story.Year.Stage);
        }, iter: 200);
        reached.Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Straight_years_score_what_an_independent_count_of_the_raw_submissions_gives()
    {
        var counted = 0;
        Gen.Select(Totals.Array[3], Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3], ATally.Array[9], AScore, Gen.Int[1, 9], Gen.Int[0, 10], Gen.Bool).Sample((totals, work, tallies, d, share, done, ofGroups) =>
        {
            var story = Straight(totals, work, tallies, d, share, done, new AssessmentRules { LeastBallots = 3, MeanOfGroups = ofGroups });
            Holds(story, story);
            Interlocked.Increment(ref counted);
        }, iter: 300);
        counted.ShouldBe(300);
    }

    [Fact]
    public void The_same_facts_give_the_same_bits_and_a_year_is_read_as_it_was_written()
    {
        Gen.Select(Totals.Array[3], Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[3], ATally.Array[9], AScore, Gen.Int[1, 9], Gen.Int[0, 10], Gen.Bool).Sample((totals, work, tallies, d, share, done, ofGroups) =>
        {
            var rules = new AssessmentRules { LeastBallots = 3, MeanOfGroups = ofGroups };
            var one = JsonSerializer.Serialize(Straight(totals, work, tallies, d, share, done, rules).Year);
            var story = Straight(totals, work, tallies, d, share, done, rules);
            JsonSerializer.Serialize(story.Year).ShouldBe(one);
            var read = JsonSerializer.Deserialize<AgencyYear>(one)!;
            JsonSerializer.Serialize(read).ShouldBe(one);
            Scoring.Of(read.ExactPart!, read.Statutory!.Value, read.Rules).ShouldBe(story.Year.Score);
            var replayed = story.Events.Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(JsonSerializer.Serialize(e))!).Aggregate((AgencyYear?)null, AgencyYearFold.Apply);
            JsonSerializer.Serialize(replayed).ShouldBe(one);
        }, iter: 60);
    }

    private static YearStory Straight(CaseEvidence[] totals, (int, int)[] work, GroupTally[] tallies, decimal d, int share, int done, AssessmentRules rules)
    {
        var story = YearStory.InForce(YearStory.Opened(rules, YearStory.Second, YearStory.Third)
            .Then(YearStory.Township, YearStory.Weights(share / 10m, (10 - share) / 20m, (10 - share) / 20m)));
        story = Enumerable.Range(1, done).Aggregate(story, (s, i) => s.Then(YearStory.Township, new ConfirmTarget(i, true)));
        for (var i = 0; i < 3; i++)
        {
            var by = YearStory.Of(Townships[i]);
            story = Enumerable.Repeat(true, work[i].Item1 + 1).Concat(Enumerable.Repeat(false, work[i].Item2)).Aggregate(story, (s, part) => s.Then(by, new RecordKeyWork("防汛", part)));
            // At least one case, or there would be no evidence.
            var e = totals[i];
            story = story.Then(YearStory.Hub, new RecordEvidence(new[] { KeyValuePair.Create(Townships[i], e with { Dispatched = e.Dispatched + 1, Accepted = e.Accepted + 1, Due = e.Due + 1 }) }.ToImmutableSortedDictionary()));
        }

        story = story.At("2027-01-04 09:00").Then(YearStory.Hub, new OpenAssessment());
        for (var i = 0; i < 3; i++)
            story = story.Then(YearStory.Of(Townships[i]), new SubmitDuty()).Then(YearStory.Hub, new SubmitSatisfaction(Townships[i], [.. tallies.Skip(3 * i).Take(3).DistinctBy(t => t.Group)]));
        return story.Then(YearStory.Department, new SubmitStatutory(d)).Then(YearStory.Township, new AggregateTownshipPart()).Then(YearStory.Organ, new FinaliseScore());
    }

    private static YearStory Walk((AgencyYearCommand What, int Who, int Hours)[] walk, Action<YearStory, YearStory> check)
    {
        var story = YearStory.Area(new() { LeastBallots = 3 });
        foreach (var (what, who, hours) in walk)
        {
            var before = story.After(TimeSpan.FromHours(hours));
            if (AgencyYearTerms.Tick(before.Year, before.Now, Given.Calendar) is { } fired)
                before = before.Happened(fired);
            story = who < YearStory.Everybody.Count ? Asked(before, YearStory.Everybody[who], what)
                : YearStory.Everybody.Aggregate(before, (s, by) => Asked(s, by, what));
            check(before, story);
        }

        return story;
    }

    private static YearStory Asked(YearStory story, Actor by, AgencyYearCommand what) => story.Asked(by, what).Events.Aggregate(story, (s, e) => s.Happened(e));

    private static void Holds(YearStory before, YearStory after)
    {
        var s = after.Year;
        if (s.Score is { } score)
        {
            Townships.ShouldAllBe(t => s.Submitted.ContainsKey(t) && s.Surveys.ContainsKey(t), "A027");
            s.Statutory.ShouldNotBeNull("A017");
            var (total, reaches) = Recount(after);
            Near(total, score.Total).ShouldBeTrue($"{score.Total} against {total}");
            score.MayBeExcellent.ShouldBe(reaches, "A033");
        }

        if (s.Grade == AssessmentGrade.Excellent)
            s.Score!.MayBeExcellent.ShouldBeTrue("A033");
        if (s.HeadGrade == AssessmentGrade.Excellent)
            s.Grade.ShouldBe(AssessmentGrade.Excellent, "A035");
        if (s.HasLetter)
            s.ConsentedAt.ShouldNotBeNull("A039");
        after.Events.OfType<ResultShared>().Select(e => e.Target).ShouldBeUnique("A032: nothing is shared twice");
        if (before.Year.SharedAt.Count > 0)
            s.Score.ShouldBe(before.Year.Score, "A032: frozen");
        s.Weights.Values.Sum().ShouldBe(1m);
        s.Terms.Select(t => t.Id).ShouldBeUnique();
        s.Revisions.Count.ShouldBeGreaterThanOrEqualTo(before.Year.Revisions.Count, "old values are kept");
        foreach (var owed in AgencyYearTerms.Owed(s))
            owed.Due.ShouldNotBeNull($"{owed.By} owes {owed.What} without a term");
    }

    // The score once more from the raw submissions of the trace, in whole numbers, by nothing that the hub computes with.
    private static (Fraction Total, bool Reaches) Recount(YearStory story)
    {
        var s = story.Year;
        var (l, f) = (new Fraction(0, 1), new Fraction(0, 1));
        foreach (var t in Townships)
        {
            var weight = Of(story.Events.OfType<WeightsSet>().Last().Weights[t]);
            var duty = story.Events.OfType<DutySubmitted>().Last(e => e.Township == t).Submission;
            var sum = duty.Components.Keys.Aggregate(new Fraction(0, 1), (all, c) => all + (duty.Figures!.TryGetValue(c, out var g)
                ? Positive(new Fraction(100 * (BigInteger)g.Part, g.Of) - new Fraction(g.Deducted, 1)) : Of(duty.Components[c])));
            l += weight * sum * new Fraction(1, 4);
            var tallies = story.Events.OfType<SatisfactionSubmitted>().Last(e => e.Township == t).Result.Tallies.Where(x => x.Ballots >= 3).ToList();
            f += weight * (s.Rules.MeanOfGroups
                ? tallies.Aggregate(new Fraction(0, 1), (all, x) => all + new Fraction(x.Sums.Values.Sum(), 4 * x.Ballots)) * new Fraction(1, tallies.Count)
                : new Fraction(tallies.Sum(x => x.Sums.Values.Sum()), 4 * tallies.Sum(x => x.Ballots)));
        }

        var part = (new Fraction(2, 5) * l) + (new Fraction(1, 5) * f);
        var d = Of(story.Events.OfType<StatutorySubmitted>().Last().Score.Value);
        var over = part - new Fraction(54, 1);
        return (part + (new Fraction(2, 5) * d), over.Top * over.Bottom >= 0);
    }

    private static Fraction Positive(Fraction f) => f.Top * f.Bottom < 0 ? new(0, 1) : f;

    private static bool Near(Fraction exact, decimal shown)
    {
        var off = exact - Of(shown);
        return BigInteger.Abs(off.Top) * BigInteger.Pow(10, 20) <= BigInteger.Abs(off.Bottom);
    }

    // Digit by digit from its text.
    private static Fraction Of(decimal value)
    {
        var parts = value.ToString(System.Globalization.CultureInfo.InvariantCulture).Split('.');
        var after = parts.Length > 1 ? parts[1] : "";
        return new(BigInteger.Parse(parts[0] + after, System.Globalization.CultureInfo.InvariantCulture), BigInteger.Pow(10, after.Length));
    }

    private readonly record struct Fraction(BigInteger Top, BigInteger Bottom)
    {
        public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);
    }
}
