using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;
using Orleans;
using Orleans.Runtime;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteSilo(SqliteHub hub) : SiloContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlSilo(PostgreSqlHub hub) : SiloContract(hub), IClassFixture<PostgreSqlHub>
{
    [SkippableFact]
    public async Task Two_hubs_on_one_database_form_one_cluster()
    {
        await using var second = await StorageHub.Start(StorageKind.PostgreSql, Hub.Options);
        var hosts = await second.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
        hosts.Count.ShouldBe(2);
    }
}

public abstract class SiloContract(SharedHub shared) : StorageContract(shared)
{
    [SkippableFact]
    public async Task A_reminder_is_kept_changed_and_removed()
    {
        var table = Hub.Services.GetRequiredService<IReminderTable>();
        var grain = GrainId.Create("rungs", Samples.Key("rungs"));
        var entry = new ReminderEntry { GrainId = grain, ReminderName = "alive", StartAt = new DateTime(2026, 3, 10, 1, 2, 3, DateTimeKind.Utc), Period = TimeSpan.FromMinutes(1) };
        await table.UpsertRow(entry);
        entry.Period = TimeSpan.FromMinutes(2);
        await table.UpsertRow(entry);

        var read = (await table.ReadRow(grain, "alive"))!;
        (read.StartAt, read.Period).ShouldBe((entry.StartAt, TimeSpan.FromMinutes(2)));
        (await table.ReadRows(0, 0)).Reminders.ShouldContain(r => r.GrainId == grain);
        (await table.RemoveRow(grain, "alive", "wrong version".Length.ToString())).ShouldBeFalse();
        (await table.RemoveRow(grain, "alive", read.ETag!)).ShouldBeTrue();
        (await table.ReadRows(grain)).Reminders.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_segment_is_kept_once_and_its_commands_are_found()
    {
        var store = Hub.Services.GetRequiredService<ISegmentStore>();
        var subject = Samples.Key("case");
        TraceEntry Entry(long sequence, string command) => new()
        {
            Sequence = sequence, At = Samples.Now, Principal = "p", Role = Role.Scheduler, Organ = OrganCode.Of(Samples.City), Event = "CaseReported",
            Command = command, Body = "b", Content = """{"title":"井盖"}""", PreviousHash = $"h{sequence - 1}", Hash = $"h{sequence}",
        };
        var first = TraceSegment.Of(subject, 0, [Entry(1, "a"), Entry(2, "b")]);
        var second = TraceSegment.Of(subject, 1, [Entry(3, "b"), Entry(4, "c")]);
        await store.Append(first);
        await store.Append(second);
        await store.Append(first); // a retry

        var read = await store.Read(subject);
        read.Select(s => (s.Number, s.FirstHash, s.LastHash)).ShouldBe([(0, "h0", "h2"), (1, "h2", "h4")]);
        read.SelectMany(s => s.Entries).ShouldBe(first.Entries.Concat(second.Entries));
        (await store.FindCommand(subject, "a"))!.Sequence.ShouldBe(1);
        (await store.FindCommand(subject, "b"))!.Sequence.ShouldBe(3, "the last entry of a command, though it spans segments");
        (await store.FindCommand(subject, "d")).ShouldBeNull();
    }
}
