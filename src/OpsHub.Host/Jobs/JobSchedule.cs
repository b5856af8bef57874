using Hangfire;
using Microsoft.Extensions.Options;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Registers every schedule at every start, and fills what was missed while the hub was down. A job holds nothing itself.</summary>
internal sealed class JobSchedule(IRecurringJobManager jobs, IBackgroundJobClient once, IOptions<JobOptions> options) : IBeforeReady
{
    public Task Run(CancellationToken cancel)
    {
        // Terms that passed while the hub was down come first; what these jobs make up for has waited longer already.
        var afterStart = TimeSpan.FromSeconds(options.Value.AfterStartSeconds);
        Every<RungSweep>("rung-sweep", "* * * * *", job => job.Run(CancellationToken.None));
        Every<HourlyHistory>("hourly-history", "0 * * * *", job => job.Run());
        Every<MorningDigest>(MorningDigest.Job, "0 8 * * *", job => job.Run());
        Every<NightlyRecount>("nightly-recount", "17 3 * * *", job => job.Run());
        Every<LapsedTokens>("lapsed-tokens", "37 3 * * *", job => job.Run());
        Every<NightlySeal>("nightly-seal", "47 0 * * *", job => job.Run(CancellationToken.None));
        Every<OldNotices>("old-notices", "47 3 * * *", job => job.Run());
        Every<ContactErasure>("contact-erasure", "47 3 * * *", job => job.Run());
        Later<ContactErasure>(job => job.Run(), afterStart);
        Every<SupportSweep>(SupportSweep.Job, "10 8 * * *", job => job.Run());
        Later<SupportSweep>(job => job.Run(), afterStart);
        Every<FilingSweep>(FilingSweep.Job, "15 8 * * *", job => job.Run());
        Later<FilingSweep>(job => job.Run(), afterStart);
        Every<GovernanceSweep>(GovernanceSweep.Job, "20 8 * * *", job => job.Run());
        Later<GovernanceSweep>(job => job.Run(), afterStart);
        Later<MilestoneCatchUp>(job => job.Run(), afterStart);
        Every<SurveySweep>(SurveySweep.Job, "*/5 * * * *", job => job.Run());
        Later<SurveySweep>(job => job.Run(), afterStart);
        Every<CalendarWarning>(CalendarWarning.Job, "5 8 * * *", job => job.Run());
        Later<CalendarWarning>(job => job.Run(), TimeSpan.Zero);
        Later<HourlyHistory>(job => job.Fill(), afterStart / 2);
        Later<MorningDigest>(job => job.Run(), afterStart);
        Later<NightlySeal>(job => job.Run(CancellationToken.None), afterStart * 2);
        Years(afterStart);
        return Task.CompletedTask;
    }

    // A year is closed before the figures of the next day come to it.
    private void Years(TimeSpan afterStart)
    {
        Every<OpenAgencyYear>(OpenAgencyYear.Job, "12 0 * * *", job => job.Run());
        Every<OpenAssessments>(OpenAssessments.Job, "22 0 * * *", job => job.Run());
        Every<YearSnapshots>(YearSnapshots.Job, "32 1 * * *", job => job.Run());
        Every<YearEvidence>(YearEvidence.Job, "52 1 * * *", job => job.Run());
        Every<LiveEvidence>(LiveEvidence.Job, "* * * * *", job => job.Run());
        Every<FeedScores>(FeedScores.Job, "7 * * * *", job => job.Run());
        Every<OpenTownshipComprehensive>(OpenTownshipComprehensive.Job, "27 * * * *", job => job.Run());
        Every<OpenAssessmentTasks>(OpenAssessmentTasks.Job, "29 * * * *", job => job.Run());
        Later<OpenAssessmentTasks>(job => job.Run(), afterStart);
        Later<OpenTownshipComprehensive>(job => job.Run(), afterStart);
        Later<YearCatchUp>(job => job.Run(), afterStart);
        Later<OpenAgencyYear>(job => job.Run(), afterStart);
        Later<OpenAssessments>(job => job.Run(), afterStart);
        Later<FeedScores>(job => job.Run(), afterStart * 1.5);
        Later<YearSnapshots>(job => job.Run(), afterStart * 2);
        Later<YearEvidence>(job => job.Run(), afterStart * 3);
    }

    // What is due at once doesn't wait for the scheduler's next look.
    private void Later<T>(System.Linq.Expressions.Expression<Func<T, Task>> call, TimeSpan after) =>
        _ = after == TimeSpan.Zero ? once.Enqueue(call) : once.Schedule(call, after);

    private void Every<T>(string id, string cron, System.Linq.Expressions.Expression<Func<T, Task>> call) =>
        jobs.AddOrUpdate(id, call, cron, new RecurringJobOptions { TimeZone = ShanghaiTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed });
}
