using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Governance;

/// <summary>From which class a grid's leader comes.</summary>
internal sealed class GridLeaderClassType() : EnumType<GridLeaderClass>("GridLeaderClass", "From which class a grid's leader comes (网格长人选类别). G031 lists four; another is accepted and warned.",
    ("COMMITTEE_MEMBER", GridLeaderClass.CommitteeMember, "Member of the village or residents' committee or its party organisation (村(居)班子成员)."),
    ("PARTY_GROUP_HEAD", GridLeaderClass.PartyGroupHead, "Head of a party group (党小组长)."),
    ("RETIRED_CADRE", GridLeaderClass.RetiredCadre, "Retired cadre who is a party member (退休党员干部)."),
    ("RESIDENT_REPRESENTATIVE", GridLeaderClass.ResidentRepresentative, "Excellent representative of the residents (优秀居民代表)."),
    ("OTHER", GridLeaderClass.Other, "None of the four (其他): warned."));

/// <summary>The party unit on a grid.</summary>
internal sealed class GridPartyUnitType() : EnumType<GridPartyUnit>("GridPartyUnit", "The party unit on a grid (党建网格). G030.",
    ("NONE", GridPartyUnit.None, "None yet (未设)."),
    ("BRANCH", GridPartyUnit.Branch, "A party branch (党支部)."),
    ("GROUP", GridPartyUnit.Group, "A party group (党小组)."));

/// <summary>A channel of announcements and services.</summary>
internal sealed class ServiceChannelType() : EnumType<ServiceChannel>("ServiceChannel", "A channel of announcements and services (服务渠道). G041, G052.",
    ("WEBSITE", ServiceChannel.Website, "Website (网站)."),
    ("HOTLINE", ServiceChannel.Hotline, "Hotline (热线电话)."),
    ("TELEVISION", ServiceChannel.Television, "Television (数字电视)."),
    ("TERMINAL", ServiceChannel.Terminal, "Self-service terminal (自助终端)."),
    ("DISPLAY", ServiceChannel.Display, "Electronic display (电子显示屏)."));

/// <summary>Kind of post of a grid worker.</summary>
internal sealed class WorkerPostType() : EnumType<WorkerPost>("WorkerPost", "Kind of post of a grid worker (网格员岗位类别). G032, G051.",
    ("FULL_TIME", WorkerPost.FullTime, "Full-time (专职)."),
    ("PART_TIME", WorkerPost.PartTime, "Part-time (兼职)."));

/// <summary>What a county or city owes.</summary>
internal sealed class ObligationKindType() : EnumType<ObligationKind>("ObligationKind", "What a county or city owes (应办事项); open by itself until it is recorded.",
    ("LEADING_GROUP", ObligationKind.LeadingGroup, "Leading group (领导小组). G042."),
    ("PRINCIPAL_LEADER", ObligationKind.PrincipalLeader, "Post of the principal leader, responsible (主要领导负责). G061."),
    ("LEADER_IN_CHARGE", ObligationKind.LeaderInCharge, "Post of the leader in charge, who takes the lead (主管领导牵头). G061."),
    ("PLAN", ObligationKind.Plan, "Plan with measures and owners (工作方案). G043."),
    ("PAY_MECHANISM", ObligationKind.PayMechanism, "Pay and its growth (薪酬正常增长机制), every year. G026."),
    ("TREATMENT_GUARANTEE", ObligationKind.TreatmentGuarantee, "Guarantee of treatment (待遇保障机制). G057."),
    ("SPECIAL_FUND", ObligationKind.SpecialFund, "Special fund (专项经费), every year. G044."));

/// <summary>How something owed stands.</summary>
internal sealed class ObligationStatusType() : EnumType<ObligationStatus>("ObligationStatus", "How something owed stands (办理状态).",
    ("OPEN", ObligationStatus.Open, "Not recorded (未办). Never closes by itself."),
    ("OVERDUE", ObligationStatus.Overdue, "Not recorded, and its time is over (逾期)."),
    ("DONE", ObligationStatus.Done, "Recorded (已办)."),
    ("DONE_LATE", ObligationStatus.DoneLate, "Recorded, after its time (逾期办理)."));

/// <summary>Who owns a matter of the power and responsibility list.</summary>
internal sealed class PowerOwnerType() : EnumType<PowerOwner>("PowerOwner", "Who owns a matter of the power and responsibility list (事项归属). T026.",
    ("TOWNSHIP", PowerOwner.Township, "The township government (乡镇政府)."),
    ("COMMITTEE", PowerOwner.Committee, "The village or residents' committee (村(居)民委员会)."),
    ("COLLECTIVE", PowerOwner.Collective, "The rural collective economic organisation (农村集体经济组织)."));

/// <summary>Where an analysis report stands.</summary>
internal sealed class AnalysisStageType() : EnumType<AnalysisStage>("AnalysisStage", "Where an analysis report stands (报告状态).",
    ("DRAFT", AnalysisStage.Draft, "Drafted by the hub, waiting for the centre (草稿)."),
    ("ADOPTED", AnalysisStage.Adopted, "Adopted by the centre (已采用)."));
