using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Councils;

/// <summary>Classes of members.</summary>
internal sealed class CouncilMemberClassType() : EnumType<CouncilMemberClass>("CouncilMemberClass", "Class from which a member of a council comes (议事会成员类别). C010.",
    ("PARTY_ORGANISATION", CouncilMemberClass.PartyOrganisation, "Members of the party organisation (党组织成员)."),
    ("COMMITTEE", CouncilMemberClass.Committee, "Members of the committee (村(居)委会成员)."),
    ("COLLECTIVE_ECONOMY_HEAD", CouncilMemberClass.CollectiveEconomyHead, "Heads of the collective economic organisation (集体经济组织负责人)."),
    ("REPRESENTATIVE", CouncilMemberClass.Representative, "Residents' or villagers' representatives (村(居)民代表)."),
    ("GRID_HEAD", CouncilMemberClass.GridHead, "Grid heads (网格负责人)."),
    ("OWNERS_COMMITTEE", CouncilMemberClass.OwnersCommittee, "Members of the owners' committee (业主委员会成员)."),
    ("EXCELLENT_PARTY_MEMBER", CouncilMemberClass.ExcellentPartyMember, "Excellent party members (优秀党员)."),
    ("PARTY_DELEGATE", CouncilMemberClass.PartyDelegate, "Party delegates (党代表)."),
    ("PEOPLES_CONGRESS_DEPUTY", CouncilMemberClass.PeoplesCongressDeputy, "Deputies to people's congresses (人大代表)."),
    ("CPPCC_MEMBER", CouncilMemberClass.CppccMember, "Members of the CPPCC (政协委员)."),
    ("OTHER", CouncilMemberClass.Other, "Another class (其他): accepted with a warning."));

/// <summary>Stages of an election.</summary>
internal sealed class ElectionStageType() : EnumType<ElectionStage>("ElectionStage", "Where an election of a council's head stands (主要负责人选举). C009.",
    ("NOMINATED", ElectionStage.Nominated, "Candidates are nominated (已提名)."),
    ("BALLOT_OPEN", ElectionStage.BallotOpen, "The secret ballot is open (投票中)."),
    ("COUNTED", ElectionStage.Counted, "The ballots are counted (已计票); passes at once."),
    ("ELECTED", ElectionStage.Elected, "Most votes won (已当选)."),
    ("TIE", ElectionStage.Tie, "A tie: the ballot is held again between those that tied (得票相同). Assumed."));

/// <summary>Electorates.</summary>
internal sealed class ElectorateType() : EnumType<Electorate>("Electorate", "Who elects a council's head (选民范围): the residents; the others are refused. C082.",
    ("RESIDENTS", Electorate.Residents, "The residents or villagers (村(居)民)."),
    ("REPRESENTATIVES", Electorate.Representatives, "Residents' representatives (村(居)民代表): ELECTORATE_NOT_RESIDENTS."),
    ("COUNCIL_MEMBERS", Electorate.CouncilMembers, "Members of the council (议事会成员): ELECTORATE_NOT_RESIDENTS."));

/// <summary>Offices that a head may hold besides.</summary>
internal sealed class HeadOfficeType() : EnumType<HeadOffice>("HeadOffice", "Another office that a candidate or head holds (兼任职务): an office, never a name. C018.",
    ("NONE", HeadOffice.None, "None of the two (无)."),
    ("SECRETARY", HeadOffice.Secretary, "Secretary of the community's party organisation (党组织书记)."),
    ("DIRECTOR", HeadOffice.Director, "Director of the committee (居(村)委会主任)."));

/// <summary>States of a term of office.</summary>
internal sealed class TermStateType() : EnumType<TermState>("OfficeTermState", "Where a term of office stands (任期状态).",
    ("AHEAD", TermState.Ahead, "It has not begun (未开始)."),
    ("RUNNING", TermState.Running, "It runs (任期内)."),
    ("ENDS_SOON", TermState.EndsSoon, "It ends soon (即将届满): parameter CouncilTermWarning, assumed."),
    ("ENDED", TermState.Ended, "It has ended (已届满)."));

