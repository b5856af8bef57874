using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>What notices say (提醒用语), in both languages: number, category, term and instants. Of sensitive categories the first level only.</summary>
internal sealed class NoticeWording(Case s, CaseRules rules, Func<OrganCode, string> nameOf)
{
    private readonly CaseCategory? _category = Category(s, rules);

    private string Zh => $"案件 {s.Number}（{_category?.Name ?? s.CategoryClass}）";

    private string En => $"Case {s.Number} ({_category?.NameEn ?? s.CategoryClass})";

    public (string, string) NewWork(Term? term) => term is null
        ? ($"{Zh}待您单位办理。", $"{En} waits for you.")
        : ($"{Zh}待您单位{term.Name}，{Until(term.Due)}。", $"{En} waits for you: {TermNames.English(term.Name)}, by {LocalDay.BoundText(term.Due)}.");

    public (string, string) Assist(Term? part) => part is null
        ? ($"{Zh}已派单，请您单位协办。", $"{En} was dispatched; you assist.")
        : ($"{Zh}已派单，请您单位协办，{Until(part.Due)}。", $"{En} was dispatched; you assist, by {LocalDay.BoundText(part.Due)}.");

    public (string, string) Urged(int level, Term reply) => (
        $"{Zh}{(level == 1 ? "催办" : level == 2 ? "二级督办" : "三级督办")}，请回复，{Until(reply.Due)}。", $"{En}: you are urged (level {level}); answer by {LocalDay.BoundText(reply.Due)}.");

    public (string, string) Escalated(RiskKind? risk) => risk switch
    {
        RiskKind.Offence => ($"{Zh}已升级，风险：刑事案件。", $"{En} was escalated; risk: a criminal case."),
        RiskKind.Mass => ($"{Zh}已升级，风险：群体性事件。", $"{En} was escalated; risk: a mass incident."),
        RiskKind.Extreme => ($"{Zh}已升级，风险：极端事件。", $"{En} was escalated; risk: an extreme act."),
        _ => ($"{Zh}已升级。", $"{En} was escalated."),
    };

    public (string, string) Decided(bool granted, Term handling) => granted
        ? ($"{Zh}的延期已同意，处置{Until(handling.Due)}。", $"{En}: the extension was granted; handling is due by {LocalDay.BoundText(handling.Due)}.")
        : ($"{Zh}的延期未获同意，处置{Until(handling.Due)}。", $"{En}: the extension was refused; handling is due by {LocalDay.BoundText(handling.Due)}.");

    public (string, string) Emergency() => ($"紧急{Zh}已上报。", $"Emergency: {En} was reported.");

    public (string, string) Relocated() => ($"紧急{Zh}已更正网格，位于您辖区。", $"Emergency: {En} was put into the right grid, in your area.");

    public (string, string) Arrived() => ($"紧急{Zh}因区划调整，现位于您辖区。", $"Emergency: {En} lies in your area now that units have changed.");

    public (string, string) Answered(OrganCode by) => ($"{Zh}：{nameOf(by)}已回复督办。", $"{En}: {nameOf(by)} answered the urge.");

    public (string, string) Dropped() => ($"{Zh}已重新明确分工，不再由您单位办理。", $"{En} was assigned anew; you have no part in it any more.");

    public (string, string) Ended() => s.Stage switch
    {
        CaseStage.Declined => ($"{Zh}不予受理，请告知报事人。", $"{En} was declined; the reporter is to be told."),
        CaseStage.Merged => ($"{Zh}已并入案件 {s.MergedInto!.Number}，请告知报事人。", $"{En} was merged into {s.MergedInto.Number}; the reporter is to be told."),
        CaseStage.Withdrawn => ($"{Zh}已撤回。", $"{En} was withdrawn."),
        _ => ($"{Zh}已结案，请告知报事人。", $"{En} was closed; the reporter is to be told."),
    };

    public (string, string) Passed(Term term, RungKind rung, bool isHolder)
    {
        var (name, english, due) = (term.Name, TermNames.English(term.Name), LocalDay.BoundText(term.Due));
        var holder = nameOf(new OrganCode(term.Holder));
        var (whose, by) = isHolder ? ("", "") : ($"（责任单位：{holder}）", $" (held by {holder})");
        return rung switch
        {
            RungKind.DueSoon => ($"{Zh}的{name}期限将于 {due} 到期，请抓紧办理。", $"{En}: {english} is due by {due}."),
            RungKind.Due => ($"{Zh}的{name}期限已于 {due} 到期。", $"{En}: {english} was due by {due}."),
            RungKind.Escalated => ($"{Zh}的{name}超期已满一个时限{whose}，已升级，期限为 {due}。", $"{En}: {english} is overdue by its full limit{by} and was escalated; it was due by {due}."),
            _ => ($"{Zh}的{name}已超期{whose}，期限为 {due}。", $"{En}: {english} is overdue{by}; it was due by {due}."),
        };
    }

    private static string Until(DateTimeOffset due) => $"期限 {LocalDay.BoundText(due)}";

    private static CaseCategory? Category(Case s, CaseRules rules) =>
        rules.Categories.GetValueOrDefault(CaseCategory.IsSensitiveClass(s.CategoryClass) ? s.CategoryClass : s.Category);
}
