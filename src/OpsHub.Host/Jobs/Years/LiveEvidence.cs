using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Jobs.Years;

/// <summary>LiveEvidence (佐证实时汇总): every few minutes (parameter <c>EvidenceEvery</c>): the evidence of agencies whose cases changed, or fell due, is counted up to now. What the night
/// counts is the same; it also finds what was entered with a past instant. Years past their scoring stay as they are. A004, A022, A023.</summary>
internal sealed class LiveEvidence(YearRounds rounds, YearEvidence evidence, YearSnapshots snapshots, IEvidenceNews news, IAgencyYearIndex index, IRuleBook rules, HubClock clock)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "live-evidence";

    // By then what was decided has reached the index, in another process too.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private DateTimeOffset? _counted;
    private int _running;

    public async Task Run()
    {
        var (now, today) = (clock.Now, rounds.Today);
        // In a day's first minutes the day before has not settled.
        if (LocalDay.Of(now) != today || now - _counted < TimeSpan.FromMinutes(rules.Current.Assessments.EvidenceEvery) || Interlocked.Exchange(ref _running, 1) == 1)
            return;
        try
        {
            var changed = await news.Changed((_counted ?? LocalDay.Start(today)) - Overlap, now);
            var rows = new List<AgencyYearRow>();
            foreach (var agency in changed)
                rows.AddRange((await index.OfAgency(agency)).Where(row => row.Stage == AgencyYearStage.Assessing || YearRounds.Running.Contains(row.Stage)));
            await rounds.Each(Job, rows, row => Follow(row, today));
            _counted = now;
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    // A period that ended is taken first, and midnight's own figures: they could not be told from today's any more.
    private async Task<bool> Follow(AgencyYearRow row, DateOnly today) => YearEvidence.HasToday(row, today)
        ? await evidence.Follow(row)
        : await snapshots.Take(row, LocalDay.Start(today)) | await evidence.Record(row, today) | await evidence.Follow(row);
}
