using GraphQL.Types;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Surveys;

/// <summary>What every command to a survey carries.</summary>
internal abstract class SurveyInput : InputType
{
    protected SurveyInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }

    protected void OfSurvey() => Needs<IdGraphType>("surveyId", "Global id of the survey (测评).");
}

/// <summary>Planning.</summary>
internal sealed class PlanSurveyInput : SurveyInput
{
    public PlanSurveyInput() : base("PlanSurveyInput", "Planning a survey of an agency's year in one township (安排测评). A024; the same again where too few answered, or its result was taken back.")
    {
        Needs<StringGraphType>("agency", "Code of the agency that is rated, e.g. `430203001-D12`.");
        Needs<IntGraphType>("year", "The calendar year that it is rated for: this one or the last.");
        Needs<StringGraphType>("township", "Code of the township that runs it, 9 digits: the actor's own, served by the agency.");
        May<DayType>("opens", "First day (开始日), not in the past. Left out: parameter SurveyOpens, assumed 1 December.");
        May<DayType>("closes", "Last day (截止日), to 24:00. Left out: parameter SurveyCloses, assumed 31 December.");
    }
}

/// <summary>Issuing.</summary>
internal sealed class IssueSurveyTokensInput : SurveyInput
{
    public IssueSurveyTokensInput() : base("IssueSurveyTokensInput", "Issuing one-time tokens to a rater group (发放测评码): a count, never a name. A024.")
    {
        OfSurvey();
        Needs<RaterGroupType>("group", "The group (测评主体).");
        Needs<IntGraphType>("count", "How many, 1 to 300 at a time, 5,000 a group in all.");
    }
}

/// <summary>Extending.</summary>
internal sealed class ExtendSurveyInput : SurveyInput
{
    public ExtendSurveyInput() : base("ExtendSurveyInput", "Extending a survey, once (延长测评). SURVEY_EXTENDED for a second time.")
    {
        OfSurvey();
        Needs<DayType>("until", "The new last day, to 24:00; by at most SurveyMaxExtension days, assumed 31.");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Closing.</summary>
internal sealed class CloseSurveyInput : SurveyInput
{
    public CloseSurveyInput() : base("CloseSurveyInput", "Closing a survey before its time (提前结束测评). By itself it closes when its time is over.")
    {
        OfSurvey();
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}
