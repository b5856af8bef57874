using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Filings;

/// <summary>Filings, live: a county with two townships. Monday 2026-07-13, 09:00, by weekdays.</summary>
public sealed class FilingsGrainTests : IAsyncLifetime
{
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode Township = UnitCode.Parse("430203001");
    private static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    private static readonly Actor Government = new("county", Role.CountyGovernment, OrganCode.Of(County));
    private static readonly Actor Organisation = new("organisation", Role.Department, OrganCode.Parse("4302:D01"));
    private static readonly IssueMeasures Measures = new("实施办法", "芦办发〔2026〕1号", [OrganCode.Parse("430203:D12")], [new(new(2026, 12, 31), "全面推行")]);

    private readonly TownDirectory _directory = new();
    private CaseTown _town = null!;
    private int _ids;

    public async Task InitializeAsync()
    {
        _directory.Below.AddRange([_directory.Unit(Township)!, _directory.Unit(UnitCode.Parse("430203002"))!]);
        _town = await CaseTown.Open(directory: _directory);
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "A042")]
    public async Task A042_the_record_opens_by_itself_once_and_looking_writes_nothing()
    {
        (await Grain(County).Get())!.ShouldSatisfyAllConditions(v => v.Length.ShouldBe(0), v => v.State.Townships.Count.ShouldBe(2));
        _town.Storage.VersionOf(GrainKeys.Filings(County)).ShouldBe(0);
        (await Done(County, Hub, new ReviewFilings())).Sequence.ShouldBe(1);
        (await Done(County, Hub, new ReviewFilings())).Sequence.ShouldBe(1, "another process, or the next day");
        (await Trace(County)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Event.ShouldBe(nameof(FilingsOpened)), e => e.Role.ShouldBe(Role.Scheduler));
        var published = _town.Hub.Index.Published(GrainKeys.Filings(County))!;
        published.Filings!.Obligations.Count.ShouldBe(5);
        published.Rungs.ShouldHaveSingleItem().Term.ShouldBe("EstablishmentFiling-1", "the nearest, by time and by name");
        published.Notices.ShouldAllBe(n => n.Kind == NoticeKind.NewWork);
        (await Grain(UnitCode.Parse("430203001001")).Get()).ShouldBeNull("a community files nothing");
    }

    [Fact, Trait("Rule", "A042")]
    public async Task A042_what_was_filed_over_a_restart_folds_again_to_the_same_state()
    {
        await Done(County, Government, Measures, "issue");
        await Done(County, Government, new FileMeasures(1, FilingReceiver.Organisation, "芦备 1 号"));
        await _town.Pushed(GrainKeys.Filings(County));
        await Grain(County).Drop();
        await Done(County, Organisation, new ConfirmFiling(1, FilingReceiver.Organisation));
        (await Done(County, Government, Measures, "issue")).ShouldSatisfyAllConditions(r => r.Repeated.ShouldBeTrue(), r => r.Sequence.ShouldBe(2));
        (await Do(County, Government, Measures with { Number = "2号" }, "issue")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        await Done(County, Government, new FileMeasures(1, FilingReceiver.Establishment, "芦备 2 号"));

        var trace = await Trace(County);
        trace.Select(e => e.Event).ShouldBe(["FilingsOpened", "DocumentIssued", "MeasuresFiled", "FilingConfirmed", "MeasuresFiled"]);
        trace[0].Role.ShouldBe(Role.Scheduler, "that it opened is not of the county's making");
        var folded = trace.Select(e => JsonSerializer.Deserialize<FilingEvent>(e.Content, DomainSerialization.Options)!).Aggregate((UnitFilings?)null, FilingFold.Apply);
        JsonSerializer.Serialize(folded, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize((await State(County)), DomainSerialization.Options));
        _town.Hub.Index.Published(GrainKeys.Filings(County))!.Filings!.MeasuresFiled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_command_opens_nothing_and_what_failed_to_be_written_is_written_by_the_retry_once()
    {
        (await Do(County, Organisation, Measures)).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCodes.NotAllowed), r => r.Rule.ShouldBe("A042"));
        (await Grain(County).Get())!.Length.ShouldBe(0);
        await Done(County, Hub, new ReviewFilings());
        _town.Storage.Next(GrainKeys.Filings(County), Fault.After);
        (await _town.Settle(Do(County, Government, Measures, "issue"))).Refusal.ShouldBeNull();
        (await Trace(County)).Count(e => e.Event == nameof(DocumentIssued)).ShouldBe(1);
    }

    [Fact, Trait("Rule", "R019")]
    public async Task R019_after_downtime_a_shard_fires_all_rungs_of_a_townships_lists_in_one_write()
    {
        var key = GrainKeys.Filings(Township);
        await Done(Township, Hub, new ReviewFilings());
        await _town.Pushed(key);
        var version = _town.Storage.VersionOf(key);
        await Grain(Township).Drop();
        _town.Time.Advance(TimeSpan.FromDays(120));
        var shard = _town.Hub.Client.RungsShard(GrainKeys.ShardOf(key));
        await Task.WhenAll(shard.Wake(), shard.Wake());
        _town.Storage.VersionOf(key).ShouldBe(version + 1);
        (await State(Township)).Terms.ShouldAllBe(t => t.Fired.Count == 5);
        _town.Hub.Index.Published(key)!.ShouldSatisfyAllConditions(p => p.Rungs.ShouldBeEmpty(), p => p.Notices.Select(n => n.Recipient.Value).Distinct().ShouldBe(["430203001", "430203"]));
    }

    [Fact, Trait("Rule", "A047")]
    public async Task A047_a_unit_that_ended_owes_nothing_more()
    {
        await Done(Township, Hub, new ReviewFilings());
        _directory.Ended[Township] = new(2026, 7, 1);
        await Done(Township, Hub, new ReviewFilings());
        (await State(Township)).Terms.ShouldAllBe(t => t.IsLifted);
        _town.Hub.Index.Published(GrainKeys.Filings(Township))!.Filings!.DueAt.ShouldBeNull();
    }

    [Fact]
    public async Task Publishing_again_tells_the_same_notices_under_the_same_keys()
    {
        var key = GrainKeys.Filings(County);
        await Done(County, Hub, new ReviewFilings());
        var keys = _town.Hub.Index.Published(key)!.Notices.Select(n => n.Key).ToList();
        await _town.Pushed(key);
        await Grain(County).Drop();
        _town.Hub.Index.Lose(key);
        await Grain(County).Republish();
        _town.Hub.Index.Published(key)!.Notices.Select(n => n.Key).ShouldBe(keys);
    }

    private IFilingsGrain Grain(UnitCode unit) => _town.Hub.Client.Filings(unit);

    private Task<CommandReply> Do(UnitCode unit, Actor by, FilingCommand command, string? id = null) => Grain(unit).Do(command, new CommandContext(id ?? $"id-{Interlocked.Increment(ref _ids)}", by));

    private async Task<CommandReply> Done(UnitCode unit, Actor by, FilingCommand command, string? id = null)
    {
        var reply = await Do(unit, by, command, id);
        reply.Refusal.ShouldBeNull($"{command}");
        return reply;
    }

    private async Task<UnitFilings> State(UnitCode unit) => (await Grain(unit).Get()).ShouldNotBeNull().State;

    private async Task<IReadOnlyList<TraceEntry>> Trace(UnitCode unit) => (await Grain(unit).Trace(0, 200)).Entries;
}
