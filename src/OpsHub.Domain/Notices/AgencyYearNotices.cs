using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>A step of an agency's year as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="OccurredAt">When it happened, where it was entered afterwards, else null.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record AgencyYearStep(long Sequence, DateTimeOffset At, DateTimeOffset? OccurredAt, OrganCode By, AgencyYearEvent Event);

/// <summary>Who is told what of a year's new steps (年度考核提醒): whatever is owed, to whoever owes it, before and at its due and up both lines afterwards; the letter,
/// the score and the result to those whose they are. Pure: the same steps give the same notices with the same keys. Jobs 5.3.</summary>
public sealed class AgencyYearNotices
{
    // Whoever enters a past step often enters the next one at once: what that one makes moot need not go out.
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    private readonly string _key;
    private readonly AgencyYear _year;
    private readonly OfficialCalendar _calendar;
    private readonly WorkingHours _hours;
    private readonly AgencyYearNoticeWording _wording;

    private AgencyYearNotices(string key, AgencyYear s, OfficialCalendar calendar, WorkingHours hours, Func<OrganCode, string> nameOf) =>
        (_key, _year, _calendar, _hours, _wording) = (key, s, calendar, hours, new(s, nameOf));

    private OrganCode Host => OrganCode.Of(_year.Host);

    private OrganCode County => OrganCode.Of(_year.County);

    private IEnumerable<OrganCode> Served => _year.Weights.Keys.Select(OrganCode.Of);

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the year.</param>
    /// <param name="s">The year after the newest step.</param>
    /// <param name="steps">The new steps, in order.</param>
    /// <param name="calendar">The calendar of its county, for the time to appeal.</param>
    /// <param name="hours">Working hours.</param>
    /// <param name="nameOf">What an organ is called.</param>
    public static ImmutableList<Notice> Of(
        string key, AgencyYear s, IEnumerable<AgencyYearStep> steps, OfficialCalendar calendar, WorkingHours hours, Func<OrganCode, string> nameOf)
    {
        var plan = new AgencyYearNotices(key, s, calendar, hours, nameOf);
        var standing = Standing(s);
        // What was entered late is history, but for a term that it opened and that is still ahead.
        return
        [
            .. steps.SelectMany(step => IsHistory(step) ? plan.Opened(step).Where(n => n.Due > step.At) : plan.Told(step)).Where(n => n.Needs is null || standing.Contains(n.Needs)),
        ];
    }

    /// <summary>Everything that stands of a year: a notice that needs anything else is moot, so nobody is reminded who has already acted.</summary>
    public static ImmutableList<string> Standing(AgencyYear s) =>
    [
        .. s.Stage < AgencyYearStage.Shared ? new[] { NoticeNeeds.Open } : [],
        .. s.Terms.Where(t => t.IsOpen).SelectMany(Needs),
        .. Debtors(s, "letter").Where(_ => s.Stage is AgencyYearStage.PlanConsented or AgencyYearStage.PartiallySigned).Select(Signs),
    ];

    private static string Signs(OrganCode by) => $"sign@{by}";

    private static IEnumerable<string> Needs(Term t)
    {
        var holder = new OrganCode(t.Holder);
        return [NoticeNeeds.Term(t.Id), NoticeNeeds.Term(t.Id, holder), NoticeNeeds.Due(t), NoticeNeeds.Due(t, holder)];
    }

    private static IEnumerable<OrganCode> Debtors(AgencyYear s, string stem) => AgencyYearTerms.Owed(s).Where(o => o.What == stem).Select(o => o.By);

    private static bool IsHistory(AgencyYearStep step) => step.OccurredAt is { } occurred && step.At - occurred > NoticePlan.HistoryAfter;

