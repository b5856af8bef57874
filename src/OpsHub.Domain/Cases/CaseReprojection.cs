using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Terms counted again by another calendar (期限重新推算): a year was loaded or amended, or offices of the county are closed. Both dues stand
/// in each term's ledger. Resolution 6.</summary>
/// <param name="At">When.</param>
/// <param name="Calendar">Version of the calendar.</param>
/// <param name="Reason">What made that version.</param>
/// <param name="Terms">The terms that moved, or are no longer provisional, as they are now; empty where only rungs after their dues moved.</param>
public sealed record CaseTermsReprojected(DateTimeOffset At, int Calendar, string Reason, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C035";
}

/// <summary>What time and calendar do to a case by themselves. Resolution 6.</summary>
public static class CaseReprojection
{
    /// <summary>The event that counts its open terms again, or null where none moves: provisional ones, and those whose counted days changed.</summary>
    /// <param name="s">The case.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as the case's county has it.</param>
    /// <param name="sequence">Sequence that its trace entry will have.</param>
    public static CaseTermsReprojected? Of(Case s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (!s.Stage.IsOpen() || calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = ReasonOf(calendar);
        // Time doesn't run backwards for a term either: what was entered for a later instant stands.
        var moved = s.Terms.Where(t => now >= t.LastAt).Select(t => (Former: t, Now: Terms.Reproject(t, calendar, now, sequence, reason)))
            .Where(t => !ReferenceEquals(t.Former, t.Now)).Select(t => t.Now).ToImmutableList();
        return moved.IsEmpty ? null : new(now, calendar.Version, reason, moved);
    }

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    /// <param name="s">The case.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="rules">Its rules under the newest calendar.</param>
    /// <param name="former">Calendars by which its rungs may have been told.</param>
    public static CaseTermsReprojected? OfRungs(Case s, DateTimeOffset now, RuleBook rules, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= rules.Calendar.Version)
            return null;
        var ahead = CaseTerms.Ahead(s, rules);
        return former.Any(calendar => !CaseTerms.Ahead(s, rules with { Calendar = calendar }).SequenceEqual(ahead))
            ? new(now, rules.Calendar.Version, ReasonOf(rules.Calendar), [])
            : null;
    }

    /// <summary>What has overtaken a case by now: other units are in force where it lies, a suspension that reached its limit ends, its terms are counted again, then
    /// the rungs passed fire. Empty when nothing has.</summary>
    /// <param name="s">The case.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="rules">Its rules under the newest calendar.</param>
    /// <param name="sequence">Sequence that the next trace entry will have.</param>
    /// <param name="inForce">The units in force where it lies; null where they are not known to be others.</param>
    /// <param name="nameOf">What an organ is called.</param>
    public static ImmutableList<CaseEvent> Overtaken(
        Case s, DateTimeOffset now, RuleBook rules, long sequence, UnitsInForce? inForce = null, Func<OrganCode, string>? nameOf = null)
    {
        ImmutableList<CaseEvent> events = [];
        Happens(inForce is null ? null : CaseFollowing.Of(s, now, inForce, nameOf));
        Happens(Ended(s, now, sequence + events.Count, rules));
        Happens(Of(s, now, rules.Calendar, sequence + events.Count));
        Happens(CaseTerms.Tick(s, now, rules));
        return events;

        void Happens(CaseEvent? happened)
        {
            if (happened is null)
                return;
            events = events.Add(happened);
            s = Case.Apply(s, happened);
        }
    }

    /// <summary>The event that ends a suspension whose limit is reached; null when there is none.</summary>
    internal static CaseResumed? Ended(Case s, DateTimeOffset now, long sequence, RuleBook rules) =>
        s.Stage.IsOpen() && s.Suspension is { } suspension && suspension.Until <= now
            ? CaseExtending.Resumed(s, suspension.Until > s.ChangedAt ? suspension.Until : s.ChangedAt, sequence, OrganCode.Of(s.Placement.City), "中止期限届满，自动恢复", rules.Calendar)
            : null;

    private static string ReasonOf(OfficialCalendar calendar) => calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
}
