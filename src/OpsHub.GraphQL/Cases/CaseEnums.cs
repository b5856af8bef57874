using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>Stages.</summary>
internal sealed class CaseStageType() : EnumType<CaseStage>("CaseStage", "Where a case stands (案件状态): the states of SM1. All before CLOSED are open.",
    ("REPORTED", CaseStage.Reported, "Reported, awaits acceptance (待受理)."),
    ("ACCEPTED", CaseStage.Accepted, "Accepted, awaits triage (待研判)."),
    ("TRIAGED", CaseStage.Triaged, "Triaged, awaits dispatch (待派单)."),
    ("DISPATCHED", CaseStage.Dispatched, "Dispatched, awaits the lead unit's acceptance (待接单)."),
    ("RETURNED", CaseStage.Returned, "Returned by the lead unit, awaits another dispatch (退单)."),
    ("HANDLING", CaseStage.Handling, "Being handled (处置中)."),
    ("COORDINATING", CaseStage.Coordinating, "Coordinated by the township (协调中)."),
    ("FED_BACK", CaseStage.FedBack, "Result fed back, awaits verification (待核查)."),
    ("VERIFIED", CaseStage.Verified, "Verified, awaits closing (待结案)."),
    ("CLOSED", CaseStage.Closed, "Closed (已结案)."),
    ("EVALUATED", CaseStage.Evaluated, "Closed and evaluated (已评价)."),
    ("DECLINED", CaseStage.Declined, "Declined with a reason and where to turn (不予受理)."),
    ("MERGED", CaseStage.Merged, "Merged into another case (已并案)."),
    ("WITHDRAWN", CaseStage.Withdrawn, "Withdrawn (已撤回)."));

/// <summary>Kinds.</summary>
internal sealed class CaseKindType() : EnumType<CaseKind>("CaseKind", "What a case is about (案件性质). G008.",
    ("COMPONENT", CaseKind.Component, "A public facility (部件)."),
    ("EVENT", CaseKind.Event, "Something that happens (事件)."));

/// <summary>Priorities.</summary>
internal sealed class CasePriorityType() : EnumType<CasePriority>("CasePriority", "How urgent a case is (紧急程度).",
    ("ORDINARY", CasePriority.Ordinary, "Ordinary (一般): the category's limits hold."),
    ("URGENT", CasePriority.Urgent, "Urgent (加急): handled within 24 hours by default."),
    ("EMERGENCY", CasePriority.Emergency, "Emergency (紧急): reaches township and county at once. T024, C065."));

/// <summary>Channels.</summary>
internal sealed class CaseChannelType() : EnumType<CaseChannel>("CaseChannel", "Where a case came from (来源渠道).",
    ("GRID_WORKER", CaseChannel.GridWorker, "Grid worker (网格员上报)."),
    ("RESIDENT_APP", CaseChannel.ResidentApp, "Residents' app (居民上报)."),
    ("HOTLINE_12345", CaseChannel.Hotline12345, "12345 hotline (热线). G017."),
    ("PATROL", CaseChannel.Patrol, "Patrol (巡查)."),
    ("SENSOR", CaseChannel.Sensor, "Sensor (感知设备)."),
    ("COUNCIL", CaseChannel.Council, "Consultation council (议事会)."));

/// <summary>Classes of triage.</summary>
internal sealed class TriageClassType() : EnumType<TriageClass>("TriageClass", "Class of a case after triage (研判分类), which decides who may lead. R028.",
    ("CLEAR_OWNER", TriageClass.ClearOwner, "One department or agency owns it (职责明确); the township supervises. R029."),
    ("CROSS_DEPARTMENT", TriageClass.CrossDepartment, "Several departments (跨部门); the township coordinates. R030."),
    ("PUBLIC_SERVICE", TriageClass.PublicService, "Public service (公共服务)."),
    ("COMMUNITY_LEVEL", TriageClass.CommunityLevel, "The community handles it itself (社区自办). G015."));

/// <summary>Grounds to decline.</summary>
internal sealed class DeclineGroundType() : EnumType<DeclineGround>("DeclineGround", "On what ground a case may be declined (不予受理理由); there are two. SM1.3, T019.",
    ("OUTSIDE_CATEGORIES", DeclineGround.OutsideCategories, "Outside every category (不属于任何类别)."),
    ("OUTSIDE_COUNTY", DeclineGround.OutsideCounty, "Outside the county (不在本县市区)."));

/// <summary>Reasons to return.</summary>
internal sealed class ReturnReasonType() : EnumType<ReturnReason>("ReturnReason", "Why a lead unit returns a dispatch (退单理由). SM1.8.",
    ("NOT_MINE", ReturnReason.NotMine, "Not its duty (非本单位职责)."),
    ("INSUFFICIENT", ReturnReason.Insufficient, "Too little information (信息不足)."),
    ("DUPLICATE", ReturnReason.Duplicate, "The same as another case (重复)."));

/// <summary>Parts in a dispatch.</summary>
internal sealed class DispatchPartType() : EnumType<DispatchPart>("DispatchPart", "Part of an organ in a dispatch (派单角色).",
    ("LEAD", DispatchPart.Lead, "Leads (牵头): exactly one. G046."),
    ("ASSIST", DispatchPart.Assist, "Assists (协办)."));

/// <summary>Orders of lists.</summary>
internal sealed class CaseOrderType() : EnumType<CaseOrder>("CaseOrder", "How a list of cases is ordered (排序); the id breaks ties.",
    ("DUE_AT", CaseOrder.DueAt, "Nearest due first; cases without a due instant last."),
    ("REPORTED_AT_DESCENDING", CaseOrder.ReportedAtDescending, "Newest report first."),
    ("CHANGED_AT_DESCENDING", CaseOrder.ChangedAtDescending, "Latest change first."));
