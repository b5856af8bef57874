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
        var (agency, year, township) = GrainKeys.SurveyOf(key);
        var book = rules.On(LocalDay.Of(standing.Now), township.At(UnitLevel.County));
        var row = command is PlanSurvey ? directory.Agency(agency) : null;
        return new(context.Actor, standing.Now, book.Assessments, book.Surveys)
        {
            Agency = row is null ? null : new AgencyFacts(row.Code, row.Department, row.Host, row.Served),
            OwedAnew = command is PlanSurvey && standing.State?.Stage == SurveyStage.Delivered && await IsOwed(agency, year, township),
            Enough = command is RemindTownship ? [.. (await ballots.Enough([key]))[key]] : [],
        };
    }

    // The year's grain never asks a survey's: there is nobody to wait for each other.
    private async Task<bool> IsOwed(OrganCode agency, int year, UnitCode township) =>
        await grains.AgencyYear(agency, year).Get() is { State: { Stage: AgencyYearStage.Assessing } s } && !s.Surveys.ContainsKey(township);
}
