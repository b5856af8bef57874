namespace OpsHub.Contracts.Notices;

/// <summary>Through which channel a source system hears how its tickets stand (状态回传). A port: the host knows its settings.</summary>
public interface ISourceChannels
{
    /// <summary>Id of the channel, or null for a system that asks by itself.</summary>
    string? ChannelOf(string system);
}
