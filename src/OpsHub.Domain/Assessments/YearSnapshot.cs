using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>A month or quarter of a year (考核时段): what a snapshot is taken of, once each.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="FirstMonth">Its first month, 1-12.</param>
/// <param name="Months">1 for a month, 3 for a quarter.</param>
public sealed record SnapshotPeriod(int Year, int FirstMonth, int Months)
{
    /// <summary>A month (月度).</summary>
    public static SnapshotPeriod Month(int year, int month) => new(year, month, 1);

    /// <summary>A quarter (季度), 1-4.</summary>
    public static SnapshotPeriod Quarter(int year, int quarter) => new(year, (3 * (quarter - 1)) + 1, 3);

    /// <summary>The bound that ends it: 24:00 of its last day.</summary>
    public DateTimeOffset End => LocalDay.Start(new DateOnly(Year, FirstMonth, 1).AddMonths(Months));

    /// <summary>Its name, unique in the year: 2026-03 or 2026-Q1.</summary>
    public string Name => Months == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Year}-{FirstMonth:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{((FirstMonth - 1) / 3) + 1}");

    /// <summary>All months and quarters of a year that have ended by an instant, in order of their ends: what a job that was down fills in.</summary>
    public static ImmutableList<SnapshotPeriod> Ended(int year, DateTimeOffset now) =>
        [.. Enumerable.Range(1, 12).Select(m => Month(year, m)).Concat(Enumerable.Range(1, 4).Select(q => Quarter(year, q))).Where(p => p.End <= now).OrderBy(p => p.End).ThenBy(p => p.Months)];
}

/// <summary>An agency's year as it stood at the end of a month or quarter (月度、季度快照).</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Period">Name of the period.</param>
/// <param name="At">The bound that ends it.</param>
/// <param name="Stage">Where the year stood.</param>
/// <param name="TargetsDone">Targets confirmed.</param>
/// <param name="Targets">Of how many.</param>
/// <param name="Duty">L as it stood; null while evidence was missing.</param>
/// <param name="Total">T, where it was final.</param>
/// <param name="Evidence">Totals of the trace by township, as counted then.</param>
/// <param name="Owed">What was missing, by unit.</param>
public sealed record YearSnapshot(
    OrganCode Agency, string Period, DateTimeOffset At, AgencyYearStage Stage, int TargetsDone, int Targets, decimal? Duty, decimal? Total,
    ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence, ImmutableList<OwedInput> Owed)
{
    /// <summary>The snapshot of a state that is known to be the one at the period's end.</summary>
    public static YearSnapshot Of(AgencyYear s, SnapshotPeriod period) => new(
        s.Agency, period.Name, period.End, s.Stage, s.Targets.Count(t => t.Done), s.Targets.Count, DutyEvidence.Forecast(s), s.Score?.Total, s.Evidence, AgencyYearTerms.Owed(s));

    /// <summary>The snapshot from the trace, however late it is taken: what happened from the bound on is left out, also where
    /// a step of before was entered after it. Evidence belongs to it by what it was counted through: the last day's is counted the night after. Null where the
    /// year was not open by then.</summary>
    public static YearSnapshot? From(IReadOnlyCollection<AgencyYearEvent> trace, SnapshotPeriod period)
    {
        // What is counted again later, a year's last day until it is scored, leaves the snapshot the same whenever it is taken.
        var last = trace.OfType<EvidenceRecorded>().FirstOrDefault(e => e.Through == period.End);
        var isCounted = false;
        return trace.Where(Belongs).ToList() is [YearOpened, ..] then && then.Aggregate((AgencyYear?)null, AgencyYearFold.Apply) is { } s ? Of(s, period) : null;

        bool Belongs(AgencyYearEvent happened)
        {
            if (happened is not EvidenceRecorded counted)
                return happened.At < period.End;
            var belongs = !isCounted && counted.Through <= period.End;
            isCounted |= ReferenceEquals(counted, last);
            return belongs;
        }
    }
}
