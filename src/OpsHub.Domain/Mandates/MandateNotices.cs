using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Mandates;

/// <summary>A step as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record MandateStep(long Sequence, DateTimeOffset At, OrganCode By, MandateEvent Event);

/// <summary>Who is told what of townships' rights and duties (乡镇权责提醒). Pure: the same steps give the same notices with the same keys. A notice names matter, term and
/// instants, never a text; which measure was taken it doesn't say, since channels reach further than the record.</summary>
public sealed class MandateNotices
{
    private readonly string _key;
    private readonly CountyMandates _s;

    private MandateNotices(string key, CountyMandates s) => (_key, _s) = (key, s);

    private OrganCode County => OrganCode.Of(_s.County);

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the record.</param>
    /// <param name="s">The record after the newest step.</param>
    /// <param name="steps">The new steps, in order.</param>
    public static ImmutableList<Notice> Of(string key, CountyMandates s, IEnumerable<MandateStep> steps)
    {
        var (plan, standing) = (new MandateNotices(key, s), Standing(s));
        return [.. steps.SelectMany(step => plan.Told(step).Where(n => n.Recipient != step.By)).Where(n => n.Needs is null || standing.Contains(n.Needs))];
    }

    /// <summary>Everything that stands of a record: a notice that needs anything else is moot.</summary>
    public static ImmutableList<string> Standing(CountyMandates s) => [.. s.Terms.SelectMany(t => new[] { NoticeNeeds.Term(t.Id), NoticeNeeds.Due(t) })];

    private IEnumerable<Notice> Told(MandateStep step) => step.Event switch
    {
        MandateRungsFired e => e.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        AreaOpinionGiven e when _s.Plans.Find(p => p.Id == e.Plan) is { } plan => News(step, [plan.By], $"plan-{e.Plan}", ("规划意见", "An opinion on a plan")),
        SuggestionAnswered e when _s.Suggestions.Find(g => g.Id == e.Suggestion) is { } made => News(step, [OrganCode.Of(made.Township)], $"suggestion-{made.Id}", ("乡镇建议答复", "The answer to a suggestion")),
        DutyApproved e => News(step, Concerned(e.Duty, townships: true), $"duty-{e.Duty}", ("新增职责审核结果", "The review of a new duty")),
        DutyRefused e => News(step, Concerned(e.Duty, townships: false), $"duty-{e.Duty}", ("新增职责审核结果", "The review of a new duty")),
        DutyActivated e => News(step, Concerned(e.Duty, townships: true), $"duty-{e.Duty}", ("新增职责生效", "A new duty's taking effect")),
        DutyEnded e => News(step, Concerned(e.Duty, townships: true), $"duty-{e.Duty}", ("职责终止", "A duty's end")),
        TaskFinished e when _s.Tasks.Find(t => t.Id == e.Task) is { } task => News(step, [task.Department], $"task-{e.Task}", ("下派任务办结", "A task's end")),
        TaskWithdrawn e when _s.Tasks.Find(t => t.Id == e.Task) is { } task => News(step, [OrganCode.Of(task.Unit), task.Department], $"task-{e.Task}", ("下派任务撤回", "A task's withdrawal")),
        MeasureRectified e when _s.Measures.Find(m => m.Id == e.Measure) is { } measure => News(step, [OrganCode.Of(measure.Township)], $"measure-{e.Measure}", ("整改确认", "What was put right")),
        AssessmentRecorded e => News(step, [e.Target], $"assess-{e.Year}", ("年度考评结果", "The result of the yearly assessment")),
        AssessmentExcluded e => News(step, [e.Target], $"assess-{e.Year}", ("年度考评", "The yearly assessment")),
        AssessmentsOpened e => Opened(step).Concat(HandedOver(step, e)),
        // What opens a term waits for its holder; a reminder of a year's scheme is the performance organ's as well, which acts for the same organ.
        _ => Opened(step),
    };

    private IEnumerable<Notice> Opened(MandateStep step) => step.Event.Terms.Where(t => t.OpenedBy == step.Sequence).SelectMany(t => Asked(step, t.Id));

