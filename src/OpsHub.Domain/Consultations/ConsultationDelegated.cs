using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Matters that government or a department entrusted (受委托事项): reported up, studied, answered, fed back. SM2 row Z, C058, C059, C078.</summary>
internal static class ConsultationDelegated
{
    /// <summary>A result is there: it is to be reported up. Nothing where nobody entrusted the matter or its report is open already.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="x">When, by which rules.</param>
    /// <param name="another">The result is another than the one that was reported before.</param>
    internal static (ImmutableList<Duty> Duties, DelegatedReport? Track) ResultThere(Consultation s, ConsultationContext x, bool another = false) => s.Delegated switch
    {
        null or { Stage: DelegatedStage.ToReport } => ([], null),
        { Stage: not DelegatedStage.None } when !another => ([], null),
        var track => (
            ConsultationAfter.Settled(s, x, "结果已变", d => d.Stem == DutyStems.GovernmentFeedback).Add(ConsultationDuties.Open(s, DutyStems.ReportUp, x)),
            new(track.Organ, DelegatedStage.ToReport)),
    };

    internal static Refusal? Bars(Consultation s, params ReadOnlySpan<DelegatedStage> permitted)
    {
        if (s.Delegated is not { } track)
            return Guard("NOT_DELEGATED", "C058", "二(五)", "本事项不是政府或部门委托协商的事项", "Nobody entrusted this matter");
        if (permitted.Contains(track.Stage))
            return null;
        var now = ConsultationWording.Of(track.Stage);
        var then = ConsultationWording.Of(permitted[0]);
        return Guard("DELEGATED_STEP", "C078", "二(五)", $"受委托事项处于“{now.Zh}”，本步骤须在“{then.Zh}”时办理", $"The delegated matter is {now.En}; this step comes when it is {then.En}");
    }

    internal static Decision<ConsultationEvent> ReportUp(Consultation s, ReportUp c, ConsultationContext x) => Text("report", c.Report, 4000, "C058", "二(五)") is { } bad ? bad : new ReportedUp(
        x.Now, new(s.Delegated!.Organ, DelegatedStage.Reported, x.Now, c.Report),
        ConsultationDuties.Done(s, DutyStems.ReportUp, x.Now).Add(ConsultationDuties.Open(s, DutyStems.GovernmentFeedback, x)));

    internal static Decision<ConsultationEvent> Study(Consultation s, StudyReport c, ConsultationContext x) => Text("note", c.Note, 2000, "C078", "二(五)") is { } bad
        ? bad
        : new ReportStudied(x.Now, s.Delegated! with { Stage = DelegatedStage.Studied }, c.Note);

    internal static Decision<ConsultationEvent> Answer(Consultation s, DecideReport c, ConsultationContext x)
    {
        if (!c.Adopt && string.IsNullOrWhiteSpace(c.Decision))
            return Input("decision", "C078", "二(五)", "不予采纳须说明理由", "A refusal takes its reason");
        return Text("decision", c.Decision, 2000, "C078", "二(五)", required: !c.Adopt) is { } bad
            ? bad
            : new ReportDecided(x.Now, s.Delegated! with { Stage = c.Adopt ? DelegatedStage.Adopted : DelegatedStage.Refused, Decision = c.Decision });
    }

    internal static Decision<ConsultationEvent> FeedBack(Consultation s, FeedBackReport c, ConsultationContext x) => Text("text", c.Text, 2000, "C059", "二(五)") is { } bad
        ? bad
        : new ReportFedBack(x.Now, s.Delegated! with { Stage = DelegatedStage.FedBack, FedBackAt = x.Now }, c.Text, ConsultationDuties.Done(s, DutyStems.GovernmentFeedback, x.Now));
}