    // One arm for each event that tells somebody more than what it opens. Nobody is told of his own step.
    private IEnumerable<Notice> Told(AgencyYearStep step) => step.Event switch
    {
        AgencyYearRungsFired fired => fired.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        // Another draft is another plan, also to whoever has yet to negotiate the former one.
        PlanDrafted => Running(step, t => AgencyYearTerms.Stem(t) == "negotiate", t => _wording.NewWork(t)),
        PlanObjected => Running(step, t => t.OpenedBy == step.Sequence, _ => _wording.Objected()),
        PlanConsented => Signing(step),
        LetterSigned { Terms.IsEmpty: true } => Signing(step),
        // The second one ends the letter's term: both lines know.
        LetterSigned => Lines().SelectMany(to => To(step, to, NoticeKind.Decided, null, _wording.InForce())),
        AssessmentOpened => [.. Opened(step), .. To(step, _year.Agency, NoticeKind.Decided, NoticeNeeds.Open, _wording.Assessing())],
        ScoreFinalised => [.. Opened(step), .. Contest(step, e => _wording.Scored(e))],
        AgencyGradeSet => [.. Opened(step), .. Contest(step, e => _wording.Graded(e))],
        // What a side signed has become another: all whom the letter binds hear of it.
        WeightsSet when _year.HasOtherWeightsThanSigned => [.. Opened(step), .. Lines().SelectMany(to => To(step, to, NoticeKind.Decided, null, _wording.Weighed()))],
        ResultRevised => [.. Opened(step), .. To(step, _year.Agency, NoticeKind.Decided, null, _wording.Revised())],
        AppealAnswered e => [.. Opened(step), .. To(step, _year.Agency, NoticeKind.Decided, null, _wording.Answered(e))],
        ResultShared e => [.. Opened(step), .. SharedWith(e).SelectMany(to => To(step, to, NoticeKind.Ended, null, _wording.Shared(e.Target)))],
        // What follows from it waits for the department; all others whom it binds hear of it, and of a coefficient that became another the department as well.
        HostResultRecorded e =>
        [
            .. Running(step, t => t.OpenedBy == step.Sequence, t => e.TakesBack ? _wording.BandTakenBack() : _wording.NewWork(t)),
            .. new[] { _year.Agency, _year.Department, Host }.Where(to => to != _year.Department || e.Terms is null).SelectMany(to => To(step, to, NoticeKind.Decided, null, _wording.Hosted(e))),
        ],
        StaffResultRecorded => To(step, _year.Agency, NoticeKind.Decided, null, _wording.Banded()),
        DailyWorkRecorded => new[] { _year.Agency, _year.Department }.SelectMany(to => To(step, to, NoticeKind.Decided, null, _wording.DailyWork())),
        ResultPublished => Lines().SelectMany(to => To(step, to, NoticeKind.Ended, null, _wording.Published())),
        _ => Opened(step),
    };

    /// <summary>The agency, its department, and the townships that it serves, the host first (条块双方).</summary>
    private IEnumerable<OrganCode> Lines() => new[] { _year.Agency, _year.Department, Host }.Concat(Served).Distinct();

    // The township's own result counts where it is hosted; the agency knows once both have it, which the second one's term tells.
    private IEnumerable<OrganCode> SharedWith(ResultShared e) =>
        [.. e.Target == ShareTarget.Township ? [Host] : new[] { _year.Department }, .. !e.Terms.IsEmpty ? [_year.Agency] : Array.Empty<OrganCode>()];

    // What the letter itself opens are its targets: each one's own ladder tells of it.
    private IEnumerable<Notice> Opened(AgencyYearStep step) => Running(step, t => t.OpenedBy == step.Sequence && step.Event is not LetterSigned, t => _wording.NewWork(t));

    private IEnumerable<Notice> Running(AgencyYearStep step, Predicate<Term> which, Func<Term, (string, string)> text) => _year.Terms.FindAll(t => t.IsOpen && which(t)).SelectMany(t =>
    {
        var to = new OrganCode(t.Holder);
        return to == step.By ? Array.Empty<Notice>() : [Make(step, to, NoticeKind.NewWork, t, NoticeNeeds.Term(t.Id, to), text(t))];
    });

