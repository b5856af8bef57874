using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Filings;

/// <summary>A step as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record FilingStep(long Sequence, DateTimeOffset At, OrganCode By, FilingEvent Event);

/// <summary>Who is told what of filings (制度备案提醒). Pure: the same steps give the same notices with the same keys. A042, A043, A047, A048, R019, T111.</summary>
public sealed class FilingNotices
{
    private readonly string _key;
    private readonly UnitFilings _s;
    private readonly FilingRules _rules;
    private readonly UnitCode _county;
    private readonly string _zh;
    private readonly string _en;

    private FilingNotices(string key, UnitFilings s, UnitCode county, FilingRules rules, string name) =>
        (_key, _s, _county, _rules, _zh, _en) = (key, s, county, rules, $"{name}的制度备案", $"Filings of {name}");

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the record.</param>
    /// <param name="s">The record after the newest step.</param>
    /// <param name="county">The county in force: itself, or the township's.</param>
    /// <param name="steps">The new steps, in order.</param>
    /// <param name="rules">Parameters: who receives.</param>
    /// <param name="name">Name of the unit.</param>
    public static ImmutableList<Notice> Of(string key, UnitFilings s, UnitCode county, IEnumerable<FilingStep> steps, FilingRules rules, string name)
    {
        var (plan, standing) = (new FilingNotices(key, s, county, rules, name), Standing(s));
        return [.. steps.SelectMany(step => plan.Told(step).Where(n => n.Recipient != step.By)).Where(n => n.Needs is null || standing.Contains(n.Needs))];
    }

    /// <summary>Everything that stands of a record: a notice that needs anything else is moot.</summary>
    public static ImmutableList<string> Standing(UnitFilings s) => [.. s.Terms.Where(t => t.IsOpen).SelectMany(t => new[] { NoticeNeeds.Term(t.Id), NoticeNeeds.Due(t) })];

    private IEnumerable<Notice> Told(FilingStep step) => step.Event switch
    {
        FilingsOpened e => Owed(step, e.Terms),
        FilingsReviewed e => Owed(step, e.Terms),
        DocumentIssued e => Owed(step, e.Terms),
        FiledWithdrawn e => Owed(step, e.Terms),
        MeasuresFiled e => [Make(step, _rules.ReceiverOf(e.With, City), NoticeKind.NewWork, $"receipt-{e.Document}-{e.With}", null, null, ($"{_zh}：实施办法已报备，请确认收悉。", $"{_en}: implementing measures were filed with you; please confirm receipt."))],
        FilingConfirmed => [Make(step, OrganCode.Of(_s.Unit), NoticeKind.Decided, "confirmed", null, null, ($"{_zh}：备案机关已确认收悉。", $"{_en}: the receiving organ confirmed receipt."))],
        FilingRungsFired e => e.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        _ => [],
    };

    private UnitCode City => _s.Unit.At(UnitLevel.City);

    private IEnumerable<Notice> Owed(FilingStep step, ImmutableList<Term> terms) => terms.Where(t => t.OpenedBy == step.Sequence && t.IsOpen).Select(term => Make(
        step, new(term.Holder), NoticeKind.NewWork, term.Id, term, NoticeNeeds.Term(term.Id),
        ($"{_zh}：待您单位{term.Name}，期限 {LocalDay.BoundText(term.Due)}。", $"{_en} wait for you: {TermNames.English(term.Name)}, by {LocalDay.BoundText(term.Due)}.")));

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(FilingStep step, string id, ImmutableList<Rung> rungs)
    {
        if (_s.Terms.Find(t => t.Id == id) is not { IsOpen: true } term)
            yield break;
        // A rung of a due that was moved since says nothing of the present one.
        foreach (var one in rungs.Where(r => term.Fired.Contains(r.Kind)).SelectMany(r => Recipients(r.Kind, term).Select(to => (To: to, r.Kind))).Distinct().GroupBy(r => r.To, r => r.Kind))
        {
            var rung = one.Max();
            var kind = rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, _ => NoticeKind.Overdue };
            yield return Make(step, one.Key, kind, $"{rung}:{id}", term, NoticeNeeds.Due(term), Words(term, rung));
        }
    }

    // A county sees to its townships and departments; the city's organs, which guide and coordinate, hear of what the county itself owes. A043, A047, R019.
    private IEnumerable<OrganCode> Recipients(RungKind rung, Term term)
    {
        OrganCode holder = new(term.Holder), county = OrganCode.Of(_county);
        return rung switch
        {
            RungKind.OverdueTownship => [holder, county],
            RungKind.OverdueCounty when holder == county => [holder, Guide(term)],
            RungKind.OverdueCounty => [holder, county],
            _ => [holder],
        };
    }

    private OrganCode Guide(Term term) =>
        _rules.ReceiverOf(FilingDuties.KindOf(term) == FilingDutyKind.EstablishmentFiling ? FilingReceiver.Establishment : FilingReceiver.Organisation, City);

    private (string Zh, string En) Words(Term term, RungKind rung)
    {
        var (due, zh, en) = (LocalDay.BoundText(term.Due), term.Name, TermNames.English(term.Name));
        return rung switch
        {
            RungKind.DueSoon => ($"{_zh}：{zh}将于 {due} 到期，请抓紧办理。", $"{_en}: {en} is due by {due}."),
            RungKind.Due => ($"{_zh}：{zh}已于 {due} 到期。", $"{_en}: {en} was due by {due}."),
            _ => ($"{_zh}：{zh}已超期，期限为 {due}。", $"{_en}: {en} is overdue; it was due by {due}."),
        };
    }

    private Notice Make(FilingStep step, OrganCode to, NoticeKind kind, string name, Term? term, string? needs, (string Zh, string En) text) => new(
        $"{_key}:{step.Sequence}:{to}:{name}", _key, step.Sequence, _s.Unit.Value, to, kind, Emergency: false, term?.Id, term?.Due, step.At, step.At, needs, text.Zh, text.En);
}
