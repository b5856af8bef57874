using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Consultations;

/// <summary>Rungs of duties: each once, in order, none early; a shard fires them beside those of cases.</summary>
public sealed class ConsultationTickTests : IAsyncLifetime
{
    // The duty to conclude was opened by the session's end as well, and has rungs of its own.
    private const int OfTheStep = 5;

    private ConsultationTown _town = null!;
    private string _key = null!;

    public async Task InitializeAsync()
    {
        _town = await ConsultationTown.Open();
        _key = await _town.Ended(); // Monday 10:00: due by Tuesday 24:00
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Each_rung_of_the_announcement_fires_once_and_in_order_and_none_early()
    {
        var due = LocalDay.End(LocalDay.Of(_town.Town.Now).AddDays(1));
        (await At(due.AddHours(-20))).ShouldBe(0);
        (await At(due.AddHours(-10))).ShouldBe(1, "due soon");
        (await At(due.AddSeconds(-1))).ShouldBe(0);
        (await At(due)).ShouldBe(2, "due, and told to the community");
        (await At(due)).ShouldBe(0);
        (await At(due.AddDays(1).AddSeconds(-1))).ShouldBe(0);
        (await At(due.AddDays(1))).ShouldBe(1, "told to the township a working day later");
        (await At(due.AddDays(30))).ShouldBe(1 + OfTheStep, "told to the county, and the next step that nobody took with it");
        (await At(due.AddDays(60))).ShouldBe(0);
        (await Fired()).ShouldBe([RungKind.DueSoon, RungKind.Due, RungKind.OverdueCommunity, RungKind.OverdueTownship, RungKind.OverdueCounty]);
    }

    [Fact]
    public async Task After_downtime_all_rungs_fire_in_one_write()
    {
        await _town.Pushed(_key);
        var version = _town.Town.Storage.VersionOf(_key);
        await _town.Consultation(_key).Drop();
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        await Task.WhenAll(Shard().Wake(), Shard().Wake());
        (await Fired()).Count.ShouldBe(5);
        _town.Town.Storage.VersionOf(_key).ShouldBe(version + 1);
        (await _town.Trace(_key)).Count(e => e.Event == nameof(ConsultationRungsFired)).ShouldBe(1);
    }

    [Fact]
    public async Task Many_who_ask_at_once_fire_each_rung_once()
    {
        await _town.Pushed(_key);
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _town.Consultation(_key).Tick(_town.Town.Now)))).Sum().ShouldBe(5 + OfTheStep);
    }

    [Fact]
    public async Task A_lost_answer_fires_nothing_twice()
    {
        await _town.Pushed(_key);
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        _town.Town.Storage.Next(_key, Fault.After);
        (await _town.Town.Settle(_town.Consultation(_key).Tick(_town.Town.Now))).ShouldBe(5 + OfTheStep);
        (await Fired()).Count.ShouldBe(5);
    }

    [Fact, Trait("Rule", "C040")]
    public async Task C040_An_overdue_announcement_is_a_breach_at_community_township_county_and_city_before_anything_is_fired()
    {
        var due = LocalDay.End(LocalDay.Of(_town.Town.Now).AddDays(1));
        foreach (var unit in Units)
            await _town.Reads(unit, r => r is { AnnouncementsLate: 0, Breached: 0, Open: 1 } && r.NextAnnouncementDue == due);
        await _town.Pushed(_key);
        _town.Town.Publisher.Fails = s => s == _key; // nothing of it is published any more
        _town.Town.Time.Advance(due - _town.Town.Now);
        foreach (var unit in Units)
            await _town.Reads(unit, r => r is { AnnouncementsLate: 1, Breached: 1, Overdue: 1, NextAnnouncementDue: null });
        _town.Town.Publisher.Fails = _ => false;
    }

    [Fact]
    public async Task What_was_announced_in_time_fires_no_more()
    {
        await _town.Done(_key, ConsultationTown.Committee, ConsultationTown.Announcement);
        await _town.Pushed(_key);
        _town.Town.Time.Advance(TimeSpan.FromDays(14));
        await _town.Consultation(_key).Tick(_town.Town.Now);
        (await Fired()).ShouldBeEmpty();
    }

    private static readonly UnitCode[] Units = [SmallCity.Community, SmallCity.Township, SmallCity.County, SmallCity.City];

    private Contracts.Deadlines.IRungsGrain Shard() => _town.Town.Hub.Client.RungsShard(GrainKeys.ShardOf(_key));

    private async Task<int> At(DateTimeOffset instant)
    {
        await _town.Pushed(_key);
        _town.Town.Time.Advance(instant - _town.Town.Now);
        return await _town.Consultation(_key).Tick(_town.Town.Now);
    }

    private async Task<List<RungKind>> Fired() => [.. (await _town.Trace(_key)).Where(e => e.Event == nameof(ConsultationRungsFired))
        .SelectMany(e => System.Text.Json.JsonSerializer.Deserialize<ConsultationEvent>(e.Content, Contracts.Commands.DomainSerialization.Options) is ConsultationRungsFired fired ? fired.Rungs : [])
        .Where(r => r.Term.StartsWith(DutyStems.Announce, StringComparison.Ordinal)).Select(r => r.Kind)];
}
