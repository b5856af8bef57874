using Microsoft.Extensions.Options;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Notices;

/// <summary>One step of telling: hands out what is due, and sends what comes next through a channel. All waiting, counting and bounding is by the hub's clock.</summary>
internal sealed partial class NoticeDispatch(
    INoticeQueue queue, OwnTurns turns, IEnumerable<IChannelSender> senders, ChannelSecrets secrets, IRuleBook book, IHubDirectory directory, NoticeRules rules, IOptions<NoticeOptions> options, HubClock clock,
    ILogger<NoticeDispatch> logger)
{
    // Few enough for one short transaction, so many that 60,000 go out in seconds.
    private const int AtOnce = 5_000;

    // A reminder that the receiver won't take isn't sent to it for days; the state of a ticket is.
    private const int PermanentAttempts = 5;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    private readonly Dictionary<ChannelKind, IChannelSender> _senders = senders.ToDictionary(s => s.Kind);
    private readonly Throttle _throttle = new(rules);

    private bool IsQuiet => rules.Quiet.Hold(clock.Now, book.Current.Calendar);

    // The city's quiet hours hold for all; a county's closures for its own organs on top.
    private bool IsQuietFor(ChannelRow channel) => rules.Quiet.Hold(clock.Now, book.CalendarOf(channel.Channel.Organ, directory));

    /// <summary>Hands out one batch; how many. More may be left.</summary>
    public async Task<int> HandOut(CancellationToken cancel)
    {
        var quiet = IsQuiet;
        if (!await queue.Waits(clock.Now, quiet, cancel) || await turns.Take("hand-out", clock.Now, OwnTurns.HandingOut, cancel) is not { } turn)
            return 0;
        if (!quiet)
            await PutOff(cancel);
        return await queue.HandOut(turn, clock.Now, quiet, AtOnce, cancel);
    }

    // A county's closure holds for its own organs in the hub's own list too. Looked at when a notice's time comes and again after a while: a typhoon day is declared, and called off, in the morning.
    private async Task PutOff(CancellationToken cancel)
    {
        var (now, calendar) = (clock.Now, book.Current.Calendar);
        if (!calendar.Closures.Exists(c => c.Covers(LocalDay.Of(now))))
            return;
        var closed = (await queue.Recipients(now, cancel)).Where(o => rules.Quiet.Hold(now, book.CalendarOf(o, directory))).ToList();
        await queue.PutOff(closed, now, now + LookAgain, cancel);
    }

    /// <summary>Nothing more is sent by this process.</summary>
    public Task Leave() => turns.Release(clock.Now);

    /// <summary>Channels that have something to send.</summary>
    public async Task<IReadOnlyList<ChannelRow>> Ready(CancellationToken cancel)
    {
        var ready = await queue.Ready(clock.Now, IsQuiet, cancel);
        if (IsQuiet || !ready.Any(IsQuietFor))
            return ready;
        var urgent = (await queue.Ready(clock.Now, emergenciesOnly: true, cancel)).Select(c => c.Channel.Id).ToHashSet();
        return [.. ready.Where(c => urgent.Contains(c.Channel.Id) || !IsQuietFor(c))];
    }

    /// <summary>Sends the next message of a channel; false when nothing more is to be tried now.</summary>
    public async Task<bool> SendNext(ChannelRow channel, CancellationToken cancel)
    {
        var id = channel.Channel.Id;
        if (await turns.Take($"channel-{id}", clock.Now, OwnTurns.Sending, cancel) is not { } turn || !_throttle.May(channel.Channel, clock.Now))
            return false;
        var emergenciesOnly = IsQuietFor(channel) || _throttle.Gathers(id, clock.Now);
        if (await queue.Next(turn, id, clock.Now, rules.BundleAbove, emergenciesOnly, cancel) is not { } parcel)
        {
            _throttle.Return(id);
            return false;
        }

        try
        {
            var target = await secrets.Decrypt(id, channel.Target, cancel);
            var signing = await Signing(channel, cancel);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds)); // well within the turn
            await _senders[channel.Channel.Kind].Send(new OutgoingMessage(channel, target, signing, parcel), limit.Token);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await Failed(channel, parcel, failure, cancel);
            return false;
        }

        await queue.Sent(id, parcel, clock.Now, cancel);
        if (parcel.Count > 1 && !parcel.Emergency)
            _throttle.Bundled(id, clock.Now);
        return true;
    }

    private async Task Failed(ChannelRow channel, Parcel parcel, Exception failure, CancellationToken cancel)
    {
        var error = SendFailedException.Tell(failure);
        var attempts = parcel.Attempts + 1;
        var permanent = failure is SendFailedException { Permanent: true };
        var giveUp = attempts >= (permanent && parcel.Payload is null ? Math.Min(PermanentAttempts, options.Value.GiveUpAfter) : options.Value.GiveUpAfter);
        // What is refused by itself lets the others pass.
        DateTimeOffset? aside = permanent ? clock.Now + Backoff.After(parcel.Attempts) : null;
        await queue.Failed(channel.Channel.Id, parcel, clock.Now, clock.Now + Backoff.After(permanent ? 0 : channel.State.Failures), error, giveUp, aside, cancel);
        if (channel.State.FailingSince is null)
            Fails(channel.Channel.Id, channel.Channel.Shown, error);
        if (giveUp)
            GivenUp(channel.Channel.Id, parcel.Key, attempts, error);
    }

    // The former secret stands beside the new one for a while: the receiver changes over when it can.
    private async Task<IReadOnlyList<string>> Signing(ChannelRow channel, CancellationToken cancel)
    {
        if (channel.Secret is not { } present)
            return [];
        var id = channel.Channel.Id;
        return channel.Former is { } former && clock.Now < former.Until
            ? [await secrets.Decrypt(id, present, cancel), await secrets.Decrypt(id, former.Secret, cancel)]
            : [await secrets.Decrypt(id, present, cancel)];
    }

    [LoggerMessage(LogLevel.Warning, "渠道 {Channel}（{Target}）发送失败，将自动重试 / Channel {Channel} ({Target}) fails and is tried again: {Error}")]
    private partial void Fails(string channel, string target, string error);

    [LoggerMessage(LogLevel.Error, "渠道 {Channel} 的消息 {Message} 经 {Attempts} 次尝试后放弃 / Message {Message} of channel {Channel} was given up after {Attempts} attempts: {Error}")]
    private partial void GivenUp(string channel, string message, int attempts, string error);
}