    private IEnumerable<Notice> Signing(AgencyYearStep step) => Debtors(_year, "letter").Where(to => to != step.By).Select(to => Make(
        step, to, NoticeKind.NewWork, _year.Terms.Find(t => t.IsOpen && AgencyYearTerms.Stem(t) == "letter"), Signs(to), _wording.Sign()));

    private IEnumerable<Notice> Contest(AgencyYearStep step, Func<DateTimeOffset, (string, string)> text)
    {
        var until = AgencyYearTerms.WindowEnd(_year, step.Event.At, _calendar, _hours);
        return To(step, _year.Agency, NoticeKind.Decided, NoticeNeeds.Open, text(until)).Select(n => n with { Due = until });
    }

    private IEnumerable<Notice> To(AgencyYearStep step, OrganCode to, NoticeKind kind, string? needs, (string Zh, string En) text) =>
        to == step.By ? [] : [Make(step, to, kind, null, needs, text)];

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(AgencyYearStep step, string id, ImmutableList<Rung> rungs)
    {
        if (_year.Terms.Find(t => t.Id == id && t.IsOpen) is not { } term)
            yield break;
        var holder = new OrganCode(term.Holder);
        var debtors = DebtorsOf(term, step);
        var top = YearReminders.Highest(term);
        // A rung of a due that was moved since says nothing of the present one. Whoever owes it hears of the highest; those above, each of its own.
        var told = rungs.Where(r => YearReminders.Stands(term, r))
            .SelectMany(r => Recipients(r, debtors).Where(to => Rank(r) == top || !debtors.Contains(to)).Select(to => (To: to, Rung: r))).GroupBy(r => r.To, r => r.Rung);
        foreach (var one in told)
        {
            var highest = one.MaxBy(Rank)!;
            var rung = highest.Kind;
            var kind = rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, _ => NoticeKind.Overdue };
            var needs = one.Key == holder ? NoticeNeeds.Due(term, holder) : NoticeNeeds.Due(term);
            yield return Make(step, one.Key, kind, term, needs, _wording.Passed(term, rung, debtors, debtors.Contains(one.Key)), Name(highest));
        }
    }

    // The letter is owed by whoever has not signed it; the host only since the department consented: no rung before that was the host's.
    private ImmutableList<OrganCode> DebtorsOf(Term term, AgencyYearStep step) => AgencyYearTerms.Stem(term) == "letter" && Debtors(_year, "letter").ToImmutableList() is { IsEmpty: false } signers
        ? signers.RemoveAll(o => o == Host && !(_year.ConsentedAt < step.Event.At))
        : [new OrganCode(term.Holder)];

    // Nobody below the township has a part in it. What a department owes too is told to the host, which waits for it, and then to the county's performance organ.
    private IEnumerable<OrganCode> Recipients(Rung rung, ImmutableList<OrganCode> debtors) => rung.Kind switch
    {
        // They have heard once; a reminder is for whoever can end it.
        _ when rung.Step != 0 => debtors,
        RungKind.OverdueTownship => debtors.Add(Host).Distinct(),
        RungKind.OverdueCounty => debtors.Add(County).Distinct(),
        _ => debtors,
    };

    private static int Rank(Rung rung) => YearReminders.Rank(rung.Kind, rung.Step);

    private static string Name(Rung rung) => rung.Step == 0 ? $"{rung.Kind}" : rung.Step < 0 ? $"Before{-rung.Step}" : $"Again{rung.Step}";

    private Notice Make(AgencyYearStep step, OrganCode to, NoticeKind kind, Term? term, string? needs, (string Zh, string En) text, string? rung = null) => new(
        $"{_key}:{step.Sequence}:{to}:{rung ?? kind.ToString()}{(term is null ? "" : ":" + term.Id)}", _key, step.Sequence, _wording.Number, to, kind, Emergency: false,
        term?.Id, term?.Due, step.At, step.OccurredAt is null ? step.At : step.At + Settle, needs, text.Zh, text.En);
}
