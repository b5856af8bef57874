using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Notices;

namespace OpsHub.Contracts.Notices;

/// <summary>The answer to a command about a channel.</summary>
/// <param name="Channel">The channel as it stands, or null when refused.</param>
/// <param name="Secret">A new secret, <c>whsec_…</c>: in this answer only, and not again when the command is repeated. Else null.</param>
/// <param name="Refusal">Why it was refused, else null.</param>
public sealed record ChannelAnswer(ChannelRow? Channel, string? Secret, Refusal? Refusal);

/// <summary>Carries out commands about channels (渠道管理). A port: the host implements it, because it holds the key that secrets are encrypted with.</summary>
public interface IChannelDesk
{
    /// <summary>Decides, writes with the audit line, answers. The same command id of the same principal changes nothing twice.</summary>
    Task<ChannelAnswer> Do(ChannelCommand command, string commandId, long? expectedVersion, Actor actor, CancellationToken cancel = default);
}
