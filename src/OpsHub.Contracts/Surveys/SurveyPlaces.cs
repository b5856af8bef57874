using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.Contracts.Surveys;

/// <summary>What a decision about a survey rests on wherever it is asked: the agency as it is registered now, and the rules in force.</summary>
public static class SurveyPlaces
{
    /// <summary>Actor, instant, agency and rules; what was counted and what the year waits for is not looked up.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="directory">The agencies.</param>
    /// <param name="of">Which survey: agency, year, township.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="now">When.</param>
    /// <param name="host">Host as the survey has it; the agency's own unit before there is one.</param>
    public static SurveyContext SurveyContextOf(this IRuleBook rules, IHubDirectory directory, (OrganCode Agency, int Year, UnitCode Township) of, Actor actor, DateTimeOffset now, UnitCode? host = null)
    {
        var (today, county) = (LocalDay.Of(now), (host ?? of.Agency.Unit).CountyByCode);
        // The day by which the year takes its rule set: the least number of answers is the same on both sides.
        return new(actor, now, rules.On(AssessmentRules.DayFor(of.Year, today), county).Assessments, rules.On(today, county).Surveys)
        {
            Agency = directory.Agency(of.Agency) is { } row ? new AgencyFacts(row.Code, row.Department, row.Host, row.Served) : null,
            NameOf = directory.NameOf,
        };
    }
}
