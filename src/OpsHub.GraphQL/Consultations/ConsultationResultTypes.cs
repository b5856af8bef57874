using GraphQL.Types;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Adoption.</summary>
internal sealed class AdoptionType : Described<Adoption>
{
    public AdoptionType() : base("Adoption", "How a result was adopted (采纳). C055, C071, C081.")
    {
        One<InstantType>("at", "When.", a => a.At);
        One<StringGraphType>("implementingBody", "Body that carries it out, at most 200 characters (实施主体).", a => a.ImplementingBody);
        One<StringGraphType>("owner", "Post that answers for it (责任岗位), no person's name.", a => a.Owner);
        Maybe<StringGraphType>("sunshineEntry", "Number of the entry in the Sunshine works (阳光村务、居务编号); null where the community need not act. C055.", a => a.SunshineEntry);
        Many<MilestoneType>("milestones", "Milestones, in order (节点).", a => a.Milestones.Select((m, i) => new NumberedMilestone(i + 1, m)).ToList()).WithAssumedSize(2);
    }
}

/// <summary>A milestone with its place.</summary>
internal sealed record NumberedMilestone(int Number, Milestone Milestone);

/// <summary>A milestone.</summary>
internal sealed class MilestoneType : Described<NumberedMilestone>
{
    public MilestoneType(HubClock clock) : base("Milestone", "A milestone of Sunshine works (节点).")
    {
        One<IntGraphType>("number", "1 for the first: what publishProgress names.", m => m.Number);
        One<StringGraphType>("text", "What is to be reached (内容).", m => m.Milestone.Text);
        One<DayType>("due", "Day by whose end it is due (期限).", m => m.Milestone.Due);
        Maybe<InstantType>("doneAt", "When it was reached (完成时间); null before.", m => m.Milestone.DoneAt);
        One<BooleanGraphType>("late", "True when the day has passed, or had when it was reached (逾期).", m => LocalDay.Of(m.Milestone.DoneAt ?? clock.Now) > m.Milestone.Due);
    }
}

/// <summary>Progress.</summary>
internal sealed class ProgressNoteType : Described<ProgressNote>
{
    public ProgressNoteType() : base("ProgressNote", "Published progress (公开进度). C056.")
    {
        One<InstantType>("at", "When it was published.", p => p.At);
        One<StringGraphType>("text", "What it says, at most 2,000 characters (内容).", p => p.Text);
        Maybe<IntGraphType>("milestone", "Number of the milestone reached; null if none.", p => p.Milestone);
    }
}

/// <summary>A supervision note.</summary>
internal sealed class SupervisionNoteType : Described<SupervisionNote>
{
    public SupervisionNoteType() : base("SupervisionNote", "A note of the supervision committee (监督意见). C057.")
    {
        One<InstantType>("at", "When.", n => n.At);
        One<StringGraphType>("text", "What it says (内容).", n => n.Text);
    }
}

/// <summary>Feedback.</summary>
internal sealed class ConsultationFeedbackType : Described<ConsultationFeedback>
{
    public ConsultationFeedbackType() : base("ConsultationFeedback", "Feedback on how the result was carried out (反馈落实情况). C029, C048, C071.")
    {
        One<InstantType>("at", "When.", f => f.At);
        Many<FeedbackAudienceType>("audiences", "Who was told (反馈对象).", f => f.Audiences).WithAssumedSize(2);
        One<StringGraphType>("text", "What was told (内容).", f => f.Text);
    }
}

/// <summary>A survey as it may be shown.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Hidden">So few ballots came back that the figures would tell them.</param>
internal sealed record ShownSurvey(SatisfactionSurvey Survey, bool Hidden);

/// <summary>A survey.</summary>
internal sealed class SatisfactionSurveyType : Described<ShownSurvey>
{
    public SatisfactionSurveyType() : base("SatisfactionSurvey", "Follow-up visit and survey (回访、满意度调查): counts only. C060.")
    {
        One<InstantType>("at", "When.", s => s.Survey.At);
        One<StringGraphType>("visitRecord", "Reference of the record of the visit (回访记录).", s => s.Survey.VisitRecord);
        Maybe<IntGraphType>("ballots", "Ballots returned (收回票数); null when hidden.", s => s.Hidden ? null : s.Survey.Ballots);
        Maybe<IntGraphType>("satisfied", "Of those, satisfied or very satisfied (满意); null when hidden.", s => s.Hidden ? null : s.Survey.Satisfied);
        Maybe<StringGraphType>("percent", "Satisfied of ballots in per cent with one decimal, rounded half up; null when hidden (满意率).",
            s => s.Hidden ? null : ConsultationRate.Text(s.Survey.Satisfied, s.Survey.Ballots));
        One<BooleanGraphType>("hidden", $"True when fewer than {SmallCounts.Threshold} ballots came back (小数隐藏); whoever surveyed sees them.", s => s.Hidden);
    }
}

/// <summary>What was archived.</summary>
internal sealed class ConsultationFileType : Described<ConsultationFile>
{
    public ConsultationFileType() : base("ConsultationFile", "What was filed or archived (归档、报备). C031, C041.")
    {
        One<InstantType>("at", "When.", f => f.At);
        Many<StringGraphType>("materials", "References of the materials (归档材料).", f => f.Materials).WithAssumedSize(4);
    }
}

/// <summary>The report of a delegated matter.</summary>
internal sealed class DelegatedReportType : Described<DelegatedReport>
{
    public DelegatedReportType() : base("DelegatedReport", "The report up of a delegated matter (受委托事项). C058, C059, C078.")
    {
        One<OrganType>("organ", "Who entrusted it and answers (委托单位).", r => r.Organ);
        One<DelegatedStageType>("stage", "Where it stands (办理情况).", r => r.Stage);
        Maybe<InstantType>("reportedAt", "When it was reported up (上报时间); null before.", r => r.ReportedAt);
        Maybe<StringGraphType>("report", "The report (上报内容); null before.", r => r.Report);
        Maybe<StringGraphType>("decision", "What was decided, of a refusal its reason (研究意见); null before.", r => r.Decision);
        Maybe<InstantType>("fedBackAt", "When it was fed back to those it concerns (反馈时间); null before.", r => r.FedBackAt);
    }
}

/// <summary>A correction.</summary>
internal sealed class CorrectionType : Described<Correction>
{
    public CorrectionType() : base("Correction", "A correction of an unlawful result (纠正). C054.")
    {
        One<InstantType>("at", "When.", c => c.At);
        One<StringGraphType>("ground", "Legal ground (法律依据).", c => c.Ground);
        One<BooleanGraphType>("annulled", "True when annulled, false when opened again (撤销、重新协商).", c => c.Annulled);
        One<OrganType>("by", "Community or township whose party organisation corrected it (纠正单位).", c => c.By);
    }
}
