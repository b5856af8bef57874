using System.Collections.Immutable;

namespace OpsHub.Domain.Rules.Notes;

/// <summary>Marks that people see beside a case, a term or a figure (标记说明).</summary>
public static class MarkNotes
{
    /// <summary>All of them, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, Note> All = Note.Table(
        ("provisional", "C035", "暂定：期限跨入官方日历尚未载入的年份，按周一至周五推算；载入后重新推算，新旧截止时间都留在期限台账中。",
            "Provisional: the term reaches into a year whose official calendar is not loaded; counted by Monday to Friday, and again once it is, with both dues in the term's ledger."),
        ("assumed", "G022", "假定：文件没有给出数值，用的是本系统默认值（参数名随附），不是文件规定；载明依据文件后即为有据。",
            "Assumed: the policy gives no figure, so it is our default, under the parameter named; never the law. With a source named it counts as sourced."),
        ("sourced", "G022", "有据：数值写在所列文件中。", "Sourced: the figure is written in the document named."),
        ("late", "G019", "逾期：截止时间一到即为逾期，到点当时办理也算逾期；逾期办理照样受理并留痕，中止期间不计。",
            "Late: from the due instant on; an act at that instant is late. A late act is taken and recorded as late; a suspended term is not late."),
        ("overdue", "SM1.E", "超期：在办案件最近一个期限已过。办结、恢复或批准延期后消失，已触发的上报不撤回。",
            "Overdue: the nearest running term of an open case has passed. It goes when the term is met or moved; what has been escalated stays so."),
        ("dueSoon", "G022", "临期：距截止不到提醒间隔（默认按日的期限 24 小时，按小时的 30 分钟，均为假定）。",
            "Due soon: less than the reminder's distance before the due (by default 24 hours for terms in days, 30 minutes for terms in hours; both assumed)."),
        ("suspended", "G019", "中止：期限停止计算，剩余数量不变，恢复后继续；理由见期限台账。", "Suspended: nothing is counted, what is left stays and runs on when it resumes; the reason stands in the ledger."),
        ("reprojected", "C035", "重新推算：载入、修订日历或临时停工后按新日历重算，新旧截止时间都在台账中。",
            "Counted again: after a calendar was loaded or amended, or offices were closed; both dues stand in the ledger."),
        ("emergency", "T024 C065", "紧急：上报为紧急，或类别本身属紧急类；乡镇街道和县市区同时看到，按小时计限。",
            "Emergency: reported as one, or its category is one by nature; township and county see it at once, and its terms run in hours."),
        ("breached", "C035 C040", "违规：有明文时限的义务（社区协商的方案、协商情况公告）逾期；逾期后补办照样受理，违规记录不消失。",
            "Breached: a duty whose time the policy gives (a community's plan, the announcement of its session) was not kept in time. It is taken late, and the breach stays."),
        ("warned", "C016 C017 C039", "提示：应做而未做的软性要求，只提示，不影响办理。", "Warned: what should have been done and was not; shown, nothing is blocked."),
        ("urged", "R030 A004", "督办中：乡镇街道或县市区已督办，答复有时限；直至结案。", "Urged: a township or county supervises it and an answer is due; until it is closed."),
        ("generated", "", "演示生成：不是真实单位，由系统为演示生成。", "Generated: no real unit, made by the hub for demonstration."),
        ("hidden", "T004 G055", "小数隐藏：社区和网格中矛盾纠纷、特殊人群类的小数不显示，以免推知个人。",
            "Hidden: small counts of disputes and special groups in communities and grids are not shown, lest they tell of persons."),
        ("localClosure", "C035", "临时停工：本县市区公布停工的日期，工作日和工作时间不计。文件未规定，属假定。",
            "Local closure: days on which the county's offices are shut, not counted as working time. No text covers it: assumed."));
}
