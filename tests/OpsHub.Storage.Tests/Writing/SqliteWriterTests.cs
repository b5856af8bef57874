using Microsoft.Data.Sqlite;
using OpsHub.Contracts.Publishing;
using OpsHub.Storage.Sqlite.Writing;

namespace OpsHub.Storage.Tests.Writing;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly string _folder = StorageHub.NewFolder();
    private readonly StoppedTime _time = new();
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
    {
        var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE T (Id INTEGER PRIMARY KEY)";
        command.ExecuteNonQuery();
        _writer = new SqliteWriter(new WriterSession(connection), _time);
    }

    [Fact]
    public async Task Writes_that_wait_together_share_a_commit()
    {
        using var gate = new ManualResetEventSlim();
        var first = Hold(gate);
        var waiting = Enumerable.Range(1, 300).Select(id => Insert(id)).ToList();
        gate.Set();
        await Task.WhenAll([first, .. waiting]);

        Count().ShouldBe(300);
        _writer.Groups.ShouldBe(1 + 2, "the held one, then 256 and 44");
    }

    [Fact]
    public async Task A_failing_write_fails_alone_and_leaves_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var first = Hold(gate);
        var before = Insert(1);
        var failing = Insert(2, 3, 1);
        var after = Insert(4);
        gate.Set();

        await Should.ThrowAsync<SqliteException>(() => failing);
        await Task.WhenAll(first, before, after);
        Count().ShouldBe(2, "1 and 4; of the failing write neither 2 nor 3");
        _writer.Groups.ShouldBe(2, "the failing write didn't take its group with it");
    }

    [Fact]
    public async Task A_failing_single_statement_needs_no_savepoint()
    {
        using var gate = new ManualResetEventSlim();
        var first = Hold(gate);
        var before = Insert(1);
        var failing = _writer.WriteSingle(session => session.Execute("INSERT INTO T VALUES (2), (3), (1)"));
        var after = Insert(4);
        gate.Set();

        await Should.ThrowAsync<SqliteException>(() => failing);
        await Task.WhenAll(first, before, after);
        Count().ShouldBe(2);
    }

    [Fact]
    public async Task When_the_transaction_is_lost_its_whole_group_hears_it_and_the_next_goes_on()
    {
        using var gate = new ManualResetEventSlim();
        var first = Hold(gate);
        var before = Insert(1);
        // SQLite rolls a transaction back by itself on a full disk or an I/O error; the next statement then fails.
        var losing = _writer.Write(session =>
        {
            session.Execute("ROLLBACK");
            return session.Execute("no such statement");
        });
        var after = Insert(2);
        gate.Set();

        await first;
        foreach (var write in new[] { before, losing, after })
            await Should.ThrowAsync<SqliteException>(() => write);
        await Insert(3);
        Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_would_wait_longer_than_a_second_is_refused_at_once()
    {
        using var gate = new ManualResetEventSlim();
        var held = Hold(gate);
        _time.Advance(TimeSpan.FromSeconds(0.9));
        var queued = Insert(1);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await Should.ThrowAsync<StorageOverloadedException>(() => Insert(2));

        gate.Set();
        await Task.WhenAll(held, queued);
        Count().ShouldBe(1, "what was taken is written, what was refused is not");
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_not_run()
    {
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var held = Hold(gate);
        var cancelled = _writer.Write(session => session.Execute("INSERT INTO T VALUES (1)"), cancel.Token);
        await cancel.CancelAsync();
        gate.Set();

        await held;
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        Count().ShouldBe(0);
    }

    [Fact]
    public async Task Stopping_writes_what_is_queued_and_then_takes_no_more()
    {
        var writes = Enumerable.Range(1, 50).Select(id => Insert(id)).ToList();
        _writer.Dispose();
        await Task.WhenAll(writes);
        Count().ShouldBe(50);
        Should.Throw<ObjectDisposedException>(() => { _ = Insert(51); });
    }

    [Fact]
    public void The_same_text_with_parameters_in_another_order_is_refused()
    {
        using var session = new WriterSession(Open());
        session.Command("SELECT @A, @B", [("@A", 1), ("@B", 2)]);
        Should.Throw<InvalidOperationException>(() => session.Command("SELECT @A, @B", [("@B", 1), ("@A", 2)]));
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Keeps the writer busy with a group of its own until the gate opens.</summary>
    private Task<int> Hold(ManualResetEventSlim gate)
    {
        using var running = new ManualResetEventSlim();
        var held = _writer.Write(_ =>
        {
            running.Set();
            gate.Wait();
            return 0;
        });
        running.Wait();
        return held;
    }

    private Task<int> Insert(params int[] ids) => _writer.Write(session => ids.Sum(id => session.Execute("INSERT INTO T VALUES (@Id)", ("@Id", id))));

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_folder}/t.db;Pooling=False");
        connection.Open();
        return connection;
    }

    private long Count()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM T";
        return (long)command.ExecuteScalar()!;
    }
}
