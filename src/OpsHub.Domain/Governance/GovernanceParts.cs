using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Governance;

/// <summary>Something that was built (已建项目).</summary>
/// <param name="Item">The item.</param>
/// <param name="Name">Name of a department's topic; null for all others.</param>
/// <param name="On">Local day on which it was built.</param>
public sealed record BuiltItem(ConstructionItem Item, string? Name, DateOnly On);

/// <summary>What was done about something owed (办理记录).</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Year">The year, for what comes every year; else null.</param>
/// <param name="On">Local day.</param>
/// <param name="Record">Reference of the document or title of the post, 1-200 characters; no names of persons.</param>
/// <param name="Funds">Amounts, for the special fund.</param>
public sealed record ObligationRecord(ObligationKind Kind, int? Year, DateOnly On, string Record, FundUses? Funds = null)
{
    /// <summary>Whether it meets what is owed: a fund of nothing doesn't. G044.</summary>
    [JsonIgnore]
    public bool Meets => Kind != ObligationKind.SpecialFund || Funds?.Total > 0;
}

/// <summary>The three uses of the special fund (经费用途), in yuan. G045.</summary>
/// <param name="Platforms">Information platforms of the four levels (四级信息平台建设).</param>
/// <param name="DataUpdate">Collecting and updating data (数据采集更新).</param>
/// <param name="Flow">Flow of data and matters (信息流转).</param>
public sealed record FundUses(decimal Platforms, decimal DataUpdate, decimal Flow)
{
    /// <summary>All of it.</summary>
    [JsonIgnore]
    public decimal Total => Platforms + DataUpdate + Flow;
}

/// <summary>A measure of a county's plan (方案措施). G043.</summary>
/// <param name="Text">What is done, 1-500 characters.</param>
/// <param name="Owner">The organ or post responsible, up to 100 characters, never a name; null: warned.</param>
public sealed record PlanMeasure(string Text, string? Owner = null);

/// <summary>How grid workers of a county are assessed (网格员考核办法): one active, told by post. G027, G051.</summary>
/// <param name="Name">Name, 1-100 characters.</param>
/// <param name="From">Local day from which it is active.</param>
/// <param name="Posts">One for each kind of post.</param>
public sealed record WorkerScheme(string Name, DateOnly From, ImmutableList<PostScheme> Posts);

/// <summary>The part for a kind of post (岗位考核标准). G051.</summary>
/// <param name="Post">Kind of post.</param>
/// <param name="Components">Components; weights sum to 1.</param>
public sealed record PostScheme(WorkerPost Post, ImmutableList<PostComponent> Components);

/// <summary>A component (考核内容): name of 1-100 characters, weight above 0.</summary>
public sealed record PostComponent(string Name, decimal Weight);

/// <summary>Powers handed down (下放事项): five fields, none of which may be missing. T025.</summary>
/// <param name="Number">Number within the city.</param>
/// <param name="Matter">What is handed down (下放事项).</param>
/// <param name="Procedure">How (下放程序).</param>
/// <param name="LegalBasis">Legal basis (法律依据).</param>
/// <param name="OperationRules">Rules of operation (运行规则).</param>
/// <param name="Responsibility">Relation of powers and responsibilities (权责关系).</param>
/// <param name="At">When it was recorded.</param>
public sealed record Delegation(int Number, string Matter, string Procedure, string LegalBasis, string OperationRules, string Responsibility, DateTimeOffset At);

/// <summary>An entry of a township's power and responsibility list (权责清单事项). T026.</summary>
/// <param name="Matter">The matter, 1-200 characters.</param>
/// <param name="Owners">Who owns it; more than one is a conflict of boundaries.</param>
public sealed record PowerEntry(string Matter, ImmutableList<PowerOwner> Owners);

/// <summary>A focused campaign (突出问题集中整治). Linked with it are the cases of its categories reported in the township during it. G054.</summary>
/// <param name="Number">Number within the township.</param>
/// <param name="Name">Name, 1-100 characters.</param>
/// <param name="Categories">Categories of cases, 1-20.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Outcome">What came of it, once it is closed.</param>
public sealed record Campaign(int Number, string Name, ImmutableList<string> Categories, DateOnly From, DateOnly Until, string? Outcome = null);

/// <summary>A regular work meeting (工作例会). T020.</summary>
/// <param name="On">Local day.</param>
/// <param name="Minutes">Reference of the minutes, 1-200 characters.</param>
/// <param name="Attended">Member units that took part.</param>
/// <param name="Late">Recorded after its cycle had been closed as missed.</param>
public sealed record RegularMeeting(DateOnly On, string Minutes, int Attended, bool Late = false);

/// <summary>A cycle without a meeting (错过的例会): from its first day to the day after its last. T020.</summary>
public sealed record MissedCycle(DateOnly From, DateOnly Until)
{
    /// <summary>True when the day lies within.</summary>
    public bool Holds(DateOnly day) => day >= From && day < Until;
}

/// <summary>What a unit is told (提醒): once for each key and period.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Period">Last day of what is overdue; first day of the year for what the text gives no day for.</param>
/// <param name="Zh">Name in Chinese.</param>
/// <param name="En">Name in English.</param>
public sealed record GovernanceReminder(string Key, string Rule, DateOnly Period, string Zh, string En)
{
    /// <summary>It has no last day: owed once, whenever (无期限).</summary>
    [JsonIgnore]
    public bool IsUndated => Enum.TryParse<ObligationKind>(Key, out var kind) && !ObligationRule.Of(kind).Annual;
}
