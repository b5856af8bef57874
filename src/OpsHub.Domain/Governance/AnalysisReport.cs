using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Where an analysis report stands (报告状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnalysisStage>))]
public enum AnalysisStage
{
    /// <summary>Drafted by the hub, waiting for the centre (草稿).</summary>
    Draft,

    /// <summary>Adopted by the centre (已采用).</summary>
    Adopted,
}

/// <summary>A township's analysis and judgement report of a cycle (分析研判报告). T023: one for each township and cycle, drafted from the figures.</summary>
/// <param name="Township">The township.</param>
/// <param name="From">First day of the cycle.</param>
/// <param name="Until">Day after its last.</param>
/// <param name="Counts">Cases counted when it was drafted; they never change.</param>
/// <param name="Text">What it says, up to 8,000 characters.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="DraftedAt">When it was drafted; later than the cycle's end where the hub was down.</param>
/// <param name="AdoptedAt">When it was adopted, or null.</param>
public sealed record AnalysisReport(
    UnitCode Township, DateOnly From, DateOnly Until, AnalysisCounts Counts, string Text, AnalysisStage Stage, DateTimeOffset DraftedAt, DateTimeOffset? AdoptedAt = null)
{
    /// <summary>The state after an event; null before the first.</summary>
    public static AnalysisReport Apply(AnalysisReport? report, AnalysisEvent happened) => (report, happened) switch
    {
        (null, ReportDrafted e) => new(e.Township, e.From, e.Until, e.Counts, e.Text, AnalysisStage.Draft, e.At),
        ({ } r, ReportEdited e) => r with { Text = e.Text },
        ({ } r, ReportAdopted e) => r with { Stage = AnalysisStage.Adopted, AdoptedAt = e.At },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to {(report is null ? "a report that does not exist" : "a report that exists")}."),
    };
}

/// <summary>Cases of a township in a cycle (案件统计).</summary>
/// <param name="Reported">Reported in the cycle (受理上报).</param>
/// <param name="Closed">Closed in it (办结).</param>
/// <param name="Due">Fell due in it (应办).</param>
/// <param name="OnTime">Of these, on time (按期).</param>
/// <param name="Open">Open when it was drafted (在办).</param>
/// <param name="Overdue">Of these, overdue then (超期).</param>
public sealed record AnalysisCounts(long Reported, long Closed, long Due, long OnTime, long Open, long Overdue)
{
    /// <summary>The draft's text, of figures alone.</summary>
    public string Draft(DateOnly from, DateOnly until)
    {
        var share = Due == 0 ? "无应办案件" : $"按期率 {new Share(OnTime, Due)}（{OnTime}/{Due}）";
        return $"{LocalDay.Text(from)} 至 {LocalDay.Text(until.AddDays(-1))}：受理 {Reported} 件，办结 {Closed} 件，{share}；起草时在办 {Open} 件，其中超期 {Overdue} 件。";
    }
}

/// <summary>A command to a report (分析研判报告指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(DraftReport), nameof(DraftReport))]
[JsonDerivedType(typeof(EditReport), nameof(EditReport))]
[JsonDerivedType(typeof(AdoptReport), nameof(AdoptReport))]
public abstract record AnalysisCommand;

/// <summary>Draft it (起草); by the hub. A second draft of the cycle changes nothing. T023.</summary>
/// <param name="Until">Day after the cycle's last.</param>
/// <param name="Counts">Cases.</param>
public sealed record DraftReport(DateOnly Until, AnalysisCounts Counts) : AnalysisCommand;

/// <summary>Change the draft's text (修改), 1-8,000 characters.</summary>
public sealed record EditReport(string Text) : AnalysisCommand;

/// <summary>Adopt it (采用): it stays as it is from then on.</summary>
public sealed record AdoptReport : AnalysisCommand;

/// <summary>What happened to a report (分析研判报告事件).</summary>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ReportDrafted), nameof(ReportDrafted))]
[JsonDerivedType(typeof(ReportEdited), nameof(ReportEdited))]
[JsonDerivedType(typeof(ReportAdopted), nameof(ReportAdopted))]
public abstract record AnalysisEvent(DateTimeOffset At);

/// <summary>Drafted (已起草).</summary>
public sealed record ReportDrafted(DateTimeOffset At, UnitCode Township, DateOnly From, DateOnly Until, AnalysisCounts Counts, string Text) : AnalysisEvent(At);

/// <summary>Edited (已修改).</summary>
public sealed record ReportEdited(DateTimeOffset At, string Text) : AnalysisEvent(At);

/// <summary>Adopted (已采用).</summary>
public sealed record ReportAdopted(DateTimeOffset At) : AnalysisEvent(At);
