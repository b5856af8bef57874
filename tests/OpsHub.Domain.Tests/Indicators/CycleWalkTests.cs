using System.Collections.Immutable;
using CsCheck;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Indicators;

/// <summary>Whatever way cases go, the facts are those that can be counted off the raw traces.</summary>
public sealed class CycleWalkTests
{
    // Each step of the loop with who takes it; most are refused where they don't fit.
    private static readonly ImmutableList<(Actor By, CaseCommand Command)> Steps =
    [
        (Town.Committee, new AcceptCase()), (Town.TownshipCentre, new TriageCase(TriageClass.ClearOwner)), (Town.Committee, new DeclineCase("不属于", "别处", DeclineGround.OutsideCategories)),
        (Town.TownshipCentre, Town.To(Town.UrbanManagement)), (Town.TownshipCentre, Town.To(Town.FoodSafety, Town.WaterBureau)),
        (Town.Agency, new AcceptDispatch()), (Town.OtherAgency, new AcceptDispatch()), (Town.Agency, new ReturnCase(ReturnReason.NotMine, "退")), (Town.OtherAgency, new ReturnCase(ReturnReason.NotMine, "退")),
        (Town.TownshipCentre, new RedispatchCase(Town.Led(Town.FoodSafety), "裁定", "纪要", true)), (Town.TownshipCentre, new RedispatchCase(Town.Led(Town.UrbanManagement), "裁定", "纪要")),
        (Town.Agency, new FeedBackCase("办", [])), (Town.OtherAgency, new FeedBackCase("办", [])), (Town.TownshipCentre, new FailVerification("不合格")),
        (Town.TownshipCentre, new VerifyCase(true)), (Town.TownshipCentre, new CloseCase()),
    ];

    private static readonly Gen<(int Step, int Minutes)[]> Walks = Gen.Select(Gen.Int[0, Steps.Count - 1], Gen.Int[0, 300]).Array[150];

    [Fact]
    public void Facts_are_those_that_the_raw_trace_tells()
    {
        var (closed, returned) = (0, 0);
        Walks.Sample(walk =>
        {
            var story = Walk(walk);
            var facts = CycleReading.Of(story.Case, story.Rules.Calendar, story.Rules.Cases.Hours).Single();
            Raw(story).ShouldBe(facts with { Dispatches = [] });
            RawDispatches(story.Events).ShouldBe(facts.Dispatches);
            Interlocked.Add(ref closed, facts.ClosedDay is null ? 0 : 1);
            Interlocked.Add(ref returned, facts.Returns);
        }, iter: 150);
        (closed > 10 && returned > 10).ShouldBeTrue("or few of them came far");
    }

    [Fact]
    public void A_case_stored_before_there_were_cycles_tells_the_same() => Walks.Sample(walk =>
    {
        var state = Walk(walk).Case;
        var known = CycleFold.Known(state with { Cycles = [] }).Single();
        known.Returned.ShouldBe(state.Cycles[0].Returned);
        (known with { Returned = state.Cycles[0].Returned }).ShouldBe(state.Cycles[0]);
    }, iter: 60);

    private static Story Walk((int Step, int Minutes)[] walk) => walk.Aggregate(Story.Reported(), (story, next) =>
    {
        var at = story.After(TimeSpan.FromMinutes(next.Minutes)).Ticked();
        return at.Asked(Steps[next.Step].By, Steps[next.Step].Command).Events.Aggregate(at, (s, e) => s.Happened(e));
    });

    private static CycleFacts Raw(Story story)
    {
        var events = story.Events;
        var reported = events.OfType<CaseReported>().Single();
        var accepted = events.OfType<CaseAccepted>().SingleOrDefault();
        var handling = events.Select(e => e switch { CaseDispatched d => d.Handling, CaseRedispatched { Handling: { } granted } => granted, _ => null }).LastOrDefault(t => t is not null);
        var stands = events.FindLast(e => e is CaseFedBack or VerificationFailed) as CaseFedBack;
        var closed = events.OfType<CaseClosed>().SingleOrDefault();
        var first = events.OfType<CaseDispatched>().FirstOrDefault();
        return new CycleFacts
        {
            Cycle = 1,
            StartedDay = LocalDay.Of(reported.At),
            Void = events.Any(e => e is CaseDeclined),
            AcceptBy = reported.Acceptance.Due,
            Accepted = accepted is not null,
            AcceptedOnTime = accepted?.At < reported.Acceptance.Due,
            Lead = events.FindLast(e => e is CaseDispatched or CaseRedispatched or CaseReturned) switch { CaseDispatched d => d.Lead, CaseRedispatched d => d.Lead, _ => null },
            DueAt = handling?.Due,
            OnTime = stands?.OnTime,
            Returns = events.Count(e => e is CaseReturned),
            Reworks = events.Count(e => e is VerificationFailed),
            ClosedDay = closed is null ? null : LocalDay.Of(closed.At),
            WorkMinutes = closed is null ? null : WorkingTime.Minutes(first!.At, stands!.At, story.Rules.Calendar, story.Rules.Cases.Hours),
            ElapsedMinutes = closed is null ? null : (long)(stands!.At - first!.At).TotalMinutes,
        };
    }

    private static List<DispatchFacts> RawDispatches(ImmutableList<CaseEvent> events)
    {
        var all = new List<DispatchFacts>();
        foreach (var happened in events)
        {
            if ((happened switch { CaseDispatched d => d.AcceptTerm, CaseRedispatched d => d.AcceptTerm, _ => null }) is { } term)
                all.Add(new(term.Id, new(term.Holder), LocalDay.Of(happened.At), term.Due, false, false, false));
            else if (happened is DispatchAccepted or CaseReturned)
                all[^1] = all[^1] with { Accepted = happened is DispatchAccepted, Returned = happened is CaseReturned, InTime = happened.At < all[^1].AcceptBy };
        }

        return all;
    }
}
