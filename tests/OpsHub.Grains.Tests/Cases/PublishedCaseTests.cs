using OpsHub.Domain.Cases;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>What a case publishes for indicators and lists.</summary>
public sealed class PublishedCaseTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Each_step_publishes_the_cycle_as_the_trace_has_it()
    {
        var key = await _town.Dispatched("case-a");
        await _town.Done(key, CaseTown.Agency, new AcceptDispatch());
        await _town.Done(key, CaseTown.Agency, new FeedBackCase("已更换", []));
        var row = _town.Hub.Index.Published(key)!.Cycles.ShouldHaveSingleItem();
        (row.Class, row.Facts.Accepted, row.Facts.OnTime, row.Facts.Lead).ShouldBe(("Q01", true, true, CaseTown.UrbanManagement));
        row.Facts.Dispatches.ShouldHaveSingleItem().Accepted.ShouldBeTrue();

        await _town.Case(key).Drop();
        await _town.Case(key).Republish();
        var again = _town.Hub.Index.Published(key)!.Cycles.ShouldHaveSingleItem();
        again.Facts.Dispatches.ShouldBe(row.Facts.Dispatches);
        (again.Facts with { Dispatches = row.Facts.Dispatches }).ShouldBe(row.Facts, "publishing again makes the same row");
    }

    [Fact]
    public async Task A_title_goes_to_lists_without_personal_data_and_stays_in_the_case_as_it_was()
    {
        await _town.Done("case-b", CaseTown.Worker, CaseTown.Report(title: "致电13800138000 430203001001001"));
        _town.Hub.Index.Published("case-b")!.Case!.Title.ShouldBe("致电*********** 430203001001001");
        (await _town.Case("case-b").Get())!.Case.Title.ShouldBe("致电13800138000 430203001001001");
    }

    [Fact]
    public async Task Whom_it_waits_for_besides_its_holder_is_known_to_lists_and_until_then_only()
    {
        var key = await _town.Dispatched("case-d");
        await _town.Done(key, CaseTown.Agency, new AcceptDispatch());
        var term = (await _town.Case(key).Get())!.Case.OpenTerm("handling")!;
        await _town.Done(key, CaseTown.Agency, new RequestExtension("配件未到", term.Due.AddHours(2)));
        var row = _town.Hub.Index.Published(key)!.Case!;
        row.Holder.ShouldBe(CaseTown.UrbanManagement);
        row.Waits.ShouldBe([CaseTown.Centre.Organ], "who decides the extension");
        await _town.Done(key, CaseTown.Centre, new GrantExtension());
        _town.Hub.Index.Published(key)!.Case!.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_a_contact_was_read_stands_in_the_trace_and_on_no_ticker()
    {
        var key = await _town.Reported("case-c");
        (await _town.Do(key, CaseTown.Committee, new ReadContact("核实位置"), "read")).Refusal.ShouldBeNull();
        (await _town.Do(key, CaseTown.Committee, new ReadContact("核实位置"), "read")).Repeated.ShouldBeTrue();
        (await _town.Trace(key)).Count(e => e is { Event: "ContactRead", Reason: "核实位置", Rule: "G049" }).ShouldBe(1);
        var published = _town.Hub.Index.Published(key)!;
        published.Events.ShouldBeEmpty();
        published.Version.ShouldBe((await _town.Case(key).Get())!.Length, "the rows are of the newest version all the same");
    }
}
