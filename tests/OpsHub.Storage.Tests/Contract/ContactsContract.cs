using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.Privacy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteContacts(SqliteHub hub) : ContactsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlContacts(PostgreSqlHub hub) : ContactsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Contacts at rest: encrypted, bound to their case, gone when erased.</summary>
public abstract class ContactsContract(SharedHub shared) : StorageContract(shared)
{
    private const string Text = "13800138000 微信同号";

    private KeptContact New(string command = "c1") => new(Samples.Key("case"), command);

    [SkippableFact]
    public async Task What_was_kept_is_read_back_until_it_is_erased()
    {
        var (contacts, of) = (With("a"), New());
        (await contacts.Holds(of)).ShouldBeFalse();
        (await contacts.Keep(of, Text)).ShouldBeTrue();
        (await contacts.Keep(of, "13900139000")).ShouldBeFalse("the first one given with a command stays");
        (await contacts.Read(of)).ShouldBe(Text);
        (await contacts.Read(of with { Command = "c2" })).ShouldBeNull("another's report of the same case");
        await contacts.Erase(of);
        await contacts.Erase(of);
        ((await contacts.Holds(of)), await contacts.Read(of)).ShouldBe((false, null));
    }

    [SkippableFact]
    public async Task Neither_it_nor_a_part_of_it_lies_in_the_table()
    {
        var of = New();
        await With("a").Keep(of, Text);
        await With("a").Keep(of with { Command = "c2" }, Text);
        var stored = await Stored(of);
        stored.Count.ShouldBe(2);
        stored.Distinct().Count().ShouldBe(2, "the same contact twice is not the same text twice");
        foreach (var text in stored)
        {
            var bytes = Convert.FromBase64String(text);
            bytes.AsSpan().IndexOf("13800"u8).ShouldBe(-1);
        }
    }

    [SkippableFact]
    public async Task Another_key_or_another_case_does_not_open_it()
    {
        var of = New();
        await With("a").Keep(of, Text);
        await Should.ThrowAsync<ContactUnreadableException>(() => With("b").Read(of), "a key that isn't there");
        await Should.ThrowAsync<ContactUnreadableException>(() => With("a", other: true).Read(of), "another key of the same name");
        var stolen = of with { CaseKey = Samples.Key("case") };
        await Hub.Database.Write([new SqlStatement("INSERT INTO ReporterContacts SELECT @New, Command, KeyId, Sealed, KeptAt, Settled FROM ReporterContacts WHERE CaseKey = @Old",
            ("@New", stolen.CaseKey), ("@Old", of.CaseKey))], None);
        await Should.ThrowAsync<ContactUnreadableException>(() => With("a").Read(stolen), "a row copied to another case");
        await Hub.Database.Write([new SqlStatement("UPDATE ReporterContacts SET Sealed = 'AAAA' WHERE CaseKey = @Old", ("@Old", of.CaseKey))], None);
        await Should.ThrowAsync<ContactUnreadableException>(() => With("a").Read(of), "a row that was changed");
        await contactsGone(of, stolen);

        async Task contactsGone(params KeptContact[] all)
        {
            foreach (var one in all)
                await With("a").Erase(one);
        }
    }

    [SkippableFact]
    public async Task A_new_key_takes_over_while_the_former_still_reads()
    {
        var of = New();
        await With("a").Keep(of, Text);
        var both = With("b", "a");
        (await both.Read(of)).ShouldBe(Text);
        var before = (await Stored(of)).Single();
        (await both.Renew()).ShouldBeGreaterThanOrEqualTo(1);
        (await Stored(of)).Single().ShouldNotBe(before);
        (await With("b").Read(of)).ShouldBe(Text, "the former key may go now");
        await With("a", "b").Renew(); // and back, for the other tests
    }

    [SkippableFact]
    public async Task Contacts_whose_key_is_gone_block_no_other()
    {
        var of = new KeptContact($"zzz-{Guid.NewGuid():N}", "c1"); // after all the others
        await With("gone").Keep(New(), Text);
        await Hub.Database.Write(
            [
                .. Enumerable.Range(0, 501).Select(i => new SqlStatement(
                    "INSERT INTO ReporterContacts (CaseKey, Command, KeyId, Sealed, KeptAt, Settled) VALUES (@Case, 'c', @Key, 'AAAA', 0, 0)",
                    ("@Case", $"lost-{i}"), ("@Key", i % 2 == 0 ? "gone" : "a"))),
            ], None);
        await With("a").Keep(of, Text);
        (await With("b", "a").Renew()).ShouldBeGreaterThanOrEqualTo(1);
        (await With("b").Read(of)).ShouldBe(Text);
        await Hub.Database.Write([new("DELETE FROM ReporterContacts WHERE CaseKey LIKE 'lost-%'")], None);
        await With("a", "b").Renew(); // and back, for the other tests
    }

