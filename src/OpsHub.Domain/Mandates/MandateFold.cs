using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>How each event changes the record.</summary>
public static class MandateFold
{
    /// <summary>Folds one event. A record begins with <see cref="MandatesOpened"/>.</summary>
    /// <exception cref="InvalidOperationException">The event cannot come here: a mistake in the program.</exception>
    public static CountyMandates Apply(CountyMandates? state, MandateEvent happened)
    {
        if (happened is MandatesOpened opened)
            return state is null ? new() { County = opened.County, ChangedAt = opened.At } : throw new InvalidOperationException("A record is opened once.");
        var s = state ?? throw new InvalidOperationException($"{happened.Name} in a record that was never opened.");
        var next = Next(s, happened) with { Terms = With(s.Terms, happened) };
        return happened is MandateRungsFired or MandateTermsReprojected ? next : Recent(next, LocalDay.Of(happened.At).Year - 1) with { ChangedAt = happened.At };
    }

    private static CountyMandates Next(CountyMandates s, MandateEvent happened) => happened switch
    {
        AreaPlanOpened e => s with { Plans = s.Plans.Add(e.Plan) },
        AreaOpinionGiven e => s with { Plans = s.Plans.ConvertAll(p => p.Id == e.Plan ? p with { Opinions = p.Opinions.Add(e.Opinion) } : p) },
        AreaPlanClosed e => s with { Plans = s.Plans.ConvertAll(p => p.Id == e.Plan ? p with { ClosedAt = e.At, Missing = e.Missing } : p) },
        SuggestionMade e => s with { Suggestions = s.Suggestions.Add(e.Suggestion) },
        SuggestionAnswered e => s with { Suggestions = s.Suggestions.ConvertAll(g => g.Id == e.Suggestion ? g with { Answer = e.Answer, Reply = e.Text, RepliedAt = e.At, Late = e.Late } : g) },
        DutyProposed e => s with { Duties = s.Duties.Add(e.Duty) },
        DutyApproved e => Duty(s, e.Duty, d => d with { Stage = DutyStage.Approved, Approval = e.Approval, Transfers = e.Transfers, DecidedAt = e.At, Late = e.Late }),
        DutyRefused e => Duty(s, e.Duty, d => d with { Stage = DutyStage.Refused, Reason = e.Reason, DecidedAt = e.At, Late = e.Late }),
        DutyActivated e => Duty(s, e.Duty, d => d with { Stage = DutyStage.InForce }),
        DutyEnded e => Duty(s, e.Duty, d => d with { Stage = DutyStage.Ended, Reason = e.Reason, EndedAt = e.At }),
        TaskAssigned e => s with { Tasks = s.Tasks.Add(e.Task) },
        TaskFinished e => s with { Tasks = s.Tasks.ConvertAll(t => t.Id == e.Task ? t with { DoneAt = e.At, Report = e.Report, Late = e.Late } : t) },
        TaskWithdrawn e => s with { Tasks = s.Tasks.ConvertAll(t => t.Id == e.Task ? t with { WithdrawnAt = e.At, WithdrawnWhy = e.Reason } : t) },
        // Admitted again, it stands in the place of the former.
        ItemAdmitted e => s with { Items = s.Items.RemoveAll(i => i.Code == e.Item.Code).Add(e.Item) },
        ItemWithdrawn e => s with { Items = s.Items.ConvertAll(i => i.Code == e.Code ? i with { EndedAt = e.At } : i) },
        ActivityCreated e => s with { Activities = s.Activities.Add(e.Activity) },
        TownshipResultRecorded e => s with
        {
            Results = s.Results.RemoveAll(r => r.Id == e.Result.Id).Add(e.Result),
            Assessments = Assessed(s, e.Result.Year, OrganCode.Of(e.Result.Township), t => Closed(t, e.Result.Score, e.Result.Satisfaction, e.At, e.Late, e.Result.Revision)),
        },
        MeasureTaken e => s with { Measures = s.Measures.Add(e.Measure) },
        MeasureRectified e => s with { Measures = s.Measures.ConvertAll(m => m.Id == e.Measure ? m with { RectifiedAt = e.At, Finding = e.Finding, Late = e.Late } : m) },
        SchemeReminded e => s with { Schemes = s.Schemes.Add(new(e.Year, e.At)) },
        SchemeNoted e => s with { Schemes = s.Schemes.ConvertAll(r => r.Year == e.Year ? r with { MadeAt = e.MadeAt, Late = e.Late } : r) },
        AssessmentsOpened e => s with { Assessments = Opened(s.Assessments, e) },
        AssessmentRecorded e => s with { Assessments = Assessed(s, e.Year, e.Target, t => Closed(t, e.Score, e.Satisfaction, e.At, e.Late, e.Revision)) },
        AssessmentExcluded e => s with { Assessments = Assessed(s, e.Year, e.Target, t => t with { Excluded = e.Reason, ClosedAt = e.At, Late = e.Late }) },
        MandateTermsReprojected e => s with { Calendar = e.Calendar ?? s.Calendar },
        MandateRungsFired => s,
        _ => throw new InvalidOperationException($"A record of mandates does not know the event {happened.Name}."),
    };

