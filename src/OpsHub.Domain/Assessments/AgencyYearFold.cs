using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using static OpsHub.Domain.Calendars.TermFold;

namespace OpsHub.Domain.Assessments;

/// <summary>How each event changes an agency's year.</summary>
public static class AgencyYearFold
{
    /// <summary>Folds one event. A year begins with <see cref="YearOpened"/>.</summary>
    /// <exception cref="InvalidOperationException">The event cannot come here: a mistake in the program.</exception>
    public static AgencyYear Apply(AgencyYear? state, AgencyYearEvent happened)
    {
        if (happened is YearOpened opened)
            return state is null ? Begin(opened) : throw new InvalidOperationException("A year is opened once.");
        var s = state ?? throw new InvalidOperationException($"{happened.Name} in a year that was never opened.");
        var next = Held(Next(s, happened));
        return happened.IsNobodysStep || happened is EvidenceRecorded ? next : next with { ChangedAt = happened.At };
    }

    private static AgencyYear Begin(YearOpened e) => new()
    {
        Agency = e.Agency,
        Year = e.Year,
        Department = e.Department,
        Host = e.Host,
        Weights = e.Weights,
        Rules = e.Rules,
        Stage = AgencyYearStage.Opened,
        Terms = e.Terms,
        ChangedAt = e.At,
    };

    private static AgencyYear Next(AgencyYear s, AgencyYearEvent happened) => happened switch
    {
        WeightsSet e => Weighed(s, e),
        DutiesListed e => s with { Duties = e.Duties, Stage = s.Stage == AgencyYearStage.Opened ? AgencyYearStage.DutiesListed : s.Stage, Terms = With(s.Terms, e.Terms) },
        // Another draft is another plan: who agreed to the former has not agreed to this one.
        PlanDrafted e => s with { Targets = e.Targets, Negotiated = [], DeterminedWhy = null, Stage = AgencyYearStage.PlanDrafted, Terms = With(s.Terms, e.Terms) },
        PlanNegotiated e => s with { Negotiated = s.Negotiated.Add(e.Township), Terms = With(s.Terms, e.Terms) },
        PlanDetermined e => s with { DeterminedWhy = e.Reason, Terms = With(s.Terms, e.Terms) },
        PlanSubmitted e => s with { Stage = AgencyYearStage.PlanSubmitted, Objection = null, Terms = With(s.Terms, e.Terms) },
        PlanConsented e => s with { Stage = AgencyYearStage.PlanConsented, ConsentedAt = e.At, Terms = With(s.Terms, e.Terms) },
        PlanObjected e => s with { Stage = AgencyYearStage.PlanDrafted, Objection = e.Reason, Terms = With(s.Terms, e.Terms) },
        LetterSigned e => Signed(s, e),
        ProgressReported e => Target(s, e.Target, t => t with { Progress = e.Percent, Note = e.Note ?? t.Note }),
        TargetConfirmed e => Target(s with { Terms = With(s.Terms, e.Terms) }, e.Target, t => t with { Done = e.Done, Note = e.Note ?? t.Note }),
        KeyWorkRecorded e => s with { KeyWork = s.KeyWork.Add(e.Work) },
        EvidenceRecorded e => s with { Evidence = s.Evidence.SetItems(e.Evidence) },
        AssessmentOpened e => s with { Stage = AgencyYearStage.Assessing, Rules = e.Rules, Terms = With(s.Terms, e.Terms) },
        ComponentAdjusted e => s with { Adjustments = s.Adjustments.Add(e.Adjustment) },
        AdjustmentWithdrawn e => s with { Adjustments = s.Adjustments.ConvertAll(a => a.Withdrawn is null && a.Township == e.Township && a.Component == e.Component ? a with { Withdrawn = e.Withdrawal } : a) },
        DutySubmitted e => s with { Submitted = s.Submitted.SetItem(e.Township, e.Submission), Terms = With(s.Terms, e.Terms) },
        SatisfactionSubmitted e => s with { Surveys = s.Surveys.SetItem(e.Township, e.Result), Terms = With(s.Terms, e.Terms) },
        StatutorySubmitted e => s with { Statutory = e.Score, Terms = With(s.Terms, e.Terms) },
        PartAggregated e => s with { Part = e.Part, Stage = AgencyYearStage.TownshipPartReady, Terms = With(s.Terms, e.Terms) },
        ScoreFinalised e => s with { Score = e.Score, ScoredAt = e.At, Stage = AgencyYearStage.Scored, Terms = With(s.Terms, e.Terms) },
        AgencyGradeSet e => s with { Grade = e.Grade, GradedAt = e.At, Stage = AgencyYearStage.AgencyGraded, Terms = With(s.Terms, e.Terms) },
        HeadGradeSet e => s with { HeadGrade = e.Grade, Stage = s.Stage == AgencyYearStage.Shared ? s.Stage : AgencyYearStage.HeadGraded, Terms = With(s.Terms, e.Terms) },
        ResultShared e => Shared(s with { Terms = With(s.Terms, e.Terms) }, e),
        ResultPublished e => s with { PublishedAt = e.At, PublishedWhere = e.Where, Terms = With(s.Terms, e.Terms) },
        ResultRevised e => Reopened(s with { Terms = With(s.Terms, e.Terms) }, e.Former),
        AppealFiled e => s with { Appeals = s.Appeals.Add(e.Appeal), Terms = With(s.Terms, e.Terms) },
        AppealAnswered e => Answered(s, e),
        HostResultRecorded e => s with { Linked = (s.Linked ?? new()) with { Host = e.Result, Staff = s.Linked?.Staff is { } staff && staff.Band == e.Result.Grade ? staff : null }, Terms = With(s.Terms, e.Terms) },
        StaffResultRecorded e => s with { Linked = (s.Linked ?? new()) with { Staff = e.Result }, Terms = With(s.Terms, e.Terms) },
        DailyWorkRecorded e => s with { Linked = (s.Linked ?? new()) with { Daily = e.Work } },
        AgencyYearRungsFired e => s with { Terms = e.Rungs.Aggregate(s.Terms, Fire) },
        AgencyYearTermsReprojected e => s with { Calendar = e.Calendar, Terms = With(s.Terms, e.Terms) },
        _ => throw new InvalidOperationException($"A year does not know the event {happened.Name}."),
    };

