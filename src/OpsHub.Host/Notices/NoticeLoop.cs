using System.Collections.Concurrent;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Notices;

/// <summary>Every second: hands out what is due, and lets each channel that has something send at its own pace, so that none waits for another.</summary>
internal sealed partial class NoticeLoop(NoticeDispatch dispatch, StartupState state, HubClock clock, ILogger<NoticeLoop> logger) : BackgroundService
{
    private const int ChannelsAtOnce = 64;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Task> _sending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await state.WhenReady.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(Every, clock.Time);
            do
            {
                await Round(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await Task.WhenAll(_sending.Values);
        await Leave();
    }

    private async Task Leave()
    {
        try
        {
            await dispatch.Leave();
        }
        catch (Exception failure)
        {
            LeaveFailed(failure); // the turns lapse by themselves
        }
    }

    private async Task Round(CancellationToken cancel)
    {
        try
        {
            while (await dispatch.HandOut(cancel) > 0)
            {
            }

            foreach (var channel in await dispatch.Ready(cancel))
            {
                if (_sending.Count < ChannelsAtOnce && !_sending.ContainsKey(channel.Channel.Id))
                    Begin(channel, cancel);
            }
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            RoundFailed(failure);
        }
    }

    private void Begin(ChannelRow channel, CancellationToken cancel)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sending[channel.Channel.Id] = Send(channel, gate.Task, cancel);
        gate.SetResult();
    }

    private async Task Send(ChannelRow channel, Task begun, CancellationToken cancel)
    {
        await begun; // or it could be over before it is listed
        try
        {
            while (await dispatch.SendNext(channel, cancel))
            {
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            SendFailed(channel.Channel.Id, failure);
        }
        finally
        {
            _sending.TryRemove(channel.Channel.Id, out _);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notices could not be handed out; they wait")]
    private partial void RoundFailed(Exception failure);

    [LoggerMessage(LogLevel.Debug, "Turns could not be given back; they lapse")]
    private partial void LeaveFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "What channel {Channel} has to send could not be read or settled; it is tried again")]
    private partial void SendFailed(string channel, Exception failure);
}
