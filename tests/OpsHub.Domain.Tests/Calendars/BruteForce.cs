using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>
/// The same answers by the dumbest walk there is, day by day and minute by minute, sharing nothing with the code under test:
/// its own reading of the calendar file and its own idea of what a suspension leaves out.
/// </summary>
internal static class BruteForce
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly Dictionary<string, string> Kinds =
        Given.Seed("cn_calendar_2018_2026.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[1]);

    /// <summary>The end of the n-th day after the opening day that qualifies and that no suspension touches.</summary>
    public static DateTimeOffset DueByDays(DateTimeOffset opened, int days, bool workingOnly, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> suspensions)
    {
        var day = LocalMidnight(opened);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            var next = day.AddDays(1);
            var touched = suspensions.Any(pause => pause.From < next && pause.To >= day);
            if (!touched && (!workingOnly || IsWorkingDay(day)))
                left--;
        }
        return day.AddDays(1);
    }

    /// <summary>The end of the n-th minute that counts.</summary>
    public static DateTimeOffset DueByMinutes(DateTimeOffset opened, int minutes, bool workingOnly, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> suspensions)
    {
        var minute = opened;
        for (var left = minutes; left > 0; minute = minute.AddMinutes(1))
        {
            var suspended = suspensions.Any(pause => pause.From <= minute && minute < pause.To);
            if (!suspended && (!workingOnly || IsWorked(minute)))
                left--;
        }
        return minute;
    }

    public static bool IsWorkingDay(DateTimeOffset at)
    {
        var local = at.ToOffset(Shanghai);
        return Kinds.GetValueOrDefault($"{local:yyyy-MM-dd}") switch
        {
            "holiday" => false,
            "makeup-workday" => true,
            _ => local.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday,
        };
    }

    private static bool IsWorked(DateTimeOffset at) =>
        at.ToOffset(Shanghai).Hour is (>= 9 and < 12) or (>= 13 and < 18) && IsWorkingDay(at);

    private static DateTimeOffset LocalMidnight(DateTimeOffset at) => new(at.ToOffset(Shanghai).Date, Shanghai);
}
