using System.Collections.Immutable;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Surveys;

/// <summary>Surveys for those who may read them. What may not be read answers as if it weren't there.</summary>
internal sealed class SurveyReader(IGrainFactory grains, ISurveyBallots ballots)
{
    /// <summary>A survey as it stands now; null when there is none that the viewer may read.</summary>
    public async Task<ShownSurvey?> Find(Viewer viewer, string key) =>
        GrainKeys.IsSurvey(key) && await grains.Survey(key).Get().ConfigureAwait(false) is { } view ? ShownSurvey.Of(viewer.Actor, key, view.State, view.Length) : null;

    /// <summary>Its groups: before it is closed only whether their answers are enough, asked of all surveys of a query at once.</summary>
    public object Groups(IResolveFieldContext context, ShownSurvey survey) => survey.State.IsClosed
        ? SurveyGroup.Closed(survey.State)
        : context.RequestServices!.GetRequiredService<Batches>().Load<string, ImmutableList<RaterGroup>>("survey answers", survey.Key, Enough)
            .Then(enough => SurveyGroup.Running(survey.State, enough ?? []));

    private async Task<IReadOnlyDictionary<string, ImmutableList<RaterGroup>>> Enough(IReadOnlyCollection<string> keys) =>
        (await ballots.Enough(keys).ConfigureAwait(false)).ToDictionary(g => g.Key, g => g.ToImmutableList());
}