    // Where the new assessor has a term already, no other opens for what joins it.
    private IEnumerable<Notice> HandedOver(MandateStep step, AssessmentsOpened e) => e.Added.Where(r => r.Tasks.Exists(t => t.IsOpen && e.Gone.Contains(t.Target))).Select(r => r.TermId)
        .Except(e.Terms.Select(t => t.Id)).SelectMany(id => Asked(step, id));

    private IEnumerable<Notice> Asked(MandateStep step, string id)
    {
        if (_s.Term(id) is { } term)
        {
            yield return Make(step, new(term.Holder), NoticeKind.NewWork, term.Id, term, NoticeNeeds.Term(term.Id),
                ($"乡镇权责事项待您单位{term.Name}，期限 {LocalDay.BoundText(term.Due)}。", $"A matter of townships' rights waits for you: {TermNames.English(term.Name)}, by {LocalDay.BoundText(term.Due)}."));
        }
    }

    private IEnumerable<Notice> News(MandateStep step, IEnumerable<OrganCode> to, string matter, (string Zh, string En) what) =>
        to.Select(one => Make(step, one, NoticeKind.Decided, matter, null, null, ($"{what.Zh}：有新进展，请查看。", $"{what.En}: please look.")));

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(MandateStep step, string id, ImmutableList<Rung> rungs)
    {
        if (_s.Term(id) is not { } term)
            yield break;
        // A rung of a due that was moved since says nothing of the present one.
        foreach (var one in rungs.Where(r => term.Fired.Contains(r.Kind)).SelectMany(r => Recipients(r.Kind, term).Select(to => (To: to, r.Kind))).Distinct().GroupBy(r => r.To, r => r.Kind))
        {
            var rung = one.Max();
            var kind = rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, _ => NoticeKind.Overdue };
            yield return Make(step, one.Key, kind, $"{rung}:{id}", term, NoticeNeeds.Due(term), Passed(term, rung));
        }
    }

    private IEnumerable<OrganCode> Recipients(RungKind rung, Term term) => rung switch
    {
        RungKind.OverdueTownship => new[] { new OrganCode(term.Holder), Other(term) }.Distinct(),
        RungKind.OverdueCounty => new[] { new OrganCode(term.Holder), County }.Distinct(),
        _ => [new(term.Holder)],
    };

    // Who waits for what the term's holder owes.
    private OrganCode Other(Term term) => term.Id.Split('-') is [var stem, var number, ..] && long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var id)
        ? stem switch
        {
            "opinion" => _s.Plans.Find(p => p.Id == id)?.By ?? County,
            "reply" => _s.Suggestions.Find(g => g.Id == id) is { } made ? OrganCode.Of(made.Township) : County,
            "review" => _s.Duties.Find(d => d.Id == id)?.Department ?? County,
            "task" => _s.Tasks.Find(t => t.Id == id)?.Department ?? County,
            _ => County,
        }
        : County;

    private static (string Zh, string En) Passed(Term term, RungKind rung)
    {
        var (due, english) = (LocalDay.BoundText(term.Due), TermNames.English(term.Name));
        return rung switch
        {
            RungKind.DueSoon => ($"乡镇权责事项：{term.Name}期限将于 {due} 到期，请抓紧办理。", $"Townships' rights: {english} is due by {due}."),
            RungKind.Due => ($"乡镇权责事项：{term.Name}期限已于 {due} 到期。", $"Townships' rights: {english} was due by {due}."),
            _ => ($"乡镇权责事项：{term.Name}已超期，期限为 {due}。", $"Townships' rights: {english} is overdue; it was due by {due}."),
        };
    }

    private IEnumerable<OrganCode> Concerned(long id, bool townships) => _s.Duties.Find(d => d.Id == id) is not { } duty ? []
        : townships ? duty.Townships.Select(OrganCode.Of).Prepend(duty.Department)
        : [duty.Department];

    private Notice Make(MandateStep step, OrganCode to, NoticeKind kind, string name, Term? term, string? needs, (string Zh, string En) text) => new(
        $"{_key}:{step.Sequence}:{to}:{name}", _key, step.Sequence, _s.County.Value, to, kind, Emergency: false, term?.Id, term?.Due, step.At, step.At, needs, text.Zh, text.En);
}
