using OpsHub.Domain.Trace;
using OpsHub.Fixtures;

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
