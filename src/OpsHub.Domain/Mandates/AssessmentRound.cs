using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>Kinds of targets that a county's record holds the tasks of (考评对象). R038: communities, township organs, departments; an agency's task is its own year.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssessedKind>))]
public enum AssessedKind
{
    /// <summary>Communities and villages (社区、村): by their township. R038.</summary>
    Communities,

    /// <summary>Township organs (乡镇、街道党政机关): by the county alone. T015, R040.</summary>
    Townships,

    /// <summary>County departments (县市区职能部门): by the county.</summary>
    Departments,
}

/// <summary>A target with who assesses it this year (考评对象和考评主体).</summary>
/// <param name="Kind">Kind of target.</param>
/// <param name="Target">The community, township or department.</param>
/// <param name="Owner">Who assesses it: the township, or the county.</param>
/// <param name="Class">Kind of unit, by which targets are assessed apart (分类考评), e.g. <c>community</c>, <c>village</c>; null for departments.</param>
public sealed record AssessmentTarget(AssessedKind Kind, OrganCode Target, OrganCode Owner, string? Class = null);

/// <summary>The tasks of one year, kind and assessor (年度考评任务). One term runs for all of them, until the last is closed. R038.</summary>
/// <param name="Year">The year.</param>
/// <param name="Kind">Kind of targets.</param>
/// <param name="Owner">Who assesses.</param>
/// <param name="Tasks">One for each target.</param>
public sealed record AssessmentRound(int Year, AssessedKind Kind, OrganCode Owner, ImmutableList<AssessmentTask> Tasks)
{
    /// <summary>Id of its term.</summary>
    [JsonIgnore]
    public string TermId => $"assess-{Year}-{Kind}-{Owner}";

    /// <summary>Some of its tasks is open (未完成).</summary>
    [JsonIgnore]
    public bool IsOpen => Tasks.Exists(t => t.IsOpen);

    /// <summary>Is there a task of this target among them?</summary>
    public bool Has(OrganCode target) => Tasks.Exists(t => t.Target == target);
}

/// <summary>The yearly task to assess one target (考评任务). R038. Of an organ, never of a person.</summary>
/// <param name="Target">The community, township or department.</param>
/// <param name="Class">Kind of unit when it was opened; null for departments.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Score">Score, 0-100; null before.</param>
/// <param name="Satisfaction">Satisfaction of the masses, 0-100; null before. R039.</param>
/// <param name="ClosedAt">When the result was first recorded, or the target was left out; null while it is open.</param>
/// <param name="Late">Closed after the term.</param>
/// <param name="Excluded">Why the target is not assessed this year (不纳入考评); null otherwise.</param>
/// <param name="Revision">Why the result was revised last; null while it stands as first recorded.</param>
public sealed record AssessmentTask(
    OrganCode Target, string? Class, DateTimeOffset OpenedAt, decimal? Score = null, decimal? Satisfaction = null, DateTimeOffset? ClosedAt = null, bool Late = false, string? Excluded = null,
    string? Revision = null)
{
    /// <summary>Neither assessed nor left out (未完成).</summary>
    [JsonIgnore]
    public bool IsOpen => ClosedAt is null;
}
