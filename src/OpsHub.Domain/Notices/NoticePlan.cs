using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>Who is told what of a case's new steps (提醒计划). Pure: the same steps give the same notices with the same keys.
/// A step that is not named in <see cref="Told"/> tells nobody.</summary>
public sealed class NoticePlan
{
    // Whoever enters a past step often enters the next one at once: what that one makes moot need not go out.
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    /// <summary>A step that had happened so long before it was entered is history: nobody is sent to work for it. Assumed.</summary>
    public static readonly TimeSpan HistoryAfter = TimeSpan.FromHours(24);

    private readonly string _key;
    private readonly Case _case;
    private readonly Placement _place;
    private readonly NoticeWording _wording;
    private readonly long _handedOn;
    private readonly ImmutableList<(long Sequence, ImmutableList<Term> Terms)> _handedOver;
    private readonly long _cycleFrom;

    private NoticePlan(string key, Case s, ImmutableList<NoticeStep> steps, Placement place, CaseRules rules, Func<OrganCode, string> nameOf)
    {
        (_key, _case, _place, _wording) = (key, s, place, new(s, rules, nameOf));
        _handedOn = steps.FindLast(step => step.Event is CaseReturned or CaseRedispatched or PartsAssigned or CaseReopened or CaseRelocated { Terms.IsEmpty: false } && !CaseFollowing.IsHandover(step.Event))?.Sequence ?? 0;
        _handedOver = steps.FindAll(step => CaseFollowing.IsHandover(step.Event)).ConvertAll(step => (step.Sequence, Owed(step.Event)));
        _cycleFrom = steps.FindLast(step => step.Event is CaseReopened)?.Sequence ?? 0;
    }

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the case.</param>
    /// <param name="s">The case after the newest step.</param>
    /// <param name="steps">The new steps, in order.</param>
    /// <param name="place">The units in force over its grid.</param>
    /// <param name="rules">Names of categories.</param>
    /// <param name="nameOf">What an organ is called.</param>
    public static ImmutableList<Notice> Of(string key, Case s, IEnumerable<NoticeStep> steps, Placement place, CaseRules rules, Func<OrganCode, string> nameOf)
    {
        var all = steps.ToImmutableList();
        if (all.IsEmpty)
            return [];
        var plan = new NoticePlan(key, s, all, place, rules, nameOf);
        var standing = NoticeNeeds.Standing(s);
        return [.. all.Where(step => !plan.IsHistory(step)).SelectMany(plan.Told).Where(n => n.Needs is null || standing.Contains(n.Needs))];
    }

    // A report that nobody has taken up yet is no history, however long its door was shut.
    private bool IsHistory(NoticeStep step) =>
        step.OccurredAt is { } occurred && step.At - occurred > HistoryAfter && !(step.Event is CaseReported && _case.Stage == CaseStage.Reported);

    // The same step is planned again after each activation: the term's id, which is part of the key, comes from the step and not from what is open now.
    private static string? Opened(ImmutableList<Term>? terms, string stem) => terms?.Find(t => Case.Stem(t) == stem && t.IsOpen)?.Id;

    private static ImmutableList<Term> Owed(CaseEvent handover) => handover switch { CaseAreaChanged e => e.Terms, CaseRelocated e => e.Terms, _ => [] };

    private bool IsHandedOver(NoticeStep step, string term) => _handedOver.Exists(over => step.Sequence < over.Sequence && over.Terms.Exists(t => t.Id == term));

    private string? HandlingNow(NoticeStep step) => step.Sequence > _cycleFrom ? _case.OpenTerm("handling")?.Id : null;

