using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Surveys;

/// <summary>Gathers what a decision about a survey rests on: agency, rules, and, once it is asked for, what was counted. Looks up, decides nothing.</summary>
internal sealed class SurveyLookups(IHubDirectory directory, IRuleBook rules, ISurveyBallots ballots, IGrainFactory grains)
{
    public async ValueTask<SurveyContext> For(string key, SurveyCommand command, CommandContext context, Standing<Survey> standing)
    {
        var of = GrainKeys.SurveyOf(key);
        return rules.SurveyContextOf(directory, of, context.Actor, standing.Now, standing.State?.Host) with
        {
            OwedAnew = command is PlanSurvey && standing.State is { IsClosed: true } over && await IsOwed(of.Agency, of.Year, over),
            Enough = command is RemindTownship ? [.. (await ballots.Enough([key]))[key]] : [],
        };
    }

    // The year's grain never asks a survey's: there is nobody to wait for each other.
    private async Task<bool> IsOwed(OrganCode agency, int year, Survey over) => await grains.AgencyYear(agency, year).Get() is { State: var s } && over.IsOwedAnew(s);
}
