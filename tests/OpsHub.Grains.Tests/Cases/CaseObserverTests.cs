using OpsHub.Domain.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Who watches a case hears of every change, and no longer than it asks to.</summary>
public sealed class CaseObserverTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_watcher_is_told_of_every_change_and_of_nothing_else()
    {
        var watcher = await CaseWatcher.Of(_town, "case-1");
        await _town.Reported("case-1");
        await watcher.Until(1); // messages may overtake each other on their way
        await _town.Do("case-1", CaseTown.Centre, new CloseCase()); // refused
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        await watcher.Until(2);
        await _town.Done("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner));
        await watcher.Until(3);
        watcher.Heard.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task It_is_told_also_when_the_writes_answer_was_lost()
    {
        await _town.Reported("case-1");
        var watcher = await CaseWatcher.Of(_town, "case-1");
        _town.Storage.Next("case-1", Fault.After);
        await _town.Settle(_town.Do("case-1", CaseTown.Committee, new AcceptCase()));
        await watcher.Until(2);
        watcher.Heard.ShouldBe([2]);
    }

    [Fact]
    public async Task It_lapses_ten_seconds_after_it_last_renewed()
    {
        var gone = await CaseWatcher.Of(_town, "case-1");
        var stays = await CaseWatcher.Of(_town, "case-1");
        _town.Time.Advance(TimeSpan.FromSeconds(9));
        await stays.Renew();
        _town.Time.Advance(TimeSpan.FromSeconds(2));
        await _town.Reported("case-1");
        await stays.Until(1);
        gone.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_leaves_hears_nothing_more()
    {
        var leaves = await CaseWatcher.Of(_town, "case-1");
        var stays = await CaseWatcher.Of(_town, "case-1");
        await leaves.End();
        await _town.Reported("case-1");
        await stays.Until(1);
        leaves.Heard.ShouldBeEmpty();
    }
}
