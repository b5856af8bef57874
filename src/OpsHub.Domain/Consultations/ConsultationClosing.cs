using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Explanations, feedback, survey, archive: how a consultation comes to rest. SM2 rows 21-23, C053.</summary>
internal static class ConsultationClosing
{
    /// <summary>Most entries of the list of materials.</summary>
    internal const int MostMaterials = 50;

    internal const int MostBallots = 1_000_000;

    internal static Decision<ConsultationEvent> Explain(Consultation s, ExplainDissent c, ConsultationContext x)
    {
        if (s.Dissents.Find(d => d.Id == c.Dissent) is not { } dissent)
            return Input("dissent", "C053", "二(五)", $"没有不同意见 {c.Dissent}", $"There is no dissent {c.Dissent}");
        if (dissent.ExplainedAt is { } done)
            return Input("dissent", "C053", "二(五)", $"不同意见 {c.Dissent} 已于 {LocalDay.Text(done)} 解释说明", $"Dissent {c.Dissent} was explained {LocalDay.Text(done)}");
        return Text("explanation", c.Explanation, 2000, "C053", "二(五)") is { } bad
            ? bad
            : new DissentExplained(x.Now, c.Dissent, c.Explanation, ConsultationDuties.Done(s, DutyStems.Explain, x.Now, d => d.Dissent == c.Dissent));
    }

    /// <summary>Whom the feedback has to reach. C029, C048, C071.</summary>
    internal static ImmutableList<FeedbackAudience> Audiences(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => [FeedbackAudience.Masses],
        ConsultationVariant.CrossCommunity => [FeedbackAudience.Participants, FeedbackAudience.Stakeholders, FeedbackAudience.Residents],
        _ => [FeedbackAudience.Stakeholders],
    };

    /// <summary>Those of them whom no feedback has reached yet.</summary>
    internal static ImmutableList<FeedbackAudience> Untold(Consultation s) => Audiences(s.Variant).RemoveAll(a => s.Feedbacks.Exists(f => f.Audiences.Contains(a)));

    internal static Decision<ConsultationEvent> FeedBack(Consultation s, FeedBackResult c, ConsultationContext x)
    {
        var (rule, clause) = ConsultationActs.Basis(s, typeof(FeedBackResult));
        if (c.Audiences.IsEmpty || c.Audiences.Distinct().Count() != c.Audiences.Count)
            return Input("audiences", rule, clause, "须写明反馈对象，每类一次", "Name whom it was fed back to, each once");
        if (Text("text", c.Text, 2000, rule, clause) is { } bad)
            return bad;
        var complete = Untold(s).TrueForAll(c.Audiences.Contains);
        return new ResultFedBack(x.Now, new(x.Now, c.Audiences, c.Text), complete, complete ? ConsultationDuties.Done(s, DutyStems.Feedback, x.Now) : []);
    }

    internal static Decision<ConsultationEvent> Survey(Consultation s, RecordSurvey c, ConsultationContext x)
    {
        if (Text("visitRecord", c.VisitRecord, 200, "C060", "二(五)") is { } bad)
            return bad;
        if (c.Ballots is < 1 or > MostBallots)
            return Input("ballots", "C060", "二(五)", "满意度调查至少有一份有效问卷", "A survey takes at least one ballot");
        return c.Satisfied < 0 || c.Satisfied > c.Ballots
            ? Input("satisfied", "C060", "二(五)", $"满意份数在 0 与 {c.Ballots} 之间", $"Satisfied lies between 0 and {c.Ballots}")
            : new SurveyRecorded(x.Now, new(x.Now, c.VisitRecord, c.Ballots, c.Satisfied),
                ConsultationDuties.Done(s, DutyStems.Survey, x.Now).Add(ConsultationDuties.Open(s, DutyStems.Archive, x)));
    }

    internal static Refusal? BarsArchive(Consultation s)
    {
        if (ConsultationConcluding.ReviewOpen(s) is { } review)
            return review;
        var open = s.OpenDuties.RemoveAll(d => d.Stem is DutyStems.Archive or DutyStems.Step); // archiving is the next step
        return open.IsEmpty ? null : Guard(
            "DUTY_OPEN", open[0].Term.Basis.RuleId, open[0].Term.Basis.Clause,
            $"尚有未履行的义务，不能归档：{string.Join("、", open.Select(d => $"{d.Term.Name}（{d.Term.Id}）"))}",
            $"It is not archived while a duty is open: {string.Join(", ", open.Select(d => $"{ConsultationWording.OfDuty(d.Stem).En} ({d.Term.Id})"))}");
    }

    internal static Decision<ConsultationEvent> Archive(Consultation s, ArchiveConsultation c, ConsultationContext x)
    {
        var (rule, clause) = ConsultationActs.Basis(s, typeof(ArchiveConsultation));
        if (c.Materials.IsEmpty || c.Materials.Count > MostMaterials)
            return Input("materials", rule, clause, $"材料清单须有 1 至 {MostMaterials} 项", $"1 to {MostMaterials} materials are listed");
        return c.Materials.Select(m => Text("materials", m, 200, rule, clause)).FirstOrDefault(r => r is not null) is { } bad
            ? bad
            : new ConsultationArchived(x.Now, new(x.Now, c.Materials), ConsultationDuties.Done(s, DutyStems.Archive, x.Now));
    }
}
