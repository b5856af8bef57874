using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Replay;

namespace OpsHub.Host.Tests.Replay;

/// <summary>The demonstration's area agency keeps to the rules on whatever day it is begun.</summary>
public sealed class DemoAreaTests
{
    private static readonly ImmutableList<UnitCode> Townships = [.. new[] { "430202001", "430202002", "430202003" }.Select(UnitCode.Parse)];

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var day in new[] { "2026-01-01T00:10+08:00", "2026-01-20T09:00+08:00", "2026-02-25T09:00+08:00", "2026-11-27T15:00+08:00", "2026-12-31T23:50+08:00", "2027-02-10T10:00+08:00" })
            {
                data.Add(day, 2);
                data.Add(day, 3);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases)), Trait("Rule", "A026")]
    public void A026_its_weights_sum_to_one_and_both_years_are_accepted_step_by_step(string began, int served)
    {
        var (at, area) = (At(began), Area(served));
        area.Weights.Values.Sum().ShouldBe(1m);
        area.Weights.Keys.ShouldBe(Townships.Take(served));
        var tales = new DemoYearTales(at);
        var present = Play(area, tales.Present(area.Agency, DemoYearTale.Whole, 0, area), at);
        var former = Play(area, tales.Former(area.Agency, 1, area), at).ShouldNotBeNull();
        if (at.Month < 4)
            return;
        present.ShouldNotBeNull().HasLetter.ShouldBeTrue();
        present.Weights.ShouldBe(area.Weights);
        (former.Stage, former.Surveys.Count, former.Submitted.Count).ShouldBe((AgencyYearStage.Shared, served, served));
    }

    [Theory, MemberData(nameof(Cases)), Trait("Rule", "A016")]
    public void A016_its_people_decisions_are_accepted_and_an_appointment_waits_for_unanimity(string began, int served)
    {
        var (at, area) = (At(began), Area(served));
        var facts = new PostFacts(area.Agency, Row(area).Department, area.Host, HostIsStreet: true, Row(area).Served);
        var (state, sequence) = (default(AgencyPosts), 1L);
        foreach (var step in DemoPostTale.Steps(area.Agency, at).Where(s => s.By != YearParty.Third || served > 2))
        {
            var x = new PostContext(DemoYears.By(Row(area), step.By), step.At, OfficialCalendar.Empty, WorkingHours.Default, new(), sequence) { Agency = facts };
            var decision = PostDecisions.Decide(state, step.Command, x);
            decision.Refusal.ShouldBeNull($"{step}");
            (state, sequence) = (decision.Events.Aggregate(state, (s, e) => PostFold.Apply(s, e)), sequence + decision.Events.Count);
        }

        state.ShouldNotBeNull().Heads.Select(h => h.Stage).ShouldBe([HeadStage.Decided, HeadStage.Sent]);
        state.Heads[1].Agreed.Count.ShouldBe(2, "where three are served, the third has not agreed");
        (state.Short, state.Inquiries.Count, state.Secondments.Count, state.Changes.Count).ShouldBe((2, 1, 1, 1));
    }

    [Theory, MemberData(nameof(Cases)), Trait("Rule", "A024")]
    public void A024_its_surveys_are_planned_and_issued_one_is_over_with_too_few_of_a_group_and_one_is_open(string began, int served)
    {
        var (at, area) = (At(began), Area(served));
        var row = Row(area);
        var tale = new DemoSurveyTale(at);
        var surveys = tale.Steps(row).Select(step =>
        {
            Survey? state = null;
            var x = new SurveyContext(DemoYears.By(row, step.Township == row.Host ? YearParty.Host : YearParty.Second), step.At, new(), new()) { Agency = new(row.Code, row.Department, row.Host, row.Served) };
            foreach (var command in step.Issues.Select(i => (SurveyCommand)i.Issue).Prepend(step.Plan))
            {
                var decision = SurveyDecisions.Decide(state, command, x);
                decision.Refusal.ShouldBeNull($"{command}");
                state = decision.Events.Aggregate(state, (s, e) => SurveyFold.Apply(s, e));
            }

            step.Issues.ShouldAllBe(i => i.Answers.Count <= i.Issue.Count);
            step.Issues.SelectMany(i => i.Answers).ShouldAllBe(a => Satisfaction.Fault(a) == null);
            return (step, State: state!);
        }).ToList();
        surveys.Select(s => s.State.StageAt(at)).ShouldBe([SurveyStage.Closed, SurveyStage.Open]);
        surveys[0].step.Issues.Select(i => i.Answers.Count >= SurveyRules.Floor).ShouldBe([true, false, true]);
    }

    [Fact]
    public void It_serves_the_first_townships_of_the_leaders_county_and_nothing_where_there_is_only_one()
    {
        UnitRow Unit(string code, string kind = "town") => new(UnitCode.Parse(code), 1, kind, code, null, new(2018, 1, 1), null, null, false);
        DemoArea.Of([]).ShouldBeNull();
        DemoArea.Of([Unit("430202001"), Unit("430203001")]).ShouldBeNull();
        DemoArea.Of([Unit("430202001"), Unit("430202002", "special-unit"), Unit("430202003")]).ShouldNotBeNull().Others.ShouldBe([UnitCode.Parse("430202003")]);
        DemoArea.Of([Unit("430202001"), Unit("430202002"), Unit("430202003"), Unit("430202004")]).ShouldNotBeNull().Others.Count.ShouldBe(2);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DemoArea Area(int served) => new(Townships[0], Townships.GetRange(1, served - 1));

    private static AgencyRow Row(DemoArea area)
    {
        var e = area.Establish("荷塘");
        return new(e.Code, 1, e.Name, e.Department, e.Host, e.Served, e.Generated);
    }

    private static AgencyYear? Play(DemoArea area, IEnumerable<DemoYearStep> steps, DateTimeOffset began)
    {
        var row = Row(area);
        AgencyYear? state = null;
        var sequence = 1L;
        foreach (var step in steps.TakeWhile(s => s.At <= began))
        {
            var context = new AgencyYearContext(DemoYears.By(row, step.By), step.At, OfficialCalendar.Empty, WorkingHours.Default, new(), sequence) { Agency = new(row.Code, row.Department, row.Host, row.Served) };
            var decision = AgencyYearDecisions.Decide(state, step.Command, context);
            decision.Refusal.ShouldBeNull($"{step}");
            (state, sequence) = (decision.Events.Aggregate(state, (s, e) => AgencyYearFold.Apply(s, e)), sequence + decision.Events.Count);
        }

        return state;
    }
}
