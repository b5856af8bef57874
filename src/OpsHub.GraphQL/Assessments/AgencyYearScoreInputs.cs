using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Adjustment.</summary>
internal sealed class AdjustComponentInput : AgencyYearInput
{
    public AdjustComponentInput() : base("AdjustComponentInput", "A component of L set by hand (人工调整): the computed value stays beside it. A018.")
    {
        May<DutyComponentType>("component", "The component; refused without (考核内容).");
        Needs<DecimalType>("value", "0 to 100, at most four decimals (分数).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
        May<StringGraphType>("withoutLetter", "Why annual targets are scored although no letter was signed; required then, at most 500 characters. A041.");
    }
}

/// <summary>Adjustment taken back.</summary>
internal sealed class WithdrawAdjustmentInput : AgencyYearInput
{
    public WithdrawAdjustmentInput() : base("WithdrawAdjustmentInput", "A component's adjustment is taken back (撤回人工调整): what the evidence gives holds again, the former value stays visible. A018.")
    {
        May<DutyComponentType>("component", "The component; refused without (考核内容).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>L.</summary>
internal sealed class SubmitDutyScoreInput : AgencyYearInput
{
    public SubmitDutyScoreInput() : base("SubmitDutyScoreInput", "A served township submits its duty score, once (提交属地职责评分). A018: the four components as computed or adjusted.") =>
        May<StringGraphType>("withoutLetter", "Why L is given although no letter was signed; required then, at most 500 characters. A041.");
}

/// <summary>D.</summary>
internal sealed class SubmitStatutoryScoreInput : AgencyYearInput
{
    public SubmitStatutoryScoreInput() : base("SubmitStatutoryScoreInput", "The department scores the statutory duty, once (提交法定职责评分). A019.")
    {
        Needs<DecimalType>("value", "0 to 100, at most four decimals (分数).");
        May<StringGraphType>("note", "At most 1,000 characters (说明).");
    }
}

/// <summary>Aggregation.</summary>
internal sealed class AggregateTownshipPartInput() : AgencyYearInput("AggregateTownshipPartInput", "The host aggregates the townships' part (汇总乡镇部分). A027; one missing township blocks.");

/// <summary>Score.</summary>
internal sealed class FinaliseAgencyScoreInput() : AgencyYearInput("FinaliseAgencyScoreInput", "The performance organ finalises the score (核定得分). A017; both sides or no score.");

/// <summary>Agency's grade.</summary>
internal sealed class GradeAgencyInput : AgencyYearInput
{
    public GradeAgencyInput() : base("GradeAgencyInput", "The agency's grade (评定机构等次). A033.") => May<AssessmentGradeType>("grade", "The grade; refused without (等次).");
}

/// <summary>Head's grade.</summary>
internal sealed class GradeAgencyHeadInput : AgencyYearInput
{
    public GradeAgencyHeadInput() : base("GradeAgencyHeadInput", "The head's grade (评定负责人等次). A035, A044; never Excellent unless the agency is.") =>
        May<AssessmentGradeType>("grade", "The grade; refused without (等次).");
}

/// <summary>Publication.</summary>
internal sealed class PublishAgencyResultInput : AgencyYearInput
{
    public PublishAgencyResultInput() : base("PublishAgencyResultInput", "Publication of a shared result (公布考核结果). R044.") => Needs<StringGraphType>("where", "Where it was posted, 1 to 200 characters (公布地点).");
}

/// <summary>A line.</summary>
internal sealed class AppealLineInput : InputType
{
    public AppealLineInput() : base("AppealLineInput", "A line of the score (评分项).")
    {
        Needs<AppealLineKindType>("line", "Which line (评分项).");
        May<StringGraphType>("township", "Code of the township whose line it is; for DUTY and SATISFACTION (乡镇、街道).");
        May<DutyComponentType>("component", "One component of L alone; for DUTY (考核内容).");
    }
}

/// <summary>Revision.</summary>
internal sealed class ReviseAgencyResultInput : AgencyYearInput
{
    public ReviseAgencyResultInput() : base("ReviseAgencyResultInput", "A revision (修订结果): former values are kept, what follows is done again; not once it is shared. A028.")
    {
        Needs<StringGraphType>("reason", "Why, 1 to 1,000 characters (理由).");
        MayMany<AppealLineInput>("lines", "Lines L, S, D that are to be given anew (重新评分的项目); without any the inputs stand.");
    }
}

/// <summary>Appeal.</summary>
internal sealed class AppealScoreInput : AgencyYearInput
{
    public AppealScoreInput() : base("AppealScoreInput", "The agency contests a line (申诉), once, within the term. A028.")
    {
        Needs<AppealLineInput>("line", "Which line (申诉项目).");
        Needs<StringGraphType>("text", "Why, 1 to 2,000 characters (内容); no names of persons.");
        NeedsMany<StringGraphType>("evidence", "1 to 20 references, each 1 to 200 characters (佐证).");
    }
}

/// <summary>Answer.</summary>
internal sealed class AnswerAppealInput : AgencyYearInput
{
    public AnswerAppealInput() : base("AnswerAppealInput", "The answer to an appeal (答复申诉): upheld, the line is given anew. A028; by whoever gave the line.")
    {
        Needs<IntGraphType>("appeal", "Number of the appeal, from 1 (申诉序号).");
        Needs<BooleanGraphType>("upheld", "True: the line is given anew (申诉成立).");
        Needs<StringGraphType>("answer", "Reasons, 1 to 2,000 characters (答复).");
    }
}
