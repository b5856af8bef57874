using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>The yearly tasks to assess communities, township organs and departments (分类考评任务): opened at the start of the year, one for each target, closed by its result. R038.</summary>
public static class AssessmentDecisions
{
    private const int Digits = 4;

    /// <summary>Does the record lack a task of one of these targets, or hold an open one of a target that is none any more, or another's? What there is no need to ask for twice.</summary>
    public static bool Differs(CountyMandates s, int year, IEnumerable<AssessmentTarget> targets) => Compare(s, year, [.. targets]) is not { Added.IsEmpty: true, Gone.IsEmpty: true };

    /// <summary>Years that are over in which the record still holds an open task (往年未完成的考评任务).</summary>
    public static ImmutableList<int> OpenBefore(CountyMandates s, int year) => [.. s.Assessments.Where(r => r.Year < year && r.IsOpen).Select(r => r.Year).Distinct().Order()];

    /// <summary>Targets of a year that is over, each as it stands, with who assesses it now: a township that is no more is followed by its successor, and by the county where there is none in it.</summary>
    /// <param name="s">The record.</param>
    /// <param name="year">The year.</param>
    /// <param name="inForce">The township in force in the county that stands for one of that year; null where there is none.</param>
    public static ImmutableList<AssessmentTarget> Standing(CountyMandates s, int year, Func<UnitCode, UnitCode?> inForce) =>
        [.. s.Assessments.Where(r => r.Year == year).SelectMany(r => r.Tasks.Select(t => new AssessmentTarget(r.Kind, t.Target, Now(s, r, t, inForce), t.Class)))];

    private static OrganCode Now(CountyMandates s, AssessmentRound round, AssessmentTask task, Func<UnitCode, UnitCode?> inForce) =>
        task.IsOpen && round.Kind == AssessedKind.Communities && round.Owner != OrganCode.Of(s.County) ? OrganCode.Of(inForce(round.Owner.Unit) ?? s.County) : round.Owner;

    internal static Decision<MandateEvent> Open(CountyMandates s, OpenAssessments c, MandateContext x)
    {
        if (x.Actor.Role != Role.Scheduler)
            return Only("R038", "系统", "the hub");
        var (added, gone) = Compare(s, c.Year, c.Targets);
        if (added.IsEmpty && gone.IsEmpty)
            return Decision<MandateEvent>.Nothing; // each target has its one task of the year
        var rounds = added.GroupBy(t => (t.Kind, t.Owner)).Select(g => new AssessmentRound(c.Year, g.Key.Kind, g.Key.Owner, [.. g.Select(t => TaskOf(s, c.Year, t, x))])).ToImmutableList();
        var opened = rounds.Where(r => r.IsOpen && s.Term(r.TermId) is null).Select(r => TermOf(s, r, x));
        // Nobody owes what has no target left; a round that gets others goes on.
        var emptied = s.Assessments.Where(r => r.Year == c.Year && r.IsOpen && r.Tasks.TrueForAll(t => !t.IsOpen || gone.Contains(t.Target)) && !rounds.Exists(n => n.IsOpen && n.TermId == r.TermId))
            .Select(r => r.TermId).ToHashSet();
        return new AssessmentsOpened(x.Now, c.Year, rounds, gone, [.. x.Lifted(s, "考评对象已变更", t => emptied.Contains(t.Id)), .. opened]);
    }

    // What a year that is over left to another is due when it was: late, where that has passed.
    private static Term TermOf(CountyMandates s, AssessmentRound round, MandateContext x)
    {
        var former = round.Year < x.Today.Year ? s.Assessments.Where(r => r.Year == round.Year && r.Tasks.Exists(t => t.IsOpen && round.Has(t.Target))).Select(r => s.Term(r.TermId)).OfType<Term>().MinBy(t => t.Due) : null;
        return x.Open(round.TermId, NameOf(round.Kind), round.Owner, former?.Budget ?? TermBudget.Until(x.Now, LastDay(round.Year, x)), "R038", "AssessmentResultsWithin", former?.OpenedAt);
    }

    // A township's result may have been recorded before its task was opened: then nothing is owed of it.
    private static AssessmentTask TaskOf(CountyMandates s, int year, AssessmentTarget t, MandateContext x) =>
        t.Kind == AssessedKind.Townships && s.Results.Find(r => r.Year == year && r.Township == t.Target.Unit) is { } known
            ? new(t.Target, t.Class, x.Now, known.Score, known.Satisfaction, known.At, Revision: known.Revision) : new(t.Target, t.Class, x.Now);