    // One arm for each event that tells somebody something. Nobody is told of what he did himself.
    private IEnumerable<Notice> Told(NoticeStep step) => step.Event switch
    {
        CaseReported e when e.Emergency => [.. Handed(step, e.Forwarded ?? e.FirstAsked, e.Acceptance.Id), .. Emergency(step)],
        CaseReported e => Handed(step, e.Forwarded ?? e.FirstAsked, e.Acceptance.Id),
        CaseAccepted e => Handed(step, e.NextHolder, e.Triage.Id),
        CaseTriaged e => Handed(step, e.NextHolder, e.Dispatch?.Id),
        // Whoever holds it for the right area has never heard of it; whom an emergency concerns goes to another place.
        CaseRelocated e when CaseFollowing.IsHandover(e) => [.. HandedOver(step, e.Terms), .. _case.Emergency ? Arrived(step, e.Placement.Township, e.Placement.County) : []],
        CaseRelocated e => [.. HandedOver(step, e.Terms), .. _case.Emergency ? Relocated(step, e.Placement) : []],
        CaseAreaChanged e => [.. HandedOver(step, e.Terms), .. _case.Emergency ? Arrived(step, [.. e.Placement.Upwards.Except(e.Former.Upwards).Where(u => u.Level is UnitLevel.Township or UnitLevel.County)]) : []],
        CaseDispatched e => [.. Handed(step, e.Lead, e.AcceptTerm.Id), .. Assisting(step, e.Assists, e.Parts)],
        CaseRedispatched e => [.. Handed(step, e.Lead, e.AcceptTerm.Id), .. Assisting(step, e.Assists, e.Parts), .. Dropped(step, e.Dropped)],
        ExtensionRequested e => Handed(step, e.Decider, e.Decision.Id),
        ExtensionGranted e => Decided(step, Opened(e.Terms, "handling"), granted: true),
        ExtensionRefused => Decided(step, HandlingNow(step), granted: false),
        CoordinationBegun e => Handed(step, e.Coordinator, Opened(e.Terms, "coordination")),
        PartFedBack when step.Sequence > _handedOn && _case.Lead is { } lead && _case.Parts.TrueForAll(part => !part.IsOpen) && HandlingNow(step) is { } handling => Handed(step, lead, handling),
        CaseResumed e when _case.Lead is { } lead && Opened(e.Terms, "handling") is { } handling => Handed(step, lead, handling),
        PartsAssigned e when HandlingNow(step) is { } handling =>
            [.. Handed(step, e.Lead, handling), .. Assisting(step, [.. e.Parts.Where(part => part.IsOpen).Select(part => part.Organ)], e.Parts), .. Dropped(step, e.Dropped)],
        CaseUrged e => e.Organ == step.By ? [] : [Make(step, e.Organ, NoticeKind.Urged, Term(e.Reply.Id), NoticeNeeds.Term(e.Reply.Id, e.Organ), _wording.Urged(e.Level, e.Reply))],
        UrgeAnswered e => Answered(step, e),
        CaseEscalated e => Escalated(step, e.Risk),
        CaseReopened e => Handed(step, e.NextHolder, e.Triage.Id),
        CaseReturned e => Handed(step, e.NextHolder, Opened(e.Terms, "redispatch")),
        CaseFedBack e => Handed(step, e.NextHolder, e.Verification.Id),
        VerificationFailed when step.Sequence > _handedOn => Handed(step, _case.Lead!.Value, _case.OpenTerm("handling")?.Id),
        CaseWithdrawn e => [.. Ended(step), .. Freed(step, e.Terms)],
        CaseDeclined or CaseClosed or CaseMerged => Ended(step),
        CaseRungsFired e => e.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        _ => [],
    };

    private IEnumerable<Notice> Handed(NoticeStep step, OrganCode to, string? term)
    {
        var due = Term(term);
        // Whoever has the term now knows it from the hand-over.
        return to == step.By || (due is not null && IsHandedOver(step, due.Id)) ? [] : [Make(step, to, NoticeKind.NewWork, due, due is null ? NoticeNeeds.Held(to) : NoticeNeeds.Term(due.Id, to), _wording.NewWork(due))];
    }

    // The newest of what each one owes: one notice for each.
    private IEnumerable<Notice> HandedOver(NoticeStep step, ImmutableList<Term> terms) => terms.GroupBy(t => t.Holder).SelectMany(owed => Handed(step, new OrganCode(owed.Key), owed.Last().Id));

    private IEnumerable<Notice> Assisting(NoticeStep step, ImmutableList<OrganCode> assists, ImmutableList<CasePart>? parts) => assists.Where(a => a != step.By)
        .Select(a => (Organ: a, Term: Term(parts?.Find(part => part.Organ == a)?.Term)))
        .Select(a => Make(step, a.Organ, NoticeKind.NewWork, a.Term, a.Term is null ? NoticeNeeds.Open : NoticeNeeds.Term(a.Term.Id, a.Organ), _wording.Assist(a.Term)));

    private IEnumerable<Notice> Decided(NoticeStep step, string? term, bool granted) => _case.Lead is not { } lead || lead == step.By || Term(term) is not { } handling
        ? []
        : [Make(step, lead, NoticeKind.Decided, handling, NoticeNeeds.Term(handling.Id, lead), _wording.Decided(granted, handling))];

    // Who urged waits for the answer. SM1 row U.
    private IEnumerable<Notice> Answered(NoticeStep step, UrgeAnswered e) => _case.Urges.Where(u => u.Organ == e.By && u.AnsweredAt == e.At).Select(u => u.By).Distinct().Where(to => to != step.By)
        .Select(to => Make(step, to, NoticeKind.Decided, null, NoticeNeeds.Open, _wording.Answered(e.By)));

    // Who is out of it would go on working otherwise.
    private IEnumerable<Notice> Dropped(NoticeStep step, ImmutableList<OrganCode>? dropped) => (dropped ?? []).Where(to => to != step.By)
        .Select(to => Make(step, to, NoticeKind.Ended, null, NoticeNeeds.Open, _wording.Dropped()));

