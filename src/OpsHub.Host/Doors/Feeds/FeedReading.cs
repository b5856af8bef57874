using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>A consultation in a feed, with its key.</summary>
internal sealed record FeedConsultation(string Key, Consultation State);

/// <summary>What a feed shows.</summary>
/// <param name="Consultations">Those that it shows.</param>
/// <param name="IsCut">Open ones were left out.</param>
internal sealed record FeedPage(IReadOnlyList<FeedConsultation> Consultations, bool IsCut);

/// <summary>The consultations of a unit's feed: open ones, nearest due first, and those that ended lately, so that an end arrives as an update. Of a unit with more than a
/// calendar bears, all sessions ahead and what falls due next stand in it whatever is overdue, and the feed says that it is cut.
/// Documents are read from storage a few at a time: a calendar that refreshes wakes no grains.</summary>
internal sealed class FeedReading(IConsultationIndex index, IStoredStates states, IHubDirectory directory, HubClock clock, IOptions<HubOptions> hub)
{
    /// <summary>How long what is over stays in the feed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Most by nearest due, most that fall due next, and most ended ones; a phone's calendar shows no more anyway.</summary>
    public const int Most = 500;

    private const int AtOnce = 50;

    public async Task<FeedPage> Of(Actor actor, UnitCode unit, CancellationToken cancel)
    {
        var scope = ConsultationAccess.Scope(actor);
        if (scope.IsEmpty)
            return new([], false);
        var filter = new ConsultationFilter
        {
            Unit = unit, DelegatedBy = scope.DelegatedBy, Stages = scope.Stages, NoWithdrawnDrafts = scope.Stages is not null, WithdrawnTopics = scope.WithdrawnTopics,
        };
        var (now, open) = (clock.Now, filter with { OpenOnly = true });
        var (rows, more) = await Rows(open, ConsultationOrder.DueAt, Most, _ => true, cancel);
        var cut = more && await Ahead(rows, open, now, cancel) < await index.Count(open, cancel);
        rows.AddRange((await Rows(filter with { EndedOnly = true }, ConsultationOrder.ChangedAtDescending, Most, r => r.ChangedAt >= now - Kept, cancel)).Rows);
        var readable = rows.Where(r => directory.Reads(actor, r)).Select(r => r.Key)
            .Distinct(StringComparer.Ordinal).ToList();
        var found = new Dictionary<string, Consultation>(StringComparer.Ordinal);
        foreach (var keys in readable.Chunk(AtOnce))
        {
            foreach (var stored in await states.ByKey(keys, cancel))
            {
                if (stored.Payload.Length > 0 && JsonSerializer.Deserialize<Document>(stored.Payload.Span, DomainSerialization.Options)?.State is { } state)
                    found[stored.Key] = state;
            }
        }

        return new([.. readable.Where(found.ContainsKey).Select(key => new FeedConsultation(key, found[key]))], cut);
    }

    // Overdue duties stand first and would push out what a leader still has to come: all sessions from today, and what falls due next. How many open ones are shown in all.
    private async Task<int> Ahead(List<ConsultationRow> rows, ConsultationFilter open, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now.AddDays(hub.Value.FeedDays);
        rows.AddRange((await Rows(open with { SessionFrom = LocalDay.Start(LocalDay.Of(now)), SessionBefore = until }, ConsultationOrder.DueAt, int.MaxValue, _ => true, cancel)).Rows);
        rows.AddRange((await Rows(open with { DueFrom = now, DueBefore = until }, ConsultationOrder.DueAt, Most, _ => true, cancel)).Rows);
        return rows.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count();
    }

    private async Task<(List<ConsultationRow> Rows, bool More)> Rows(
        ConsultationFilter filter, ConsultationOrder order, int most, Func<ConsultationRow, bool> goesOn, CancellationToken cancel)
    {
        var rows = new List<ConsultationRow>();
        string? after = null;
        do
        {
            var page = await index.Consultations(filter, order, new PageRequest(100, after, null, null), cancel);
            rows.AddRange(page.Items.Select(i => i.Row).TakeWhile(goesOn));
            after = page.HasNext && goesOn(page.Items[^1].Row) ? page.Items[^1].Cursor : null;
        }
        while (after is not null && rows.Count < most);
        return (rows, after is not null);
    }

    // The stored document without its trace, which a feed does not need.
    private sealed record Document(Consultation? State);
}
