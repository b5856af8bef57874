using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Cases;

/// <summary>What the source of a case's ticket is told of its new trace entries (状态回传), for its publication: one message for each change of stage, under the same
/// key however often the publication comes again. G017.</summary>
internal sealed class CaseSourceNews(ISourceChannels channels, IHubDirectory directory)
{
    /// <summary>The receiver reads it as <c>type</c>.</summary>
    public const string Kind = "ticket.status";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public ImmutableList<DeliveryRow> Of(string key, Case s, ImmutableList<TraceEntry> fresh, DateTimeOffset now)
    {
        if (s.Source is not { } source || channels.ChannelOf(source.System) is not { } channel)
            return [];
        // What is older than the queue remembers was told long ago.
        return [.. fresh.Where(e => e.From != e.To && e.To is not null && now - e.At < CaseNotices.Planned).Select(e => new DeliveryRow(
            $"{key}:{Kind}:{e.Sequence}", channel, Kind, JsonSerializer.Serialize(Status(s, e), Web), e.At, s.Emergency))];
    }

    // A rung that fired since leaves the stage as it was.
    private SourceStatus Status(Case s, TraceEntry e) => Enum.Parse<CaseStage>(e.To!) is var stage && stage == s.Stage && e.EffectiveAt == s.ChangedAt
        ? SourceStatus.Now(s, e.Sequence, directory.NameOf, directory.Masked)
        : SourceStatus.Passed(s, e.Sequence, stage, e.EffectiveAt);
}
