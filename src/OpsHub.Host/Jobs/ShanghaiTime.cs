using Hangfire;
using OpsHub.Domain.Calendars;

namespace OpsHub.Host.Jobs;

/// <summary>Asia/Shanghai for the job schedules, also where the system has no time-zone data.</summary>
internal sealed class ShanghaiTime : ITimeZoneResolver
{
    private const string Id = "Asia/Shanghai";

    /// <summary>The zone: +08:00 the year round.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(Id, LocalDay.Offset, Id, Id);

    public TimeZoneInfo GetTimeZoneById(string timeZoneId) => timeZoneId == Id ? Zone : TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
}
