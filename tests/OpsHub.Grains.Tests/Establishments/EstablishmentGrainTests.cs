using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Establishments;

/// <summary>A county's organs and posts, live: repeats, restarts, a failed write, and the trace folded again.</summary>
public sealed class EstablishmentGrainTests : IAsyncLifetime
{
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode Town = UnitCode.Parse("430203100");
    private static readonly UnitCode Street = UnitCode.Parse("430203001");
    private static readonly Actor Office = new("office", Role.EstablishmentOffice, OrganCode.Of(County));
    private static readonly string Key = GrainKeys.Establishment(County);

    private CaseTown _town = null!;
    private int _ids;

    private IEstablishmentGrain Grain => _town.Hub.Client.Establishment(County);

    public async Task InitializeAsync()
    {
        var directory = new TownDirectory();
        directory.Below.AddRange([new(Town, 1, "town", "白关镇", County, default, null, null, false), new(Street, 1, "subdistrict", "贺家土街道", County, default, null, null, false)]);
        _town = await CaseTown.Open(directory: directory);
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "T030")]
    public async Task T030_R020_R023_a_seventh_organ_is_refused_in_a_town_and_taken_in_a_street()
    {
        (await Grain.Get()).ShouldBeNull();
        await Done(Organs(Town, 6));
        (await Do(new AddTownshipOrgans(Town, [new(TownshipOrganKind.Office, "第七办公室")]))).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("ORGAN_LIMIT"), r => r.Rule.ShouldBe("T030"));
        await Done(Organs(Street, 7));
        (await Do(new AddTownshipOrgans(UnitCode.Parse("430204100"), [new(TownshipOrganKind.Office, "x")]))).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
        (await State()).Townships.Select(t => t.Organs.Count).ShouldBe([7, 6]);
    }

    [Fact, Trait("Rule", "R025")]
    public async Task R025_a_move_is_done_once_however_often_it_is_sent_and_whatever_falls_in_between()
    {
        await Done(new SetEstablishmentTotal(500));
        await Done(new MoveTownshipPosts([new(Town, 300), new(Street, 200)]));
        var move = new MoveTownshipPosts([new(Town, 1), new(Street, -1)], "职责强化");
        (await Do(move, "m-1")).Refusal.ShouldBeNull();
        await _town.Pushed(Key);
        await Grain.Drop();
        (await Do(move, "m-1")).ShouldSatisfyAllConditions(r => r.Refusal.ShouldBeNull(), r => r.Repeated.ShouldBeTrue());
        (await Do(new MoveTownshipPosts([new(Town, 2)]), "m-1")).Refusal!.Code.ShouldBe(RefusalCodes.Conflict);
        (await Do(new MoveTownshipPosts([new(Town, 1)]))).Refusal!.Code.ShouldBe("POSTS_OVER_TOTAL");
        (await State()).ShouldSatisfyAllConditions(s => s.Of(Town).Posts.ShouldBe(301), s => s.Of(Street).Posts.ShouldBe(199), s => s.Allotted.ShouldBe(500));
    }

    [Fact, Trait("Rule", "R025")]
    public async Task R025_a_move_whose_write_failed_and_whose_next_nobody_heard_of_is_done_once()
    {
        await Done(new SetEstablishmentTotal(500));
        await Done(new MoveTownshipPosts([new(Town, 300), new(Street, 200)]));
        _town.Storage.Next(Key, Fault.Before, Fault.After);
        (await _town.Settle(Do(new MoveTownshipPosts([new(Town, -1), new(Street, 1)])))).Refusal.ShouldBeNull();
        (await State()).ShouldSatisfyAllConditions(s => s.Of(Town).Posts.ShouldBe(299), s => s.Of(Street).Posts.ShouldBe(201));
        _town.Hub.Index.Published(Key)!.Establishment!.State.Of(Street).Posts.ShouldBe(201);
        (await Grain.Trace(0, 200)).Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_index_holds_what_the_state_is_and_the_trace_folds_to_it_again()
    {
        await Done(new SetEstablishmentTotal(10));
        await Done(new ClassifyTownship(Town, TownshipClass.Third));
        await Done(Organs(Town, 2));
        await Done(new RemoveTownshipOrgan(Town, 1));
        await Done(new AddNameplate(Town, "武装部"));
        await Done(new RecordUnity(Town, 1, 1, 1));
        await Done(new SetStaffQuota(Town, 3));
        (await Grain.Do(new RecordOutsideStaff(Town, 2), new("t-1", new("town", Role.TownshipGovernment, OrganCode.Of(Town))))).Refusal.ShouldBeNull();
        await _town.Pushed(Key);

        var trace = (await Grain.Trace(0, 200)).Entries;
        trace.Select(e => e.Event).ShouldBe(["EstablishmentTotalSet", "TownshipClassified", "TownshipOrgansAdded", "TownshipOrganRemoved", "NameplateAdded", "UnityRecorded", "StaffQuotaSet", "OutsideStaffRecorded"]);
        trace.Select(e => e.Rule).ShouldBe(["R025", "R003", "R020", "T037", "R021", "R024", "R027", "R027"]);
        var folded = trace.Select(e => System.Text.Json.JsonSerializer.Deserialize<EstablishmentEvent>(e.Content, DomainSerialization.Options)!).Aggregate((CountyEstablishment?)null, EstablishmentFold.Apply)!;
        var (state, published) = (await State(), _town.Hub.Index.Published(Key)!.Establishment!.State);
        Json(folded).ShouldBe(Json(state));
        Json(published).ShouldBe(Json(state));
    }

    internal static AddTownshipOrgans Organs(UnitCode township, int count) => new(township, [.. Enumerable.Range(1, count).Select(i => new NewOrgan(TownshipOrganKind.Office, $"科室{i}"))]);

    private static string Json(CountyEstablishment state) => System.Text.Json.JsonSerializer.Serialize(state, DomainSerialization.Options);

    private Task<CommandReply> Do(EstablishmentCommand command, string? id = null) => Grain.Do(command, new(id ?? $"id-{++_ids}", Office));

    private async Task Done(EstablishmentCommand command) => (await Do(command)).Refusal.ShouldBeNull($"{command}");

    private async Task<CountyEstablishment> State() => (await Grain.Get()).ShouldNotBeNull().State;
}
