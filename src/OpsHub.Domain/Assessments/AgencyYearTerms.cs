using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What somebody still owes a year (所欠事项): shown by name of unit, and chased.</summary>
/// <param name="By">Who owes it.</param>
/// <param name="What">Stem of the term: duty, survey, statutory, aggregate, score, grade, head, staff, publication, consent, letter, duties, plan, negotiate, submit, appeal.</param>
/// <param name="Due">Until when; null where no term runs.</param>
/// <param name="Term">Id of that term; null where none runs.</param>
public sealed record OwedInput(OrganCode By, string What, DateTimeOffset? Due, string? Term = null);

/// <summary>A year's terms as deadlines (期限): rungs ahead, rungs passed, what is owed by whom.</summary>
public static class AgencyYearTerms
{
    /// <summary>What kind of term it is: its id without a number.</summary>
    public static string Stem(Term term) => term.Id.Split('-')[0];

    /// <summary>The nearest open, running term, or null.</summary>
    public static Term? Nearest(AgencyYear s) => s.Terms.FindAll(t => t.IsOpen && !t.IsSuspended).MinBy(t => t.Due);

    /// <summary>All rungs and reminders still ahead or passed but not fired, in order of time.</summary>
    public static ImmutableList<Rung> Ahead(AgencyYear s, OfficialCalendar calendar) =>
    [
        .. s.Terms.Where(t => t.IsOpen).SelectMany(t => Terms.Ladder(t, s.Rules.Rungs, calendar).Concat(YearReminders.Of(t, s.Rules, calendar)))
            .OrderBy(r => r.At).ThenBy(r => r.Kind).ThenBy(r => r.Step).ThenBy(r => r.Term, StringComparer.Ordinal),
    ];

    /// <summary>The event that fires every rung passed at <paramref name="now"/>, or null when none has.</summary>
    public static AgencyYearRungsFired? Tick(AgencyYear s, DateTimeOffset now, OfficialCalendar calendar)
    {
        var passed = Ahead(s, calendar).RemoveAll(r => r.At > now);
        return passed.IsEmpty ? null : new AgencyYearRungsFired(now, passed);
    }

    /// <summary>The open terms projected again with another calendar; none where nothing moves. Resolution 6.</summary>
    public static ImmutableList<Term> Reprojected(AgencyYear s, OfficialCalendar calendar, DateTimeOffset now, long sequence, string reason) =>
        [.. s.Terms.Where(t => now >= t.LastAt).Select(t => (Old: t, New: Terms.Reproject(t, calendar, now, sequence, reason))).Where(t => !ReferenceEquals(t.Old, t.New)).Select(t => t.New)];

    /// <summary>From when on the result may be shared (可共享时间): once the time to contest the grade is over; null before it is graded.</summary>
    public static DateTimeOffset? ShareableFrom(AgencyYear s, OfficialCalendar calendar, WorkingHours hours) =>
        s.GradedAt is { } graded ? WindowEnd(s, graded, calendar, hours) : null;

    internal static DateTimeOffset WindowEnd(AgencyYear s, DateTimeOffset from, OfficialCalendar calendar, WorkingHours hours) => Terms.Open(
        "window", "申诉期", s.Agency.Value, from, 0, s.Rules.AppealWithin, new("A028", AssessmentRefusals.ClauseOf("A028"), BasisKind.Assumed, "AppealWithin"), calendar, hours).Due;

    /// <summary>What is owed now, by whom (所欠事项).</summary>
    public static ImmutableList<OwedInput> Owed(AgencyYear s)
    {
        var host = OrganCode.Of(s.Host);
        var organ = OrganCode.Of(s.County);
        ImmutableList<OwedInput> owed = s.Stage switch
        {
            AgencyYearStage.Opened or AgencyYearStage.DutiesListed or AgencyYearStage.PlanDrafted => [.. YearPlanTerms.Owed(s).Select(o => Of(s, o.By, o.What)), Of(s, s.Agency, "letter")],
            AgencyYearStage.PlanSubmitted => [Of(s, s.Department, "consent"), Of(s, s.Agency, "letter")],
            AgencyYearStage.PlanConsented or AgencyYearStage.PartiallySigned =>
                [.. s.AgencySignedAt is null ? [Of(s, s.Agency, "letter")] : ImmutableList<OwedInput>.Empty, .. s.TownshipSignedAt is null ? [Of(s, host, "letter")] : ImmutableList<OwedInput>.Empty],
            AgencyYearStage.Assessing => Inputs(s, host),
            AgencyYearStage.TownshipPartReady => s.Statutory is null ? [Of(s, s.Department, "statutory")] : [Of(s, organ, "score")],
            AgencyYearStage.Scored => [Of(s, organ, "grade")],
            AgencyYearStage.AgencyGraded => [Of(s, YearResults.HeadGradedBy(s), "head")],
            AgencyYearStage.Shared =>
                [.. s.PublishedAt is null ? [Of(s, organ, "publication")] : ImmutableList<OwedInput>.Empty, .. s.HeadGrade is null ? [Of(s, YearResults.HeadGradedBy(s), "head")] : ImmutableList<OwedInput>.Empty],
            _ => [],
        };
        // Only once the county recorded what it follows from, and in no stage alone.
        if (s.Terms.Find(t => t.IsOpen && Stem(t) == "staff") is { } staff)
            owed = owed.Add(Of(s.Department, "staff", staff));
        return owed.AddRange(s.Appeals.FindAll(a => a.AnsweredAt is null).ConvertAll(a => Of(AnsweredBy(s, a), "appeal", s.Terms.Find(t => t.IsOpen && t.Id == YearAppeals.Term(a.Id)))));
    }

    /// <summary>Who answers an appeal now (答复单位): whoever gave the line; for a township that serves no more the county's performance organ, so that it is no dead end. A028.</summary>
    public static OrganCode AnsweredBy(AgencyYear s, Appeal appeal)
    {
        var county = OrganCode.Of(s.County);
        return appeal.Answers.Kind == OrganKind.Unit && appeal.Answers != county && !s.Weights.ContainsKey(appeal.Answers.Unit) ? county : appeal.Answers;
    }

    private static ImmutableList<OwedInput> Inputs(AgencyYear s, OrganCode host)
    {
        ImmutableList<OwedInput> missing =
        [
            .. s.Counting.Where(t => !s.Submitted.ContainsKey(t)).Select(t => Of(s, OrganCode.Of(t), "duty")),
            .. s.Counting.Where(t => !s.Surveys.ContainsKey(t)).Select(t => Of(s, OrganCode.Of(t), "survey")),
        ];
        return [.. missing, .. s.Statutory is null ? [Of(s, s.Department, "statutory")] : ImmutableList<OwedInput>.Empty, .. missing.IsEmpty ? [Of(s, host, "aggregate")] : ImmutableList<OwedInput>.Empty];
    }

    private static OwedInput Of(AgencyYear s, OrganCode by, string what) => Of(by, what, s.Terms.Find(t => t.IsOpen && Stem(t) == what && (t.Holder == by.Value || what == "letter")));

    private static OwedInput Of(OrganCode by, string what, Term? term) => new(by, what, term?.Due, term?.Id);
}
