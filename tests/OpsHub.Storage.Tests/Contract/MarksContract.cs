using OpsHub.Contracts.Index;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteMarks(SqliteHub hub) : MarksContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlMarks(PostgreSqlHub hub) : MarksContract(hub), IClassFixture<PostgreSqlHub>;

public abstract class MarksContract(SharedHub shared) : StorageContract(shared)
{
    public sealed record Document(string Title);

    [SkippableFact]
    public async Task A_write_leaves_a_mark_until_its_version_is_unmarked()
    {
        var key = Samples.Key("case");
        var state = await Write(key, null, "一");
        await Write(key, state, "二");
        (await MarkOf(key)).ShouldBe(2);

        await Hub.Publisher.Unmark(key, 1);
        (await MarkOf(key)).ShouldBe(2, "a lower version must not take the mark away");
        await Hub.Publisher.Unmark(key, 2);
        (await MarkOf(key)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Marks_that_are_removed_together_each_keep_to_their_version()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => Samples.Key("case")).ToList();
        foreach (var (n, key) in keys.Index())
        {
            var state = await Write(key, null, "一");
            if (n % 3 == 0)
                await Write(key, state, "二");
        }

        await Task.WhenAll(keys.Select(k => Hub.Publisher.Unmark(k, 1)));
        foreach (var (n, key) in keys.Index())
            (await MarkOf(key)).ShouldBe(n % 3 == 0 ? 2 : null, $"{n}");
    }

    [SkippableTheory]
    [InlineData("case", true)]
    [InlineData("consultation", true)]
    [InlineData("agency", true)]
    [InlineData("city", true)]
    [InlineData("county", true)]
    [InlineData("township", true)]
    [InlineData("community", true)]
    [InlineData("grid", true)]
    [InlineData("ledger", true)]
    [InlineData("council", true)]
    [InlineData("support", true)]
    [InlineData("survey", true)]
    [InlineData("year", true)]
    [InlineData("rungs", false)]
    [InlineData("cases", false)]
    public async Task Only_subjects_leave_marks(string prefix, bool marked)
    {
        var key = Samples.Key(prefix);
        await Write(key, null, "x");
        (await MarkOf(key)).ShouldBe(marked ? 1 : null);
    }

    [SkippableFact]
    public async Task A_cleared_state_is_marked_with_its_tombstones_version()
    {
        var key = Samples.Key("case");
        var state = await Write(key, null, "x");
        await Hub.Grains.ClearStateAsync("state", Id(key), state);
        (await MarkOf(key)).ShouldBe(2);
    }

    [SkippableFact]
    public async Task A_young_mark_is_left_to_its_grain()
    {
        var key = Samples.Key("case");
        await Write(key, null, "x");
        (await Hub.Publisher.Marks(TimeSpan.FromHours(1), 1000)).ShouldNotContain(m => m.Subject == key);
        (await Hub.Publisher.CountMarks()).ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public async Task Differences_name_what_is_not_published_and_nothing_when_all_is_well()
    {
        var row = Samples.Case();
        await Write(row.Key, null, "x");
        (await DifferencesOf(row.Key)).Count.ShouldBe(2, "stored but not published, and the mark");

        await Hub.Publisher.Publish(Samples.Publication(row) with { Rungs = [new RungRow(1, Samples.Now, row.Key, "T", Domain.Calendars.RungKind.Due, false)] });
        await Hub.Publisher.Unmark(row.Key, 1);
        (await DifferencesOf(row.Key)).ShouldBeEmpty();

        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM Rungs WHERE Subject = @Subject", ("@Subject", row.Key))], None);
        (await DifferencesOf(row.Key)).ShouldHaveSingleItem().ShouldContain("1 rungs published, 0 held");
        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM Cases WHERE CaseKey = @Subject", ("@Subject", row.Key))], None);
        (await DifferencesOf(row.Key)).ShouldContain(d => d.Contains("index row 0"));
    }

    [SkippableFact]
    public async Task Stored_documents_are_read_by_prefix()
    {
        var key = Samples.Key("case");
        await Write(key, null, "井盖");
        var read = new List<StoredState>();
        await foreach (var state in Hub.States.ReadStates(key))
            read.Add(state);

        var one = read.ShouldHaveSingleItem();
        (one.Key, one.Version).ShouldBe((key, 1));
        System.Text.Encoding.UTF8.GetString(one.Payload.Span).ShouldBe("""{"title":"井盖"}""");
    }

    private static GrainId Id(string key) => GrainId.Create("subject", key);

    private async Task<GrainState<Document>> Write(string key, GrainState<Document>? before, string title)
    {
        var state = new GrainState<Document>(new Document(title), before?.ETag);
        await Hub.Grains.WriteStateAsync("state", Id(key), state);
        return state;
    }

    private async Task<long?> MarkOf(string key) => (await Hub.Publisher.Marks(TimeSpan.Zero, 10000)).SingleOrDefault(m => m.Subject == key)?.Version;

    private async Task<List<string>> DifferencesOf(string key)
    {
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences())
        {
            if (difference.StartsWith(key, StringComparison.Ordinal))
                found.Add(difference);
        }

        return found;
    }
}
