using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Feeds;

/// <summary>What a consultation puts into a calendar: each round's session, and each duty on the day it is due (会议和期限). Titles are masked: a phone's
/// calendar lies with its maker.</summary>
internal static class FeedEvents
{
    // A plan says when a session starts and not how long it takes. Assumed, for the calendar only.
    private static readonly TimeSpan Planned = TimeSpan.FromHours(2);

    public static IEnumerable<FeedEvent> Of(FeedConsultation consultation, DateTimeOffset now, PaperNames names)
    {
        var since = now - FeedReading.Kept;
        return Sessions(consultation, names).Concat(Duties(consultation, now, names)).Where(e => !(e.IsCancelled || e.IsDone) || e.ChangedAt >= since);
    }

    /// <summary>What says that the calendar is cut, today for as long as it is: nobody takes silence for nothing to do.</summary>
    public static IEnumerable<FeedEvent> Cut(FeedPage page, UnitCode unit, DateTimeOffset now)
    {
        if (!page.IsCut)
            yield break;
        var today = LocalDay.Of(now);
        yield return new($"{unit}-cut", LocalDay.Start(today), null, "日历未列全：另有在办协商，请登录平台查看", null,
            "本单位在办协商较多，日历列出近期全部协商会议和部分期限。\nThis calendar is cut: sign in to see every open consultation of the unit.", false, false, LocalDay.Start(today), today.DayNumber);
    }

    private static IEnumerable<FeedEvent> Sessions(FeedConsultation c, PaperNames names)
    {
        var state = c.State;
        foreach (var session in state.Sessions)
        {
            var changed = session.EndedAt ?? (session.Pauses is [.., var pause] ? pause.Until ?? pause.From : session.StartedAt);
            // Sessions of before do not know their place: then the plan tells it, for as long as it is this round's.
            var place = (session.Place ?? (session.Round == state.Round ? state.Arranged?.Place : null)) is { } held ? names.Masked(held) : null;
            yield return Session(c, session.Round, session.StartedAt, session.EndedAt ?? session.StartedAt + Planned, place, false, session.EndedAt is not null, changed, names, Standing(session));
            foreach (var resumed in Resumed(c, session, place, names))
                yield return resumed;
        }

        if (state.Arranged is { } arranged && !state.Sessions.Exists(s => s.Round == state.Round))
        {
            var cancelled = state.EndedAt is not null;
            var changed = cancelled && state.EndedAt > arranged.SetAt ? state.EndedAt.Value : arranged.SetAt;
            yield return Session(c, state.Round, arranged.Start, arranged.Start + Planned, names.Masked(arranged.Place), cancelled, false, changed, names,
                cancelled ? "已取消" : state.Plan is { } plan ? NoticeText.Form(plan) : ConsultationWording.Of(state.Variant).Zh);
        }
    }

    // What an adjournment set stands in the calendar for itself; once the session went on, or ended, where it went on.
    private static IEnumerable<FeedEvent> Resumed(FeedConsultation c, ConsultationSession session, string? place, PaperNames names) =>
        session.Pauses.Select((pause, i) => (Pause: pause, Number: i + 1)).Where(p => p.Pause.ResumesAt is not null).Select(p =>
        {
            var (pause, changed) = (p.Pause, p.Pause.Until ?? p.Pause.From);
            var start = pause.Until ?? pause.ResumesAt!.Value;
            return new FeedEvent($"{c.Key}-session-{session.Round}-resumed-{p.Number}", start, start + Planned, $"协商会议复会：{PaperText.Matter(c.State, names)}", place,
                $"{(pause.Until is null ? "待复会" : "已复会")}\n牵头：{names.Organ(c.State.Lead)}\n编号：{c.State.Number}", false, pause.Until is not null, changed, Sequence(c.State, changed));
        });

    private static FeedEvent Session(
        FeedConsultation c, int round, DateTimeOffset start, DateTimeOffset end, string? place, bool cancelled, bool done, DateTimeOffset changed, PaperNames names, string standing) =>
        new($"{c.Key}-session-{round}", start, end, $"{(cancelled ? "【已取消】" : "")}协商会议：{PaperText.Matter(c.State, names)}{(round > 1 ? $"（第{round}轮）" : "")}", place,
            $"{standing}\n牵头：{names.Organ(c.State.Lead)}\n编号：{c.State.Number}", cancelled, done, changed, Sequence(c.State, changed));

    private static string Standing(ConsultationSession session) => session switch
    {
        { Outcome: { } outcome } => "已结束：" + ConsultationWording.Of(outcome).Zh,
        { IsAdjourned: true } => "休会中",
        _ => "正在进行",
    };

    private static IEnumerable<FeedEvent> Duties(FeedConsultation c, DateTimeOffset now, PaperNames names)
    {
        foreach (var duty in c.State.Duties)
        {
            var term = duty.Term;
            var changed = new[] { term.OpenedAt, term.DoneAt ?? term.OpenedAt, term.Ledger is [.., var entry] ? entry.At : term.OpenedAt }.Max();
            var late = term.IsLate(now);
            if (late && term.Due > changed) // its title changes by time alone
                changed = term.Due;
            // What was done in time may be entered after it had shown as late: then too it comes after that.
            var sequence = term.IsOpen ? Sequence(c.State, changed) : Sequence(c.State, term.Due > changed ? term.Due : changed) + 1;
            var standing = (term.IsLifted, term.IsOpen, late) switch
            {
                (true, _, _) => "【已解除】",
                (_, false, false) => "【已办】",
                (_, false, true) => "【逾期办结】",
                (_, true, true) => "【逾期】",
                _ => "",
            };
            yield return new(
                $"{c.Key}-{term.Id}", LocalDay.Start(LocalDay.Before(term.Due)), null, $"{standing}{(duty.Step is null ? ConsultationWording.OfDuty(duty.Stem).Zh : term.Name)}截止：{PaperText.Matter(c.State, names)}", null,
                $"截止：{LocalDay.BoundText(term.Due)}（北京时间）{(term.Provisional ? "，暂定" : "")}\n责任主体：{Holder(term.Holder, names)}\n依据：{PaperProof.Clause(term.Basis)}\n编号：{c.State.Number}",
                term.IsLifted, !term.IsOpen, changed, sequence);
        }
    }

    private static string Holder(string holder, PaperNames names) => OrganCode.TryParse(holder, out var organ) ? names.Organ(organ) : holder;

    // Seconds from the consultation's beginning to the change: rises with every change and is the same in every process, without a counter to keep.
    private static int Sequence(Consultation state, DateTimeOffset changed) => (int)Math.Clamp((changed - state.BeganAt).TotalSeconds, 0, int.MaxValue - 1);
}
