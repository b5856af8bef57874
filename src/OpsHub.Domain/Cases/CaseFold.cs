using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Calendars.TermFold;

namespace OpsHub.Domain.Cases;

/// <summary>How each event changes a case.</summary>
internal static class CaseFold
{
    internal static Case Begin(CaseReported e) => new()
    {
        Number = e.Number,
        Stage = CaseStage.Reported,
        Placement = e.Placement,
        Directory = e.Directory,
        Kind = e.Kind,
        Category = e.Category,
        CategoryClass = e.CategoryClass,
        Title = e.Title,
        Text = e.Text,
        Priority = e.Priority,
        Emergency = e.Emergency,
        Channel = e.Channel,
        Source = e.Source,
        FirstAsked = e.FirstAsked,
        Holder = e.Forwarded ?? e.FirstAsked,
        Forwarded = e.Forwarded,
        HolderSince = e.At,
        ReportedAt = e.At,
        Rules = e.Rules ?? 1,
        ChangedAt = e.At,
        Reporter = e.Reporter,
        Terms = [e.Acceptance],
        Links = [e.Name],
        Cycles = [new CaseCycle(1, e.At)],
    };

    internal static Case Next(Case s, CaseEvent happened) => happened switch
    {
        CaseAccepted e => Held(s, e.NextHolder, e.At) with { Stage = CaseStage.Accepted, Terms = Done(s, "acceptance", e.At).Add(e.Triage) },
        CaseDeclined e => s with { Stage = CaseStage.Declined, EndedAt = e.At, Terms = Done(s, "acceptance", e.At) },
        CaseTriaged e => Held(s, e.NextHolder, e.At) with
        {
            Stage = CaseStage.Triaged,
            Class = e.Class,
            Enforcement = e.Enforcement,
            Terms = Opening(Done(s, "triage", e.At), e.Dispatch),
        },
        CaseDispatched e => Held(s, e.Lead, e.At) with
        {
            Stage = CaseStage.Dispatched,
            Lead = e.Lead,
            Assists = e.Assists,
            Dispatcher = e.By,
            Parts = e.Parts ?? [],
            Terms = With(Done(s, "dispatch", e.At).Add(e.AcceptTerm).Add(e.Handling), e.Terms),
        },
        DispatchAccepted e => s with { Stage = CaseStage.Handling, Terms = Done(s, "accept", e.At) },
        CaseReturned e => Held(s, e.NextHolder, e.At) with
        {
            Stage = CaseStage.Returned,
            Returns = s.Returns + 1,
            Met = false,
            Parts = [],
            Terms = With(PassOn(Done(s, "accept", e.At), e.NextHolder), e.Terms),
        },
        CaseRedispatched e => Held(s, e.Lead, e.At) with
        {
            Stage = CaseStage.Dispatched,
            Lead = e.Lead,
            Assists = e.Assists,
            Dispatcher = e.By,
            Parts = e.Parts ?? [],
            Terms = With(Done(s with { Terms = e.Handling is null ? PassOn(s.Terms, e.Lead) : Granted(s, e.Handling, e.At) }, "redispatch", e.At).Add(e.AcceptTerm), e.Terms),
        },
        CaseFedBack e => Held(s, e.NextHolder, e.At) with
        {
            Stage = CaseStage.FedBack,
            Handler = e.Handler,
            Result = e.Result,
            Evidence = e.Evidence,
            OnTime = e.OnTime,
            Extension = null,
            Terms = With(Done(s, "handling", e.At).Add(e.Verification), e.Terms),
        },
        CaseVerified e => Held(s, e.By, e.At) with { Stage = CaseStage.Verified, Terms = Opening(Done(s, "verification", e.At), e.Closing) },
        VerificationFailed e => Held(s, s.Lead!.Value, e.At) with
        {
            Stage = CaseStage.Handling,
            Reworks = s.Reworks + 1,
            Terms = Reopen(Done(s, "verification", e.At), s.Lead!.Value),
        },
        CaseClosed e => s with { Stage = CaseStage.Closed, EndedAt = e.At, Terms = Done(s, "closing", e.At) },
        ContactRead => s,
        ContactErased e => s with { ContactErasedAt = e.At },
        CaseTermsReprojected e => s with { Calendar = e.Calendar, Terms = With(s.Terms, e.Terms) },
        CaseRungsFired e => s with
        {
            Terms = e.Rungs.Aggregate(s.Terms, Fire),
            Escalation = s.Escalation + e.Rungs.Count(r => r.Kind == RungKind.Escalated),
        },
        _ => CaseFurtherFold.Next(s, happened),
    };

    private static ImmutableList<Term> Opening(ImmutableList<Term> terms, Term? opened) => opened is null ? terms : terms.Add(opened);

    internal static Case Held(Case s, OrganCode holder, DateTimeOffset at) => s.Holder == holder ? s : s with { Holder = holder, HolderSince = at };

    internal static ImmutableList<Term> Done(Case s, string stem, DateTimeOffset at) =>
        s.OpenTerm(stem) is { } open ? s.Terms.Replace(open, Terms.Complete(open, at)) : s.Terms;

    // SM1 rows 8 and 9: the due is not restarted, but whoever has the case now must keep it.
    internal static ImmutableList<Term> PassOn(ImmutableList<Term> terms, OrganCode holder) =>
        terms.FindLast(t => t.IsOpen && Case.Stem(t) == "handling") is { } handling ? terms.Replace(handling, handling with { Holder = holder.Value }) : terms;

    // Traces of the first days hold a second term instead of the same one with a granted due.
    private static ImmutableList<Term> Granted(Case s, Term granted, DateTimeOffset at) =>
        s.Terms.Find(t => t.Id == granted.Id) is { } former ? s.Terms.Replace(former, granted) : Done(s, "handling", at).Add(granted);

    // SM1 row 16: the due of the handling term is the original or the granted one, so the same term runs on.
    private static ImmutableList<Term> Reopen(ImmutableList<Term> terms, OrganCode lead) =>
        terms.FindLast(t => Case.Stem(t) == "handling") is { } handling ? terms.Replace(handling, handling with { DoneAt = null, Holder = lead.Value }) : terms;
}
