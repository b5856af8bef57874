using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What every batch carries.</summary>
internal abstract class AgencyYearBatchInput : InputType
{
    protected AgencyYearBatchInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText + " Each year's own command takes its id from this one and the year.");
        May<InstantType>("occurredAt", ConsultationInput.OccurredAtText);
    }
}

/// <summary>Scores.</summary>
internal sealed class FinaliseAgencyScoresInput : AgencyYearBatchInput
{
    public FinaliseAgencyScoresInput() : base("FinaliseAgencyScoresInput", "The performance organ finalises the scores of several years (批量核定得分). A017.") =>
        NeedsMany<IdGraphType>("yearIds", "1 to 100 global ids of agencies' years, each once.");
}

/// <summary>Grades.</summary>
internal sealed class GradeAgenciesInput : AgencyYearBatchInput
{
    public GradeAgenciesInput() : base("GradeAgenciesInput", "Grades of several agencies (批量评定机构等次). A033.") => NeedsMany<YearGradeInput>("grades", "1 to 100 years with their grades, each once.");
}

/// <summary>A year's grade.</summary>
internal sealed class YearGradeInput : InputType
{
    public YearGradeInput() : base("YearGradeInput", "The grade of an agency's year (机构等次). A033.")
    {
        Needs<IdGraphType>("yearId", "Global id of the agency's year.");
        May<AssessmentGradeType>("grade", "The grade; refused without (等次).");
    }
}

/// <summary>What a batch brought for one year.</summary>
internal sealed class AgencyYearBatchResultType : Described<AgencyYearBatchResult>
{
    public AgencyYearBatchResultType() : base("AgencyYearBatchResult", "What a batch brought for one year (逐个结果).")
    {
        One<IdGraphType>("yearId", "The year as it was asked for.", r => r.YearId);
        One<BooleanGraphType>("done", "True when it was carried out, now or before (已办理).", r => r.Payload.Accepted);
        One<AgencyYearPayloadType>("outcome", "The same as the single step would bring (办理结果).", r => r.Payload);
    }
}

/// <summary>What a batch brought.</summary>
internal sealed class AgencyYearBatchPayloadType : Described<AgencyYearBatchPayload>
{
    public AgencyYearBatchPayloadType() : base("AgencyYearBatchPayload", "What a batch brought (批量办理结果): a result for each year, in the order asked; a refusal of one holds up no other.")
    {
        Many<AgencyYearBatchResultType>("results", "One for each year (逐个结果); empty when the batch itself was refused.", p => p.Results).WithAssumedSize(20);
        One<IntGraphType>("done", "How many were carried out, now or before (已办理数).", p => p.Results.Count(r => r.Payload.Accepted));
        One<IntGraphType>("refused", "How many were refused (未办理数).", p => p.Results.Count(r => !r.Payload.Accepted));
        Many<CommandErrorInterface>("errors", "Why the batch itself was refused, nothing of it was carried out then; empty otherwise.", p => p.Errors);
    }
}
