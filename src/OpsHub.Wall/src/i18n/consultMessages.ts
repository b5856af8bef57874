import type { ConsultationStage } from '../api/generated/graphql';
import type { After } from '../consultation/steps';

/** Words of the consultations: strip on the wall, page, lists, ledger and council. */
export interface ConsultMessages {
  readonly title: string;
  readonly openNow: string;
  readonly cells: readonly [string, string, string, string, string, string, string, string];
  readonly toAnnounce: string;
  readonly todayN: (n: string) => string;
  readonly lateN: (n: string) => string;
  readonly laterN: (n: string) => string;
  readonly moreN: (n: string) => string;
  readonly reading: string;
  readonly noneDue: string;
  readonly dueUnknown: string;
  readonly listOnly: { readonly seek: string; readonly variant: string; readonly category: string; readonly overdue: string; readonly ways: string };
  readonly counts: { readonly plansToday: string; readonly plansLate: string; readonly breached: string; readonly sessions: string; readonly votes: string; readonly rounds: string };
  readonly stages: Readonly<Record<ConsultationStage, string>>;
  /** In place of the stage once a session's result is announced. */
  readonly announced: string;
  readonly events: Readonly<Record<string, string>>;
  readonly number: (n: string) => string;
  readonly round: (n: number) => string;
  readonly lead: (organ: string) => string;
  readonly proposed: (variant: string) => string;
  readonly simplified: string;
  readonly review: string;
  readonly steps: readonly [string, string, string, string, string, string, string];
  readonly sevenSteps: string;
  readonly eitherOrder: string;
  readonly after: Readonly<Record<After, string>>;
  readonly afterTitle: string;
  readonly duties: (n: number) => string;
  readonly dutiesNote: string;
  readonly noDuties: string;
  readonly hard: string;
  readonly soft: string;
  readonly breach: string;
  readonly flagged: string;
  readonly of: {
    readonly session: (n: number) => string; readonly dissent: (n: number) => string; readonly vote: (n: number) => string; readonly correction: (n: number) => string;
    readonly milestone: (n: number) => string;
  };
  readonly waits: string;
  readonly waitsNote: string;
  readonly noWaits: string;
  readonly noTerm: string;
  readonly may: string;
  readonly mayNot: string;
  readonly matter: string;
  readonly topic: string;
  readonly plan: string;
  readonly planAt: (at: string) => string;
  readonly notice: string;
  readonly participants: string;
  readonly people: (n: number) => string;
  readonly elected: string;
  readonly sessions: string;
  readonly session: (n: number) => string;
  readonly running: string;
  readonly adjourned: string;
  readonly pause: (from: string, until: string) => string;
  readonly pauseOpen: (from: string) => string;
  readonly pauseUntil: (from: string, at: string) => string;
  readonly attended: (n: number) => string;
  readonly heard: string;
  readonly presides: string;
  readonly votes: string;
  readonly voteAhead: string;
  readonly yes: string;
  readonly no: string;
  readonly abstain: string;
  readonly present: (n: number) => string;
  readonly eligible: (n: number) => string;
  readonly needs: (n: number) => string;
  readonly passed: string;
  readonly failed: string;
  readonly secret: string;
  readonly open: string;
  readonly tallyHidden: string;
  readonly dissents: string;
  readonly dissentN: (n: number) => string;
  readonly harm: string;
  readonly explained: (at: string) => string;
  readonly unexplained: string;
  readonly announcements: string;
  readonly postedAt: (place: string) => string;
  readonly onTime: string;
  readonly lateBy: (span: string) => string;
  readonly publicPage: string;
  readonly papers: string;
  readonly papersFailed: string;
  readonly sunshine: string;
  readonly body: string;
  readonly post: string;
  readonly entry: string;
  readonly milestones: string;
  readonly reached: (at: string) => string;
  readonly progress: string;
  readonly supervision: string;
  readonly feedback: string;
  readonly survey: string;
  readonly satisfied: (percent: string, satisfied: number, ballots: number) => string;
  readonly hiddenSmall: string;
  readonly file: string;
  readonly delegated: string;
  readonly delegatedSteps: readonly [string, string, string, string];
  readonly correction: string;
  readonly annulled: string;
  readonly reopened: string;
  readonly warnings: string;
  readonly warningsNote: string;
  readonly opinions: (n: number) => string;
  readonly solicited: string;
  readonly meetings: string;
  readonly formerDuty: string;
  readonly dutyNames: Readonly<Record<string, string>>;
  readonly missing: string;
  readonly toList: string;
  readonly listTitle: (unit: string) => string;
  readonly deskTitle: string;
  readonly all: (n: string) => string;
  readonly desk: { readonly announce: string; readonly plan: string; readonly vote: string; readonly waits: string; readonly session: string; readonly ahead: string };
  readonly crossProposed: string;
  readonly reportsUp: string;
  readonly decideWay: string;
  readonly nothing: string;
  readonly everyStep: string;
  readonly allOpen: string;
  readonly ended: string;
  readonly more: string;
  readonly shown: (n: number, total: number) => string;
  readonly none: string;
  readonly units: string;
  readonly ledger: string;
  readonly ledgerAndCouncil: string;
  readonly ledgerNote: (linked: string, all: string) => string;
  readonly unlinked: string;
  readonly linkedOnly: string;
  readonly allSources: string;
  readonly noOpinions: string;
  readonly ledgerShut: string;
  readonly linkedTo: string;
  readonly link: string;
  readonly linkTo: string;
  readonly linked: string;
  readonly linkTitle: string;
  readonly noTalks: string;
  readonly ownTalks: string;
  readonly townshipTalks: string;
  readonly elsewhere: string;
  readonly joining: (variant: string) => string;
  readonly joinsAsHint: string;
  readonly alsoFrom: (places: string) => string;
  readonly noneOfThem: string;
  readonly talksUnread: string;
  readonly begin: string;
  readonly beginFields: { readonly unit: string; readonly title: string; readonly communities: string; readonly matter: string; readonly reportUp: string };
  readonly visitDue: (day: string) => string;
  readonly visitLate: (day: string) => string;
  readonly lastVisit: (day: string) => string;
  readonly council: string;
  readonly noCouncil: string;
  readonly established: (day: string) => string;
  readonly hall: string;
  readonly members: (n: number) => string;
  readonly membersHidden: string;
  readonly memberClasses: Readonly<Record<string, string>>;
  readonly electionTitle: string;
  readonly electionStages: Readonly<Record<string, string>>;
  readonly electors: (n: number) => string;
  readonly votesFor: (n: number) => string;
  readonly invalid: (n: number) => string;
  readonly head: string;
  readonly offices: Readonly<Record<string, string>>;
  readonly term: (from: string, to: string) => string;
  readonly termStates: Readonly<Record<string, string>>;
  readonly complaint: string;
  readonly enter: string;
  readonly support: string;
  readonly recordSupport: string;
  readonly noSupport: string;
  readonly unconsulted: string;
  readonly forms: Readonly<Record<string, string>>;
  readonly risks: Readonly<Record<string, string>>;
}

