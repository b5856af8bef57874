using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Assessments;

/// <summary>What time does to a year without anybody's act: a calendar that was loaded or amended, rungs that were passed. Resolution 6.</summary>
public static class AgencyYearReprojection
{
    /// <summary>What has happened by now: terms counted again first, so that no rung of a former due fires, then rungs.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="nextSequence">Sequence that the next trace entry will have.</param>
    public static ImmutableList<AgencyYearEvent> Overtaken(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, long nextSequence)
    {
        ImmutableList<AgencyYearEvent> events = Of(s, now, calendar, nextSequence) is { } moved ? [moved] : [];
        var passed = AgencyYearTerms.Tick(events.Aggregate(s, AgencyYearFold.Apply), now, calendar);
        return passed is null ? events : events.Add(passed);
    }

    /// <summary>The event that counts open terms again, or null where none moves. Both dues stand in each term's ledger.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="sequence">Sequence that its trace entry will have.</param>
    public static AgencyYearTermsReprojected? Of(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, long sequence)
    {
        if (calendar.Version < s.Calendar)
            return null; // a process that knows less must not take it back
        var reason = calendar.Note.Length == 0 ? "日历更新" : calendar.Note;
        var moved = AgencyYearTerms.Reprojected(s, calendar, now, sequence, reason).AddRange(HeadOwed(s, calendar, sequence)).AddRange(StaffOwed(s, calendar, sequence));
        return moved.IsEmpty ? null : new(now, calendar.Version, moved);
    }

    // Years that were graded before the head's grade had a term owe it all the same: from the day of the agency's grade, once. Such a year's budget is in days.
    private static ImmutableList<Term> HeadOwed(AgencyYear s, OfficialCalendar calendar, long sequence) =>
        s is not { Grade: not null, HeadGrade: null, GradedAt: { } graded } || s.Terms.Exists(t => AgencyYearTerms.Stem(t) == "head") ? []
        : [Terms.Open("head", "评定负责人等次", YearResults.HeadGradedBy(s).Value, graded, sequence, s.Rules.HeadGradeWithin,
            new("A035", AssessmentRefusals.ClauseOf("A035"), s.Rules.BasisOf("HeadGradeWithin"), "HeadGradeWithin"), calendar, WorkingHours.Default)];

    // The same of the staff's result, where the host's came before it had a term: from the day of the host's.
    private static ImmutableList<Term> StaffOwed(AgencyYear s, OfficialCalendar calendar, long sequence) =>
        s.Linked is not { Host: { } host, Staff: null } || s.Terms.Exists(t => AgencyYearTerms.Stem(t) == "staff") ? []
        : [Terms.Open("staff", "登记人员绩效结果", s.Department.Value, host.At, sequence, s.Rules.StaffResultWithin,
            new("A029", AssessmentRefusals.ClauseOf("A029"), s.Rules.BasisOf("StaffResultWithin"), "StaffResultWithin"), calendar, WorkingHours.Default)];

    /// <summary>The same where no due moves but a rung does, because days after the due count otherwise now: whoever waits for the rungs must be told anew.</summary>
    /// <param name="s">The year.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="calendar">The newest calendar, as its county has it.</param>
    /// <param name="former">Calendars by which its rungs may have been told.</param>
    public static AgencyYearTermsReprojected? OfRungs(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar, IEnumerable<OfficialCalendar> former)
    {
        if (s.Calendar >= calendar.Version)
            return null;
        var ahead = AgencyYearTerms.Ahead(s, calendar);
        return former.Any(c => !AgencyYearTerms.Ahead(s, c).SequenceEqual(ahead)) ? new(now, calendar.Version, []) : null;
    }
}
