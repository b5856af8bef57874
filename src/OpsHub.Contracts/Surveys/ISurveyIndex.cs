using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Surveys;

/// <summary>Reads surveys from the index. A port with one implementation.</summary>
public interface ISurveyIndex
{
    /// <summary>Surveys of an agency's year, by township.</summary>
    Task<IReadOnlyList<SurveyRow>> OfAgency(OrganCode agency, int year, CancellationToken cancel = default);

    /// <summary>Surveys of a year that a township runs or whose agency it hosts; of a county or the city: all in it. By key.</summary>
    Task<IReadOnlyList<SurveyRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default);

    /// <summary>Surveys by grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, SurveyRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>Surveys whose result no year has taken yet, by key after <paramref name="after"/>, at most <paramref name="limit"/>: what the job goes through.</summary>
    Task<IReadOnlyList<SurveyRow>> Unfinished(string? after, int limit, CancellationToken cancel = default);
}
