using OpsHub.Contracts.Publishing;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Publishing;

/// <summary>Removes marks, those that come while one removal is under way together in the next: a transaction for each would be a third of all.</summary>
internal sealed class MarkRemoval(IDatabase database)
{
    private const int Most = 32;
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // One removal at a time on a database, whichever process: two that share subjects could otherwise wait for each other.
    private const string Turn = "marks";

    private static readonly string[] Texts = [.. Enumerable.Range(1, Most).Select(Text)];

    private readonly Lock _gate = new();
    private List<(string Subject, long Version)> _waiting = [];
    private TaskCompletionSource _next = Completion();
    private bool _underWay;

    /// <summary>Removes the mark unless it is of a higher version. Done when the mark is gone.</summary>
    public Task Remove(string subject, long version)
    {
        lock (_gate)
        {
            _waiting.Add((subject, version));
            if (!_underWay)
            {
                _underWay = true;
                _ = Task.Run(RemoveAll);
            }

            return _next.Task;
        }
    }

    private async Task RemoveAll()
    {
        while (Take() is ({ Count: > 0 } marks, var done))
        {
            try
            {
                await Patiently([.. marks.Chunk(Most).Select(Statement)]);
                done.SetResult();
            }
            catch (Exception error) // whoever waits hears it; the marks stand
            {
                done.SetException(error);
            }
        }
    }

    // Nobody waits for it, and whom it fails publishes all over again: where the queue is full it comes back later.
    private async Task Patiently(SqlStatement[] statements)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.WriteRepeatable(Turn, statements, null, CancellationToken.None);
                return;
            }
            catch (StorageOverloadedException) when (attempt < Attempts)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private (List<(string Subject, long Version)> Marks, TaskCompletionSource Done) Take()
    {
        lock (_gate)
        {
            var taken = (_waiting, _next);
            _underWay = _waiting.Count > 0;
            if (_underWay)
                (_waiting, _next) = ([], Completion());
            return taken;
        }
    }

    private static SqlStatement Statement((string Subject, long Version)[] marks) => new(
        Texts[marks.Length - 1],
        [.. marks.SelectMany((m, i) => new (string, object?)[] { ($"@Subject{i}", m.Subject), ($"@Version{i}", m.Version) })]);

    private static string Text(int count) =>
        $"DELETE FROM Unpublished WHERE {string.Join(" OR ", Enumerable.Range(0, count).Select(i => $"(Subject = @Subject{i} AND Version <= @Version{i})"))}";

    private static TaskCompletionSource Completion() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
