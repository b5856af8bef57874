using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>A consultation's duties as deadlines: rungs ahead, what has overtaken it, what it adds to summaries.</summary>
public static class ConsultationTerms
{
    /// <summary>The open duty that is due first, or null.</summary>
    public static Duty? Nearest(Consultation s) => s.OpenDuties.MinBy(d => d.Term.Due);

    /// <summary>All that is owed, nearest due first, announcements with what they have to tell.</summary>
    public static ImmutableList<Duty> Owed(Consultation s) => [.. AnnouncementSubject.Numbered(s).OpenDuties.OrderBy(d => d.Term.Due)];

    /// <summary>Announcements to make, nearest due first: each session's, vote's and correction's is owed for itself. C040.</summary>
    public static ImmutableList<Duty> Announcements(Consultation s) => [.. s.OpenDuties.Where(d => d.Stem == DutyStems.Announce).OrderBy(d => d.Term.Due)];

    /// <summary>All rungs of open duties, still ahead or passed but not fired, in order of time. Also of one that is over while a duty of it is open.</summary>
    public static ImmutableList<Rung> Ahead(Consultation s, RuleBook rules) => Ahead(s, rules.Consultations, rules.Calendar);

    internal static ImmutableList<Rung> Ahead(Consultation s, ConsultationRules rules, OfficialCalendar calendar) =>
        [.. s.OpenDuties.SelectMany(d => Terms.Ladder(d.Term, rules.Rungs, calendar)).OrderBy(r => r.At).ThenBy(r => r.Kind)];

    /// <summary>What time, calendar and units did by now: other units are in force, duties counted again, the plan of a topic that the council didn't take in time, rungs passed, a proposal upon which the
    /// township didn't decide in time. Empty when nothing.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="rules">Its rules under the newest calendar.</param>
    /// <param name="nextSequence">Sequence that the next trace entry will have.</param>
    /// <param name="area">The units in force; null where they are not known to be others.</param>
    public static ImmutableList<ConsultationEvent> Overtaken(Consultation s, DateTimeOffset now, RuleBook rules, long nextSequence, ConsultationArea? area = null) =>
        Overtaken(s, now, rules.Consultations, rules.Calendar, rules.Cases.Hours, nextSequence, area);

    internal static ImmutableList<ConsultationEvent> Overtaken(
        Consultation s, DateTimeOffset now, ConsultationRules rules, OfficialCalendar calendar, WorkingHours hours, long nextSequence, ConsultationArea? area)
    {
        ImmutableList<ConsultationEvent> events = [];
        Happens(area is null ? null : ConsultationFollowing.Of(s, now, area));
        Happens(ConsultationReprojection.Of(s, now, calendar, nextSequence + events.Count));
        Happens(ConsultationMilestones.Missing(s, now, rules, calendar, hours, nextSequence + events.Count));
        Happens(ConsultationTopics.NotTaken(s, now, rules, calendar, hours, nextSequence + events.Count));
        ImmutableList<Rung> passed = Ahead(s, rules, calendar).RemoveAll(r => r.At > now);
        Happens(passed.IsEmpty ? null : new ConsultationRungsFired(now, passed));
        Happens(ConsultationTopics.Lapsed(s, now, rules, calendar, hours, nextSequence + events.Count));
        return events;

        void Happens(ConsultationEvent? happened)
        {
            if (happened is null)
                return;
            events = events.Add(happened);
            s = ConsultationFold.Apply(s, happened);
        }
    }

    /// <summary>A hard duty was kept late, or its due has passed and that is recorded (违规).</summary>
    public static bool IsBreached(Consultation s) => s.Duties.Exists(d => d.Hard && !d.Term.IsLifted
        && (d.Term.DoneAt is { } done ? d.Term.IsLate(done) : d.Term.Fired.Contains(RungKind.Due)));

    /// <summary>Somebody still has to act: not over, or a duty is open that outlived it, as the announcement of a correction does.</summary>
    public static bool IsOpen(Consultation s) => s.EndedAt is null || s.Duties.Exists(d => d.Term.IsOpen);

    /// <summary>A vote must be held, or put first (待表决): called for; owed on the result; or the only way on after rounds without agreement, save one more. SM2 rows 14-16.</summary>
    public static bool IsVoteAhead(Consultation s, ConsultationRules rules) => s.Stage switch
    {
        VoteRequired => true,
        Concluded or VotePassed => ConsultationVoting.Outstanding(s, rules) is not null,
        SessionEnded => s is { Round: > 1, LastSession.Outcome: not SessionOutcome.Consensus, Variant: ConsultationVariant.Community or ConsultationVariant.CrossCommunity },
        _ => false,
    };

    /// <summary>What it adds to the summary of its home unit.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="rules">Its rules; null for the defaults.</param>
    public static ConsultationContribution Contribution(Consultation s, ConsultationRules? rules = null)
    {
        var open = s.OpenDuties;
        var breached = IsBreached(s);
        return new(
            s.Stage,
            IsOpen(s),
            Due(open.FindAll(d => d.Stem == DutyStems.Plan)),
            Buckets.From(Announcements(s).Select(d => KeyValuePair.Create(SummaryFold.MinuteOf(d.Term.Due), 1))),
            breached ? 0 : Due(open.FindAll(d => d.Hard)),
            Due(open),
            breached,
            s.Round,
            IsVoteAhead(s, rules ?? new()),
            s.Ahead is { } ahead ? SummaryFold.MinuteOf(ahead.Start) : 0,
            open.Exists(d => d.Term.Provisional));
    }

    private static long Due(ImmutableList<Duty> duties) => duties.MinBy(d => d.Term.Due) is { } nearest ? SummaryFold.MinuteOf(nearest.Term.Due) : 0;
}
