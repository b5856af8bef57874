using OpsHub.Contracts.Commands;
using OpsHub.Domain.Commands;

namespace OpsHub.Host.Seeds;

/// <summary>Gives a command again while the hub asks to retry later; its id makes that safe.</summary>
internal static class Patiently
{
    private const int Attempts = 30;

    public static async Task<CommandReply> Do(Func<Task<CommandReply>> command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await command();
            if (reply.Refusal?.Code != RefusalCodes.RetryLater || attempt == Attempts)
                return reply;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << attempt, 2_000)));
        }
    }
}
