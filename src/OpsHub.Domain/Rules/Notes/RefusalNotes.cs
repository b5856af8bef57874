using System.Collections.Immutable;

namespace OpsHub.Domain.Rules.Notes;

/// <summary>What each code of a refusal means, and what to do (拒绝代码说明). The refusal itself says it of the case at hand.</summary>
public static class RefusalNotes
{
    /// <summary>All of them, by code.</summary>
    public static readonly ImmutableSortedDictionary<string, Note> All = Note.Table(
        ("NOT_ALLOWED", "R046", "本角色或本单位不能办理；见所附规则和条款，由有权的单位办理。", "The role or unit may not do this; the rule says who may."),
        ("NOT_FOUND", "R046", "不存在，或不在可见范围内；两者回答相同。", "There is none, or none within what the actor may see; both answer alike."),
        ("INVALID_INPUT", "G019", "输入缺失、格式不对或超出范围；field 指明是哪一项。", "A field is missing, malformed or out of range; field names it."),
        ("WRONG_STATE", "G018", "案件所处环节不允许这一步；说明中列出允许的环节。", "The stage does not permit the move; the message lists those that do."),
        ("CONFLICT", "G017", "同一编号已用于另一内容，或已存在。", "The same id was used with another content, or the thing exists already."),
        ("STALE_VERSION", "G019", "他人已先办理；重新读取后再办。", "Somebody acted since; read again and decide anew."),
        ("RETRY_LATER", "", "系统繁忙；用同一命令编号重试，不会重复办理。", "The hub is busy; send the same command id again, nothing happens twice."),
        ("ONE_LEAD", "G046", "派单须恰有一个牵头单位。", "A dispatch names exactly one lead."),
        ("OWNER_LEADS", "R029 A003", "职责明确的事项由主管部门或派驻机构牵头，乡镇街道监督。", "A matter with a clear owner is led by its department or agency; the township supervises."),
        ("WRONG_OWNER", "R029", "该类别登记了主管部门，应派给该部门或其派驻机构；假定的主管部门不限制派单。", "The category has a recorded owner: dispatch to it or its agency. An assumed owner binds nobody."),
        ("COMMUNITY_LEADS", "G015", "社区自办事项由本社区牵头。", "A community-level case is led by its own community."),
        ("NOT_TO_COMMUNITY", "R030", "跨部门和公共服务事项不派给社区牵头。", "Cross-department and public-service cases are not led by a community."),
        ("ENFORCEMENT_NOT_COMMUNITY", "R031", "涉执法事项不由社区承办。", "Enforcement is never led by a community."),
        ("NO_POWER", "R031 T027", "只有登记的执法权主体可以承办或反馈涉执法结果。", "Only the recorded holder of the enforcement power leads it and files its result."),
        ("LEAD_CANNOT_ACT", "SM1.7", "该单位不承办案件。", "That unit handles no cases."),
        ("NO_VERIFIER", "G047", "能核查的中心都参与办理则无人核查。", "If each centre that may verify takes part, nobody is left to verify."),
        ("HANDLER_VERIFIES", "G047", "承办人和承办单位不核查自己的结果。", "Neither the handler nor its organ verifies its own result."),
        ("EVIDENCE_NOT_VIEWED", "SM1.15", "核查前须查看佐证。", "The evidence is viewed before verification."),
        ("LINK_MISSING", "G018", "结案须有上报、派遣、反馈、核查各环节。", "Closing takes report, dispatch, feedback and verification in the trace."),
        ("MEETING_REQUIRED", "T022 SM1.9", "退单达到规定次数后须附协调会记录。", "After so many returns a coordination meeting's record is needed."),
        ("RULING_REQUIRED", "SM1.9", "再派原单位须有乡镇街道裁定。", "The same lead again takes the township's ruling."),
        ("RETURN_TOO_LATE", "SM1.8", "接单时限已过不能退单。", "After the time to accept a case can no longer be returned."),
        ("NO_GROUND_TO_DECLINE", "T019 SM1.3", "仅不属于任何类别或不属于本县市区时可不予受理。", "Declined is only what lies outside every category or outside the county."),
        ("CALENDAR_LOADED", "C035", "该年日历已载入，如有调整请修订。", "That year is loaded already; amend it where it changed."),
        ("CALENDAR_NOT_LOADED", "C035", "该年日历尚未载入，无从修订。", "That year is not loaded, so there is nothing to amend."),
        ("CALENDAR_DAY_TWICE", "C035", "同一日期在日历中只能安排一次。", "A day is arranged once."),
        ("CALENDAR_MAKEUP_ON_WEEKDAY", "C035", "只有周六、周日可以调休上班。", "Only a Saturday or Sunday can be a make-up working day."),
        ("CALENDAR_WRONG_YEAR", "C035", "某年的安排只含该年和上年十二月的日期。", "A year's arrangement holds that year and the December before."),
        ("ORPHAN", "G011", "单位须有上级。", "A unit has a parent."),
        ("WRONG_PARENT", "G002 G011", "上级的层级不对。", "The parent is of the wrong level."),
        ("PARENT_ENDS", "G011", "上级届时已撤并。", "The parent ends before."),
        ("HAS_CHILDREN", "G011", "尚有下级，不能撤并。", "Units below it are still in force."),
        ("CROSSING_NOT_APPROVED", "G002", "跨社区的网格须经批准。", "A grid across communities takes an approval."),
        ("FIGURES_MISSING", "G001", "网格须有规模数据。", "A grid takes its figures."),
        ("LEADERS_MISSING", "A001", "派驻机构须有派出部门和驻地乡镇。", "An agency has its dispatching department and its host township."),
        ("TOWNSHIP_NOT_IN_FORCE", "G011", "所列乡镇街道不存在或未生效。", "A township named does not exist or is not in force."));
}
