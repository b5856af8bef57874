using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Posts;

/// <summary>A step as planning sees it: one trace entry with its event.</summary>
/// <param name="Sequence">Sequence of the trace entry.</param>
/// <param name="At">When the hub recorded it.</param>
/// <param name="By">The organ that acted.</param>
/// <param name="Event">What happened.</param>
public sealed record PostStep(long Sequence, DateTimeOffset At, OrganCode By, PostEvent Event);

/// <summary>Who is told what of people decisions (人事事项提醒). Pure: the same steps give the same notices with the same keys. A notice names agency, term and
/// instants, never a post, a text or a person; that a matter is an inquiry its text doesn't say, since channels reach further than the record. A008, A010, A013, A015, A016.</summary>
public sealed class PostNotices
{
    private readonly string _key;
    private readonly AgencyPosts _s;
    private readonly string _zh;
    private readonly string _en;

    private PostNotices(string key, AgencyPosts s, string name) => (_key, _s, _zh, _en) = (key, s, $"{name}的人事事项", $"People decisions of {name}");

    private OrganCode Host => OrganCode.Of(_s.Host);

    private OrganCode County => PostAccess.County(_s);

    private IEnumerable<OrganCode> Served => _s.Served.Select(OrganCode.Of);

    /// <summary>The notices of new steps that are still worth telling.</summary>
    /// <param name="key">Grain key of the record.</param>
    /// <param name="s">The record after the newest step, as the agency stands now.</param>
    /// <param name="steps">The new steps, in order.</param>
    /// <param name="name">Name of the agency.</param>
    public static ImmutableList<Notice> Of(string key, AgencyPosts s, IEnumerable<PostStep> steps, string name)
    {
        var (plan, standing) = (new PostNotices(key, s, name), Standing(s));
        return [.. steps.SelectMany(step => plan.Told(step).Where(n => n.Recipient != step.By)).Where(n => n.Needs is null || standing.Contains(n.Needs))];
    }

    /// <summary>Everything that stands of a record: a notice that needs anything else is moot.</summary>
    public static ImmutableList<string> Standing(AgencyPosts s) => [.. s.Terms.Where(t => t.IsOpen).SelectMany(t => new[] { NoticeNeeds.Term(t.Id), NoticeNeeds.Due(t) })];

    private IEnumerable<Notice> Told(PostStep step) => step.Event switch
    {
        HeadOpinionAsked e => Asked(step, Served, $"opinion-{e.Head.Id}"),
        HeadOpinionProposed e => Asked(step, Served, $"opinion-{e.Consultation}"),
        // Whoever agreed last has made the reply possible.
        HeadOpinionAgreed e when _s.Heads.Find(h => h.Id == e.Consultation) is { } head && _s.Served.TrueForAll(head.Agreed.Contains) => Asked(step, [Host], $"opinion-{e.Consultation}"),
        HeadOpinionReturned e => News(step, [By(e.Consultation)], $"opinion-{e.Consultation}"),
        HeadNoReplyRecorded e => News(step, Served, $"opinion-{e.Consultation}"),
        HeadDecided e => News(step, Served, $"decision-{e.Consultation}"),
        HeadWithdrawn e => News(step, Served, $"decision-{e.Consultation}"),
        InquiryRaised e => Asked(step, [e.Inquiry.To], $"inquiry-{e.Inquiry.Id}"),
        InquiryFedBack e when _s.Inquiries.Find(i => i.Id == e.Inquiry) is { } inquiry => News(step, [OrganCode.Of(inquiry.Township)], $"inquiry-{e.Inquiry}"),
        SecondmentRequested e => [.. Asked(step, Served, $"township-{e.Secondment.Id}"), .. Asked(step, [County], $"personnel-{e.Secondment.Id}")],
        SecondmentAgreed e => News(step, [_s.Department], $"consent-{e.Secondment}"),
        SecondmentRefused e => News(step, [_s.Department], $"consent-{e.Secondment}"),
        SecondmentBegun e => News(step, Served.Append(County), $"away-{e.Secondment}"),
        SecondmentEnded e => News(step, Served, $"away-{e.Secondment}"),
        StaffChanged e => News(step, Served, $"change-{e.Change.Id}"),
        TownshipInformed e => News(step, Served, $"change-{e.Change}"),
        PostRungsFired e => e.Rungs.GroupBy(r => r.Term).SelectMany(term => Passed(step, term.Key, [.. term])),
        _ => [],
    };

