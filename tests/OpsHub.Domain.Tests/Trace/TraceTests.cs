using System.Collections.Immutable;
using CsCheck;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Domain.Tests.Trace;

/// <summary>The chain: whatever is changed afterwards is found and named. G021.</summary>
public sealed class TraceTests
{
    private const string Subject = "case-0123";

    private static readonly DateTimeOffset At = Calendars.Given.Local("2026-07-13 09:00");

    private static readonly TraceEntry Blank = new()
    {
        Sequence = 0, At = At, Principal = "agency-1", Role = Role.AgencyStaff, Organ = OrganCode.Parse("430203001-D12"), Event = "CaseFedBack",
        From = "Handling", To = "FedBack", Reason = "已清理", Command = "c", Body = "b", Rule = "SM1.14", Content = "{}", PreviousHash = "", Hash = "",
    };

    /// <summary>One way to tamper with each field of an entry, and for optional ones also taking it away or putting it there.</summary>
    public static TheoryData<string> Tamperings => [.. Tamper.Keys];

    private static readonly Dictionary<string, Func<TraceEntry, TraceEntry>> Tamper = new()
    {
        ["Sequence"] = e => e with { Sequence = e.Sequence + 1 },
        ["At"] = e => e with { At = e.At.AddTicks(1) },
        ["OccurredAt"] = e => e with { OccurredAt = e.At },
        ["Principal"] = e => e with { Principal = "agency-2" },
        ["Role"] = e => e with { Role = Role.Department },
        ["Organ"] = e => e with { Organ = OrganCode.Parse("430203001-D13") },
        ["Event"] = e => e with { Event = "CaseVerified" },
        ["From"] = e => e with { From = "Dispatched" },
        ["From taken away"] = e => e with { From = null },
        ["From emptied"] = e => e with { From = "" },
        ["To"] = e => e with { To = "Verified" },
        ["To taken away"] = e => e with { To = null },
        ["Reason"] = e => e with { Reason = "未清理" },
        ["Reason taken away"] = e => e with { Reason = null },
        ["Rule"] = e => e with { Rule = "SM1.15" },
        ["Rule taken away"] = e => e with { Rule = null },
        ["Command"] = e => e with { Command = "d" },
        ["Body"] = e => e with { Body = "c" },
        ["Content"] = e => e with { Content = "{ }" },
        ["PreviousHash"] = e => e with { PreviousHash = new('f', 64) },
        ["HashAlgorithm"] = e => e with { HashAlgorithm = "SHA-512" },
        ["Hash"] = e => e with { Hash = new('f', 64) },
    };

