using Hangfire;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Registers every schedule at every start, and fills what was missed while the hub was down. A job holds nothing itself.</summary>
internal sealed class JobSchedule(IRecurringJobManager jobs, IBackgroundJobClient once) : IBeforeReady
{
    // Terms that passed while the hub was down come first; what these jobs make up for has waited longer already.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    public Task Run(CancellationToken cancel)
    {
        Every<RungSweep>("rung-sweep", "* * * * *", job => job.Run(CancellationToken.None));
        Every<HourlyHistory>("hourly-history", "0 * * * *", job => job.Run());
        Every<MorningDigest>(MorningDigest.Job, "0 8 * * *", job => job.Run());
        Every<NightlyRecount>("nightly-recount", "17 3 * * *", job => job.Run());
        Every<LapsedTokens>("lapsed-tokens", "37 3 * * *", job => job.Run());
        Every<NightlySeal>("nightly-seal", "47 0 * * *", job => job.Run(CancellationToken.None));
        Every<OldNotices>("old-notices", "47 3 * * *", job => job.Run());
        Every<ContactErasure>("contact-erasure", "47 3 * * *", job => job.Run());
        once.Schedule<ContactErasure>(job => job.Run(), AfterStart);
        Every<SupportSweep>(SupportSweep.Job, "10 8 * * *", job => job.Run());
        once.Schedule<SupportSweep>(job => job.Run(), AfterStart);
        Every<SurveySweep>(SurveySweep.Job, "*/5 * * * *", job => job.Run());
        once.Schedule<SurveySweep>(job => job.Run(), AfterStart / 2);
        Every<CalendarWarning>(CalendarWarning.Job, "5 8 * * *", job => job.Run());
        once.Enqueue<CalendarWarning>(job => job.Run());
        once.Schedule<HourlyHistory>(job => job.Fill(), AfterStart / 2);
        once.Schedule<MorningDigest>(job => job.Run(), AfterStart);
        once.Schedule<NightlySeal>(job => job.Run(CancellationToken.None), AfterStart * 2);
        return Task.CompletedTask;
    }

    private void Every<T>(string id, string cron, System.Linq.Expressions.Expression<Func<T, Task>> call) =>
        jobs.AddOrUpdate(id, call, cron, new RecurringJobOptions { TimeZone = ShanghaiTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed });
}