    private static ImmutableList<AssessmentRound> Opened(ImmutableList<AssessmentRound> rounds, AssessmentsOpened e)
    {
        var left = rounds.ConvertAll(r => r.Year == e.Year ? r with { Tasks = r.Tasks.RemoveAll(t => t.IsOpen && e.Gone.Contains(t.Target)) } : r);
        return e.Added.Aggregate(left, (all, added) => all.FindIndex(r => r.TermId == added.TermId) is >= 0 and var at
            ? all.SetItem(at, all[at] with { Tasks = all[at].Tasks.AddRange(added.Tasks) })
            : all.Add(added)).RemoveAll(r => r.Tasks.IsEmpty);
    }

    private static ImmutableList<AssessmentRound> Assessed(CountyMandates s, int year, OrganCode target, Func<AssessmentTask, AssessmentTask> change) =>
        s.Assessments.ConvertAll(r => r.Year == year && r.Tasks.Exists(t => t.Target == target) ? r with { Tasks = r.Tasks.ConvertAll(t => t.Target == target ? change(t) : t) } : r);

    // A result that is given after all takes the place of having been left out.
    private static AssessmentTask Closed(AssessmentTask t, decimal score, decimal satisfaction, DateTimeOffset at, bool late, string? revision) =>
        t with { Score = score, Satisfaction = satisfaction, ClosedAt = t.ClosedAt ?? at, Late = t.IsOpen ? late : t.Late, Excluded = null, Revision = revision };

    private static CountyMandates Duty(CountyMandates s, long id, Func<TownshipDuty, TownshipDuty> change) => s with { Duties = s.Duties.ConvertAll(d => d.Id == id ? change(d) : d) };

    private static ImmutableList<Term> With(ImmutableList<Term> terms, MandateEvent happened)
    {
        var changed = TermFold.With(terms, happened.Terms);
        var fired = happened is MandateRungsFired rungs ? rungs.Rungs.Aggregate(changed, TermFold.Fire) : changed;
        return fired.RemoveAll(t => !t.IsOpen);
    }

    // One document for a county: what was over before last year is read in the trace. What binds, and what results rest on, stays.
    private static CountyMandates Recent(CountyMandates s, int since) => s with
    {
        Plans = s.Plans.RemoveAll(p => Before(p.ClosedAt, since)),
        Suggestions = s.Suggestions.RemoveAll(g => Before(g.RepliedAt, since)),
        Duties = s.Duties.RemoveAll(d => d.Stage is DutyStage.Refused or DutyStage.Ended && Before(d.EndedAt ?? d.DecidedAt ?? d.At, since)),
        Tasks = s.Tasks.RemoveAll(t => Before(t.DoneAt ?? t.WithdrawnAt, since)),
        Items = s.Items.RemoveAll(i => Before(i.EndedAt, since)),
        Activities = s.Activities.RemoveAll(a => Before(a.At, since)),
        Assessments = s.Assessments.RemoveAll(r => r.Year < since && !r.IsOpen),
    };

    private static bool Before(DateTimeOffset? over, int year) => over is { } at && LocalDay.Of(at).Year < year;
}
