using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>A consultation in a feed, with its key.</summary>
internal sealed record FeedConsultation(string Key, Consultation State);

/// <summary>The consultations of a unit's feed: open ones, nearest due first, and those that ended lately, so that an end arrives as an update.
/// Documents are read from storage a few at a time: a calendar that refreshes wakes no grains.</summary>
internal sealed class FeedReading(IConsultationIndex index, IStoredStates states, IHubDirectory directory, HubClock clock)
{
    /// <summary>How long what is over stays in the feed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Most open, and most ended ones; a phone's calendar shows no more anyway.</summary>
    public const int Most = 500;

    private const int AtOnce = 50;

    public async Task<IReadOnlyList<FeedConsultation>> Of(Actor actor, UnitCode unit, CancellationToken cancel)
    {
        var scope = ConsultationAccess.Scope(actor);
        if (scope.IsEmpty)
            return [];
        var filter = new ConsultationFilter { Unit = unit, DelegatedBy = scope.DelegatedBy, Stages = scope.Stages, NoWithdrawnDrafts = scope.Stages is not null };
        var since = clock.Now - Kept;
        var rows = await Rows(filter with { OpenOnly = true }, ConsultationOrder.DueAt, _ => true, cancel);
        rows.AddRange(await Rows(filter with { EndedOnly = true }, ConsultationOrder.ChangedAtDescending, r => r.ChangedAt >= since, cancel));
        var readable = rows.Where(r => ConsultationAccess.Reads(actor, directory.PlaceNow(r.Place), r.Communities, r.DelegatedBy, r.Stage, r.Published, directory.IsWithin)).Select(r => r.Key)
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

        return [.. readable.Where(found.ContainsKey).Select(key => new FeedConsultation(key, found[key]))];
    }

    private async Task<List<ConsultationRow>> Rows(ConsultationFilter filter, ConsultationOrder order, Func<ConsultationRow, bool> goesOn, CancellationToken cancel)
    {
        var rows = new List<ConsultationRow>();
        string? after = null;
        do
        {
            var page = await index.Consultations(filter, order, new PageRequest(100, after, null, null), cancel);
            rows.AddRange(page.Items.Select(i => i.Row).TakeWhile(goesOn));
            after = page.HasNext && goesOn(page.Items[^1].Row) ? page.Items[^1].Cursor : null;
        }
        while (after is not null && rows.Count < Most);
        return rows;
    }

    // The stored document without its trace, which a feed does not need.
    private sealed record Document(Consultation? State);
}
