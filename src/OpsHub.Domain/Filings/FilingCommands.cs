using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Filings;

/// <summary>A command about what a unit has on file (制度备案指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ReviewFilings), "ReviewFilings")]
[JsonDerivedType(typeof(IssueMeasures), "IssueMeasures")]
[JsonDerivedType(typeof(IssueAssessmentMeasures), "IssueAssessmentMeasures")]
[JsonDerivedType(typeof(IssueDetailedRules), "IssueDetailedRules")]
[JsonDerivedType(typeof(IssueList), "IssueList")]
[JsonDerivedType(typeof(FileMeasures), "FileMeasures")]
[JsonDerivedType(typeof(ConfirmFiling), "ConfirmFiling")]
[JsonDerivedType(typeof(PublishList), "PublishList")]
[JsonDerivedType(typeof(WithdrawFiled), "WithdrawFiled")]
public abstract record FilingCommand;

/// <summary>Open the record where there is none, and see what is owed as the hierarchy stands now (核对备案义务). The hub's own.</summary>
public sealed record ReviewFilings : FilingCommand;

/// <summary>Put implementing measures on file (登记实施办法). A042, A045: responsible units and progress schedule are required.</summary>
public sealed record IssueMeasures(string Title, string Number, ImmutableList<OrganCode> Responsible, ImmutableList<ScheduleStep> Schedule) : FilingCommand;

/// <summary>Put assessment and reward measures on file (登记考核及奖励办法). A048.</summary>
public sealed record IssueAssessmentMeasures(string Title, string Number) : FilingCommand;

/// <summary>Put detailed rules of a department or township on file (登记细则). A047.</summary>
public sealed record IssueDetailedRules(OrganCode Of, string Title, string Number) : FilingCommand;

/// <summary>Put a list of a township on file, with all its matters (登记清单). R019, R028, R032, T111.</summary>
public sealed record IssueList(FilingKind? Kind, string Title, string? Number, ImmutableList<ListedMatter> Matters) : FilingCommand;

/// <summary>File implementing measures with a city organ (报备). A042.</summary>
public sealed record FileMeasures(int Document, FilingReceiver? With, string Reference) : FilingCommand;

/// <summary>The city organ confirms receipt (确认收悉). A042, A043.</summary>
public sealed record ConfirmFiling(int Document, FilingReceiver? With) : FilingCommand;

/// <summary>Publish a list (公布清单). T009: the directory by the county for its townships.</summary>
public sealed record PublishList(int Document, string Address) : FilingCommand;

/// <summary>Withdraw a document (废止). What it was for is owed again.</summary>
public sealed record WithdrawFiled(int Document, string Reason) : FilingCommand;