    // So would whoever owed a step when it was withdrawn: lead, assisting organs, who was urged. The one first asked is told as such.
    private IEnumerable<Notice> Freed(NoticeStep step, ImmutableList<Term> lifted) => lifted.Select(t => new OrganCode(t.Holder)).Distinct().Where(to => to != step.By && !Asked.Contains(to))
        .Select(to => Make(step, to, NoticeKind.Ended, null, null, _wording.Ended()));

    private IEnumerable<Notice> Escalated(NoticeStep step, RiskKind? risk) => new[] { OrganCode.Of(_place.Township), OrganCode.Of(_place.County) }.Where(o => o != step.By)
        .Select(o => Make(step, o, NoticeKind.Escalated, null, NoticeNeeds.Open, _wording.Escalated(risk), atOnce: risk is not null));

    // At once, whoever holds it and whoever reported it. T024, C065.
    private IEnumerable<Notice> Emergency(NoticeStep step) => new[] { OrganCode.Of(_place.Township), OrganCode.Of(_place.County) }.Where(o => o != step.By)
        .Select(o => Make(step, o, NoticeKind.Emergency, null, NoticeNeeds.Open, _wording.Emergency()));

    // Which township helps is another matter now; the county is the same.
    private IEnumerable<Notice> Relocated(NoticeStep step, Placement to) => OrganCode.Of(to.Township) is var township && township == step.By
        ? []
        : [Make(step, township, NoticeKind.Emergency, null, NoticeNeeds.Open, _wording.Relocated())];

    // At once, in whose area it lies now: of a merged grid both, for the place that the county knows is no more. T024, C065, G011.
    private IEnumerable<Notice> Arrived(NoticeStep step, params UnitCode[] units) =>
        units.Select(unit => Make(step, OrganCode.Of(unit), NoticeKind.Emergency, null, NoticeNeeds.Open, _wording.Arrived()));

    // Whoever was asked first, here and in the cases that joined: each has a reporter who waits. T019, SM1 row 4.
    private IEnumerable<OrganCode> Asked => _case.Joined.Select(j => j.FirstAsked).OfType<OrganCode>().Prepend(_case.FirstAsked).Distinct();

    private IEnumerable<Notice> Ended(NoticeStep step) => Asked.Where(to => to != step.By)
        .Select(to => Make(step, to, NoticeKind.Ended, null, null, _wording.Ended()));

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(NoticeStep step, string id, ImmutableList<Rung> rungs)
    {
        if (Term(id) is not { } term)
            yield break;
        var holder = new OrganCode(term.Holder);
        // A rung of a due that was moved since says nothing of the present one.
        var told = rungs.Where(r => term.Fired.Contains(r.Kind)).SelectMany(r => Recipients(r.Kind, holder).Select(to => (To: to, r.Kind))).GroupBy(r => r.To, r => r.Kind);
        foreach (var one in told)
        {
            // Who has the term now wasn't the one who let it pass, and knows its due from the hand-over.
            if (one.Key == holder && (step.Sequence < _handedOn || IsHandedOver(step, id)))
                continue;
            var rung = one.Max();
            var kind = rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, RungKind.Escalated => NoticeKind.Escalated, _ => NoticeKind.Overdue };
            var needs = one.Key == holder ? NoticeNeeds.Due(term, holder) : NoticeNeeds.Due(term);
            yield return Make(step, one.Key, kind, term, needs, _wording.Passed(term, rung, one.Key == holder), rung.ToString());
        }
    }

    private IEnumerable<OrganCode> Recipients(RungKind rung, OrganCode holder) => rung switch
    {
        RungKind.OverdueCommunity => [holder, OrganCode.Of(_place.Community)],
        RungKind.OverdueTownship => [holder, OrganCode.Of(_place.Township)],
        RungKind.OverdueCounty => [holder, OrganCode.Of(_place.County)],
        RungKind.Escalated => [OrganCode.Of(_place.County)],
        _ => [holder],
    };

    private Term? Term(string? id) => id is null ? null : _case.Terms.Find(t => t.Id == id);

    // A risk is told at once, as an emergency is. C065.
    private Notice Make(NoticeStep step, OrganCode to, NoticeKind kind, Term? term, string? needs, (string Zh, string En) text, string? rung = null, bool atOnce = false) => new(
        $"{_key}:{step.Sequence}:{to}:{rung ?? kind.ToString()}{(term is null ? "" : ":" + term.Id)}", _key, step.Sequence, _case.Number, to, kind, _case.Emergency || atOnce,
        term?.Id, term?.Due, step.At, step.OccurredAt is null || _case.Emergency || atOnce ? step.At : step.At + Settle, needs, text.Zh, text.En);
}
