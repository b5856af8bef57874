using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Surveys;

/// <summary>What a survey's schedule asks for (测评日程). Read at any time, also long after: nothing depends on a job having run.</summary>
public static class SurveySchedule
{
    /// <summary>The next thing to be done by the hub, or null. After closing that is the delivery, which the year decides on.</summary>
    public static SurveyCommand? Due(Survey s, DateTimeOffset now, SurveyRules rules) => s.Stage switch
    {
        SurveyStage.Planned or SurveyStage.Open when now >= s.ClosesAt => new CloseSurvey(),
        SurveyStage.Planned when now >= s.OpensAt => new OpenSurvey(),
        SurveyStage.Open when Passed(s, now, rules) > s.Reminded => new RemindTownship(),
        _ => null,
    };

    /// <summary>How many reminders have come due.</summary>
    public static int Passed(Survey s, DateTimeOffset now, SurveyRules rules) =>
        rules.Reminders.Select(days => s.ClosesAt.AddDays(-days)).Where(at => at > s.OpensAt).Count(at => at <= now);

    /// <summary>From this instant on the hub plans the survey of a year by itself.</summary>
    public static DateTimeOffset PlansFrom(int year, SurveyRules rules) => LocalDay.Start(rules.Opens.In(year)).AddDays(-rules.PlanAhead);

    /// <summary>The default window: the ordinary one as far as it lies ahead, otherwise some days from today.</summary>
    public static (DateOnly Opens, DateOnly Closes) Window(int year, DateOnly today, SurveyRules rules)
    {
        var (opens, closes) = (rules.Opens.In(year), rules.Closes.In(year));
        var first = opens > today ? opens : today;
        return (first, closes > first ? closes : first.AddDays(rules.LateDays - 1));
    }

    /// <summary>True where the year may be ready to take the result: it is over.</summary>
    public static bool MayDeliver(Survey s, DateTimeOffset now) => s is { Stage: SurveyStage.Closed, Tallies.IsEmpty: false } && LocalDay.Of(now).Year > s.Year;
}
