using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Commits;

/// <summary>The same command id changes nothing twice, however old it is.</summary>
public sealed class CommandIdTests : IAsyncLifetime
{
    private readonly EscalateCase _again = new("仍在聚集", RiskKind.Mass); // as often as one likes
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task The_same_command_again_gets_the_first_answer_and_leaves_one_entry()
    {
        var first = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        var again = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        again.ShouldBe(first with { Repeated = true });
        first.Repeated.ShouldBeFalse();
        (await _town.Trace("case-1")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_a_conflict_that_names_the_number()
    {
        var first = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        var other = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(title: "路灯不亮"), "r");
        other.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.Conflict);
        other.Refusal.En.ShouldContain(first.Number.ShouldNotBeNull());
        (await _town.Trace("case-1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_principals_same_id_is_another_command()
    {
        await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "same");
        (await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "same")).Sequence.ShouldBe(2);
        var triaged = await _town.Do("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner), "same");
        triaged.Repeated.ShouldBeFalse();
        triaged.Sequence.ShouldBe(3);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        await _town.Reported("case-1");
        (await _town.Do("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner), "t")).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.WrongState);
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        var retried = await _town.Do("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner), "t");
        retried.Refusal.ShouldBeNull();
        retried.Repeated.ShouldBeFalse();
    }

    [Fact]
    public async Task A_ticket_sent_again_under_a_new_command_id_gets_the_first_answer_or_a_conflict() // G017
    {
        var first = await _town.Do("case-ticket", CaseTown.Worker, CaseTown.Report(), "one");
        (await _town.Do("case-ticket", CaseTown.Worker, CaseTown.Report(), "two")).ShouldBe(first with { Repeated = true });
        var other = await _town.Do("case-ticket", CaseTown.Worker, CaseTown.Report(title: "路灯不亮"), "three");
        other.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.Conflict);
        other.Refusal.En.ShouldContain(first.Number!);
    }

    [Fact]
    public async Task Ids_that_left_the_document_are_still_known_and_the_chain_verifies()
    {
        var first = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        await Dispatch();
        await SendAround(65);

        // A segment is written, then the document that should count it isn't: the entries must not show twice.
        await SendAround(28);
        await _town.Done("case-1", CaseTown.Centre, _again);
        _town.Storage.Next("case-1", Fault.Overloaded);
        var busy = await _town.Do("case-1", CaseTown.Centre, _again);
        busy.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RetryLater);
        (await _town.Segments.Read("case-1")).Count.ShouldBe(2);
        await Verifies(191);

        await _town.Done("case-1", CaseTown.Centre, _again);
        await _town.Case("case-1").Drop();
        await Verifies(192);
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r")).ShouldBe(first with { Repeated = true });
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "new id")).ShouldBe(first with { Repeated = true });
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(title: "路灯不亮"), "r")).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.Conflict);
        (await _town.Case("case-1").Trace(62, 4)).Select(e => e.Sequence).ShouldBe([63, 64, 65, 66]);
        (await _town.Case("case-1").Trace(190, 200)).Select(e => e.Sequence).ShouldBe([191, 192]);
    }

    private async Task Dispatch()
    {
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        await _town.Done("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner));
        await _town.Done("case-1", CaseTown.Centre, new DispatchCase([CaseTown.Leads(CaseTown.UrbanManagement)]));
    }

    private async Task SendAround(int times)
    {
        for (var n = 0; n < times; n++)
        {
            await _town.Done("case-1", CaseTown.Centre, _again);
            await _town.Done("case-1", CaseTown.Centre, _again);
        }
    }

    private async Task Verifies(int length)
    {
        var view = (await _town.Case("case-1").Get()).ShouldNotBeNull();
        var entries = await _town.Trace("case-1");
        view.Length.ShouldBe(length);
        TraceVerifier.Verify("case-1", entries, view.Head, view.Length).ShouldBeNull();
    }
}
