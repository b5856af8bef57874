using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Host.Verbs;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Host.Tests.Verbs;

public sealed class TraceReplayTests
{
    private static readonly UnitCode Grid = UnitCode.Parse("430203001001001");
    private static readonly OrganCode Community = OrganCode.Of(Grid.At(UnitLevel.Community));
    private static readonly DateTimeOffset At = new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableList<CaseEvent> Events =
    [
        new CaseReported(
            At, "4302-2026-000001", new(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City)),
            CaseKind.Event, "Q04-01", "Q04", "暴露垃圾", "", CasePriority.Ordinary, false, CaseChannel.GridWorker, null, Community, Term("acceptance")),
        new CaseAccepted(At.AddHours(1), Community, OrganCode.Of(Grid.At(UnitLevel.Township)), Term("triage")),
    ];

    private static readonly Case State = Events.Aggregate((Case?)null, Case.Apply)!;

    [Fact]
    public void A_state_that_is_what_its_trace_tells_passes() => Compare(State, Events).ShouldBeNull();

    [Fact]
    public void A_state_changed_beside_its_trace_is_found_and_the_place_named()
    {
        var forged = State with { Terms = State.Terms.SetItem(1, State.Terms[1] with { Due = At.AddYears(1) }) };
        var fault = Compare(forged, Events).ShouldNotBeNull();
        (fault.Subject, fault.Sequence).ShouldBe(("case-1", 2));
        fault.En.ShouldEndWith("state.terms[1].due");
    }

    [Theory]
    [InlineData(CaseStage.Closed)]
    public void A_state_ahead_of_its_trace_is_found(CaseStage stage) => Compare(State with { Stage = stage }, Events).ShouldNotBeNull().En.ShouldContain("state.stage");

    [Fact]
    public void An_entry_too_many_or_too_few_is_found()
    {
        Compare(State, Events.RemoveAt(1)).ShouldNotBeNull();
        Compare(State, Events.Add(Events[0])).ShouldNotBeNull().Sequence.ShouldBe(3);
        Compare(null, Events).ShouldNotBeNull();
    }

    private static TraceFault? Compare(Case? state, ImmutableList<CaseEvent> events)
    {
        var trace = events.Aggregate(TraceChain.Empty, (chain, e) => chain.Append("case-1", new TraceEntry
        {
            Sequence = 0, At = At, Principal = "p", Role = Role.CommunityCommittee, Organ = Community, Event = e.Name, Command = "c", Body = "b",
            Content = JsonSerializer.Serialize(e, DomainSerialization.Options), PreviousHash = "", Hash = "",
        }));
        TraceVerifier.Verify("case-1", trace.Recent, trace.Head, trace.Length).ShouldBeNull("the chain itself is whole");
        return TraceReplay.Compare("case-1", JsonSerializer.SerializeToElement(state, DomainSerialization.Options), trace.Recent);
    }

    private static Term Term(string id) => Terms.Open(
        id, "环节", Community.Value, At, 1, new(8, BudgetUnit.WorkingHours), new("G022", "三(五)", BasisKind.Assumed), OfficialCalendar.Empty, WorkingHours.Default);
}
