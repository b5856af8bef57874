using OpsHub.Contracts.Notices;

namespace OpsHub.Host.Notices;

/// <summary>What a sender sends: a parcel with the channel's decrypted target and secrets.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Target">Where to.</param>
/// <param name="Secrets">Secrets to sign with: the present one, and the former while it still holds; none where nothing is signed.</param>
/// <param name="Parcel">What.</param>
internal sealed record OutgoingMessage(ChannelRow Channel, string Target, IReadOnlyList<string> Secrets, Parcel Parcel);

/// <summary>Sends through one kind of channel.</summary>
internal interface IChannelSender
{
    /// <summary>The kind.</summary>
    Domain.Notices.ChannelKind Kind { get; }

    /// <summary>Sends; any failure is thrown.</summary>
    Task Send(OutgoingMessage message, CancellationToken cancel);
}