    private IEnumerable<Notice> Asked(PostStep step, IEnumerable<OrganCode> to, string id) => Term(id) is not { } term ? [] : to.Select(one => Make(
        step, one, NoticeKind.NewWork, term.Id, term, NoticeNeeds.Term(term.Id),
        ($"{_zh}待您单位{Zh(term)}，期限 {LocalDay.BoundText(term.Due)}。", $"{_en} wait for you: {En(term)}, by {LocalDay.BoundText(term.Due)}.")));

    private IEnumerable<Notice> News(PostStep step, IEnumerable<OrganCode> to, string matter) =>
        to.Select(one => Make(step, one, NoticeKind.Decided, matter, null, null, ($"{_zh}有新进展，请查看。", $"{_en} have moved on; please look.")));

    // After downtime many rungs pass at once: each recipient hears of the highest only.
    private IEnumerable<Notice> Passed(PostStep step, string id, ImmutableList<Rung> rungs)
    {
        if (Term(id) is not { IsOpen: true } term)
            yield break;
        var holder = PostTerms.HolderOf(_s, term);
        // A rung of a due that was moved since says nothing of the present one.
        var told = rungs.Where(r => term.Fired.Contains(r.Kind)).SelectMany(r => Recipients(r.Kind, term, holder).Select(to => (To: to, r.Kind))).Distinct().GroupBy(r => r.To, r => r.Kind);
        foreach (var one in told)
        {
            var rung = one.Max();
            var deadlock = rung == RungKind.OverdueCounty && IsUnanimity(term) && one.Key == County;
            var kind = deadlock ? NoticeKind.Escalated : rung switch { RungKind.DueSoon => NoticeKind.DueSoon, RungKind.Due => NoticeKind.Due, _ => NoticeKind.Overdue };
            yield return Make(step, one.Key, kind, $"{rung}:{id}", term, NoticeNeeds.Due(term), deadlock
                ? ($"{_zh}：各乡镇街道未形成一致意见，期限为 {LocalDay.BoundText(term.Due)}，请协调。", $"{_en}: the townships have not agreed by {LocalDay.BoundText(term.Due)}; the county is asked to coordinate.")
                : Passed(term, rung));
        }
    }

    // Where a step up would be the township's, the other side of the matter hears.
    private IEnumerable<OrganCode> Recipients(RungKind rung, Term term, OrganCode holder) => rung switch
    {
        RungKind.OverdueTownship => [holder, Other(term)],
        RungKind.OverdueCounty => [holder, County],
        _ => [holder],
    };

    private OrganCode Other(Term term)
    {
        var (stem, id) = PostTerms.Stem(term);
        return stem switch
        {
            "opinion" or "unanimity" => By(id),
            "inquiry" => _s.Inquiries.Find(i => i.Id == id) is { } inquiry ? OrganCode.Of(inquiry.Township) : Host,
            "township" or "personnel" => _s.Department,
            _ => Host,
        };
    }

    private (string Zh, string En) Passed(Term term, RungKind rung)
    {
        var due = LocalDay.BoundText(term.Due);
        return rung switch
        {
            RungKind.DueSoon => ($"{_zh}：{Zh(term)}期限将于 {due} 到期，请抓紧办理。", $"{_en}: {En(term)} is due by {due}."),
            RungKind.Due => ($"{_zh}：{Zh(term)}期限已于 {due} 到期。", $"{_en}: {En(term)} was due by {due}."),
            _ => ($"{_zh}：{Zh(term)}已超期，期限为 {due}。", $"{_en}: {En(term)} is overdue; it was due by {due}."),
        };
    }

    private OrganCode By(int consultation) => _s.Heads.Find(h => h.Id == consultation)?.By ?? _s.Department;

    private Term? Term(string id) => _s.Terms.Find(t => t.Id == id);

    private static bool IsUnanimity(Term term) => term.Id.StartsWith("unanimity-", StringComparison.Ordinal);

    private static string Zh(Term term) => IsInquiry(term) ? "办理" : term.Name;

    private static string En(Term term) => IsInquiry(term) ? "a step" : TermNames.English(term.Name);

    private static bool IsInquiry(Term term) => term.Id.StartsWith("inquiry-", StringComparison.Ordinal);

    private Notice Make(PostStep step, OrganCode to, NoticeKind kind, string name, Term? term, string? needs, (string Zh, string En) text) => new(
        $"{_key}:{step.Sequence}:{to}:{name}", _key, step.Sequence, _s.Agency.Value, to, kind, Emergency: false, term?.Id, term?.Due, step.At, step.At, needs, text.Zh, text.En);
}
