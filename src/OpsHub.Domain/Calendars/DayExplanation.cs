namespace OpsHub.Domain.Calendars;

/// <summary>Why a day counts or does not (日期说明), in one sentence: closure, notice, weekday, or not known yet.</summary>
public static class DayExplanation
{
    /// <summary>The sentence in one language.</summary>
    /// <param name="day">The day.</param>
    /// <param name="calendar">The calendar as the county has it, or the city's own view.</param>
    /// <param name="language">Chinese or English.</param>
    public static string Of(DateOnly day, OfficialCalendar calendar, Language language) => language == Language.Zh ? Zh(day, calendar) : En(day, calendar);

    private static string Zh(DateOnly day, OfficialCalendar calendar)
    {
        var name = $"{LocalDay.Text(day)}（周{"日一二三四五六"[(int)day.DayOfWeek]}）{(calendar.IsWorkingDay(day) ? "是工作日" : "不是工作日")}";
        if (calendar.ClosureOn(day) is { } closure)
            return $"{name}：{closure.County} 临时停工（{closure.Reason}，{LocalDay.Text(closure.First)} 至 {LocalDay.Text(closure.Last)}）；本系统默认值（假定），文件未规定停工日如何计算。";
        if (calendar.Find(day) is { } arranged)
            return $"{name}：{arranged.Name}{(arranged.Kind == DayKind.Holiday ? "放假" : "调休上班")}，依据 {arranged.Notice}。";
        return calendar.Covers(day)
            ? $"{name}：放假安排未另作规定，按星期计算。日历：{calendar.Notice(day.Year) ?? $"{day.Year} 年已载入"}。"
            : $"{name}：暂定，{day.Year} 年放假安排尚未载入，按周一至周五推算，载入后重新推算。";
    }

    private static string En(DateOnly day, OfficialCalendar calendar)
    {
        var name = $"{LocalDay.Text(day)} ({day.DayOfWeek.ToString()[..3]}) is {(calendar.IsWorkingDay(day) ? "a working day" : "no working day")}";
        if (calendar.ClosureOn(day) is { } closure)
            return $"{name}: local closure of {closure.County} ({closure.Reason}, {LocalDay.Text(closure.First)} to {LocalDay.Text(closure.Last)}); our default (assumed), no text says how such days count.";
        if (calendar.Find(day) is { } arranged)
            return $"{name}: {(arranged.Kind == DayKind.Holiday ? "day off" : "make-up working day")} of {FestivalNames.English(arranged.Name)}, by {arranged.Notice}.";
        return calendar.Covers(day)
            ? $"{name}: no notice arranges it, so its weekday decides. Calendar: {calendar.Notice(day.Year) ?? $"{day.Year} is loaded"}."
            : $"{name}: provisional, the arrangement of {day.Year} is not loaded yet; counted by Monday to Friday, and again once it is.";
    }
}
