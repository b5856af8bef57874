using Microsoft.Extensions.Options;
using OpsHub.Contracts.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>Channels of source systems, as the settings give them.</summary>
internal sealed class SourceChannels(IOptions<DoorOptions> options) : ISourceChannels
{
    public string? ChannelOf(string system) => options.Value.Systems.GetValueOrDefault(system)?.Channel is { Length: > 0 } channel ? channel : null;
}
