using OpsHub.Domain.Trace;
using OpsHub.Fixtures;

namespace OpsHub.Host.Tests.Trace;

/// <summary>What was changed is found and named, in chains, in seals and between them. G021.</summary>
public sealed class VerifyTraceTests
{
    [Fact]
    public async Task Chains_that_fit_pass_and_are_counted()
    {
        using var folder = await ChainFolder.With(5);
        var (code, lines) = await folder.Verify();
        code.ShouldBe(0);
        lines.ShouldHaveSingleItem().ShouldEndWith("5 chains, 45 entries, 0 seals, 0 broken");
    }

    [Fact]
    public async Task A_long_chain_is_walked_through_its_segments()
    {
        using var folder = await ChainFolder.With(1, entries: 400);
        (await folder.Verify()).Lines[^1].ShouldContain("1 chains, 400 entries");
        folder.Sql("UPDATE TraceSegments SET Entries = replace(Entries, '残留', '没有') WHERE Segment = 2");
        var (code, lines) = await folder.Verify(StoredCases.Key(1));
        code.ShouldBe(1);
        lines[0].ShouldStartWith($"{StoredCases.Key(1)} #129:");
    }

    [Fact]
    public async Task The_first_entry_that_does_not_fit_is_named_and_the_others_pass()
    {
        using var folder = await ChainFolder.With(3);
        var document = StoredCases.Closed(2, 9, ChainFolder.Morning, out _);
        folder.Put(2, document with { Trace = document.Trace with { Recent = document.Trace.Recent.SetItem(4, document.Trace.Recent[4] with { Principal = "token:other" }) } });
        var (code, lines) = await folder.Verify();
        code.ShouldBe(1);
        lines[0].ShouldStartWith($"{StoredCases.Key(2)} #5:");
        lines[1].ShouldEndWith("1 broken");
        (await folder.Verify(StoredCases.Key(1))).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_day_those_chains_are_checked_that_have_an_entry_on_it()
    {
        using var folder = await ChainFolder.With(2);
        folder.Put(3, StoredCases.Closed(3, 9, ChainFolder.Morning.AddDays(1), out _));
        (await folder.Verify(day: ChainFolder.Day)).Lines[^1].ShouldContain("2 chains, 18 entries");
        (await folder.Verify(day: ChainFolder.Day.AddDays(1))).Lines[^1].ShouldContain("1 chains, 9 entries");
        (await folder.Verify(day: ChainFolder.Day.AddDays(-1))).Lines[^1].ShouldContain("0 chains, 0 entries");
    }

    [Fact]
    public async Task A_chain_rewritten_with_good_hashes_is_found_by_the_seal()
    {
        using var folder = await ChainFolder.With(3);
        (await folder.Seal()).ShouldNotBeNull();
        folder.Put(2, StoredCases.Closed(2, 9, ChainFolder.Morning.AddMinutes(1), out _));
        var (code, lines) = await folder.Verify();
        code.ShouldBe(1);
        lines[0].ShouldStartWith($"{StoredCases.Key(2)} #9:");
        lines[0].ShouldContain("seal 1 of 2026-11-25");
        (await folder.Verify(StoredCases.Key(2))).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_chain_that_grew_after_its_seal_passes_and_one_cut_short_does_not()
    {
        using var folder = await ChainFolder.With(2);
        await folder.Seal();
        folder.Put(1, StoredCases.Closed(1, 9, ChainFolder.Morning, out _)); // as it was
        (await folder.Verify()).Code.ShouldBe(0);
        var whole = StoredCases.Closed(2, 9, ChainFolder.Morning, out _).Trace;
        var events = whole.Recent.Take(7).Select(e => System.Text.Json.JsonSerializer.Deserialize<Domain.Cases.CaseEvent>(e.Content, Contracts.Commands.DomainSerialization.Options)!);
        folder.Put(2, StoredCases.Document(StoredCases.Key(2), events, out _));
        (await folder.Verify()).Lines[0].ShouldContain("had 9 entries at seal 1");
    }

    [Fact]
    public async Task A_sealed_chain_that_is_gone_is_told()
    {
        using var folder = await ChainFolder.With(3);
        await folder.Seal();
        folder.Sql($"DELETE FROM OrleansStorage WHERE GrainIdExtensionString = '{StoredCases.Key(3)}'");
        var (code, lines) = await folder.Verify();
        code.ShouldBe(1);
        lines[0].ShouldStartWith($"{StoredCases.Key(3)} #1:");
    }

    [Theory]
    [InlineData("UPDATE TraceSeals SET SealedAt = SealedAt + 1 WHERE Number = 1", "seal #1")]
    [InlineData("DELETE FROM TraceSeals WHERE Number = 1", "seal #2")]
    [InlineData("UPDATE TraceSealHeads SET Head = replace(Head, 'a', 'b') WHERE Run = (SELECT Run FROM TraceSeals WHERE Number = 1)", "case-")]
    [InlineData("DELETE FROM TraceSealHeads WHERE Run = (SELECT Run FROM TraceSeals WHERE Number = 2)", "seal #2")]
    public async Task A_seal_that_was_tampered_with_is_named(string tamper, string first)
    {
        using var folder = await ChainFolder.With(3);
        await folder.Seal();
        folder.Put(4, StoredCases.Closed(4, 9, ChainFolder.Morning.AddDays(1), out _));
        await folder.Seal(ChainFolder.Day.AddDays(1));
        (await folder.Verify()).Code.ShouldBe(0);
        foreach (var table in new[] { "TraceSeals", "TraceSealHeads" })
        {
            folder.Sql($"DROP TRIGGER TR_{table}_Updated");
            folder.Sql($"DROP TRIGGER TR_{table}_Deleted");
        }

        folder.Sql(tamper);
        var (code, lines) = await folder.Verify();
        code.ShouldBe(1);
        lines[0].ShouldStartWith(first);
        if (first == "case-")
            lines.ShouldContain(l => l.StartsWith("seal #1", StringComparison.Ordinal), "the stored heads no longer give the root");
    }

    [Fact]
    public void An_algorithm_that_is_not_known_is_a_fault_and_none_means_sha_256()
    {
        var chain = StoredCases.Closed(1, 9, ChainFolder.Morning, out _).Trace;
        chain.Recent.ShouldAllBe(e => TraceHash.AlgorithmOf(e) == "SHA-256");
        var other = chain.Recent.SetItem(2, chain.Recent[2] with { HashAlgorithm = "MD5" });
        TraceVerifier.Verify(StoredCases.Key(1), other, chain.Head, chain.Length).ShouldNotBeNull().Sequence.ShouldBe(3);
    }
}
