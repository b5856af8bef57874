using Microsoft.Extensions.Options;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Jobs;

/// <summary>Every night: forgets notices and messages that are settled and old.</summary>
internal sealed class OldNotices(INoticeQueue queue, HubClock clock, IOptions<NoticeOptions> options)
{
    public Task Run() => queue.Forget(clock.Now - TimeSpan.FromDays(options.Value.KeptDays));
}
