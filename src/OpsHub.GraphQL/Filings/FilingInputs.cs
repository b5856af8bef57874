using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Filings;

/// <summary>What every command about filings carries.</summary>
internal abstract class FilingInput : InputType
{
    protected FilingInput(string name, string description, string unit) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("unit", unit);
        May<StringGraphType>("expectedVersion", "The record's version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }

    protected const string County = "Code of the county (县市区), 6 digits.";

    protected const string Township = "Code of the township (乡镇街道), 9 digits.";

    protected const string Either = "Code of the county or township on whose record it stands (单位), 6 or 9 digits.";

    protected void Paper()
    {
        Needs<StringGraphType>("title", "Title (标题), 1 to 200 characters.");
        Needs<StringGraphType>("number", "Document number (文号), 1 to 100 characters; a later version has a number of its own.");
    }

    protected void Document() => Needs<IntGraphType>("document", "Number of the document within the unit (序号).");
}

/// <summary>Implementing measures.</summary>
internal sealed class IssueImplementingMeasuresInput : FilingInput
{
    public IssueImplementingMeasuresInput() : base("IssueImplementingMeasuresInput", "Implementing measures of a county (实施办法). A042, A045.", County)
    {
        Paper();
        MayMany<StringGraphType>("responsible", "Responsible units (责任单位), 1 to 100 codes of the county, its departments, townships or agencies; refused without, A045.");
        MayMany<ScheduleStepInput>("schedule", "Progress schedule (进度安排), 1 to 100 steps in order of time; refused without, A045.");
    }
}

/// <summary>A step of a schedule.</summary>
internal sealed class ScheduleStepInput : InputType
{
    public ScheduleStepInput() : base("ScheduleStepInput", "A step of a progress schedule (进度安排). A045.")
    {
        Needs<DayType>("until", "Last day, in the years 2018 to 2100 (期限).");
        Needs<StringGraphType>("work", "What is done by then, 1 to 200 characters (工作内容).");
    }
}

/// <summary>Assessment measures.</summary>
internal sealed class IssueAssessmentMeasuresInput : FilingInput
{
    public IssueAssessmentMeasuresInput() : base("IssueAssessmentMeasuresInput", "Assessment and reward measures of a county (考核及奖励办法). A048.", County) => Paper();
}

/// <summary>Detailed rules.</summary>
internal sealed class IssueDetailedRulesInput : FilingInput
{
    public IssueDetailedRulesInput() : base("IssueDetailedRulesInput", "Detailed rules of a department or township (细则). A047.", County)
    {
        Needs<StringGraphType>("of", "Who makes them: a department or township of the county, e.g. `430203:D12` (制定单位).");
        Paper();
    }
}

/// <summary>A list.</summary>
internal sealed class IssueTownshipListInput : FilingInput
{
    public IssueTownshipListInput() : base("IssueTownshipListInput", "A list of a township with all its matters (清单). R019, R028, R032, T111.", Township)
    {
        May<FilingKindType>("kind", "POWER_LIST, RESPONSIBILITY_LIST or SERVICE_DIRECTORY (类别); required.");
        Needs<StringGraphType>("title", "Title (标题), 1 to 200 characters.");
        May<StringGraphType>("number", "Document number, where it has one (文号), at most 100 characters.");
        MayMany<ListedMatterInput>("matters", "Matters (清单事项), 1 to 500, no name twice.");
    }
}

/// <summary>A matter of a list.</summary>
internal sealed class ListedMatterInput : InputType
{
    public ListedMatterInput() : base("ListedMatterInput", "A matter of a list (清单事项). R028, R032.")
    {
        Needs<StringGraphType>("name", "Name (名称), 1 to 200 characters.");
        May<MatterClassType>("class", "Class (类别); accepted and warned of without, R028. In the directory it is PUBLIC_SERVICE.");
        May<ProviderLevelType>("provider", "Which level provides it (提供层级); of a public service refused without, R032, of others refused with.");
    }
}

/// <summary>Filing.</summary>
internal sealed class FileMeasuresInput : FilingInput
{
    public FileMeasuresInput() : base("FileMeasuresInput", "Filing with an organ of the city (报备). A042.", County)
    {
        Document();
        May<FilingReceiverType>("with", "The organ (备案机关); required.");
        Needs<StringGraphType>("reference", "Number of the filing report (备案报告文号), 1 to 100 characters.");
    }
}

/// <summary>Confirming.</summary>
internal sealed class ConfirmFilingInput : FilingInput
{
    public ConfirmFilingInput() : base("ConfirmFilingInput", "Receipt of what was filed (确认收悉). A042.", County)
    {
        Document();
        May<FilingReceiverType>("with", "The organ that received it, which the actor acts for (备案机关); required.");
    }
}

/// <summary>Publishing.</summary>
internal sealed class PublishTownshipListInput : FilingInput
{
    public PublishTownshipListInput() : base("PublishTownshipListInput", "Publication of a list (公布清单). T009.", Township)
    {
        Document();
        Needs<StringGraphType>("address", "Web address, or where else it can be seen, 1 to 500 characters (公布地址).");
    }
}

/// <summary>Withdrawing.</summary>
internal sealed class WithdrawFiledDocumentInput : FilingInput
{
    public WithdrawFiledDocumentInput() : base("WithdrawFiledDocumentInput", "Withdrawal of a document (废止).", Either)
    {
        Document();
        Needs<StringGraphType>("reason", "Why (废止原因), 1 to 500 characters.");
    }
}