export const zhConsult: ConsultMessages = {
  title: '协商',
  openNow: '进行中',
  cells: ['收集', '议题', '方案', '筹备', '协商', '公告', '表决', '落实'],
  toAnnounce: '待公告协商',
  todayN: (n) => `今日 ${n}`,
  lateN: (n) => `逾期 ${n}`,
  laterN: (n) => `明日起 ${n}`,
  moreN: (n) => `另有 ${n}`,
  reading: '正在读取',
  noneDue: '没有待公告的协商',
  dueUnknown: '状态未知',
  listOnly: { seek: '按编号或标题查找', variant: '全部协商类型', category: '全部协商内容', overdue: '有逾期义务', ways: '建议改变类型' },
  counts: { plansToday: '今日须出方案', plansLate: '方案逾期', breached: '有违规', sessions: '今日协商会', votes: '待表决', rounds: '再次协商' },
  stages: {
    COLLECTING: '收集意见',
    TOPIC_PROPOSED: '待定议题',
    TOPIC_DETERMINED: '待制方案',
    PLANNED: '待发公告',
    PREPARED: '待开会',
    IN_SESSION: '协商中',
    SESSION_ENDED: '待公告结果',
    CONCLUDED: '待采纳',
    VOTE_REQUIRED: '待表决',
    VOTE_PASSED: '表决已通过',
    VOTE_FAILED: '表决未通过',
    ADOPTED: '待实施',
    IMPLEMENTING: '落实中',
    IMPLEMENTED: '待反馈',
    FED_BACK: '待测评',
    SURVEYED: '待归档',
    ARCHIVED: '已归档',
    NOT_ADOPTED: '未采纳',
    CORRECTED: '已纠正',
    WITHDRAWN: '已撤回',
  },
  announced: '结果已公告',
  events: {
    ConsultationOpened: '启动协商',
    OpinionAdded: '登记意见',
    BodiesSolicited: '征求意见',
    WorkMeetingHeld: '召开工作例会',
    ConsultationRerouted: '确定协商层级',
    MatterFactsAdded: '补充事项情况',
    ProposalLapsed: '层级建议未按时答复',
    MilestonesOwed: '节点补列为义务',
    ConsultationAreaChanged: '区划调整移交',
    StepsSimplified: '简化步骤',
    TopicProposed: '提出议题',
    ReportedToCouncil: '上报议事会',
    TopicNotTaken: '议事会逾期未受理',
    TopicDetermined: '确定议题',
    PlanMade: '制定方案',
    NoticePublished: '发布公告',
    ParticipantsFixed: '确定参与主体',
    SessionStarted: '开始协商',
    SessionAdjourned: '休会',
    SessionResumed: '复会',
    SessionClosed: '结束协商',
    ConsultationAnnounced: '公告',
    ConsultationWarned: '提示',
    ComplaintRecorded: '留存投诉记录',
    ConsultationRungsFired: '期限提醒',
    DutiesReprojected: '期限重新推算',
    DissentExplained: '解释说明',
    ConsultationConcluded: '形成协商意见',
    RoundOpened: '再次协商',
    VoteCalled: '提交表决',
    VoteHeld: '表决',
    ConsultationShelved: '搁置',
    FailedClosed: '未通过结束',
    ResultAdopted: '采纳',
    ImplementationStarted: '组织实施',
    ProgressPublished: '公开进度',
    SupervisionNoted: '监督意见',
    ImplementationCompleted: '实施完成',
    ResultFedBack: '反馈',
    SurveyRecorded: '回访、满意度调查',
    ConsultationArchived: '归档',
    ResultCorrected: '纠正',
    ReviewDismissed: '复核结束',
    ConsultationWithdrawn: '撤回',
    ReportedUp: '上报结果',
    ReportStudied: '研究',
    ReportDecided: '答复采纳与否',
    ReportFedBack: '反馈利益相关者',
  },
  number: (n) => `协商 ${n}`,
  round: (n) => `第 ${n} 轮`,
  lead: (organ) => `${organ} 牵头`,
  proposed: (variant) => `建议改为${variant}，待乡镇街道定`,
  simplified: '已表决简化步骤',
  review: '合法性复核中',
  steps: ['收集意见', '确定议题', '制定方案', '发布公告', '确定主体', '开展协商', '公告结果'],
  sevenSteps: '七个步骤',
  eitherOrder: '第 4、5 步先后不限',
  after: { vote: '表决', adopt: '采纳', carryOut: '落实', feedBack: '反馈', survey: '测评', archive: '归档' },
  afterTitle: '之后',
  duties: (n) => `义务 ${n} 项`,
  dutiesNote: '竖线为期限 · 虚线为现在',
  noDuties: '尚未产生义务',
  hard: '硬性',
  soft: '提示性',
  breach: '违规',
  flagged: '逾期',
  of: { session: (n) => `第 ${n} 场`, dissent: (n) => `不同意见 ${n}`, vote: (n) => `第 ${n} 次表决`, correction: (n) => `第 ${n} 次纠正`, milestone: (n) => `节点 ${n}` },
  waits: '现在等谁',
  waitsNote: '在谁手里 · 自何时 · 到何时',
  noWaits: '已办完，不等任何单位',
  noTerm: '无期限',
  may: '我现在可办',
  mayNot: '您现在没有可办的步骤',
  matter: '事项情况',
  topic: '议题',
  plan: '方案',
  planAt: (at) => `${at} 开会`,
  notice: '协商公告',
  participants: '参与主体',
  people: (n) => `${n} 人`,
  elected: '选举记录',
  sessions: '协商会议',
  session: (n) => `第 ${n} 场`,
  running: '协商中',
  adjourned: '休会中',
  pause: (from, until) => `休会 ${from} 至 ${until}`,
  pauseOpen: (from) => `${from} 起休会`,
  pauseUntil: (from, at) => `${from} 起休会，定于 ${at} 复会`,
  attended: (n) => `到会 ${n} 人`,
  heard: '已发言',
  presides: '主持',
  votes: '表决',
  voteAhead: '须表决',
  yes: '赞成',
  no: '反对',
  abstain: '弃权、无效',
  present: (n) => `到会 ${n}`,
  eligible: (n) => `有权 ${n}`,
  needs: (n) => `须 ${n} 票`,
  passed: '通过',
  failed: '未通过',
  secret: '无记名',
  open: '记名',
  tallyHidden: '人数过少，不公开票数',
  dissents: '不同意见',
  dissentN: (n) => `第 ${n} 条`,
  harm: '主张损害权益',
  explained: (at) => `${at} 已解释`,
  unexplained: '待解释',
  announcements: '公告',
  postedAt: (place) => `张贴于 ${place}`,
  onTime: '按期',
  lateBy: (span) => `逾期 ${span}`,
  publicPage: '公开页',
  papers: '打印',
  papersFailed: '没有取到可打印的文书',
  sunshine: '阳光工程',
  body: '实施单位',
  post: '责任岗位',
  entry: '台账编号',
  milestones: '节点',
  reached: (at) => `${at} 完成`,
  progress: '进度公开',
  supervision: '监督意见',
  feedback: '反馈',
  survey: '满意度',
  satisfied: (percent, satisfied, ballots) => `${percent} 满意（${satisfied}/${ballots}）`,
  hiddenSmall: '份数过少，不公开',
  file: '归档材料',
  delegated: '受委托事项',
  delegatedSteps: ['上报', '研究', '答复', '反馈'],
  correction: '纠正',
  annulled: '撤销结果',
  reopened: '重新协商',
  warnings: '提示',
  warningsNote: '不影响办理',
  opinions: (n) => `意见 ${n} 条`,
  solicited: '征求意见',
  meetings: '工作例会',
  formerDuty: '此前义务',
  dutyNames: {
    step: '办理下一步',
    meeting: '工作例会',
    council: '上报议事会',
    take: '议事会受理',
    plan: '制定方案',
    announce: '公告结果',
    explain: '解释说明',
    report: '结果上报',
    answer: '政府答复',
    progress: '公开进度',
    milestone: '完成节点',
    feedback: '反馈落实',
    survey: '回访测评',
    archive: '归档',
  },
  missing: '没有这场协商，或不在可看范围内',
  toList: '全部协商',
  listTitle: (unit) => `${unit}协商`,
  deskTitle: '协商期限',
  all: (n) => `全部 ${n} 场`,
  desk: { announce: '公告结果', plan: '制定方案', vote: '表决', waits: '等乡镇街道', session: '开会', ahead: '临近' },
  crossProposed: '建议跨社区协商',
  reportsUp: '上报待答复',
  decideWay: '确定协商层级',
  nothing: '没有待公告、待制方案或待表决的协商',
  everyStep: '全部步骤',
  allOpen: '进行中',
  ended: '已结束',
  more: '再读一页',
  shown: (n, total) => `${n} / ${total} 场`,
  none: '没有这样的协商',
  units: '村社区',
  ledger: '意见台账',
  ledgerAndCouncil: '意见台账、议事会',
  ledgerNote: (linked, all) => `${all} 条，已并入协商 ${linked} 条`,
  unlinked: '未并入',
  linkedOnly: '已并入',
  allSources: '全部来源',
  noOpinions: '台账里没有这样的意见',
  ledgerShut: '您的身份不能看这个台账',
  linkedTo: '已并入协商',
  link: '并入协商',
  linkTo: '并入哪一场',
  linked: '已并入',
  linkTitle: '并入协商',
  noTalks: '没有符合条件的协商',
  ownTalks: '本社区',
  townshipTalks: '全乡镇（街道）',
  elsewhere: '其他社区的协商',
  joining: (variant) => `并入即建议改为${variant}，由乡镇（街道）定`,
  joinsAsHint: '其他社区的协商，层级已定，并入仅供参考',
  alsoFrom: (places) => `另有意见：${places}`,
  noneOfThem: '不关联协商',
  talksUnread: '没有读到协商，请改换查找条件或稍后再试',
  begin: '启动协商',
  beginFields: { unit: '协商范围（社区或网格）', title: '协商事项', communities: '涉及社区', matter: '事项情况', reportUp: '须由乡镇（街道）牵头，上报乡镇（街道）确定' },
  visitDue: (day) => `入户走访期限 ${day}`,
  visitLate: (day) => `入户走访逾期，期限 ${day}`,
  lastVisit: (day) => `上次走访 ${day}`,
  council: '议事会',
  noCouncil: '尚未建立议事会',
  established: (day) => `${day} 建立`,
  hall: '议事堂',
  members: (n) => `成员 ${n} 人`,
  membersHidden: '按类别人数不公开',
  memberClasses: {
    PARTY_ORGANISATION: '党组织成员',
    COMMITTEE: '居（村）委会成员',
    COLLECTIVE_ECONOMY_HEAD: '集体经济组织负责人',
    REPRESENTATIVE: '居（村）民代表',
    GRID_HEAD: '网格长',
    OWNERS_COMMITTEE: '业委会成员',
    EXCELLENT_PARTY_MEMBER: '优秀党员',
    PARTY_DELEGATE: '党代表',
    PEOPLES_CONGRESS_DEPUTY: '人大代表',
    CPPCC_MEMBER: '政协委员',
    OTHER: '其他',
  },
  electionTitle: '主要负责人选举',
  electionStages: { NOMINATED: '已提名', BALLOT_OPEN: '投票中', COUNTED: '已计票', ELECTED: '已当选', TIE: '得票相同，须再投' },
  electors: (n) => `选民 ${n} 人`,
  votesFor: (n) => `${n} 票`,
  invalid: (n) => `无效 ${n} 票`,
  head: '主要负责人',
  offices: { NONE: '不兼任', SECRETARY: '兼党组织书记', DIRECTOR: '兼居（村）委会主任' },
  term: (from, to) => `任期 ${from} 至 ${to}`,
  termStates: { AHEAD: '任期未始', RUNNING: '任期内', ENDS_SOON: '即将届满', ENDED: '任期届满' },
  complaint: '主持人投诉记录',
  enter: '登记意见',
  support: '协商保障记录',
  recordSupport: '登记保障事项',
  noSupport: '没有在册的记录',
  unconsulted: '未经协商',
  forms: { source: '来源', kind: '主体类别', text: '内容', on: '日期', ticket: '12345 工单号' },
  risks: { OFFENCE: '可能引发刑事案件', MASS: '可能引发群体性事件', EXTREME: '可能引发极端事件' },
};

