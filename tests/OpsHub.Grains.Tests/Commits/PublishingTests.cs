using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Publishing;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Commits;

/// <summary>What was written is published, sooner or later, whatever happens in between.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_stands_in_the_index()
    {
        _town.Publisher.Fails = s => s == "case-1";
        var reply = _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        await CaseTown.Eventually(() => Task.FromResult(_town.Publisher.Tried.Contains("case-1")));
        reply.IsCompleted.ShouldBeFalse();
        _town.Publisher.Fails = _ => false;
        (await _town.Settle(reply)).Accepted.ShouldBeTrue();
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.Count.ShouldBe(1);
        (await _town.Trace("case-1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_index_that_stays_away_leaves_a_mark_that_is_published_later()
    {
        await WriteWithoutIndex("case-1");
        _town.Hub.Index.Published("case-1").ShouldBeNull();
        _town.Hub.Index.IsMarked("case-1").ShouldBeTrue();
        _town.Publisher.Fails = _ => false;
        (await _town.Republisher.Drain()).ShouldBe(1);
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Case!.Stage.ShouldBe(CaseStage.Reported);
        (await _town.Hub.Index.CountMarks()).ShouldBe(0);
        await OpenIn(SmallCity.Grid, 1);
        var again = await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r");
        (again.Repeated, again.Sequence).ShouldBe((true, 1));
    }

    [Fact]
    public async Task After_a_death_between_write_and_publish_the_repeated_command_publishes()
    {
        await WriteWithoutIndex("case-1"); // the activation is dropped then
        _town.Publisher.Fails = _ => false;
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r")).Repeated.ShouldBeTrue();
        _town.Hub.Index.Published("case-1").ShouldNotBeNull();
        await CaseTown.Eventually(() => Task.FromResult(!_town.Hub.Index.IsMarked("case-1")));
        await OpenIn(SmallCity.Grid, 1);
    }

    [Fact]
    public async Task A_subject_that_fails_backs_off_and_is_listed_and_the_others_go_on()
    {
        await WriteWithoutIndex("case-1");
        await WriteWithoutIndex("case-2");
        _town.Publisher.Fails = s => s == "case-1";
        var rounds = _town.Hub.Service<Republisher>();

        await rounds.Drain();
        _town.Hub.Index.IsMarked("case-2").ShouldBeFalse();
        var failing = rounds.Failing.ShouldHaveSingleItem();
        (failing.Subject, failing.Attempts).ShouldBe(("case-1", 1));

        var tried = Tries();
        await rounds.Round(TimeSpan.Zero, default);
        Tries().ShouldBe(tried, "it backs off");

        _town.Time.Advance(TimeSpan.FromSeconds(3));
        await rounds.Round(TimeSpan.Zero, default);
        Tries().ShouldBe(tried + 1);
        rounds.Failing.ShouldHaveSingleItem().Attempts.ShouldBe(2);
        (rounds.Failing[0].NextTry - _town.Now).ShouldBe(TimeSpan.FromSeconds(4));

        _town.Publisher.Fails = _ => false;
        _town.Time.Advance(TimeSpan.FromSeconds(5));
        await rounds.Round(TimeSpan.Zero, default);
        rounds.Failing.ShouldBeEmpty();
        (await _town.Hub.Index.CountMarks()).ShouldBe(0);

        int Tries() => _town.Publisher.Tried.Count(s => s == "case-1");
    }

    [Fact]
    public async Task What_failed_here_and_was_published_elsewhere_is_no_longer_listed()
    {
        await WriteWithoutIndex("case-1");
        var rounds = _town.Hub.Service<Republisher>();
        await rounds.Drain();
        await _town.Hub.Index.Unmark("case-1", 1); // another process
        await rounds.Round(TimeSpan.Zero, default);
        rounds.Failing.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_databases_server_may_have_forgotten_is_published_again_with_what_follows()
    {
        await _town.Reported("case-1");
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        Steps().ShouldBe([2], "what is published is not published again");
        _town.Publisher.Connections++; // it died, and the newest publication with it
        await _town.Done("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner));
        Steps().ShouldBe([1, 2, 3]);
        await _town.Done("case-1", CaseTown.Centre, new DispatchCase([CaseTown.Leads(CaseTown.UrbanManagement)]));
        Steps().ShouldBe([4]);

        IEnumerable<long> Steps() => _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.Select(e => e.Sequence);
    }

    [Fact]
    public async Task A_server_that_dies_while_what_is_new_is_on_its_way_gets_all_of_it()
    {
        await _town.Reported("case-1");
        var (gate, held) = (new TaskCompletionSource(), _town.Publisher.Tried.Count);
        _town.Publisher.Gate = gate.Task;
        var accepted = _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        await CaseTown.Eventually(() => Task.FromResult(_town.Publisher.Tried.Skip(held).Contains("case-1")));
        _town.Publisher.Connections++;
        gate.SetResult();
        await accepted;
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.Select(e => e.Sequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_mark_of_no_known_kind_stops_nothing()
    {
        _town.Hub.Index.Mark("nonsense", 1);
        _town.Hub.Index.Mark("grid-1", 1);
        await WriteWithoutIndex("case-1");
        _town.Publisher.Fails = _ => false;
        await _town.Republisher.Drain();
        _town.Hub.Index.IsMarked("case-1").ShouldBeFalse();
        _town.Republisher.Failing.Select(f => f.Subject).ShouldBe(["grid-1", "nonsense"]);
    }

    [Fact]
    public async Task Grid_and_lead_agency_count_a_case_and_the_agency_that_left_no_longer_does()
    {
        await _town.Dispatched("case-1");
        await OpenIn(SmallCity.Grid, 1);
        await OpenAt(CaseTown.UrbanManagement, 1);
        await Redispatch();
        await OpenAt(CaseTown.FoodSafety, 1);
        await OpenAt(CaseTown.UrbanManagement, 0);
        await _town.Pushed("case-1"); // the grid, too, has been told
        (await _town.Hub.Client.Agency(CaseTown.UrbanManagement).Recount()).ShouldBe(0);
        (await _town.Hub.Client.Agency(CaseTown.FoodSafety).Recount()).ShouldBe(0);
        (await _town.Hub.Client.Unit(SmallCity.Grid).Recount()).ShouldBe(0);
    }

    [Fact]
    public async Task The_agency_that_left_is_told_also_by_an_activation_that_pushed_nothing_before()
    {
        await _town.Dispatched("case-1");
        await OpenAt(CaseTown.UrbanManagement, 1);
        await _town.Done("case-1", CaseTown.Agency, new ReturnCase(ReturnReason.NotMine, "非本单位职责"));
        _town.Publisher.Fails = s => s == "case-1";
        var lost = _town.Do("case-1", CaseTown.Centre, new RedispatchCase([CaseTown.Leads(CaseTown.FoodSafety)]));
        (await _town.Settle(lost)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RetryLater);
        _town.Publisher.Fails = _ => false;
        await _town.Republisher.Drain();
        await OpenAt(CaseTown.FoodSafety, 1);
        await OpenAt(CaseTown.UrbanManagement, 0);
    }

    private async Task Redispatch()
    {
        await _town.Done("case-1", CaseTown.Agency, new ReturnCase(ReturnReason.NotMine, "非本单位职责"));
        await _town.Done("case-1", CaseTown.Centre, new RedispatchCase([CaseTown.Leads(CaseTown.FoodSafety)]));
    }

    private async Task WriteWithoutIndex(string key)
    {
        _town.Publisher.Fails = s => s.StartsWith("case-", StringComparison.Ordinal);
        var reply = await _town.Settle(_town.Do(key, CaseTown.Worker, CaseTown.Report(), "r"));
        reply.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RetryLater);
        _town.Storage.VersionOf(key).ShouldBe(1);
    }

    private Task OpenIn(UnitCode unit, int count) =>
        CaseTown.Eventually(async () => (await _town.Hub.Client.Unit(unit).Summary()).Facts.ByStage.Sum() == count);

    private Task OpenAt(OrganCode agency, int count) =>
        CaseTown.Eventually(async () => (await _town.Hub.Client.Agency(agency).Summary()).Facts.ByStage.Sum() == count);
}
