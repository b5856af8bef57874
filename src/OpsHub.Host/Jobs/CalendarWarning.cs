using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Jobs;

/// <summary>CalendarMissingWarning (日历缺失提醒): every morning from 1 November on, and at every start, while next year's official calendar is not loaded.
/// The health page and the metrics say so at any time. Part 5.3, resolution 6.</summary>
internal sealed partial class CalendarWarning(IRuleBook rules, HubClock clock, ILogger<CalendarWarning> logger)
{
    /// <summary>Name of the schedule.</summary>
    public const string Job = "calendar-missing";

    public Task Run()
    {
        if (CalendarCoverage.Missing(rules.Versions.Calendar, LocalDay.Of(clock.Now)) is { } year)
            Missing(logger, year);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "{Year} 年官方日历尚未载入：跨入该年的期限按周一至周五推算，标为暂定。请用 loadCalendar 或 import --calendar 载入 / "
        + "The official calendar of {Year} is not loaded: terms that reach into it are provisional. Load it with loadCalendar or import --calendar")]
    private static partial void Missing(ILogger logger, int year);
}
