using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Folds contributions into a summary, and reads a summary at an instant. Pure.</summary>
public static class SummaryFold
{
    /// <summary>Where past due minutes are gathered: all of them are overdue, whatever the minute was.</summary>
    public const long PastMinute = 1;

    /// <summary>How many hours of arrivals and closings a summary keeps.</summary>
    public const int HoursKept = 48;

    /// <summary>How many days of closings a summary keeps: 30 whole days and today.</summary>
    public const int DaysKept = 31;

    /// <summary>Minutes since 1970 of an instant, rounded up, as due instants are.</summary>
    public static long MinuteOf(DateTimeOffset instant) => (instant.ToUnixTimeSeconds() + 59) / 60;

    /// <summary>Whole minutes since 1970 that have begun.</summary>
    public static long MinuteNow(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;

    /// <summary>Whole hours since 1970.</summary>
    public static long HourOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 3600;

    /// <summary>Local day number in Asia/Shanghai of an instant.</summary>
    public static long DayOf(DateTimeOffset instant) => LocalDay.Of(instant).DayNumber;

    /// <summary>The summary of some contributions, as read at <paramref name="now"/>: what is too old to matter is left out.</summary>
    public static UnitSummary Of(IEnumerable<CaseContribution> contributions, DateTimeOffset now)
    {
        List<KeyValuePair<long, int>> stages = [], due = [], reported = [], closedHours = [], closedDays = [], onTimeDays = [], dueDone = [];
        var categories = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int emergencies = 0, urged = 0, reopened = 0, provisional = 0;
        foreach (var c in contributions)
        {
            reported.Add(new(c.ReportedHour, 1));
            if (c is { FedBack: true, HandlingDueDay: > 0 })
                dueDone.Add(new(c.HandlingDueDay, 1));
            if (c.Stage.IsOpen())
            {
                stages.Add(new((long)c.Stage, 1));
                if (c.DueMinute > 0)
                    due.Add(new(c.DueMinute, 1));
                categories[c.Category] = categories.GetValueOrDefault(c.Category) + 1;
                emergencies += c.Emergency ? 1 : 0;
                urged += c.UrgedLevel > 0 ? 1 : 0;
                reopened += c.Reopened ? 1 : 0;
                provisional += c.Provisional ? 1 : 0;
            }
            else if (c.ClosedHour > 0)
            {
                closedHours.Add(new(c.ClosedHour, 1));
                var day = DayOf(DateTimeOffset.FromUnixTimeSeconds(c.ClosedHour * 3600));
                closedDays.Add(new(day, 1));
                if (c.OnTime == true)
                    onTimeDays.Add(new(day, 1));
            }
        }

        return Trim(new UnitSummary
        {
            ByStage = Buckets.From(stages),
            DueMinutes = Buckets.From(due),
            ReportedHours = Buckets.From(reported),
            ClosedHours = Buckets.From(closedHours),
            ClosedDays = Buckets.From(closedDays),
            OnTimeDays = Buckets.From(onTimeDays),
            DueDoneDays = Buckets.From(dueDone),
            ByCategory = categories.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Emergencies = emergencies,
            Urged = urged,
            Reopened = reopened,
            Provisional = provisional,
        }, now);
    }

    /// <summary>Without what is too old, and with past due minutes gathered under <see cref="PastMinute"/>.</summary>
    public static UnitSummary Trim(UnitSummary s, DateTimeOffset now)
    {
        var firstHour = HourOf(now) - HoursKept;
        var firstDay = DayOf(now) - DaysKept + 1;
        return s with
        {
            DueMinutes = s.DueMinutes.GatherThrough(MinuteNow(now), PastMinute),
            ReportedHours = s.ReportedHours.DropBelow(firstHour),
            ClosedHours = s.ClosedHours.DropBelow(firstHour),
            ClosedDays = s.ClosedDays.DropBelow(firstDay),
            OnTimeDays = s.OnTimeDays.DropBelow(firstDay),
            DueDoneDays = s.DueDoneDays.DropBelow(DayOf(now) - 1),
            Consultations = ConsultationFiguresFold.Trim(s.Consultations, now),
        };
    }

    /// <summary>What a summary says at an instant.</summary>
    public static SummaryReading Read(UnitSummary s, DateTimeOffset now)
    {
        var today = DayOf(now);
        var midnight = MinuteNow(LocalDay.End(DateOnly.FromDayNumber((int)today)));
        var firstHourToday = midnight / 60 - 24;
        var nowMinute = MinuteNow(now);
        var open = s.ByStage.Sum();
        var overdue = s.DueMinutes.Sum(to: nowMinute);
        return new SummaryReading
        {
            Open = open,
            Overdue = overdue,
            DueToday = s.DueMinutes.Sum(nowMinute + 1, midnight),
            DueTodayDone = s.DueDoneDays.At(today),
            DueWithinHour = s.DueMinutes.Sum(nowMinute + 1, nowMinute + 60),
            ReportedToday = s.ReportedHours.Sum(firstHourToday),
            ReportedLastHour = s.ReportedHours.Sum(HourOf(now)),
            ClosedToday = s.ClosedDays.At(today),
            Closed30Days = s.ClosedDays.Sum(today - 30),
            OnTime30Days = s.OnTimeDays.Sum(today - 30),
            Emergencies = s.Emergencies,
            Urged = s.Urged,
            Reopened = s.Reopened,
            Provisional = s.Provisional,
            ByStage = s.ByStage,
            ByCategory = s.ByCategory,
        };
    }
}

/// <summary>A summary read at an instant (截至): what walls show.</summary>
public sealed record SummaryReading
{
    /// <summary>Open cases (在办).</summary>
    public required int Open { get; init; }

    /// <summary>Open cases whose nearest term has passed (超期). A subset of open.</summary>
    public required int Overdue { get; init; }

    /// <summary>Open cases whose nearest term falls due later today, until 24:00 (今日到期、余).</summary>
    public required int DueToday { get; init; }

    /// <summary>Cases whose handling term falls due today and is already done (今日到期、已办).</summary>
    public required int DueTodayDone { get; init; }

    /// <summary>Open cases that fall due within the next 60 minutes (一小时内到期).</summary>
    public required int DueWithinHour { get; init; }

    /// <summary>Cases reported today (今日新增).</summary>
    public required int ReportedToday { get; init; }

    /// <summary>Cases reported since the last full hour (本小时新增).</summary>
    public required int ReportedLastHour { get; init; }

    /// <summary>Cases closed today (今日结案).</summary>
    public required int ClosedToday { get; init; }

    /// <summary>Cases closed within the last 30 days and today.</summary>
    public required int Closed30Days { get; init; }

    /// <summary>Of those, the ones whose handling term was kept (按期办结).</summary>
    public required int OnTime30Days { get; init; }

    /// <summary>Open emergencies (紧急).</summary>
    public required int Emergencies { get; init; }

    /// <summary>Open cases under urging (督办中).</summary>
    public required int Urged { get; init; }

    /// <summary>Open cases that were reopened (重开).</summary>
    public required int Reopened { get; init; }

    /// <summary>Open cases whose nearest due instant is provisional (暂定).</summary>
    public required int Provisional { get; init; }

    /// <summary>Open cases by number of the stage.</summary>
    public required Buckets ByStage { get; init; }

    /// <summary>Open cases by first-level category.</summary>
    public required ImmutableSortedDictionary<string, int> ByCategory { get; init; }
}
