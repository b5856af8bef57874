using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Every two seconds: whether another calendar came. While none did, it looks no further than memory.</summary>
internal sealed partial class CalendarSweepLoop(CalendarSweep sweep, StartupState state, HubClock clock, ILogger<CalendarSweepLoop> logger) : SweepLoop(TimeSpan.FromSeconds(2), sweep.Run, state, clock)
{
    [LoggerMessage(LogLevel.Information, "日历已更新，{Moved} 件案件、协商和年度考核的期限已重新推算 / The calendar changed: the terms of {Moved} cases, consultations and agencies' years were counted again")]
    protected override partial void Moved(int moved);

    [LoggerMessage(LogLevel.Warning, "Terms could not all be counted again by the new calendar; it goes on in seconds from where it stopped")]
    protected override partial void Failed(Exception error);
}
