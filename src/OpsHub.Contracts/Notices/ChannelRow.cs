using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Contracts.Notices;

/// <summary>A channel with its state (推送渠道). Target and secret are encrypted; only who sends decrypts them.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Target">Encrypted target.</param>
/// <param name="Secret">Encrypted secret, or null.</param>
/// <param name="State">How it goes.</param>
/// <param name="Former">The secret before, or null.</param>
public sealed record ChannelRow(NoticeChannel Channel, string Target, string? Secret, ChannelState State, FormerSecret? Former = null);

/// <summary>A webhook's secret before the present one (旧密钥), which signs beside it until then.</summary>
/// <param name="Secret">Encrypted.</param>
/// <param name="Until">No longer from this instant on.</param>
public sealed record FormerSecret(string Secret, DateTimeOffset Until);

/// <summary>A message that was given up (放弃发送的消息).</summary>
/// <param name="Key">What the receiver would have seen as its id.</param>
/// <param name="Kind">Kind of the notice, or of the payload.</param>
/// <param name="Attempts">Failed attempts.</param>
/// <param name="At">When it was given up.</param>
/// <param name="Notice">The notice, or null for a payload of another part of the hub.</param>
public sealed record GivenUpRow(string Key, string Kind, int Attempts, DateTimeOffset At, NoticeRow? Notice);

/// <summary>How channels go over the whole hub (渠道总况).</summary>
/// <param name="Failing">Enabled channels that nothing gets through.</param>
/// <param name="GivenUp">Messages that were given up and not sent again.</param>
public sealed record ChannelCounts(int Failing, int GivenUp);

/// <summary>How a channel goes (渠道状态).</summary>
/// <param name="FailingSince">Since when nothing got through; null while it works.</param>
/// <param name="Failures">Failed attempts since then.</param>
/// <param name="LastError">What went wrong last.</param>
/// <param name="NextTry">Not tried before.</param>
/// <param name="LastSentAt">When something last got through.</param>
public sealed record ChannelState(DateTimeOffset? FailingSince, int Failures, string? LastError, DateTimeOffset NextTry, DateTimeOffset? LastSentAt)
{
    /// <summary>Never tried.</summary>
    public static ChannelState New { get; } = new(null, 0, null, DateTimeOffset.MinValue, null);
}

/// <summary>A change of a channel that was decided, to be written once.</summary>
/// <param name="CommandKey">Key of the command.</param>
/// <param name="Body">Hash of its body.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Change">What, without secrets.</param>
/// <param name="Channel">The channel as it is afterwards, its version one higher than before.</param>
/// <param name="Target">Encrypted target; null leaves it.</param>
/// <param name="Secret">Encrypted secret; null leaves it.</param>
/// <param name="Resend">True when what was given up is sent again.</param>
public sealed record ChannelChange(
    string CommandKey, string Body, DateTimeOffset At, Domain.Accounts.Actor Actor, string Change, NoticeChannel Channel, string? Target, string? Secret, bool Resend = false);

/// <summary>A command about notices that was carried out (审计记录).</summary>
/// <param name="CommandKey">Key of the command.</param>
/// <param name="Body">Hash of its body.</param>
/// <param name="Stamp">Tells which of two writers wrote it.</param>
/// <param name="Subject">Id of the channel, or key of the notice.</param>
/// <param name="Version">Version afterwards.</param>
/// <param name="At">When.</param>
/// <param name="Principal">Account or token.</param>
/// <param name="Role">Its role.</param>
/// <param name="Organ">The organ it acted for.</param>
/// <param name="Change">What was done, without secrets.</param>
public sealed record NoticeCommandRow(
    string CommandKey, string Body, string Stamp, string Subject, long Version, DateTimeOffset At, string Principal, string Role, OrganCode Organ, string Change);

/// <summary>Channels as they are stored. A port: the desk that decides about them and the loop that sends see no database.</summary>
public interface IChannelTable
{
    /// <summary>A channel, or null.</summary>
    Task<ChannelRow?> Find(string id, CancellationToken cancel = default);

    /// <summary>Channels of these organs, by organ and id.</summary>
    Task<IReadOnlyList<ChannelRow>> Of(IReadOnlyCollection<OrganCode> organs, CancellationToken cancel = default);

    /// <summary>Enabled channels of any organ that nothing gets through, or whose messages were given up; the longest failing first.</summary>
    Task<IReadOnlyList<ChannelRow>> Failing(int limit, CancellationToken cancel = default);

    /// <summary>How channels go over the whole hub.</summary>
    Task<ChannelCounts> Counts(CancellationToken cancel = default);

    /// <summary>How many messages of a channel were given up.</summary>
    Task<int> CountGivenUp(string channel, CancellationToken cancel = default);

    /// <summary>Messages of a channel that were given up, newest first.</summary>
    Task<IReadOnlyList<GivenUpRow>> GivenUp(string channel, int limit, CancellationToken cancel = default);

    /// <summary>A command that was carried out, or null.</summary>
    Task<NoticeCommandRow?> Command(string commandKey, CancellationToken cancel = default);

    /// <summary>Newest commands about a channel first.</summary>
    Task<IReadOnlyList<NoticeCommandRow>> Commands(string subject, int limit, CancellationToken cancel = default);

    /// <summary>Writes a change and its audit line together, unless the command was carried out before or someone else changed the channel first.
    /// Read <see cref="Command"/> afterwards to know.</summary>
    Task Write(ChannelChange change, string stamp, CancellationToken cancel = default);
}
