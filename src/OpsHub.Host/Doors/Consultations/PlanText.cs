using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What a plan says (协商方案). C036: time, place, content, participants, form. For those who may read the consultation.</summary>
internal static class PlanText
{
    public static (string Opening, ImmutableList<PaperItem> Items) Of(Consultation state, PaperNames names)
    {
        var plan = state.Plan!;
        return ($"为做好“{PaperText.Matter(state, names)}”的协商工作{NoticeText.Round(state)}，由{names.Organ(state.Lead)}牵头，制定本方案。",
        [
            new("协商议题", state.Topic is { } topic ? names.Masked(topic.Text) : ""),
            new("协商内容", names.Masked(plan.Content)),
            new("协商时间", PaperDates.Instant(plan.Start)),
            new("协商地点", NoticeText.Place(plan, names)),
            new("协商形式", NoticeText.Form(plan)),
            new("参与主体", PaperText.Kinds(plan.Kinds)),
            new("产生方式", names.Masked(plan.ParticipantRule)),
            new("涉及范围", PaperText.Communities(state, names)),
            new("制定时限", Term(state)),
        ]);
    }

    // C035: the term and whether it was kept; a late plan says so of itself.
    private static string Term(Consultation state) =>
        state.Duties.FindLast(d => d.Stem == DutyStems.Plan) is not { } duty ? ""
        : $"应于{PaperDates.Bound(duty.Term.Due)}前制定（{PaperProof.Clause(duty.Term.Basis)}），实际于{PaperDates.Instant(state.Plan!.MadeAt)}制定，{(duty.Term.IsLate(state.Plan.MadeAt) ? "逾期" : "按时")}";
}
