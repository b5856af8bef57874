using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Notices;
using OpsHub.Fixtures;
using OpsHub.Host.Notices;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Tests.Notices;

/// <summary>The loop itself: nothing before the hub is ready, and afterwards without being asked.</summary>
public sealed class LoopTests
{
    [Fact]
    public async Task The_loop_sends_once_the_hub_is_ready()
    {
        await using var hub = await NoticeHub.Open();
        await using var receiver = await Receiver.Open();
        await hub.Create(ChannelKind.Webhook, receiver.Url);
        await hub.Tell();
        var state = new StartupState();
        using var loop = new NoticeLoop(hub.NewProcess(), state, hub.Get<HubClock>(), NullLogger<NoticeLoop>.Instance);
        await loop.StartAsync(default);
        receiver.Requests.ShouldBeEmpty();
        state.Enter(StartupStep.Ready);
        await receiver.First.WaitAsync(TimeSpan.FromSeconds(60));
        await loop.StopAsync(default);
        receiver.Requests.ShouldHaveSingleItem();
    }
}
