using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>What notices of an agency's year say (年度考核提醒用语), in both languages: agency, year, what is owed by which organ and until when; never a score, a reason or a person.</summary>
internal sealed class AgencyYearNoticeWording(AgencyYear s, Func<OrganCode, string> nameOf)
{
    /// <summary>What the notice is about, as lists show it, e.g. <c>430203001-D12-2026</c>.</summary>
    public string Number => $"{s.Agency}-{s.Year}";

    private string Zh => $"{nameOf(s.Agency)} {s.Year} 年度考核";

    private string En => $"The year {s.Year} of {s.Agency}";

    public (string, string) NewWork(Term term) => AgencyYearTerms.Stem(term) == "letter"
        ? ($"{Zh}已开启，请梳理属地职责、拟定年度计划，{Until(term)}签订年度目标责任书。", $"{En} is open: list the local duties and draft the plan; the letter is to be signed by {LocalDay.BoundText(term.Due)}.")
        : ($"{Zh}待您单位{term.Name}，期限 {LocalDay.BoundText(term.Due)}。", $"{En} waits for you: {TermNames.English(term.Name)}, by {LocalDay.BoundText(term.Due)}.");

    public (string, string) Objected() => ($"{Zh}的年度计划派出部门未同意，请修改后重新报批。", $"{En}: the department objected to the plan; change it and submit it again.");

    public (string, string) Sign() => ($"{Zh}的年度目标责任书待您单位签字。", $"{En}: the annual letter waits for your signature.");

    public (string, string) InForce() => ($"{Zh}的年度目标责任书已双方签字生效。", $"{En}: both sides have signed, and the letter is in force.");

    public (string, string) Weighed() => ($"{Zh}责任书签字后，所服务乡镇街道的权重已调整，请核对。", $"{En}: the townships' weights were changed after the letter was signed.");

    public (string, string) Assessing() => ($"{Zh}已启动。", $"{En} is being assessed.");

    public (string, string) Scored(DateTimeOffset until) => (
        $"{Zh}得分已核定，如有异议请于 {LocalDay.BoundText(until)} 前附佐证申诉。", $"{En} is scored; a line may be contested with evidence until {LocalDay.BoundText(until)}.");

    public (string, string) Graded(DateTimeOffset until) => (
        $"{Zh}机构等次已评定，如有异议请于 {LocalDay.BoundText(until)} 前附佐证申诉。", $"{En} is graded; the grade may be contested with evidence until {LocalDay.BoundText(until)}.");

    public (string, string) Revised() => ($"{Zh}结果已修订，修订前结果保留。", $"{En}: the result was revised; the former one is kept.");

    public (string, string) BandTakenBack() => (
        $"{Zh}：驻地乡镇街道考核等次已更正，原登记的人员绩效等次不再有效，请重新登记。", $"{En}: the host township's grade was corrected; the staff's band recorded before holds no more, please record it anew.");

    public (string, string) Hosted(HostResultRecorded e) => e.Reason is null
        ? ($"{Zh}：驻地乡镇街道考核结果和奖金系数已登记。", $"{En}: the host township's result and bonus coefficient were recorded.")
        : ($"{Zh}：驻地乡镇街道考核结果或奖金系数已更正，请核对。", $"{En}: the host township's result or bonus coefficient was corrected; please look.");

    public (string, string) Banded() => ($"{Zh}：人员绩效结果已登记。", $"{En}: the staff's result was recorded.");

    public (string, string) DailyWork() => ($"{Zh}：驻地乡镇街道已登记日常工作考核。", $"{En}: the host township recorded the daily-work assessment.");

    public (string, string) Answered(AppealAnswered e) => e.Upheld
        ? ($"{Zh}的申诉 {e.Appeal} 成立，该项将重新评分。", $"{En}: appeal {e.Appeal} was upheld; the line is given anew.")
        : ($"{Zh}的申诉 {e.Appeal} 未予支持。", $"{En}: appeal {e.Appeal} was not upheld.");

    public (string, string) Shared(ShareTarget target) => target == ShareTarget.Township
        ? ($"{Zh}结果已计入乡镇街道考核。", $"{En}: the result was fed into the township's own assessment.")
        : ($"{Zh}结果已计入派出部门考核。", $"{En}: the result was fed into the department's own assessment.");

    public (string, string) Published() => ($"{Zh}结果已公布。", $"{En}: the result was published.");

    public (string, string) Passed(Term term, RungKind rung, IReadOnlyCollection<OrganCode> debtors, bool isDebtor)
    {
        var (name, english, due) = (term.Name, TermNames.English(term.Name), LocalDay.BoundText(term.Due));
        var (whose, by) = isDebtor ? ("", "") : ($"（责任单位 {string.Join("、", debtors.Select(nameOf))}）", $" (owed by {string.Join(", ", debtors)})");
        return rung switch
        {
            // A038: where they don't come to an agreement the performance organ determines the plan.
            RungKind.OverdueCounty when !isDebtor && AgencyYearTerms.Stem(term) == "negotiate" => (
                $"{Zh}的{name}已超期{whose}，期限为 {due}；协商不成的，可由绩效考核部门认定。", $"{En}: {english} is overdue{by}; it was due by {due}. The performance organ may determine the plan."),
            RungKind.DueSoon => ($"{Zh}的{name}期限将于 {due} 到期，请抓紧办理。", $"{En}: {english} is due by {due}."),
            RungKind.Due => ($"{Zh}的{name}期限已于 {due} 到期。", $"{En}: {english} was due by {due}."),
            _ => ($"{Zh}的{name}已超期{whose}，期限为 {due}。", $"{En}: {english} is overdue{by}; it was due by {due}."),
        };
    }

    private static string Until(Term term) => $"于 {LocalDay.BoundText(term.Due)} 前";
}