/// <summary>Kinds of support.</summary>
internal sealed class SupportKindType() : EnumType<SupportKind>("SupportKind", "What support of consultation consists of (协商保障事项); rule, cycle and who records: supportKinds.",
    ("PARTY_AFFAIRS_NOTICE", SupportKind.PartyAffairsNotice, "Notice on party affairs, for everyone to read (党务公开). C061."),
    ("DEPUTY_LINK", SupportKind.DeputyLink, "Deputies linked to the community (两代表一委员联系社区). C062."),
    ("MEDIATION_CAMPAIGN", SupportKind.MediationCampaign, "People's mediation campaign (人民调解专项活动). C063."),
    ("MEDIATION_AWARD", SupportKind.MediationAward, "Mediations closed, for the award, by post (以奖代补). C064."),
    ("DISPUTE_RISK", SupportKind.DisputeRisk, "Dispute at risk: township and county hear at once (矛盾纠纷风险). C065."),
    ("ONLINE_CHANNEL", SupportKind.OnlineChannel, "Residents' online channel (居民QQ群、微信群). C066."),
    ("DEMONSTRATION_SITE", SupportKind.DemonstrationSite, "Demonstration site of consultation (协商示范点). C067."),
    ("DEMOCRACY_LAW_SITE", SupportKind.DemocracyLawSite, "Democracy-and-law demonstration community (民主法治示范社区). C067."),
    ("SUGGESTION", SupportKind.Suggestion, "Suggestion to party committee and government (工作建议). C072."),
    ("CONSULTATION_SUPPORT", SupportKind.ConsultationSupport, "Conditions for consultation: venue, funds (协商条件保障). C073."),
    ("LAW_PUBLICITY", SupportKind.LawPublicity, "A department's publicity of the law that it enforces (谁执法谁普法). C076."),
    ("AGENDA", SupportKind.Agenda, "Consultation on the important agenda (纳入重要议事日程). C085."),
    ("SERVICE_PLACE", SupportKind.ServicePlace, "Comprehensive service place (社区综合服务场所). C086."),
    ("DISPUTE_SWEEP", SupportKind.DisputeSweep, "Sweep for disputes (矛盾纠纷摸排). C087."),
    ("JOINT_PLAN", SupportKind.JointPlan, "Joint plan with the other kinds of consultation (协商统筹部署). C088."),
    ("FIXED_DAY", SupportKind.FixedDay, "Fixed day of consultation, told on the day before (“固定日”协商). C021."),
    ("MAJOR_DECISION", SupportKind.MajorDecision, "Decision of a major matter (重大事项决定). C006, T088."),
    ("HOUSEHOLD_VISIT", SupportKind.HouseholdVisit, "Household visits, told by the opinion ledger (入户走访). C068."),
    ("COUNCIL", SupportKind.Council, "A council is established, told by the council (议事会). C008."),
    ("COUNCIL_TERM", SupportKind.CouncilTerm, "Term of office of the council's head (议事会任期). C009."));

/// <summary>How something is missing.</summary>
internal sealed class SupportGapStatusType() : EnumType<SupportGapStatus>("SupportGapStatus", "How something is missing (缺项类别).",
    ("MISSED", SupportGapStatus.Missed, "A cycle ended without a record, and none came since (已错过)."),
    ("OPEN", SupportGapStatus.Open, "Nothing in the present year yet (尚无记录)."),
    ("NOT_COVERED", SupportGapStatus.NotCovered, "The unit has none (未覆盖)."),
    ("ENDS_SOON", SupportGapStatus.EndsSoon, "A term of office ends soon (即将届满)."),
    ("ENDED", SupportGapStatus.Ended, "A term of office has ended (已届满)."));

/// <summary>What may be done with a council.</summary>
internal enum CouncilStep
{
    SetHall,
    SetMembers,
    Nominate,
    OpenBallot,
    CountBallots,
}

/// <summary>What may be done with a council.</summary>
internal sealed class CouncilMoveType() : EnumType<CouncilStep>("CouncilMove", "A step that may be taken with a council (可办事项).",
    ("SET_HALL", CouncilStep.SetHall, "setCouncilHall (设立议事堂). C011."),
    ("SET_MEMBERS", CouncilStep.SetMembers, "setCouncilMembers (确定成员). C010."),
    ("NOMINATE", CouncilStep.Nominate, "nominateCouncilHead (提名). C082."),
    ("OPEN_BALLOT", CouncilStep.OpenBallot, "openCouncilBallot (开始投票). C009."),
    ("COUNT_BALLOTS", CouncilStep.CountBallots, "countCouncilBallots (计票). C009."));