    [Fact]
    public void A_chain_verifies()
    {
        Verify([], TraceChain.Empty).ShouldBeNull();
        Verify(Chain(9).Recent, Chain(9)).ShouldBeNull();
        Chain(9).Recent.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 9).Select(i => (long)i), "G019: nine events, nine entries in order");
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Every_field_that_is_changed_is_found_at_its_entry(string field)
    {
        var chain = Chain(5);
        for (var i = 0; i < 5; i++)
            Verify(chain.Recent.SetItem(i, Tamper[field](chain.Recent[i])), chain).ShouldNotBeNull(field).Sequence.ShouldBe(i + 1, field);
    }

    [Fact]
    public void Every_field_of_an_entry_is_tampered_with_above() =>
        typeof(TraceEntry).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ShouldBeSubsetOf(Tamper.Keys);

    [Fact]
    public void An_empty_text_put_in_place_of_none_is_found()
    {
        var chain = TraceChain.Empty.Append(Subject, Blank with { Reason = null, From = null, To = null, Rule = null });
        Func<TraceEntry, TraceEntry>[] emptied = [e => e with { Reason = "" }, e => e with { From = "" }, e => e with { To = "" }, e => e with { Rule = "" }];
        foreach (var change in emptied)
            Verify([change(chain.Recent[0])], chain).ShouldNotBeNull();
    }

    [Fact]
    public void An_entry_with_its_own_hash_made_right_again_is_found_at_the_next()
    {
        var chain = Chain(5);
        var forged = chain.Recent[2] with { Reason = "改写" };
        forged = forged with { Hash = TraceHash.Of(Subject, forged) };
        Verify(chain.Recent.SetItem(2, forged), chain).ShouldNotBeNull().Sequence.ShouldBe(4);

        var last = chain.Recent[4] with { Reason = "改写" };
        last = last with { Hash = TraceHash.Of(Subject, last) };
        Verify(chain.Recent.SetItem(4, last), chain).ShouldNotBeNull().En.ShouldContain("head");
    }

    [Fact]
    public void A_removed_entry_is_found_where_it_stood()
    {
        var chain = Chain(5);
        for (var i = 0; i < 5; i++)
            Verify(chain.Recent.RemoveAt(i), chain).ShouldNotBeNull().Sequence.ShouldBe(i + 1);
        Verify([], chain).ShouldNotBeNull().Sequence.ShouldBe(1);
    }

    [Fact]
    public void Entries_that_changed_places_are_found_at_the_first_of_them()
    {
        var chain = Chain(5);
        Verify(chain.Recent.SetItem(1, chain.Recent[3]).SetItem(3, chain.Recent[1]), chain).ShouldNotBeNull().Sequence.ShouldBe(2);
    }

    [Fact]
    public void An_inserted_entry_is_found()
    {
        var chain = Chain(5);
        var slipped = TraceChain.Empty with { Length = 2, Head = chain.Recent[1].Hash };
        var forged = slipped.Append(Subject, Blank with { Reason = "插入" }).Recent[0];
        Verify(chain.Recent.Insert(2, forged), chain).ShouldNotBeNull().Sequence.ShouldBe(4, "the forged third fits, the true third does not follow it");
        Verify(chain.Recent.Insert(2, chain.Recent[1]), chain).ShouldNotBeNull().Sequence.ShouldBe(3);
        Verify(chain.Recent.Add(chain.Append(Subject, Blank).Recent[^1]), chain).ShouldNotBeNull().En.ShouldContain("stated");
    }

    [Fact]
    public void An_entry_of_another_subject_does_not_fit()
    {
        var chain = Chain(3);
        TraceVerifier.Verify("case-4567", chain.Recent, chain.Head, chain.Length).ShouldNotBeNull().Sequence.ShouldBe(1);
    }

    [Fact]
    public void Text_cannot_be_shifted_between_fields() => Gen.Select(Gen.String, Gen.String, Gen.Int[0, 40]).Sample((one, two, cut) =>
    {
        var both = one + two;
        var at = Math.Min(cut, both.Length);
        var moved = (both[..at], both[at..]);
        if (moved == (one, two))
            return;
        TraceHash.Of(Subject, Blank with { Command = moved.Item1, Body = moved.Item2 })
            .ShouldNotBe(TraceHash.Of(Subject, Blank with { Command = one, Body = two }));
    }, iter: 2_000);

    [Fact]
    public void A_length_written_into_the_text_shifts_nothing_either()
    {
        var honest = Blank with { Command = "a", Body = "b" };
        TraceHash.Of(Subject, Blank with { Command = "a1:b", Body = "" }).ShouldNotBe(TraceHash.Of(Subject, honest));
        TraceHash.Of(Subject, Blank with { Reason = null, Command = "" }).ShouldNotBe(TraceHash.Of(Subject, Blank with { Reason = "", Command = "" }));
    }

    [Fact]
    public void Segments_continue_the_chain()
    {
        var chain = TraceChain.Empty;
        var segments = ImmutableList<TraceSegment>.Empty;
        for (var i = 0; i < 300; i++)
        {
            chain = chain.Append(Subject, Blank with { Reason = $"第 {i} 步" });
            if (chain.Overflow(Subject) is not { } segment)
                continue;
            segments = segments.Add(segment);
            chain = chain.WithoutOldest();
        }

        segments.Select(s => s.Number).ShouldBe([0, 1, 2]);
        segments.ShouldAllBe(s => s.Entries.Count == TraceChain.SegmentSize);
        segments[0].FirstHash.ShouldBe(TraceHash.Genesis);
        segments[1].FirstHash.ShouldBe(segments[0].LastHash);
        chain.Recent[0].PreviousHash.ShouldBe(segments[2].LastHash);
        (chain.Segments, chain.Recent.Count, chain.Length).ShouldBe((3, 108, 300L));

        ImmutableList<TraceEntry> whole = [.. segments.SelectMany(s => s.Entries), .. chain.Recent];
        Verify(whole, chain).ShouldBeNull();
        Verify([.. segments.RemoveAt(1).SelectMany(s => s.Entries), .. chain.Recent], chain).ShouldNotBeNull().Sequence.ShouldBe(65);
        Verify(whole.SetItem(10, whole[10] with { Reason = "改写" }), chain).ShouldNotBeNull().Sequence.ShouldBe(11);
    }

    [Fact]
    public void A_segment_cut_again_is_the_same()
    {
        var chain = Chain(TraceChain.Fold);
        var (one, two) = (chain.Overflow(Subject).ShouldNotBeNull(), chain.Overflow(Subject).ShouldNotBeNull());
        (one with { Entries = [] }).ShouldBe(two with { Entries = one.Entries.Clear() });
        one.Entries.ShouldBe(two.Entries);
        Chain(TraceChain.Fold - 1).Overflow(Subject).ShouldBeNull();
    }

    [Fact]
    public void The_entries_of_a_command_are_found_again() =>
        Chain(5).Append(Subject, Blank with { Command = "mine" }).Append(Subject, Blank with { Command = "mine" })
            .OfCommand("mine").Select(e => e.Sequence).ShouldBe([6L, 7L]);

    private static TraceChain Chain(int length) =>
        Enumerable.Range(1, length).Aggregate(TraceChain.Empty, (c, i) => c.Append(Subject, Blank with { At = At.AddMinutes(i), Reason = $"第 {i} 步" }));

    private static TraceFault? Verify(ImmutableList<TraceEntry> entries, TraceChain stated) =>
        TraceVerifier.Verify(Subject, entries, stated.Head, stated.Length);
}