    // Whoever answers an appeal now holds its term: a township that serves no more would be reminded of what it may not do.
    private static AgencyYear Held(AgencyYear s) => s.Appeals.FindAll(a => a.AnsweredAt is null).Aggregate(s, (year, appeal) =>
        year.Terms.Find(t => t.IsOpen && t.Id == YearAppeals.Term(appeal.Id)) is { } term && AgencyYearTerms.AnsweredBy(year, appeal).Value is var holder && term.Holder != holder
            ? year with { Terms = year.Terms.Replace(term, term with { Holder = holder }) }
            : year);

    // A township that serves no more blocks nothing: what it gave is in the trace and counts no more.
    private static AgencyYear Weighed(AgencyYear s, WeightsSet e)
    {
        var left = s.Weights.Keys.Where(t => !e.Weights.ContainsKey(t)).ToList();
        return s with
        {
            Weights = e.Weights,
            HasSetWeights = true,
            Evidence = s.Evidence.RemoveRange(left),
            Submitted = s.Submitted.RemoveRange(left),
            Surveys = s.Surveys.RemoveRange(left),
            Terms = With(s.Terms, e.Terms),
        };
    }

    private static AgencyYear Signed(AgencyYear s, LetterSigned e)
    {
        var signed = e.ByAgency ? s with { AgencySignedAt = e.At, AgencySignedWeights = s.Weights } : s with { TownshipSignedAt = e.At, TownshipSignedWeights = s.Weights };
        return signed with { Stage = signed.HasLetter ? AgencyYearStage.LetterInForce : AgencyYearStage.PartiallySigned, Terms = With(s.Terms, e.Terms) };
    }

    private static AgencyYear Shared(AgencyYear s, ResultShared e)
    {
        var shared = s.SharedAt.Add(e.Target, e.At);
        return s with { SharedAt = shared, Stage = shared.Count == 2 ? AgencyYearStage.Shared : s.Stage };
    }

    // What follows from the inputs is taken back, and the lines that are to be given anew; other inputs stand. A contested grade alone leaves the score.
    private static AgencyYear Reopened(AgencyYear s, Revision former)
    {
        var graded = s with { Grade = null, GradedAt = null, HeadGrade = null, Revisions = s.Revisions.Add(former) };
        return former.Lines is [{ Line: AppealLine.Grade }]
            ? graded with { Stage = AgencyYearStage.Scored }
            : graded with
            {
                Stage = AgencyYearStage.Assessing,
                Part = null,
                Score = null,
                ScoredAt = null,
                Submitted = s.Submitted.RemoveRange(former.Submitted.Keys),
                Surveys = s.Surveys.RemoveRange(former.Surveys.Keys),
                Statutory = former.Statutory is null ? s.Statutory : null,
            };
    }

    private static AgencyYear Answered(AgencyYear s, AppealAnswered e)
    {
        var appeal = s.Appeals.Find(a => a.Id == e.Appeal)!;
        var answered = s with
        {
            Appeals = s.Appeals.Replace(appeal, appeal with { Upheld = e.Upheld, Answer = e.Answer, AnsweredAt = e.At }),
            Terms = With(s.Terms, e.Terms),
        };
        return e.Former is null ? answered : Reopened(answered, e.Former);
    }

    private static AgencyYear Target(AgencyYear s, int id, Func<YearTarget, YearTarget> change) =>
        s with { Targets = s.Targets.ConvertAll(t => t.Id == id ? change(t) : t) };

    private static ImmutableList<Term> Fire(ImmutableList<Term> terms, Rung rung) =>
        terms.Find(t => t.Id == rung.Term) is not { } term || YearReminders.Stands(term, rung) ? terms
        : terms.Replace(term, rung.Step == 0 ? term with { Fired = term.Fired.Add(rung.Kind) } : term with { Reminded = (term.Reminded ?? []).Add(rung.Step) });
}
