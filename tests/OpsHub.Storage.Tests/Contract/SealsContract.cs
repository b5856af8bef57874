using OpsHub.Contracts.Index;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;
using Microsoft.Extensions.DependencyInjection;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteSeals : SealsContract
{
    protected override StorageKind Kind => StorageKind.Sqlite;
}

public sealed class PostgreSqlSeals : SealsContract
{
    protected override StorageKind Kind => StorageKind.PostgreSql;
}

/// <summary>Seals belong to a whole database, so each test has one of its own.</summary>
public abstract class SealsContract
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    protected abstract StorageKind Kind { get; }

    [SkippableFact]
    public async Task What_was_sealed_is_read_as_it_was_written_and_only_of_closed_seals()
    {
        await using var hub = await StorageHub.Start(Kind);
        var seals = hub.Services.GetRequiredService<ITraceSeals>();
        await seals.Add(5, [new("case-b", 2, "b2"), new("case-A", 1, "a1")]);
        (await seals.HeadsOf("case-b", long.MaxValue)).ShouldBeEmpty("the seal is not closed");
        (await seals.Close(Seal(1, Day, 5))).ShouldBeTrue();
        await seals.Add(7, [new("case-b", 9, "lost")]); // a seal that was never closed
        await seals.Add(8, [new("case-b", 4, "b4"), new("case-a", 3, "a3")]);
        (await seals.Close(Seal(2, Day.AddDays(1), 8))).ShouldBeTrue();

        (await seals.All()).ShouldBe([Seal(1, Day, 5), Seal(2, Day.AddDays(1), 8)]);
        (await seals.Heads(long.MaxValue).ToListAsync()).ShouldBe(
            [new(5, new("case-A", 1, "a1")), new(8, new("case-a", 3, "a3")), new(5, new("case-b", 2, "b2")), new(8, new("case-b", 4, "b4"))], "by the bytes of the subject, then by run");
        (await seals.Heads(5).ToListAsync()).Select(h => h.Head.Subject).ShouldBe(["case-A", "case-b"]);
        (await seals.HeadsOf("case-b", long.MaxValue)).Select(h => h.Head.Length).ShouldBe([2, 4]);
    }

    [SkippableTheory]
    [InlineData(1, 1, 9)]
    [InlineData(2, 0, 9)]
    [InlineData(2, 1, 5)]
    public async Task A_second_seal_of_the_same_number_day_or_run_is_not_taken(int number, int days, long run)
    {
        await using var hub = await StorageHub.Start(Kind);
        var seals = hub.Services.GetRequiredService<ITraceSeals>();
        await seals.Close(Seal(1, Day, 5));
        var taken = await seals.Close(Seal(number, Day.AddDays(days), run));
        if (run != 5)
            taken.ShouldBeFalse();
        (await seals.All()).ShouldHaveSingleItem().ShouldBe(Seal(1, Day, 5));
    }

    [SkippableTheory]
    [InlineData("UPDATE TraceSeals SET Chains = 0")]
    [InlineData("DELETE FROM TraceSeals")]
    [InlineData("UPDATE TraceSealHeads SET Length = 0")]
    [InlineData("DELETE FROM TraceSealHeads")]
    public async Task Nobody_edits_or_deletes_what_was_sealed(string attempt)
    {
        await using var hub = await StorageHub.Start(Kind);
        var seals = hub.Services.GetRequiredService<ITraceSeals>();
        await seals.Add(5, [new("case-a", 1, "a1")]);
        await seals.Close(Seal(1, Day, 5));
        (await Should.ThrowAsync<Exception>(hub.Database.Write([new(attempt)], default))).Message.ShouldContain("insert-only");
        (await seals.All()).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Heads_of_a_seal_that_can_no_longer_be_closed_are_removed_and_no_others()
    {
        await using var hub = await StorageHub.Start(Kind);
        var seals = hub.Services.GetRequiredService<ITraceSeals>();
        await seals.Add(4, [new("case-a", 1, "cut off"), new("case-b", 1, "cut off")]);
        await seals.Tidy();
        (await Runs()).ShouldBe([4, 4], "it may be closed yet");
        await seals.Add(5, [new("case-a", 1, "a1")]);
        await seals.Close(Seal(1, Day, 5));
        await seals.Add(6, [new("case-a", 2, "a2")]);
        await seals.Tidy();
        (await Runs()).ShouldBe([5, 6], "that of a seal, and that of one under way");

        async Task<List<long>> Runs() => await hub.Database.Read(new("SELECT Run FROM TraceSealHeads ORDER BY Run"), r => r.GetInt64(0), default);
    }

    [SkippableFact]
    public async Task Documents_are_read_by_the_bytes_of_their_keys_and_by_key()
    {
        await using var hub = await StorageHub.Start(Kind);
        string[] keys = ["case-b", "Case-b", "case-a", "city-4302", .. Enumerable.Range(0, 450).Select(i => $"grid-{i:d5}")];
        for (var i = 0; i < keys.Length; i++)
        {
            await hub.Database.Write([new("""
                INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
                VALUES (@Hash, 0, 0, 0, 't', @Key, 's', @Payload, CURRENT_TIMESTAMP, 1)
                """, ("@Hash", i), ("@Key", keys[i]), ("@Payload", "{}"u8.ToArray()))], default);
        }

        var mine = (await hub.States.InOrder().ToListAsync()).Select(s => s.Key).Where(keys.Contains).ToList();
        mine.ShouldBe(keys.Order(StringComparer.Ordinal));
        (await hub.States.Count()).ShouldBeGreaterThanOrEqualTo(keys.Length);
        (await hub.States.ByKey([.. keys[..3], "case-unknown"])).Select(s => s.Key).Order(StringComparer.Ordinal).ShouldBe(keys[..3].Order(StringComparer.Ordinal));
        (await hub.States.ByKey(keys)).Count.ShouldBe(keys.Length);
        (await hub.States.ByKey([])).ShouldBeEmpty();
    }

    private static TraceSeal Seal(long number, DateOnly day, long run) => new TraceSeal
    {
        Number = number, Day = day, Run = run, SealedAt = new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero).AddTicks(7), Chains = 3, Root = "r", Changed = 2, ChangedRoot = "c", Previous = TraceSeal.Genesis,
    }.Closed();
}
