using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>What notices of consultations say (协商提醒用语), in both languages: number, way, duty and instants; never title, opinion or person.</summary>
internal sealed class ConsultationNoticeWording(Consultation s, Func<OrganCode, string> nameOf)
{
    private string Zh => $"协商 {s.Number}（{ConsultationWording.Of(s.Variant).Zh}）";

    private string En => $"Consultation {s.Number} ({ConsultationWording.Of(s.Variant).En})";

    public (string, string) NewDuty(Duty duty) => (
        $"{Zh}待您单位{duty.Term.Name}，期限 {LocalDay.BoundText(duty.Term.Due)}。", $"{En} waits for you: {English(duty)}, by {LocalDay.BoundText(duty.Term.Due)}.");

    public (string, string) DueSoon(Duty duty) => Passed(duty, RungKind.DueSoon, isHolder: true);

    public (string, string) Proposed() => (
        $"{Zh}有其他社区的意见，建议改为跨社区、跨村协商，请确定协商层级。", $"{En} has an opinion from another community; the cross-community way is proposed, and the township decides.");

    public (string, string) ReportedUp() => (
        $"{Zh}由社区上报：按事项情况须由乡镇（街道）牵头，请确定协商层级。", $"{En} was reported up: by its facts the township leads it. Please decide on the way.");

    public (string, string) CalledFor() => (
        $"{Zh}补充认定了事项情况，须由乡镇（街道）确定协商层级和牵头组织。", $"{En}: facts were added by which the township decides on way and lead.");

    public (string, string) FactsAdded() => (
        $"{Zh}补充认定了事项情况，请关注表决和牵头要求。", $"{En}: facts of the matter were added; please see what votes and lead they call for.");

    public (string, string) LeadMoved() => (
        $"{Zh}补充认定了事项情况，依规定自即日起由乡镇（街道）牵头。", $"{En}: facts of the matter were added, and the township leads it from now on.");

    public (string, string) Lapsed() => (
        $"{Zh}的层级建议未在期限内答复，按原层级继续协商。", $"{En}: the township did not decide on the way in time; it goes on as it was.");

    public (string, string) ResultVoid() => (
        $"{Zh}已上报的结果被依法纠正，不再有效，请停止据此办理。", $"{En}: the result that was reported to you was corrected according to law and no longer stands; please stop acting on it.");

    public (string, string) Review() => (
        $"{Zh}有不同意见反映权益受损，已启动合法性复核。", $"{En}: a dissent says that rights are harmed, and a review of the result is open.");

    public (string, string) Complaint(PresiderComplaint complaint) => (
        $"{Zh}第 {complaint.Session} 场会议由{(complaint.Presider == PresiderKind.Director ? "居（村）委会主任" : "党组织书记")}主持，已留存投诉记录，请了解有无包办干涉、刻意引导。",
        $"{En}: session {complaint.Session} is presided over by the {(complaint.Presider == PresiderKind.Director ? "director" : "secretary")}; a complaint is on record. Please see that nobody takes it over or steers it.");

    public (string, string) Rerouted() => ($"{Zh}的协商层级已确定。", $"{En}: the way of consulting it was decided.");

    public (string, string) Passed(Duty duty, RungKind rung, bool isHolder)
    {
        var (name, english, due) = (duty.Term.Name, English(duty), LocalDay.BoundText(duty.Term.Due));
        var holder = nameOf(new OrganCode(duty.Term.Holder));
        var (whose, by) = isHolder ? ("", "") : ($"（责任单位：{holder}）", $" (owed by {holder})");
        return rung switch
        {
            RungKind.DueSoon => ($"{Zh}的{name}期限将于 {due} 到期，请抓紧办理。", $"{En}: {english} is due by {due}."),
            RungKind.Due => ($"{Zh}的{name}期限已于 {due} 到期{Breach(duty)}。", $"{En}: {english} was due by {due}{BreachEn(duty)}."),
            _ => ($"{Zh}的{name}已超期{whose}，期限为 {due}{Breach(duty)}。", $"{En}: {english} is overdue{by}; it was due by {due}{BreachEn(duty)}."),
        };
    }

    private static string Breach(Duty duty) => duty.Hard ? "，已记录违规" : "";

    private static string BreachEn(Duty duty) => duty.Hard ? ", a breach that stays on record" : "";

    private static string English(Duty duty) => duty.Step is null ? ConsultationWording.OfDuty(duty.Stem).En : $"the next step ({TermNames.English(duty.Term.Name)})";
}
