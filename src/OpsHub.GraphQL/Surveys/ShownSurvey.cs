using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Surveys;

namespace OpsHub.GraphQL.Surveys;

/// <summary>A survey that the viewer may read: where it is the agency that is rated, only once it is closed.</summary>
internal sealed record ShownSurvey(string Key, Survey State, long Length, SurveyReading Reading)
{
    /// <summary>The survey as the actor sees it; null where that is nothing.</summary>
    public static ShownSurvey? Of(Actor actor, string key, Survey? state, long length) =>
        state is not null && SurveyAccess.Sees(actor, state) ? new(key, state, length, SurveyAccess.Reads(actor, state)) : null;

    public static ShownSurvey? Of(Actor actor, SurveyRow row) => Of(actor, row.Key, row.State, row.Length);
}
