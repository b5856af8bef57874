using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Contracts.Notices;

/// <summary>A notice as stored (提醒), with what became of it.</summary>
/// <param name="Position">Order of arrival.</param>
/// <param name="Notice">The notice.</param>
/// <param name="ToldAt">When it was handed out; null while it waits.</param>
/// <param name="MootAt">When the case no longer waited for the recipient, else null.</param>
/// <param name="ReadAt">When it was marked read, else null.</param>
public sealed record NoticeRow(long Position, Notice Notice, DateTimeOffset? ToldAt, DateTimeOffset? MootAt, DateTimeOffset? ReadAt);

/// <summary>What goes out in one message (包裹): one notice, a bundle of them, or one payload of another part of the hub.</summary>
/// <param name="Key">What the receiver tells doubles by; stays the same over retries and restarts.</param>
/// <param name="Attempts">Failed attempts so far.</param>
/// <param name="Emergency">True when quiet hours and bundles don't hold it up.</param>
/// <param name="Notices">The nearest notices, at most a bundle's lines; empty for a payload.</param>
/// <param name="Counts">How many notices of each kind; empty for a payload.</param>
/// <param name="Kind">Kind of the payload, or null.</param>
/// <param name="Payload">JSON, or null.</param>
public sealed record Parcel(
    string Key, int Attempts, bool Emergency, IReadOnlyList<NoticeRow> Notices, IReadOnlyDictionary<NoticeKind, int> Counts, string? Kind, string? Payload)
{
    /// <summary>How many notices it stands for.</summary>
    public int Count => Counts.Values.Sum();
}

/// <summary>How far another process may go in a piece of work (当值): whose turn it is, until the turn lapses.</summary>
/// <param name="Name">The work: <c>hand-out</c>, or <c>channel-…</c>.</param>
/// <param name="Owner">The process.</param>
public sealed record Turn(string Name, string Owner);

/// <summary>The queue of what leaves the hub. Notices are handed out and parcels made only by whose turn it is, so that two processes never send one thing under two keys.</summary>
public interface INoticeQueue
{
    /// <summary>Whether a notice's time has come.</summary>
    Task<bool> Waits(DateTimeOffset now, bool emergenciesOnly, CancellationToken cancel = default);

    /// <summary>Takes a turn, or keeps it; false while another process has it.</summary>
    Task<bool> Take(Turn turn, DateTimeOffset now, TimeSpan keep, CancellationToken cancel = default);

    /// <summary>Whom the notices tell whose time has come and that are no emergencies (待通知单位), each once.</summary>
    Task<IReadOnlyList<OrganCode>> Recipients(DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Lets those of such notices wait that tell one of the organs; emergencies go on.</summary>
    /// <param name="recipients">The organs.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="until">Not handed out before.</param>
    /// <param name="cancel">Ends it early.</param>
    Task PutOff(IReadOnlyCollection<OrganCode> recipients, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel = default);

    /// <summary>Hands out notices whose time has come: each is told in the hub and put into its recipient's channels. How many were handed out.</summary>
    Task<int> HandOut(Turn turn, DateTimeOffset now, bool emergenciesOnly, int limit, CancellationToken cancel = default);

    /// <summary>Enabled channels that have something to send and may be tried now.</summary>
    Task<IReadOnlyList<ChannelRow>> Ready(DateTimeOffset now, bool emergenciesOnly, CancellationToken cancel = default);

    /// <summary>What goes out next through a channel: a parcel that was made before and not sent, else a new one; null when there is nothing.
    /// Moot notices are dropped, but those of a parcel that was made only all together: it may have been sent, and what goes out under one key stays the same.</summary>
    /// <param name="turn">The channel's turn.</param>
    /// <param name="channel">Id of the channel.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="bundleAbove">More notices than this are one bundle.</param>
    /// <param name="emergenciesOnly">Leaves the rest where it is.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<Parcel?> Next(Turn turn, string channel, DateTimeOffset now, int bundleAbove, bool emergenciesOnly, CancellationToken cancel = default);

    /// <summary>The parcel got through.</summary>
    Task Sent(string channel, Parcel parcel, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>The parcel did not get through.</summary>
    /// <param name="channel">Id of the channel.</param>
    /// <param name="parcel">The parcel.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="nextTry">When the channel is tried again.</param>
    /// <param name="error">What went wrong, without secrets.</param>
    /// <param name="giveUp">True when this parcel is not tried again.</param>
    /// <param name="aside">Others go before it until then; null when it was not this parcel's fault and the order stays.</param>
    /// <param name="cancel">Ends it early.</param>
    Task Failed(string channel, Parcel parcel, DateTimeOffset now, DateTimeOffset nextTry, string error, bool giveUp, DateTimeOffset? aside = null, CancellationToken cancel = default);

    /// <summary>Puts in what rests on no subject's step, each key once, and makes moot what an earlier round told: the newest round is what stands.</summary>
    /// <param name="prefix">How the keys of all rounds begin.</param>
    /// <param name="round">What the notices of this round have in the place of a case; begins with the prefix.</param>
    /// <param name="notices">The notices; none where a round has nothing to tell.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancel">Ends it early.</param>
    Task Renew(string prefix, string round, IReadOnlyList<Notice> notices, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Deletes what is older than the instant and settled.</summary>
    Task Forget(DateTimeOffset before, CancellationToken cancel = default);
}
