using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Trace;

/// <summary>A stored document read without its grain: the state as it lies there, and the trace (存储文档中的状态与留痕).</summary>
public sealed record StoredSubject
{
    /// <summary>The state; undefined where there is none.</summary>
    public JsonElement State { get; init; }

    /// <summary>The trace; null for helpers that have none.</summary>
    public TraceChain? Trace { get; init; }

    /// <summary>Reads a document; null when it was cleared or has no trace.</summary>
    /// <exception cref="JsonException">It can't be read.</exception>
    public static StoredSubject? Of(StoredState stored) =>
        !stored.Payload.IsEmpty && JsonSerializer.Deserialize<StoredSubject>(stored.Payload.Span, DomainSerialization.Options) is { Trace: not null } read ? read : null;

    /// <summary>All entries, segments first. A segment is written before the document that counts it: after a death in between its entries still stand in the document too.</summary>
    public async ValueTask<IReadOnlyList<TraceEntry>> Entries(string key, ISegmentStore segments, CancellationToken cancel) => Trace!.Segments == 0
        ? Trace.Recent
        : [.. (await segments.Read(key, cancel).ConfigureAwait(false)).Take(Trace.Segments).SelectMany(s => s.Entries), .. Trace.Recent];

    /// <summary>Length and head of the chain alone, without reading state and entries; null when there is none.</summary>
    /// <exception cref="JsonException">It can't be read.</exception>
    public static SealedHead? Head(StoredState stored)
    {
        if (stored.Payload.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(stored.Payload.Span);
        if (!reader.Read() || !Find(ref reader, "trace"))
            return null;
        long? length = null;
        string? head = null;
        while ((length is null || head is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("length"u8) && reader.Read())
                length = reader.GetInt64();
            else if (reader.ValueTextEquals("head"u8) && reader.Read())
                head = reader.GetString();
            else
                reader.Skip();
        }

        return length is > 0 && head is not null ? new(stored.Key, length.Value, head) : null;
    }

    private static bool Find(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
        }

        return false;
    }
}