    internal static Decision<MandateEvent> Record(CountyMandates s, RecordAssessment c, MandateContext x)
    {
        // A township's result has its own consequences; its task is closed with it.
        if (c.Target is { Kind: OrganKind.Unit, Unit.Level: UnitLevel.Township })
            return ResultDecisions.Record(s, new(c.Target.Unit, c.Year, c.Score, c.Satisfaction, c.Reason), x);
        if (Found(s, c.Target, c.Year, x, out var round, out var task) is { } missing)
            return missing;
        if ((Figure("score", c.Score, "R038") ?? Figure("satisfaction", c.Satisfaction, "R039") ?? Text("reason", c.Reason, 500, "R038", required: false)) is { } refusal)
            return refusal;
        if ((task.Score, task.Satisfaction) == (c.Score, c.Satisfaction))
            return Decision<MandateEvent>.Nothing;
        if (!task.IsOpen && string.IsNullOrWhiteSpace(c.Reason))
            return Input("reason", "R038", "该任务已完成，修订须说明理由", "The task is closed: a revision takes a reason");
        return new AssessmentRecorded(x.Now, c.Year, c.Target, c.Score, c.Satisfaction, IsLate(s, round, task, x), task.IsOpen ? null : c.Reason, Closing(s, c.Target, c.Year, x));
    }

    internal static Decision<MandateEvent> Exclude(CountyMandates s, ExcludeFromAssessment c, MandateContext x)
    {
        if (Found(s, c.Target, c.Year, x, out var round, out var task) is { } missing)
            return missing;
        return !task.IsOpen ? WrongStage("R038", "考评任务已完成", "The task is closed")
            : Text("reason", c.Reason, 500, "R038") is { } refusal ? refusal
            : new AssessmentExcluded(x.Now, c.Year, c.Target, c.Reason, IsLate(s, round, task, x), Closing(s, c.Target, c.Year, x));
    }

    /// <summary>The term that ends with a target's task, where it is the last open one of its round.</summary>
    internal static ImmutableList<Term> Closing(CountyMandates s, OrganCode target, int year, MandateContext x) =>
        RoundOf(s, target, year) is { } round && round.Tasks.TrueForAll(t => t.IsOpen == (t.Target == target)) ? x.Done(s, round.TermId) : [];

    /// <summary>Is what closes a target's task late? False where it has none, or it was closed before.</summary>
    internal static bool IsLate(CountyMandates s, OrganCode target, int year, MandateContext x) => RoundOf(s, target, year) is { } round && IsLate(s, round, round.Tasks.Find(t => t.Target == target)!, x);

    private static bool IsLate(CountyMandates s, AssessmentRound round, AssessmentTask task, MandateContext x) => task.IsOpen ? x.IsLate(s, round.TermId) : task.Late;

    private static AssessmentRound? RoundOf(CountyMandates s, OrganCode target, int year) => s.Assessments.Find(r => r.Year == year && r.Has(target));

    private static (ImmutableList<AssessmentTarget> Added, ImmutableList<OrganCode> Gone) Compare(CountyMandates s, int year, ImmutableList<AssessmentTarget> targets)
    {
        var owners = targets.GroupBy(t => t.Target).ToDictionary(g => g.Key, g => g.First().Owner);
        var standing = s.Assessments.Where(r => r.Year == year).SelectMany(r => r.Tasks.Select(t => (Of: t, r.Owner))).ToList();
        // A task that is closed stays with whoever closed it.
        var gone = standing.Where(t => t.Of.IsOpen && (!owners.TryGetValue(t.Of.Target, out var owner) || owner != t.Owner)).Select(t => t.Of.Target).ToImmutableList();
        var kept = standing.Select(t => t.Of.Target).Except(gone).ToHashSet();
        return ([.. targets.Where(t => !kept.Contains(t.Target)).DistinctBy(t => t.Target)], gone);
    }

    private static Refusal? Found(CountyMandates s, OrganCode target, int year, MandateContext x, out AssessmentRound round, out AssessmentTask task)
    {
        (round, task) = (RoundOf(s, target, year)!, null!);
        // Whether there is a task is told only to those who may give its result.
        var ofTownship = target is { Kind: OrganKind.Unit, Unit.Level: UnitLevel.Community };
        var owner = round?.Owner ?? (ofTownship ? x.Actor.Organ : OrganCode.Of(x.County));
        if (!MandateAccess.Assesses(x.Actor, x.County, owner))
            return (round is null ? ofTownship : owner != OrganCode.Of(x.County)) ? Only("R038", "所属乡镇街道", "its township") : Only("R038", "县市区党委、政府及其绩效考核部门", "the county and its performance organ");
        if (round is null)
            return Input("target", "R038", $"{target} 没有 {year} 年度考评任务", $"{target} has no task of assessment of {year}");
        task = round.Tasks.Find(t => t.Target == target)!;
        return null;
    }

    private static Refusal? Figure(string field, decimal value, string rule) => value is >= 0 and <= 100 && decimal.Round(value, Digits) == value
        ? null
        : Input(field, rule, $"{field} 为 0 至 100，最多 {Digits} 位小数", $"{field} is 0 to 100, with at most {Digits} decimals");

    // The hub may come late to open them; a term has a day left at least.
    private static DateOnly LastDay(int year, MandateContext x) => new DateOnly(year, 12, 31).AddDays(x.Rules.AssessmentResultsWithin) is var day && day > x.Today ? day : x.Today.AddDays(1);

    private static string NameOf(AssessedKind kind) => kind switch
    {
        AssessedKind.Communities => "完成社区年度考评",
        AssessedKind.Townships => "完成乡镇街道年度考评",
        _ => "完成职能部门年度考评",
    };
}
