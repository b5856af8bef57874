using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using static OpsHub.Domain.Calendars.TermFold;
using static OpsHub.Domain.Cases.CaseFold;

namespace OpsHub.Domain.Cases;

/// <summary>How the events off the straight path change a case: waiting, coordination, urging, endings.</summary>
internal static class CaseFurtherFold
{
    internal static Case Next(Case s, CaseEvent happened) => happened switch
    {
        ExtensionRequested e => s with
        {
            Extension = new(e.Until, e.Reason, e.By, e.At, e.Decider),
            Extensions = s.Extensions + 1,
            Terms = s.Terms.Add(e.Decision),
        },
        ExtensionGranted e => s with { Extension = null, Terms = With(Done(s, "extension", e.At), e.Terms) },
        ExtensionRefused e => s with { Extension = null, Terms = Done(s, "extension", e.At) },
        CaseSuspended e => s with { Suspension = new(e.Until, e.Reason, e.By, e.At), Terms = With(s.Terms, e.Terms) },
        CaseResumed e => s with { Suspension = null, Terms = With(s.Terms, e.Terms) },
        CoordinationBegun e => Held(s, e.Coordinator, e.At) with
        {
            Stage = CaseStage.Coordinating,
            Class = TriageClass.CrossDepartment,
            Met = false,
            Extension = null,
            Extensions = s.Extension is null ? s.Extensions : s.Extensions - 1, // it was not decided
            Terms = With(s.Terms, e.Terms),
        },
        MeetingRecorded e => s with { Meetings = s.Meetings.Add(e.Meeting), Met = true },
        PartsAssigned e => Held(s, e.Lead, e.At) with
        {
            Stage = CaseStage.Handling,
            Lead = e.Lead,
            Assists = e.Assists,
            Parts = e.Parts,
            Terms = With(PassOn(Done(s, "coordination", e.At), e.Lead), e.Terms),
        },
        PartFedBack e => FedBack(s, e),
        CaseUrged e => s with { Urges = s.Urges.Add(new(e.Level, e.By, e.At, e.Organ, e.Note, e.Reply.Id, s.Cycle)), Terms = s.Terms.Add(e.Reply) },
        UrgeAnswered e => Answered(s, e),
        CaseEscalated e => s with { Escalation = s.Escalation + 1, Risk = e.Risk ?? s.Risk },
        CaseRelocated e => CaseFollowing.Moved(s, new(e.Placement, e.Directory), e.NextHolder, e.Terms, e.At),
        CaseAreaChanged e => CaseFollowing.Moved(s, new(e.Placement, e.Directory), e.NextHolder, e.Terms, e.At),
        CaseMerged e => s with { Stage = CaseStage.Merged, EndedAt = e.At, MergedInto = new(e.Target, e.TargetNumber), Terms = With(s.Terms, e.Terms) },
        CaseJoined e => s with { Joined = Joined(s, new(e.From, e.Number, e.FirstAsked, e.Source, e.Reporter)) },
        CaseEvaluated e => s with { Stage = CaseStage.Evaluated, Evaluations = s.Evaluations.Add(e.Evaluation) },
        CaseReopened e => Reopened(s, e),
        CaseWithdrawn e => s with { Stage = CaseStage.Withdrawn, EndedAt = e.At, Extension = null, Suspension = null, Terms = With(s.Terms, e.Terms) },
        _ => throw new InvalidOperationException($"A case does not know the event {happened.Name}."),
    };

    private static ImmutableList<JoinedCase> Joined(Case s, JoinedCase joined) =>
        s.Joined.FindIndex(j => j.Key == joined.Key) is >= 0 and var at ? s.Joined.SetItem(at, joined) : s.Joined.Add(joined);

    private static Case FedBack(Case s, PartFedBack e)
    {
        var part = s.Parts.Find(p => p.IsOpen && p.Organ == e.By)!;
        return s with
        {
            Parts = s.Parts.Replace(part, part with { Result = e.Result, Evidence = e.Evidence, FedBackAt = e.At }),
            Terms = Completed(s.Terms, t => t.Id == part.Term || IsReply(s, t, e.By), e.At),
        };
    }

    private static Case Answered(Case s, UrgeAnswered e) => s with
    {
        Urges = s.Urges.ConvertAll(u => u.Organ == e.By && s.Terms.Exists(t => t.Id == u.Term && t.IsOpen) ? u with { Answer = e.Answer, AnsweredAt = e.At } : u),
        Terms = Completed(s.Terms, t => IsReply(s, t, e.By), e.At),
    };

    // G018: the new cycle needs its own dispatch, feedback and verification; the report stands, and who was asked first (T019).
    private static Case Reopened(Case s, CaseReopened e) => Held(s, e.NextHolder, e.At) with
    {
        Stage = CaseStage.Accepted,
        Cycle = s.Cycle + 1,
        CycleTerms = s.Terms.Count,
        Met = false,
        EndedAt = null,
        Class = null,
        Enforcement = false,
        Lead = null,
        Assists = [],
        Dispatcher = null,
        Parts = [],
        Handler = null,
        Result = null,
        Evidence = [],
        OnTime = null,
        Extensions = 0,
        Links = s.Links.Intersect([nameof(CaseReported), nameof(CaseAccepted)]),
        Terms = s.Terms.Add(e.Triage),
    };

    private static bool IsReply(Case s, Term term, Hierarchy.OrganCode organ) => term.IsOpen && Case.Stem(term) == "reply" && s.Urges.Exists(u => u.Term == term.Id && u.Organ == organ);

    private static ImmutableList<Term> Completed(ImmutableList<Term> terms, Predicate<Term> which, DateTimeOffset at) =>
        terms.ConvertAll(t => t.IsOpen && which(t) ? Terms.Complete(t, at) : t);
}
