using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Rules;

/// <summary>Which calendars are taken, and which closures (日历与停工规则). Resolution 6; closures are assumed, no text covers them.</summary>
internal static class CalendarDecisions
{
    private const int LongestClosure = 30;
    private const int MostRows = 366;

    internal static Refusal? Load(int year, ImmutableList<OfficialDay> days, bool amends, RuleFacts facts)
    {
        if (year < 2018 || year > facts.Today.Year + 2)
            return Input("year", $"年份应在 2018 至 {facts.Today.Year + 2} 之间", $"The year lies between 2018 and {facts.Today.Year + 2}");
        if (facts.Versions.Calendar.Years.Contains(year) != amends)
        {
            return amends
                ? new("CALENDAR_NOT_LOADED", "C035", "二(四)2", "year", $"{year} 年日历尚未载入，无从修订", $"The calendar of {year} is not loaded yet, so there is nothing to amend")
                : new("CALENDAR_LOADED", "C035", "二(四)2", "year", $"{year} 年日历已载入，如有调整请修订", $"The calendar of {year} is loaded already; amend it where it changed");
        }

        if (days.Count > MostRows || days.Find(d => d.ArrangementYear != year) is not null)
            return Input("days", $"只能包含 {year} 年安排的日期", $"Only days that are arranged for {year} belong here");
        if (days.Select(d => RuleRefusals.Text("name", d.Name, 40) ?? RuleRefusals.Text("notice", d.Notice, 100)).FirstOrDefault(r => r is not null) is { } bad)
            return bad;
        // Late December may be arranged by the next year's notice as well: no day may be arranged twice.
        var kept = facts.Versions.Calendar.Rows.Where(row => row.ArrangementYear != year);
        return CalendarRows.Problems(kept.Concat(days).Select(day => (0, day))) is [var problem, ..]
            ? new(problem.Rule, "C035", "二(四)2", "days", $"日历数据有误：{problem.Zh}", problem.Message)
            : null;
    }

    internal static Refusal? Close(AddLocalClosure c, RuleFacts facts)
    {
        if (RuleDecisions.County(c.County, facts) is { } unknown)
            return unknown;
        var today = LocalDay.Of(facts.Now);
        if (c.First < today)
            return Input("first", $"停工须在当日或之前发布，不能早于 {LocalDay.Text(today)}", $"A closure is announced before its day or on it, so not before {LocalDay.Text(today)}");
        if (c.Last < c.First || c.Last.DayNumber - c.First.DayNumber >= LongestClosure)
            return Input("last", $"一次停工 1 至 {LongestClosure} 天", $"A closure lasts 1 to {LongestClosure} days");
        return facts.Versions.Calendar.Closures.Find(o => o.County == c.County.Value && o.First <= c.Last && o.Last >= c.First) is { } other
            ? new(RefusalCodes.Conflict, "C035", "二(四)2", "first", $"与已发布的停工（{LocalDay.Text(other.First)} 至 {LocalDay.Text(other.Last)}）重叠", $"It overlaps the closure of {LocalDay.Text(other.First)} to {LocalDay.Text(other.Last)}")
            : null;
    }

    internal static Refusal? End(EndLocalClosure c, RuleFacts facts)
    {
        if (facts.Versions.Calendar.Closures.Find(o => o.Id == c.Closure && o.County == c.County.Value) is not { } closure)
            return new(RefusalCodes.NotFound, "C035", "二(四)2", "closure", $"没有停工 {c.Closure}", $"There is no closure {c.Closure}");
        var today = LocalDay.Of(facts.Now);
        // A day that has begun was closed for everyone who looked: only days still ahead are given back.
        return c.LastDay >= closure.Last || (c.LastDay < today && closure.First <= today) || c.LastDay < closure.First.AddDays(-1)
            ? Input("lastDay", "只能缩短，已开始的停工日不能取消", "A closure can only become shorter, and days that have begun stay closed")
            : null;
    }

    private static Refusal Input(string field, string zh, string en) => new(RefusalCodes.InvalidInput, "C035", "二(四)2", field, zh, en);
}
