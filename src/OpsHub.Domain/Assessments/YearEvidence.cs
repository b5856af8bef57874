using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Progress through the year. A020-A023.</summary>
internal static class YearEvidence
{
    internal static Decision<AgencyYearEvent> Report(AgencyYear s, ReportProgress c, AgencyYearContext x) =>
        (AgencyYearAccess.Agency(x.Actor, s, "A020") ?? Known(s, c.Target) ?? Text("note", c.Note, 1000, "A020", required: false)) is { } refusal ? refusal
        : c.Percent is < 0 or > 100 ? Input("percent", "A020", $"进度为 0 至 100，实为 {c.Percent}", $"percent is 0 to 100, got {c.Percent}")
        : new ProgressReported(x.Now, c.Target, c.Percent, c.Note);

    internal static Decision<AgencyYearEvent> Confirm(AgencyYear s, ConfirmTarget c, AgencyYearContext x) =>
        (AgencyYearAccess.Host(x.Actor, s, "A020") ?? Known(s, c.Target) ?? Text("note", c.Note, 1000, "A020", required: false)) is { } refusal ? refusal
        : s.Submitted.ContainsKey(s.Host) ? Guard("SUBMITTED_ALREADY", "A018", "驻地乡镇街道已提交评分", "The host has submitted its score")
        : s.Targets[c.Target - 1].Done == c.Done ? Decision<AgencyYearEvent>.Nothing
        : new TargetConfirmed(x.Now, c.Target, c.Done, c.Note, Terms(s, c, x));

    // Confirmed: its term is kept. Taken back: it is owed again, by the same day.
    private static ImmutableList<Term> Terms(AgencyYear s, ConfirmTarget c, AgencyYearContext x)
    {
        var of = s.Terms.FindAll(t => t.Id == YearPlanning.TargetTermId(c.Target, 1) || t.Id.StartsWith($"target-{c.Target}-", StringComparison.Ordinal));
        return c.Done ? of.FindAll(t => t.IsOpen).ConvertAll(t => Calendars.Terms.Complete(t, x.Now))
            : [YearPlanning.TargetTerm(s, s.Targets[c.Target - 1], x, of.Count + 1)];
    }

    internal static Decision<AgencyYearEvent> Record(AgencyYear s, RecordKeyWork c, AgencyYearContext x) =>
        (AgencyYearAccess.Served(x.Actor, s, "A021") ?? Text("text", c.Text, 500, "A021") ?? Text("reference", c.Reference, 200, "A021", required: false)) is { } refusal ? refusal
        : s.Submitted.ContainsKey(x.Actor.Organ.Unit) ? Guard("SUBMITTED_ALREADY", "A018", "本乡镇街道已提交评分", "This township has submitted its score")
        : s.KeyWork.Count >= 500 ? Input("text", "A021", "每年最多记录 500 项重点工作", "At most 500 entries of key work a year")
        : new KeyWorkRecorded(x.Now, new(x.Now, x.Actor.Organ.Unit, c.Text, c.TookPart, c.Reference));

    internal static Decision<AgencyYearEvent> Total(AgencyYear s, RecordEvidence c, AgencyYearContext x) =>
        AgencyYearAccess.Hub(x.Actor, "A022") is { } forbidden ? forbidden
        : c.Evidence.Values.Any(e => !IsPossible(e)) ? Input("evidence", "A022", "佐证数据自相矛盾", "The figures contradict each other")
        : c.Evidence.Where(e => s.Weights.ContainsKey(e.Key) && !s.Submitted.ContainsKey(e.Key) && Differs(s.Evidence.GetValueOrDefault(e.Key), e.Value)) is var changed && !changed.Any()
            ? Decision<AgencyYearEvent>.Nothing
            : new EvidenceRecorded(x.Now, ImmutableSortedDictionary.CreateRange(changed));

    private static bool IsPossible(CaseEvidence e) =>
        e is { Dispatched: >= 0, Accepted: >= 0, Refused: >= 0, OnTime: >= 0, Returned: >= 0, Reworked: >= 0, Urged: >= 0, MeetingsAttended: >= 0 }
        && e.Accepted <= e.Dispatched && e.Refused <= e.Dispatched && e.OnTime <= e.Due && e.MeetingsAttended <= e.MeetingsCalled;

    // The instant of counting alone is no news: a year of quiet days would fill the trace. Nor is what was counted up to an earlier one.
    private static bool Differs(CaseEvidence? known, CaseEvidence counted) =>
        known is null || (known.Through <= counted.Through && known with { Through = counted.Through } != counted);

    private static Refusal? Known(AgencyYear s, int target) =>
        target >= 1 && target <= s.Targets.Count ? null : Input("target", "A020", $"没有第 {target} 项目标", $"There is no target {target}");
}
