using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>What the yearly notice makes of a day that would otherwise follow its weekday.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
public enum DayKind
{
    /// <summary>Day off (放假).</summary>
    Holiday,

    /// <summary>Make-up working day (调休上班): a Saturday or Sunday that is worked.</summary>
    MakeupWorkday,
}

/// <summary>Arranged day (节假日安排): one row of the State Council General Office's yearly notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Day off or make-up working day.</param>
/// <param name="Name">The festival it belongs to (节日).</param>
/// <param name="ArrangementYear">The notice's year; late December may belong to the next year's notice.</param>
/// <param name="Notice">The notice's number (文号).</param>
public sealed record OfficialDay(DateOnly Date, DayKind Kind, string Name, int ArrangementYear, string Notice);

/// <summary>A row of a calendar that does not hold (日历数据错误), with its line where it came from a file.</summary>
/// <param name="Line">Line in the file, counted from 1; 0 where the rows came from no file.</param>
/// <param name="Rule">Stable code of the broken rule, such as <c>CALENDAR_DAY_TWICE</c>.</param>
/// <param name="Zh">What is wrong and what to do, in Chinese.</param>
/// <param name="Message">The same in English.</param>
public sealed record CalendarProblem(int Line, string Rule, string Zh, string Message);