export const enConsult: ConsultMessages = {
  title: 'Consultations',
  openNow: 'open',
  cells: ['Hear', 'Topic', 'Plan', 'Prep', 'Meet', 'Post', 'Vote', 'Act'],
  toAnnounce: 'Results to announce',
  todayN: (n) => `${n} today`,
  lateN: (n) => `${n} late`,
  laterN: (n) => `${n} later`,
  moreN: (n) => `${n} more`,
  reading: 'Reading',
  noneDue: 'No result to announce',
  dueUnknown: 'unknown',
  listOnly: { seek: 'Find by number or title', variant: 'All ways', category: 'All matters', overdue: 'overdue', ways: 'another way proposed' },
  counts: { plansToday: 'plans today', plansLate: 'plans late', breached: 'breached', sessions: 'sessions today', votes: 'votes ahead', rounds: 'again' },
  stages: {
    COLLECTING: 'collecting opinions',
    TOPIC_PROPOSED: 'topic awaits',
    TOPIC_DETERMINED: 'plan due',
    PLANNED: 'notice due',
    PREPARED: 'ready',
    IN_SESSION: 'in session',
    SESSION_ENDED: 'result to announce',
    CONCLUDED: 'awaits adoption',
    VOTE_REQUIRED: 'vote required',
    VOTE_PASSED: 'vote passed',
    VOTE_FAILED: 'vote failed',
    ADOPTED: 'to be carried out',
    IMPLEMENTING: 'being carried out',
    IMPLEMENTED: 'awaits feedback',
    FED_BACK: 'awaits survey',
    SURVEYED: 'awaits archiving',
    ARCHIVED: 'archived',
    NOT_ADOPTED: 'not adopted',
    CORRECTED: 'corrected',
    WITHDRAWN: 'withdrawn',
  },
  announced: 'result announced',
  events: {
    ConsultationOpened: 'begun',
    OpinionAdded: 'opinion entered',
    BodiesSolicited: 'bodies asked',
    WorkMeetingHeld: 'work meeting held',
    ConsultationRerouted: 'way decided',
    MatterFactsAdded: 'facts of the matter added',
    ProposalLapsed: 'township did not decide on the way in time',
    MilestonesOwed: 'milestones became duties',
    ConsultationAreaChanged: 'handed over to the units in force',
    StepsSimplified: 'steps simplified',
    TopicProposed: 'topic proposed',
    ReportedToCouncil: 'reported to the council',
    TopicNotTaken: 'not taken by the council in time',
    TopicDetermined: 'topic determined',
    PlanMade: 'plan made',
    NoticePublished: 'notice published',
    ParticipantsFixed: 'participants fixed',
    SessionStarted: 'session started',
    SessionAdjourned: 'adjourned',
    SessionResumed: 'resumed',
    SessionClosed: 'session ended',
    ConsultationAnnounced: 'announced',
    ConsultationWarned: 'warned',
    ComplaintRecorded: 'Complaint recorded',
    ConsultationRungsFired: 'deadline notice',
    DutiesReprojected: 'terms projected again',
    DissentExplained: 'dissent explained',
    ConsultationConcluded: 'opinion formed',
    RoundOpened: 'another round',
    VoteCalled: 'put to the vote',
    VoteHeld: 'vote held',
    ConsultationShelved: 'shelved',
    FailedClosed: 'closed after failed vote',
    ResultAdopted: 'adopted',
    ImplementationStarted: 'carrying out begun',
    ProgressPublished: 'progress published',
    SupervisionNoted: 'supervision noted',
    ImplementationCompleted: 'carried out',
    ResultFedBack: 'fed back',
    SurveyRecorded: 'surveyed',
    ConsultationArchived: 'archived',
    ResultCorrected: 'corrected',
    ReviewDismissed: 'review ended',
    ConsultationWithdrawn: 'withdrawn',
    ReportedUp: 'reported up',
    ReportStudied: 'studied',
    ReportDecided: 'answered',
    ReportFedBack: 'fed back to those concerned',
  },
  number: (n) => `Consultation ${n}`,
  round: (n) => `round ${n}`,
  lead: (organ) => `led by ${organ}`,
  proposed: (variant) => `proposed: ${variant}; the township decides`,
  simplified: 'steps simplified by vote',
  review: 'under review',
  steps: ['Collect opinions', 'Determine topic', 'Make plan', 'Publish notice', 'Fix participants', 'Deliberate', 'Report result'],
  sevenSteps: 'Seven steps',
  eitherOrder: '4 and 5 in either order',
  after: { vote: 'Vote', adopt: 'Adopt', carryOut: 'Carry out', feedBack: 'Feed back', survey: 'Survey', archive: 'Archive' },
  afterTitle: 'Then',
  duties: (n) => `${n} duties`,
  dutiesNote: 'mark: due · dashed: now',
  noDuties: 'No duty yet',
  hard: 'hard',
  soft: 'soft',
  breach: 'breach',
  flagged: 'late',
  of: { session: (n) => `session ${n}`, dissent: (n) => `dissent ${n}`, vote: (n) => `vote ${n}`, correction: (n) => `correction ${n}`, milestone: (n) => `milestone ${n}` },
  waits: 'Whose move it is',
  waitsNote: 'with whom · since · until',
  noWaits: 'Done; it waits for nobody',
  noTerm: 'no deadline',
  may: 'What I may do now',
  mayNot: 'There is no step that you may take now',
  matter: 'The matter',
  topic: 'Topic',
  plan: 'Plan',
  planAt: (at) => `session ${at}`,
  notice: 'Notice',
  participants: 'Participants',
  people: (n) => `${n}`,
  elected: 'record of election',
  sessions: 'Sessions',
  session: (n) => `Session ${n}`,
  running: 'in session',
  adjourned: 'adjourned',
  pause: (from, until) => `adjourned ${from} to ${until}`,
  pauseOpen: (from) => `adjourned since ${from}`,
  pauseUntil: (from, at) => `adjourned since ${from}, goes on at ${at}`,
  attended: (n) => `${n} attended`,
  heard: 'heard',
  presides: 'presides',
  votes: 'Votes',
  voteAhead: 'A vote must be held',
  yes: 'yes',
  no: 'no',
  abstain: 'abstained, invalid',
  present: (n) => `${n} present`,
  eligible: (n) => `${n} entitled`,
  needs: (n) => `takes ${n}`,
  passed: 'passed',
  failed: 'failed',
  secret: 'secret ballot',
  open: 'open ballot',
  tallyHidden: 'too few voted to show a tally',
  dissents: 'Dissents',
  dissentN: (n) => `no. ${n}`,
  harm: 'says that rights are harmed',
  explained: (at) => `explained ${at}`,
  unexplained: 'to be explained',
  announcements: 'Announcements',
  postedAt: (place) => `posted at ${place}`,
  onTime: 'on time',
  lateBy: (span) => `late by ${span}`,
  publicPage: 'public page',
  papers: 'Print',
  papersFailed: 'No paper could be read',
  sunshine: 'Sunshine works',
  body: 'Carried out by',
  post: "Owner's post",
  entry: 'Entry',
  milestones: 'Milestones',
  reached: (at) => `reached ${at}`,
  progress: 'Progress',
  supervision: 'Supervision',
  feedback: 'Feedback',
  survey: 'Satisfaction',
  satisfied: (percent, satisfied, ballots) => `${percent} satisfied (${satisfied}/${ballots})`,
  hiddenSmall: 'too few ballots to show',
  file: 'Archived',
  delegated: 'Delegated matter',
  delegatedSteps: ['Report up', 'Study', 'Answer', 'Feed back'],
  correction: 'Correction',
  annulled: 'annulled',
  reopened: 'opened again',
  warnings: 'Notes',
  warningsNote: 'nothing is blocked',
  opinions: (n) => `${n} opinions`,
  solicited: 'Bodies asked',
  meetings: 'Work meetings',
  formerDuty: 'former duty',
  dutyNames: {
    step: 'the next step',
    meeting: 'work meeting',
    council: 'report to council',
    take: 'council takes topic',
    plan: 'plan',
    announce: 'announce result',
    explain: 'explanation',
    report: 'report up',
    answer: "government's answer",
    progress: 'progress',
    milestone: 'milestone',
    feedback: 'feedback',
    survey: 'survey',
    archive: 'archive',
  },
  missing: 'No such consultation, or not yours to see',
  toList: 'All consultations',
  listTitle: (unit) => `Consultations of ${unit}`,
  deskTitle: 'Consultations',
  all: (n) => `all ${n}`,
  desk: { announce: 'Announce', plan: 'Plan', vote: 'Vote', waits: 'Waits for the township', session: 'Session', ahead: 'Next' },
  crossProposed: 'several communities proposed',
  reportsUp: 'report awaits answer',
  decideWay: 'decide on the way',
  nothing: 'Nothing to announce, plan or vote on',
  everyStep: 'every step',
  allOpen: 'open',
  ended: 'ended',
  more: 'read another page',
  shown: (n, total) => `${n} of ${total}`,
  none: 'No such consultation',
  units: 'Communities',
  ledger: 'Opinion ledger',
  ledgerAndCouncil: 'Opinion ledger and council',
  ledgerNote: (linked, all) => `${all} entries, ${linked} linked to a consultation`,
  unlinked: 'not linked',
  linkedOnly: 'linked',
  allSources: 'every source',
  noOpinions: 'No such opinion in the ledger',
  ledgerShut: 'This role may not read this ledger',
  linkedTo: 'linked to a consultation',
  link: 'Link',
  linkTo: 'To which one',
  linked: 'Linked',
  linkTitle: 'Link to a consultation',
  noTalks: 'No such consultation',
  ownTalks: 'This community',
  townshipTalks: 'Whole township',
  elsewhere: "another community's",
  joining: (variant) => `joining proposes: ${variant}; the township decides`,
  joinsAsHint: "another community's; its way is settled, the opinion is heard there",
  alsoFrom: (places) => `opinions also from ${places}`,
  noneOfThem: 'None',
  talksUnread: 'Consultations could not be read; look for something else, or try again later',
  begin: 'Begin a consultation',
  beginFields: { unit: 'Where (community or grid)', title: 'Matter', communities: 'Communities concerned', matter: 'What is known', reportUp: 'The township must lead it: report it up' },
  visitDue: (day) => `household visits due ${day}`,
  visitLate: (day) => `household visits late, due ${day}`,
  lastVisit: (day) => `last visit ${day}`,
  council: 'Council',
  noCouncil: 'No council yet',
  established: (day) => `established ${day}`,
  hall: 'Hall',
  members: (n) => `${n} members`,
  membersHidden: 'counts by class not shown to you',
  memberClasses: {
    PARTY_ORGANISATION: 'party organisation',
    COMMITTEE: 'committee',
    COLLECTIVE_ECONOMY_HEAD: 'head of the collective',
    REPRESENTATIVE: 'representatives',
    GRID_HEAD: 'grid heads',
    OWNERS_COMMITTEE: "owners' committee",
    EXCELLENT_PARTY_MEMBER: 'excellent party members',
    PARTY_DELEGATE: 'party delegates',
    PEOPLES_CONGRESS_DEPUTY: 'NPC deputies',
    CPPCC_MEMBER: 'CPPCC members',
    OTHER: 'others',
  },
  electionTitle: 'Election of the head',
  electionStages: { NOMINATED: 'nominated', BALLOT_OPEN: 'ballot open', COUNTED: 'counted', ELECTED: 'elected', TIE: 'tie, vote again' },
  electors: (n) => `${n} electors`,
  votesFor: (n) => `${n} votes`,
  invalid: (n) => `${n} invalid`,
  head: 'Head',
  offices: { NONE: 'no other office', SECRETARY: 'also party secretary', DIRECTOR: 'also director' },
  term: (from, to) => `term ${from} to ${to}`,
  termStates: { AHEAD: 'not begun', RUNNING: 'running', ENDS_SOON: 'ends soon', ENDED: 'ended' },
  complaint: 'complaint about the presider',
  enter: 'Enter an opinion',
  support: 'Support records',
  recordSupport: 'Make a record',
  noSupport: 'No standing record',
  unconsulted: 'not consulted',
  forms: { source: 'Source', kind: 'Kind of body', text: 'What', on: 'Day', ticket: 'Number of its 12345 ticket' },
  risks: { OFFENCE: 'may lead to an offence', MASS: 'may lead to a mass incident', EXTREME: 'may lead to an extreme event' },
};