    [SkippableFact]
    public void The_newest_key_of_the_file_is_the_one_with_the_highest_number()
    {
        var folder = StorageHub.NewFolder();
        File.WriteAllText(Path.Combine(folder, ContactKeys.File), System.Text.Json.JsonSerializer.Serialize(
            new[] { "k1", "k10", "k2" }.ToDictionary(id => id, _ => new byte[32])));
        new ContactKeys(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder }).Current.ShouldBe("k10");
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task Time_is_over_for_those_whose_case_ended_long_ago_or_whose_erasure_was_asked_for()
    {
        var contacts = With("a");
        var before = Samples.Now;
        var long_ = await Of(CaseStage.Closed, before.AddMinutes(-1), settled: true);
        var lately = await Of(CaseStage.Closed, before.AddMinutes(1), settled: true);
        var open = await Of(CaseStage.Handling, null, settled: true);
        var asked = await Of(CaseStage.Handling, null, settled: true);
        var takenBack = await Of(CaseStage.Handling, null, settled: true);
        await contacts.Request(asked, "one", true);
        await contacts.Request(asked, "one", true);
        await contacts.Request(asked, "another", true);
        await contacts.Request(asked, "another", false);
        await contacts.Request(takenBack, "one", true);
        await contacts.Request(takenBack, "one", false);
        var over = await contacts.Expired(before, 1000);
        over.ShouldContain(long_);
        over.ShouldContain(asked);
        over.Intersect([lately, open, takenBack]).ShouldBeEmpty();

        async Task<KeptContact> Of(CaseStage stage, DateTimeOffset? ended, bool settled)
        {
            var row = Samples.Case() with { Stage = stage, ClosedAt = ended };
            await Hub.Publisher.Publish(Samples.Publication(row));
            var of = new KeptContact(row.Key, "c1");
            await contacts.Keep(of, Text);
            if (settled)
                await contacts.Settle(of);
            return of;
        }
    }

    [SkippableFact]
    public async Task Those_of_reports_that_were_cut_off_are_found()
    {
        var (contacts, cut, settled) = (With("a"), New(), New());
        await contacts.Keep(cut, Text);
        await contacts.Keep(settled, Text);
        await contacts.Settle(settled);
        (await contacts.Unsettled(DateTimeOffset.UtcNow.AddHours(-1), 1000)).ShouldNotContain(cut, "it may be on its way");
        var found = await contacts.Unsettled(DateTimeOffset.UtcNow.AddHours(1), 1000);
        (found.Contains(cut), found.Contains(settled)).ShouldBe((true, false));
    }

    [SkippableFact]
    public void Without_a_key_nothing_can_be_kept_on_PostgreSql_and_SQLite_makes_its_own()
    {
        var contacts = Hub.Services.GetRequiredService<IReporterContacts>();
        contacts.CanKeep.ShouldBe(Hub.Options.Kind == StorageKind.Sqlite);
        if (Hub.Options.Kind == StorageKind.PostgreSql)
            return;
        var file = Path.Combine(Hub.Options.DataFolder, ContactKeys.File);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var again = new ContactKeys(Hub.Options);
        again.Of(again.Current!).ShouldBe(new ContactKeys(Hub.Options).Of(again.Current!), "made once and kept");
    }

    [SkippableTheory]
    [InlineData("k", "k", 32, true)]
    [InlineData("k", "k", 16, false)]
    [InlineData("k", "other", 32, false)]
    [InlineData("k", null, 32, false)]
    public void Keys_that_are_none_are_told_at_the_start(string id, string? current, int size, bool fine) =>
        (ContactKeys.Problem(new StorageOptions { ContactKeys = new Dictionary<string, string> { [id] = Convert.ToBase64String(new byte[size]) }, ContactKey = current }) is null).ShouldBe(fine);

    private Task<List<string>> Stored(KeptContact of) =>
        Hub.Database.Read(new SqlStatement("SELECT Sealed FROM ReporterContacts WHERE CaseKey = @Case", ("@Case", of.CaseKey)), r => r.GetString(0), None);

    // Keys are derived from their names; the first one seals.
    private ReporterContacts With(string current, string? former = null, bool other = false) => new(
        Hub.Database,
        new ContactKeys(new StorageOptions
        {
            ContactKey = current,
            ContactKeys = new[] { current, former }.OfType<string>().ToDictionary(id => id, id => Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id + other)))),
        }),
        TimeProvider.System);
}
