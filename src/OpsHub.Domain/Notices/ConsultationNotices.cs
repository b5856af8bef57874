using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>A step of a consultation as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="OccurredAt">When it happened, where it was entered afterwards, else null.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record ConsultationStep(long Sequence, DateTimeOffset At, DateTimeOffset? OccurredAt, OrganCode By, ConsultationEvent Event);

/// <summary>Who is told what of a consultation's new steps (协商提醒): duties to the organ whose they are, before and at their due; lateness up the ladder.
/// Pure: the same steps give the same notices with the same keys. Jobs 5.3.</summary>
public sealed class ConsultationNotices
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    private readonly string _key;
    private readonly Consultation _consultation;
    private readonly ConsultationPlace _place;
    private readonly OfficialCalendar _calendar;
    private readonly ConsultationNoticeWording _wording;
    private readonly ImmutableList<ConsultationStep> _handedOver;

    private ConsultationNotices(string key, Consultation s, ImmutableList<ConsultationStep> steps, ConsultationPlace place, OfficialCalendar calendar, Func<OrganCode, string> nameOf) =>
        (_key, _consultation, _place, _calendar, _wording, _handedOver) = (key, s, place, calendar, new(s, nameOf), steps.FindAll(step => step.Event is ConsultationAreaChanged));

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the consultation.</param>
    /// <param name="s">The consultation after the newest step.</param>
    /// <param name="steps">The new steps, in order.</param>
    /// <param name="place">Where it stands, in force.</param>
    /// <param name="calendar">The calendar of its county: on days off the announcement's reminders go out all the same.</param>
    /// <param name="nameOf">What an organ is called.</param>
    public static ImmutableList<Notice> Of(
        string key, Consultation s, IEnumerable<ConsultationStep> steps, ConsultationPlace place, OfficialCalendar calendar, Func<OrganCode, string> nameOf)
    {
        var all = steps.ToImmutableList();
        var plan = new ConsultationNotices(key, s, all, place, calendar, nameOf);
        var standing = Standing(s);
        // What was entered late is history, but for a duty that it opened and that is still ahead: an announcement has only until the next day.
        return
        [
            .. all.SelectMany(step => IsHistory(step) ? plan.Opened(step).Where(n => n.Due > step.At) : plan.Told(step)).Where(n => n.Needs is null || standing.Contains(n.Needs)),
        ];
    }

    /// <summary>Everything that stands of a consultation: a notice that needs anything else is moot, so nobody is reminded who has already acted.</summary>
    public static ImmutableList<string> Standing(Consultation s) =>
    [
        .. s.EndedAt is null ? new[] { NoticeNeeds.Open } : [],
        .. s.Proposed is null ? [] : new[] { Proposed },
        .. s.ReviewOpen ? new[] { Review } : [],
        .. s.OpenDuties.SelectMany(d => Needs(d.Term)),
    ];

    private const string Proposed = "proposed";
    private const string Review = "review";

    private static IEnumerable<string> Needs(Term t)
    {
        var holder = new OrganCode(t.Holder);
        return [NoticeNeeds.Term(t.Id), NoticeNeeds.Term(t.Id, holder), NoticeNeeds.Due(t), NoticeNeeds.Due(t, holder)];
    }

    private static bool IsHistory(ConsultationStep step) => step.OccurredAt is { } occurred && step.At - occurred > NoticePlan.HistoryAfter;

    private IEnumerable<Notice> Told(ConsultationStep step) => step.Event switch
    {
        ConsultationRungsFired fired => fired.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        // Whoever was to be reminded of the former due is reminded of the new one.
        DutiesReprojected moved => moved.Duties.SelectMany(d => Owed(step, d.Term.Id)).SelectMany(d => Reminders(step, d)),
        OpinionAdded { Proposed: not null } => ToTownship(step, NoticeKind.NewWork, Proposed, _wording.Proposed()),
        ConsultationOpened { Proposed: not null } => ToTownship(step, NoticeKind.NewWork, Proposed, _wording.ReportedUp()),
        MatterFactsAdded { Proposed: not null } => ToTownship(step, NoticeKind.NewWork, Proposed, _wording.CalledFor()),
        MatterFactsAdded added => [.. Opened(step), .. ToTownship(step, NoticeKind.Decided, NoticeNeeds.Open, added.Lead is null ? _wording.FactsAdded() : _wording.LeadMoved())],
        ProposalLapsed => [.. Opened(step), .. Lapsed(step)],
        ResultCorrected { ReportedTo: { } organ } => [.. Opened(step), Make(step, organ, NoticeKind.Decided, null, null, _wording.ResultVoid())],
        SessionClosed { ReviewOpens: true } => [.. Opened(step), .. ToTownship(step, NoticeKind.Escalated, Review, _wording.Review())],
        ComplaintRecorded told => ToTownship(step, NoticeKind.Escalated, NoticeNeeds.Open, _wording.Complaint(told.Complaint)),
        ConsultationRerouted => [.. Opened(step), .. Rerouted(step)],
        ConsultationAreaChanged moved => HandedOver(step, moved),
        _ => Opened(step),
    };

    // What a step opens is told to whoever owes it, but to nobody of his own step: save the announcement, whose clock the session's end starts.
    private IEnumerable<Notice> Opened(ConsultationStep step) => _consultation.OpenDuties.FindAll(d => d.Term.OpenedBy == step.Sequence && !IsHandedOn(step, d.Term.Id)).SelectMany(d =>
    {
        var to = new OrganCode(d.Term.Holder);
        return to == step.By && d.Stem != DutyStems.Announce
            ? Reminders(step, d)
            : Reminders(step, d).Prepend(Make(step, to, NoticeKind.NewWork, d.Term, NoticeNeeds.Term(d.Term.Id, to), _wording.NewDuty(d)));
    });

    // Whoever owes it now has never heard of it: what is due first is told to each, and what has reminders of its own is reminded of.
    private IEnumerable<Notice> HandedOver(ConsultationStep step, ConsultationAreaChanged moved)
    {
        var owed = moved.Duties.SelectMany(d => Owed(step, d.Term.Id)).ToImmutableList();
        return
        [
            .. owed.GroupBy(d => d.Term.Holder).Select(all => all.MinBy(d => d.Term.Due)!)
                .Select(d => Make(step, new(d.Term.Holder), NoticeKind.NewWork, d.Term, NoticeNeeds.Term(d.Term.Id, new(d.Term.Holder)), _wording.NewDuty(d))),
            .. owed.SelectMany(d => Reminders(step, d)),
        ];
    }

    // An open duty, unless a later step handed it on: that one tells of it.
    private ImmutableList<Duty> Owed(ConsultationStep step, string id) => IsHandedOn(step, id) ? [] : _consultation.OpenDuties.FindAll(open => open.Term.Id == id);

    private bool IsHandedOn(ConsultationStep step, string id) =>
        _handedOver.Exists(over => step.Sequence < over.Sequence && ((ConsultationAreaChanged)over.Event).Duties.Exists(d => d.Term.Id == id));

    private IEnumerable<Notice> Reminders(ConsultationStep step, Duty duty)
    {
        var (term, to) = (duty.Term, new OrganCode(duty.Term.Holder));
        return At(duty, step.At).Select(at => Make(
            step, to, NoticeKind.DueSoon, term, NoticeNeeds.Due(term, to), _wording.DueSoon(duty), $"DueSoon@{LocalDay.TimeOf(at.At):HHmm}") with
        { NotBefore = at.At, Emergency = at.OnDayOff });
    }

    // PlanDueReminder and AnnounceDueReminder. The announcement is due on a holiday too, when nothing else is told: its reminders are then told like an emergency's.
    // A plan may be owed by the proposal's day that the council let lie: its reminder stands where it still can, after the step that told of it.
    private IEnumerable<(DateTimeOffset At, bool OnDayOff)> At(Duty duty, DateTimeOffset after)
    {
        var last = LocalDay.Before(duty.Term.Due);
        IEnumerable<(DateTimeOffset At, bool OnDayOff)> all = duty.Stem switch
        {
            DutyStems.Announce => new[] { Morning, Evening }.Select(time => (LocalDay.At(last, time), !_calendar.IsWorkingDay(last))),
            DutyStems.Plan => [(FirstMorning(LocalDay.Of(duty.Term.OpenedAt).AddDays(1), after), false)],
            _ => [],
        };
        return all.Where(at => at.At > after && at.At < duty.Term.Due);
    }

    private DateTimeOffset FirstMorning(DateOnly from, DateTimeOffset after)
    {
        var day = LocalDay.Of(after);
        var first = LocalDay.At(day, Morning) > after ? day : day.AddDays(1);
        return LocalDay.At(FirstWorkingDay(first > from ? first : from), Morning);
    }

    private DateOnly FirstWorkingDay(DateOnly from)
    {
        while (!_calendar.IsWorkingDay(from))
            from = from.AddDays(1);
        return from;
    }

    private IEnumerable<Notice> ToTownship(ConsultationStep step, NoticeKind kind, string needs, (string Zh, string En) text) => OrganCode.Of(_place.Township) is var to && to == step.By
        ? []
        : [Make(step, to, kind, null, needs, text)];

    private IEnumerable<Notice> Rerouted(ConsultationStep step) => _consultation.Communities.Select(OrganCode.Of).Where(to => to != step.By)
        .Select(to => Make(step, to, NoticeKind.Decided, null, NoticeNeeds.Open, _wording.Rerouted()));

    // The township let it lie, and those who waited for it may go on.
    private IEnumerable<Notice> Lapsed(ConsultationStep step) => new[] { OrganCode.Of(_place.Township), _consultation.Lead }.Distinct()
        .Select(to => Make(step, to, NoticeKind.Decided, null, NoticeNeeds.Open, _wording.Lapsed()));

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(ConsultationStep step, string id, ImmutableList<Rung> rungs)
    {
        if (_consultation.OpenDuties.Find(d => d.Term.Id == id) is not { } duty)
            yield break;
        var (term, holder) = (duty.Term, new OrganCode(duty.Term.Holder));
        // A rung of a due that was moved since says nothing of the present one; plan and announcement have reminders of their own, unless none of them lies ahead any more.
        var reminded = At(duty, step.At).Any();
        var told = rungs.Where(r => term.Fired.Contains(r.Kind) && (r.Kind != RungKind.DueSoon || !reminded))
            .SelectMany(r => Recipients(r.Kind, holder).Select(to => (To: to, r.Kind))).GroupBy(r => r.To, r => r.Kind);
        foreach (var one in told)
        {
            // Who owes it now wasn't the one who let it pass, and knows its due from the hand-over.
            if (one.Key == holder && IsHandedOn(step, id))
                continue;
            var rung = one.Max();
            var kind = rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, _ => NoticeKind.Overdue };
            var needs = one.Key == holder ? NoticeNeeds.Due(term, holder) : NoticeNeeds.Due(term);
            yield return Make(step, one.Key, kind, term, needs, _wording.Passed(duty, rung, one.Key == holder), rung.ToString());
        }
    }

    private IEnumerable<OrganCode> Recipients(RungKind rung, OrganCode holder) => rung switch
    {
        RungKind.OverdueCommunity when _place.Community is { } community => [holder, OrganCode.Of(community)],
        RungKind.OverdueTownship => [holder, OrganCode.Of(_place.Township)],
        RungKind.OverdueCounty => [holder, OrganCode.Of(_place.County)],
        _ => [holder],
    };

    private Notice Make(ConsultationStep step, OrganCode to, NoticeKind kind, Term? term, string? needs, (string Zh, string En) text, string? name = null) => new(
        $"{_key}:{step.Sequence}:{to}:{name ?? kind.ToString()}{(term is null ? "" : ":" + term.Id)}", _key, step.Sequence, _consultation.Number, to, kind, Emergency: false,
        term?.Id, term?.Due, step.At, step.At, needs, text.Zh, text.En);
}
