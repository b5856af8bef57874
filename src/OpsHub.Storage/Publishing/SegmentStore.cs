using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;
using OpsHub.Storage.Database;
using OpsHub.Storage.States;

namespace OpsHub.Storage.Publishing;

/// <summary>The segments port.</summary>
internal sealed class SegmentStore(IDatabase database) : ISegmentStore
{
    private const string AddSegment = """
        INSERT INTO TraceSegments (Subject, Segment, FirstHash, LastHash, Entries) VALUES (@Subject, @Segment, @FirstHash, @LastHash, @Entries)
        ON CONFLICT DO NOTHING
        """;

    private const string AddCommand = """
        INSERT INTO TraceCommands (Subject, Command, Segment, Sequence) VALUES (@Subject, @Command, @Segment, @Sequence)
        ON CONFLICT (Subject, Command) DO UPDATE SET Segment = excluded.Segment, Sequence = excluded.Sequence
        WHERE TraceCommands.Sequence < excluded.Sequence
        """;

    private const string Columns = "SELECT s.Subject, s.Segment, s.FirstHash, s.LastHash, s.Entries FROM TraceSegments AS s";
    private const string OfSubject = $"{Columns} WHERE s.Subject = @Subject ORDER BY s.Segment";
    private const string OfCommand = $"{Columns} JOIN TraceCommands AS c ON c.Subject = s.Subject AND c.Segment = s.Segment WHERE c.Subject = @Subject AND c.Command = @Command";

    public Task Append(TraceSegment segment, CancellationToken cancel = default)
    {
        var entries = JsonSerializer.Serialize(segment.Entries, StateSerializer.Options);
        return database.Write(
            [
                new SqlStatement(AddSegment, ("@Subject", segment.Subject), ("@Segment", (long)segment.Number), ("@FirstHash", segment.FirstHash), ("@LastHash", segment.LastHash), ("@Entries", entries)),
                .. segment.Entries.GroupBy(e => e.Command).Select(c => new SqlStatement(
                    AddCommand, ("@Subject", segment.Subject), ("@Command", c.Key), ("@Segment", (long)segment.Number), ("@Sequence", c.Max(e => e.Sequence)))),
            ],
            cancel);
    }

    public async Task<IReadOnlyList<TraceSegment>> Read(string subject, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(OfSubject, ("@Subject", subject)), Segment, cancel);

    public async Task<TraceEntry?> FindCommand(string subject, string commandKey, CancellationToken cancel = default)
    {
        var found = await database.Read(new SqlStatement(OfCommand, ("@Subject", subject), ("@Command", commandKey)), Segment, cancel);
        return found.SelectMany(s => s.Entries).LastOrDefault(e => e.Command == commandKey);
    }

    private static TraceSegment Segment(DbDataReader r) => new(
        r.GetString(0), (int)r.GetInt64(1), r.GetString(2), r.GetString(3), JsonSerializer.Deserialize<ImmutableList<TraceEntry>>(r.GetString(4), StateSerializer.Options)!);
}
