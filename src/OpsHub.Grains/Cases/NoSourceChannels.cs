using OpsHub.Contracts.Notices;

namespace OpsHub.Grains.Cases;

/// <summary>Where the host names no channels: no source is told anything.</summary>
internal sealed class NoSourceChannels : ISourceChannels
{
    public string? ChannelOf(string system) => null;
}
