using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A township served.</summary>
internal sealed record ServedTownship(UnitCode Township, decimal Weight, bool IsHost);

/// <summary>A township served.</summary>
internal sealed class ServedTownshipType : Described<ServedTownship>
{
    public ServedTownshipType(IHubDirectory directory) : base("ServedTownship", "A township that the agency serves (服务乡镇). A026.")
    {
        One<UnitType>("township", "The township (乡镇、街道).", t => directory.Node(t.Township));
        One<DecimalType>("weight", "Its weight, 0 to 1 (权重); all sum to 1.", t => t.Weight);
        One<BooleanGraphType>("isHost", "True for the host township (驻地).", t => t.IsHost);
    }
}

/// <summary>A target.</summary>
internal sealed class YearTargetType : Described<YearTarget>
{
    public YearTargetType(HubClock clock, FreeText text) : base("YearTarget", "A target of plan and letter (年度目标). A020.")
    {
        One<IntGraphType>("number", "1 for the first (序号).", t => t.Id);
        One<StringGraphType>("text", "What (目标任务).", t => text.Masked(t.Text));
        One<StringGraphType>("measure", "How it is measured (衡量标准).", t => text.Masked(t.Measure));
        One<DayType>("due", "Until when, the day inclusive (完成时限).", t => t.Due);
        One<IntGraphType>("progress", "0 to 100, as the agency reports it (进度).", t => t.Progress);
        One<BooleanGraphType>("done", "Confirmed by the host township (已确认完成).", t => t.Done);
        Maybe<StringGraphType>("note", "The newest note (说明).", t => t.Note is null ? null : text.Masked(t.Note));
        One<BooleanGraphType>("late", "True when its day has passed and it is not confirmed (逾期).", t => !t.Done && LocalDay.Of(clock.Now) > t.Due);
    }
}

/// <summary>The letter.</summary>
internal sealed class ResponsibilityLetterType : Described<AgencyYear>
{
    public ResponsibilityLetterType() : base("ResponsibilityLetter", "The year's responsibility letter (年度目标责任书): agency and host township sign it once the department consented. A039, A040. Printed over /papers/assessments.")
    {
        One<BooleanGraphType>("inForce", "Signed by both (已生效).", s => s.HasLetter);
        Maybe<InstantType>("consentedAt", "When the department consented (派出部门同意时间); null before.", s => s.ConsentedAt);
        Maybe<InstantType>("agencySignedAt", "When the agency's head signed (派驻机构签字时间); null before.", s => s.AgencySignedAt);
        Maybe<InstantType>("townshipSignedAt", "When the host township signed (乡镇街道签字时间); null before.", s => s.TownshipSignedAt);
        Maybe<TermType>("term", "The term to sign it (签订期限).", s => s.Terms.FindLast(t => AgencyYearTerms.Stem(t) == "letter"));
    }
}

/// <summary>Something owed, by its stem.</summary>
internal sealed class OwedInputType : Described<OwedInput>
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["duties"] = "List local duties",
        ["plan"] = "Draft the plan",
        ["negotiate"] = "Negotiate the plan",
        ["submit"] = "Submit the plan",
        ["letter"] = "Sign the letter",
        ["consent"] = "Consent to the plan",
        ["duty"] = "Score the territorial duty",
        ["survey"] = "Satisfaction survey",
        ["statutory"] = "Score the statutory duty",
        ["aggregate"] = "Aggregate the townships' part",
        ["score"] = "Finalise the score",
        ["grade"] = "Set the grade",
        ["head"] = "Grade the head",
        ["staff"] = "Record the staff's result",
        ["publication"] = "Publish the result",
        ["appeal"] = "Answer an appeal",
    };

    public OwedInputType(HubClock clock) : base("OwedInput", "What somebody still owes the year, by name of unit (所欠事项).")
    {
        One<OrganType>("by", "Who owes it (责任单位).", o => o.By);
        One<StringGraphType>("what", "What: `duties`, `plan`, `negotiate`, `submit`, `consent`, `letter`, `duty`, `survey`, `statutory`, `aggregate`, `score`, `grade`, `head`, `staff`, `publication` or `appeal`.", o => o.What);
        One<StringGraphType>("label", "The same in Chinese (事项).", o => AssessmentWording.OfOwed(o.What));
        One<StringGraphType>("labelEn", "The same in English.", o => English[o.What]);
        Maybe<InstantType>("due", "Until when (截止时间); null where no term runs.", o => o.Due);
        Maybe<StringGraphType>("term", "Id of that term, unique within the year (期限编号); null where none runs.", o => o.Term);
        One<BooleanGraphType>("late", "True when that has passed (逾期).", o => o.Due <= clock.Now);
    }
}

/// <summary>A flag.</summary>
internal sealed class YearFlagType : Described<YearFlag>
{
    public YearFlagType(IHubDirectory directory, FreeText text) : base("YearFlag", "What is wrong with a year without blocking it (提示事项).")
    {
        One<YearFlagKindType>("kind", "Kind (类别).", f => f.Kind);
        One<StringGraphType>("rule", "Rule id, e.g. `A041`.", f => f.Rule);
        Maybe<UnitType>("township", "The township whose score it is about; null where it is about the year.", f => f.Township is { } township ? directory.Node(township) : null);
        One<StringGraphType>("text", "In Chinese (提示).", f => Named(f, f.Zh));
        One<StringGraphType>("textEn", "The same in English.", f => Named(f, f.En));

        // A reason that somebody wrote stands in it.
        string Named(YearFlag flag, string said) => text.Masked(flag.Township is { } township ? said.Replace(township.Value, directory.NameOf(OrganCode.Of(township)), StringComparison.Ordinal) : said);
    }
}
