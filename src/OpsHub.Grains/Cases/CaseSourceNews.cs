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

    // Systems whose tickets joined hear of it from then on as those of the case itself: they wait for the same result. SM1 row 4.
    public ImmutableList<DeliveryRow> Of(string key, Case s, ImmutableList<TraceEntry> fresh, DateTimeOffset now)
    {
        // What is older than the queue remembers was told long ago.
        var news = fresh.FindAll(e => e.From != e.To && e.To is not null && now - e.At < CaseNotices.Planned);
        var own = s.Source is { } source ? Told(key, s, source, news, "") : [];
        return [.. own, .. s.Joined.Where(j => j.Source is not null).SelectMany(j => Told(key, s, j.Source!, news.FindAll(e => e.At >= JoinedAt(fresh, j)), $":{j.Key}"))];
    }

    private IEnumerable<DeliveryRow> Told(string key, Case s, SourceTicket source, ImmutableList<TraceEntry> news, string suffix) => channels.ChannelOf(source.System) is not { } channel
        ? []
        : news.Select(e => new DeliveryRow($"{key}:{Kind}:{e.Sequence}{suffix}", channel, Kind, JsonSerializer.Serialize(Status(s, e, source), Web), e.At, s.Emergency));

    // Where its joining is no longer among the recent entries, all of them came after it.
    private static DateTimeOffset JoinedAt(ImmutableList<TraceEntry> fresh, JoinedCase joined) =>
        fresh.Find(e => e.Event == nameof(CaseJoined) && e.Content.Contains(joined.Key, StringComparison.Ordinal))?.At ?? DateTimeOffset.MinValue;

    // A rung that fired since leaves the stage as it was.
    private SourceStatus Status(Case s, TraceEntry e, SourceTicket source) => Enum.Parse<CaseStage>(e.To!) is var stage && stage == s.Stage && e.EffectiveAt == s.ChangedAt
        ? SourceStatus.Now(s, e.Sequence, directory.NameOf, directory.Masked, source)
        : SourceStatus.Passed(s, e.Sequence, stage, e.EffectiveAt, source);
}
