using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Notices;

/// <summary>What notices say (提醒用语), in both languages: number, category, term and instants. Of sensitive categories the first level only.</summary>
internal sealed class NoticeWording(Case s, CaseRules rules)
{
    private readonly CaseCategory? _category = Category(s, rules);

    private string Zh => $"案件 {s.Number}（{_category?.Name ?? s.CategoryClass}）";

    private string En => $"Case {s.Number} ({_category?.NameEn ?? s.CategoryClass})";

    public (string, string) NewWork(Term? term) => term is null
        ? ($"{Zh}待您单位办理。", $"{En} waits for you.")
        : ($"{Zh}待您单位{term.Name}，{Until(term.Due)}。", $"{En} waits for you: {TermNames.English(term.Name)}, by {LocalDay.BoundText(term.Due)}.");

    public (string, string) Assist() => ($"{Zh}已派单，请您单位协办。", $"{En} was dispatched; you assist.");

    public (string, string) Emergency() => ($"紧急{Zh}已上报。", $"Emergency: {En} was reported.");

    public (string, string) Ended() => s.Stage == CaseStage.Declined
        ? ($"{Zh}不予受理，请告知报事人。", $"{En} was declined; the reporter is to be told.")
        : ($"{Zh}已结案，请告知报事人。", $"{En} was closed; the reporter is to be told.");

    public (string, string) Passed(Term term, RungKind rung, bool isHolder)
    {
        var (name, english, due) = (term.Name, TermNames.English(term.Name), LocalDay.BoundText(term.Due));
        var (whose, by) = isHolder ? ("", "") : ($"（责任单位 {term.Holder}）", $" (held by {term.Holder})");
        return rung switch
        {
            RungKind.DueSoon => ($"{Zh}的{name}期限将于 {due} 到期，请抓紧办理。", $"{En}: {english} is due by {due}."),
            RungKind.Due => ($"{Zh}的{name}期限已于 {due} 到期。", $"{En}: {english} was due by {due}."),
            _ => ($"{Zh}的{name}已超期{whose}，期限为 {due}。", $"{En}: {english} is overdue{by}; it was due by {due}."),
        };
    }

    private static string Until(DateTimeOffset due) => $"期限 {LocalDay.BoundText(due)}";

    private static CaseCategory? Category(Case s, CaseRules rules) =>
        rules.Categories.GetValueOrDefault(CaseCategory.IsSensitiveClass(s.CategoryClass) ? s.CategoryClass : s.Category);
}
