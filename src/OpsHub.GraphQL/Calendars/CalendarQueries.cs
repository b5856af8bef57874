using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Calendars;

/// <summary>Root queries for time.</summary>
internal sealed class CalendarQueries(HubClock clock, IRuleBook rules) : IRootFields<HubQuery>
{
    public void AddTo(HubQuery query)
    {
        query.AskOne<InstantType>("serverTime", "The hub's clock, which terms are judged by (系统时间).", (_, _) => new(clock.Now));
        query.AskOne<CalendarDayType>("today", "Today by the official calendar (今日).",
            (_, _) => new(new CalendarDay(LocalDay.Of(clock.Now), rules.Versions.Calendar)));
    }
}
