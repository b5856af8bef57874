using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Surveys;

/// <summary>Gathers what a decision about a survey rests on: agency, rules, and, once it is asked for, what was counted. Looks up, decides nothing.</summary>
internal sealed class SurveyLookups(IHubDirectory directory, IRuleBook rules, ISurveyBallots ballots, IGrainFactory grains)
{
    public async ValueTask<SurveyContext> For(string key, SurveyCommand command, CommandContext context, Standing<Survey> standing)
    {
        var (agency, year, _) = GrainKeys.SurveyOf(key);
        var (today, county) = (LocalDay.Of(standing.Now), (standing.State?.Host ?? agency.Unit).CountyByCode);
        var row = command is PlanSurvey ? directory.Agency(agency) : null;
        return new(
            // The day by which the year takes its rule set: the least number of answers is the same on both sides.
            context.Actor, standing.Now, rules.On(AssessmentRules.DayFor(year, today), county).Assessments, rules.On(today, county).Surveys)
        {
            Agency = row is null ? null : new AgencyFacts(row.Code, row.Department, row.Host, row.Served),
            NameOf = directory.NameOf,
            OwedAnew = command is PlanSurvey && standing.State is { IsClosed: true } over && await IsOwed(agency, year, over),
            Enough = command is RemindTownship ? [.. (await ballots.Enough([key]))[key]] : [],
        };
    }

    // The year's grain never asks a survey's: there is nobody to wait for each other.
    // A closed one whose result is good is delivered, not held again.
    private async Task<bool> IsOwed(OrganCode agency, int year, Survey over) =>
        await grains.AgencyYear(agency, year).Get() is { State: { Stage: AgencyYearStage.Assessing } s } && !s.Surveys.ContainsKey(over.Township)
        && (over.Stage == SurveyStage.Delivered || Satisfaction.Of(over.Tallies, s.Rules) is null);
}
