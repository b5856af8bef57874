using OpsHub.Domain.Trace;
using OpsHub.Fixtures;
using OpsHub.Host.Trace;

namespace OpsHub.Host.Tests.Trace;

/// <summary>One seal a night over all heads, once, also after nights without a hub. ARCHITECTURE 6.</summary>
public sealed class SealTests
{
    [Fact]
    public async Task A_night_is_sealed_once_however_often_the_job_runs()
    {
        using var folder = await ChainFolder.With(3);
        await folder.NightlySeal();
        await folder.NightlySeal();
        var seal = (await folder.Seals()).ShouldHaveSingleItem();
        (seal.Number, seal.Day, seal.Chains, seal.Changed, seal.Previous, seal.Algorithm).ShouldBe((1, ChainFolder.Day, 3, 3, TraceSeal.Genesis, "SHA-256"));
        TraceSeal.Fault(null, seal).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_is_not_sealed_before_it_is_over_and_settled()
    {
        using var folder = await ChainFolder.With(1, after: new TimeSpan(15, 9, 0)); // 00:09 of the next day
        await folder.NightlySeal();
        (await folder.Seals()).ShouldHaveSingleItem().Day.ShouldBe(ChainFolder.Day.AddDays(-1));
        folder.Time.Advance(TimeSpan.FromMinutes(1));
        await folder.NightlySeal();
        (await folder.Seals())[^1].Day.ShouldBe(ChainFolder.Day);
    }

    [Fact]
    public async Task Nights_without_a_hub_are_closed_by_one_seal_at_the_next_start()
    {
        using var folder = await ChainFolder.With(2);
        await folder.NightlySeal();
        folder.Time.Advance(TimeSpan.FromDays(3));
        folder.Put(3, StoredCases.Closed(3, 12, ChainFolder.Morning.AddDays(1), out _));
        await folder.NightlySeal();
        var seals = await folder.Seals();
        seals.Count.ShouldBe(2);
        (seals[1].Day, seals[1].Chains, seals[1].Changed, seals[1].Previous).ShouldBe((ChainFolder.Day.AddDays(3), 3, 1, seals[0].Hash));
        TraceSeal.Fault(seals[0], seals[1]).ShouldBeNull();
        (await folder.Verify()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Two_at_once_make_one_seal_and_leave_nothing_behind()
    {
        using var folder = await ChainFolder.With(40);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => folder.Seal())));
        var seal = made.OfType<TraceSeal>().ShouldHaveSingleItem();
        folder.Number("SELECT COUNT(*) FROM TraceSealHeads").ShouldBe(40);
        folder.Number($"SELECT COUNT(*) FROM TraceSealHeads WHERE Run <> {seal.Run}").ShouldBe(0);
    }

    [Fact]
    public async Task What_a_run_that_was_cut_off_left_goes_with_the_next_seal()
    {
        using var folder = await ChainFolder.With(2);
        folder.Sql($"INSERT INTO TraceSealHeads VALUES ('{StoredCases.Key(1)}', 0, 3, 'cut off')");
        await folder.Seal();
        folder.Number("SELECT COUNT(*) FROM TraceSealHeads WHERE Head = 'cut off'").ShouldBe(0);
        (await folder.Verify()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task While_another_process_seals_it_is_waited_for()
    {
        using var folder = await ChainFolder.With(2);
        await folder.Turn(TraceSealer.Work, TimeSpan.FromSeconds(22));
        var began = folder.Time.GetUtcNow();
        var sealing = folder.Time.Settle(folder.Seal()); // the other dies: its turn lapses
        (await sealing).ShouldNotBeNull();
        (folder.Time.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromSeconds(22));
    }

    [Fact]
    public async Task A_quiet_night_is_sealed_too_with_the_same_root()
    {
        using var folder = await ChainFolder.With(2);
        var first = await folder.Seal();
        var second = (await folder.Seal(ChainFolder.Day.AddDays(1))).ShouldNotBeNull();
        (second.Root, second.Changed).ShouldBe((first!.Root, 0));
        second.Hash.ShouldNotBe(first.Hash);
    }

    [Fact]
    public async Task An_empty_hub_is_not_sealed()
    {
        using var folder = await ChainFolder.With(0);
        (await folder.Seal()).ShouldBeNull();
    }

    [Theory]
    [InlineData("UPDATE TraceSeals SET Chains = 0")]
    [InlineData("DELETE FROM TraceSeals")]
    [InlineData("UPDATE TraceSealHeads SET Length = 0")]
    [InlineData("DELETE FROM TraceSealHeads")]
    public async Task Nobody_edits_or_deletes_a_seal(string attempt)
    {
        using var folder = await ChainFolder.With(1);
        await folder.Seal();
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => folder.Sql(attempt)).Message.ShouldContain("insert-only");
    }
}
