using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Mandates;

/// <summary>Recording an assessment.</summary>
internal sealed class RecordAssessmentInput : MandateInput
{
    public RecordAssessmentInput() : base("RecordAssessmentInput", "The result of a yearly assessment, or its revision (登记年度考评结果); a late one is taken and marked. R038.")
    {
        Needs<StringGraphType>("target", "Code of the community, township or department (考评对象), e.g. `430203001001`, `430203:D12`.");
        Needs<IntGraphType>("year", "The year of the task (年度).");
        Needs<DecimalType>("score", "Score, 0 to 100, at most four decimals (得分).");
        Needs<DecimalType>("satisfaction", "Satisfaction of the masses, 0 to 100, at most four decimals (群众满意度). R039.");
        May<StringGraphType>("reason", "Why it is revised, at most 500 characters (修订理由); required then.");
    }
}

/// <summary>Leaving a target out.</summary>
internal sealed class ExcludeFromAssessmentInput : MandateInput
{
    public ExcludeFromAssessmentInput() : base("ExcludeFromAssessmentInput", "A target is not assessed this year (不纳入年度考评), such as a department that the county has not. R038.")
    {
        Needs<StringGraphType>("target", "Code of the community, township or department (考评对象).");
        Needs<IntGraphType>("year", "The year of the task (年度).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由); no names of persons.");
    }
}
