using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Surveys;

/// <summary>All that a decision about a survey rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Assessments">Rule set in force.</param>
/// <param name="Rules">Parameters of surveys in force.</param>
public sealed record SurveyContext(Actor Actor, DateTimeOffset Now, AssessmentRules Assessments, SurveyRules Rules)
{
    /// <summary>The agency as it is registered; null when there is none. For <see cref="PlanSurvey"/>.</summary>
    public AgencyFacts? Agency { get; init; }

    /// <summary>What an organ is called (名称), for refusals.</summary>
    public Func<OrganCode, string> NameOf { get; init; } = organ => organ.Value;

    /// <summary>The year waits for this township's satisfaction, though a survey is over: its result was taken back, or by the year's rules it gives none. For <see cref="PlanSurvey"/>.</summary>
    public bool OwedAnew { get; init; }

    /// <summary>What was counted. For <see cref="CloseSurvey"/>; read only after no more can be counted.</summary>
    public ImmutableList<GroupTally> Tallies { get; init; } = [];

    /// <summary>Groups that have enough answers. For <see cref="RemindTownship"/>.</summary>
    public ImmutableList<RaterGroup> Enough { get; init; } = [];
}
