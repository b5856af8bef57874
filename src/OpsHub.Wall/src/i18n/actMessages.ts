import { enConsultChoices, zhConsultChoices } from './consultChoices';
import { enYearChoices, zhYearChoices } from './yearChoices';

/** Words of the sheets in which people act. */
export interface ActMessages {
  readonly required: string;
  readonly optional: string;
  readonly yes: string;
  readonly day: string;
  readonly time: string;
  readonly dayEnd: string;
  readonly and: string;
  readonly find: string;
  readonly holder: string;
  readonly noCases: string;
  readonly noInput: string;
  readonly perLine: (max: number | null) => string;
  readonly groups: { readonly owners: string; readonly units: string; readonly agencies: string; readonly departments: string };
  readonly ownerByName: (name: string) => string;
  readonly levels: readonly [string, string, string, string];
  readonly choices: Readonly<Record<string, string>>;
  readonly problems: {
    readonly missing: string;
    readonly tooLong: (max: number, length: number) => string;
    readonly tooMany: (max: number) => string;
    readonly number: (min: number | null, max: number | null) => string;
    readonly after: (at: string) => string;
    readonly before: (at: string) => string;
    readonly noLead: string;
    readonly row: (n: number) => string;
    readonly score: (min: number, max: number) => string;
  };
  readonly rests: (rule: string, clause: string) => string;
  readonly unsure: string;
  readonly busy: string;
  readonly stale: string;
  readonly gone: string;
  readonly unread: string;
  readonly cancel: string;
  readonly close: string;
  readonly sending: string;
  readonly again: (label: string) => string;
  readonly done: (label: string, sequence: number | null) => string;
  readonly look: string;
  readonly addRow: string;
  readonly dropRow: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, string>>;
  readonly delegatedBy: string;
  readonly nobody: string;
  readonly agreementRecord: string;
  /** Words of a yes or no that is a decision. */
  readonly decided: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const zhAct: ActMessages = {
  required: '必填',
  optional: '选填',
  yes: '是',
  day: '日期',
  time: '时刻',
  dayEnd: '当日 24:00',
  and: '，',
  find: '按名称查找单位',
  holder: '现在持有的单位',
  noCases: '同一网格没有同类的在办案件',
  noInput: '这一步不需要填写，确认后立即留痕。',
  perLine: (max) => (max === null ? '每行一项' : `每行一项，最多 ${max} 项`),
  groups: { owners: '主管部门', units: '辖区', agencies: '派驻机构', departments: '职能部门' },
  ownerByName: (name) => `默认主管部门“${name}”只有名称，不在部门名单中，案件派不到；请选实际承办单位。`,
  levels: ['', '一级（催办）', '二级（乡镇街道督办）', '三级（县市区督办）'],
  choices: {
    LEAD: '牵头',
    ASSIST: '协办',
    CLEAR_OWNER: '职责明确',
    COMMUNITY_LEVEL: '社区自办',
    CROSS_DEPARTMENT: '跨部门',
    PUBLIC_SERVICE: '公共服务',
    DUPLICATE: '重复',
    INSUFFICIENT: '信息不足',
    NOT_MINE: '非本单位职责',
    OUTSIDE_CATEGORIES: '不属于任何类别',
    OUTSIDE_COUNTY: '不在本县市区',
    OFFENCE: '刑事案件',
    MASS: '群体性事件',
    EXTREME: '极端事件',
    ...zhConsultChoices,
    ...zhYearChoices,
  },
  problems: {
    missing: '请填写',
    tooLong: (max, length) => `最多 ${max} 字，现有 ${length} 字`,
    tooMany: (max) => `最多 ${max} 项`,
    number: (min, max) => (min === null ? `不大于 ${max}` : max === null ? `不小于 ${min}` : `${min} 至 ${max} 的整数`),
    after: (at) => `晚于 ${at}`,
    before: (at) => `不晚于 ${at}`,
    noLead: '须有且只有一个牵头单位',
    row: (n) => `第 ${n} 行没有填完`,
    score: (min, max) => `${min} 至 ${max}，最多四位小数`,
  },
  rests: (rule, clause) => `依据 ${[clause, rule].filter(Boolean).join(' ')}`,
  unsure: '没有收到答复，不知是否已办。请再发一次：编号相同，不会重复办理。',
  busy: '服务器正忙，尚未办理。请稍后再发，编号相同，不会重复办理。',
  stale: '您填写时案件有了变化，请看过后再定：',
  gone: '您填写时案件有了变化，这一步现在不能办了：',
  unread: '没有取到可选的单位，请关闭后重试。',
  cancel: '取消',
  close: '关闭',
  sending: '正在提交',
  again: (label) => `仍要${label}`,
  done: (label, sequence) => `已办：${label}${sequence === null ? '' : `，留痕第 ${sequence} 条`}`,
  look: '看案件',
  addRow: '加一行',
  dropRow: '去掉这一行',
  cells: {
    kind: '主体类别', community: '所在社区', count: '人数', method: '产生方式', text: '内容', allegesHarm: '主张损害权益', due: '完成日期', measure: '衡量标准', weight: '权重',
    class: '类别', office: '兼任职务', candidate: '候选人', votes: '得票',
  },
  flags: {
    important: '重要事项',
    cannotAlone: '单靠一个社区无法开展',
    groupScope: '只涉及楼宇小区、村民小组',
    withoutCouncil: '无须经过议事会',
    socialEffect: '社会影响大',
    publicConcern: '群众反映强烈',
    vital: '涉及切身利益',
    legalVote: '依法须表决',
    major: '重大事务决策、重点基础设施、全局性安排',
    communityActs: '需社区落实',
    technical: '专业性、技术性较强',
  },
  delegatedBy: '委托单位',
  nobody: '没有委托单位',
  agreementRecord: '各主体协商一致的记录编号',
  decided: {
    annul: { true: '撤销结果', false: '重新协商' }, adopt: { true: '采纳', false: '不予采纳' }, done: { true: '已完成', false: '未完成' }, tookPart: { true: '已参加', false: '未参加' },
    upheld: { true: '申诉成立', false: '申诉不成立' }, verified: { true: '情况属实', false: '情况不属实' },
    dropped: { WORK_MEETING: '工作例会', PLAN: '制定方案', NOTICE: '发布公告', PARTICIPANTS: '确定参与主体' },
  },
};

export const enAct: ActMessages = {
  required: 'required',
  optional: 'optional',
  yes: 'Yes',
  day: 'Day',
  time: 'Time',
  dayEnd: '24:00 of that day',
  and: ', ',
  find: 'Find an organ by name',
  holder: 'whoever holds it now',
  noCases: 'No other open case of this category in this grid',
  noInput: 'Nothing to fill in; it enters the trace as soon as you confirm.',
  perLine: (max) => (max === null ? 'one a line' : `one a line, at most ${max}`),
  groups: { owners: 'Owner of this category', units: 'Units of the place', agencies: 'Stationed agencies', departments: 'Departments' },
  ownerByName: (name) => `The assumed owner ${name} is a name only: the list of departments does not have it, and no case can go there. Choose who handles it in fact.`,
  levels: ['', 'L1 (reminder)', 'L2 (by the township)', 'L3 (by the county)'],
  choices: {
    LEAD: 'Lead',
    ASSIST: 'Assist',
    CLEAR_OWNER: 'clear owner',
    COMMUNITY_LEVEL: 'community handles it',
    CROSS_DEPARTMENT: 'several departments',
    PUBLIC_SERVICE: 'public service',
    DUPLICATE: 'duplicate',
    INSUFFICIENT: 'too little information',
    NOT_MINE: 'not our duty',
    OUTSIDE_CATEGORIES: 'outside every category',
    OUTSIDE_COUNTY: 'outside the county',
    OFFENCE: 'criminal case',
    MASS: 'mass incident',
    EXTREME: 'extreme act',
    ...enConsultChoices,
    ...enYearChoices,
  },
  problems: {
    missing: 'Please fill in',
    tooLong: (max, length) => `at most ${max} characters, now ${length}`,
    tooMany: (max) => `at most ${max}`,
    number: (min, max) => (min === null ? `at most ${max}` : max === null ? `at least ${min}` : `a whole number from ${min} to ${max}`),
    after: (at) => `after ${at}`,
    before: (at) => `by ${at}`,
    noLead: 'Exactly one organ leads',
    row: (n) => `line ${n} is not complete`,
    score: (min, max) => `${min} to ${max}, at most four decimals`,
  },
  rests: (rule, clause) => `Rests on ${[clause, rule].filter(Boolean).join(' ')}`,
  unsure: 'No answer came, so it is not known whether it was done. Send it again: the id is the same, it cannot happen twice.',
  busy: 'The hub is busy and has not done it. Send it again in a moment: the id is the same, it cannot happen twice.',
  stale: 'The case changed while you were filling this in. Look, then decide:',
  gone: 'The case changed while you were filling this in; this step can no longer be taken:',
  unread: 'The organs to choose from could not be read; close and try again.',
  cancel: 'Cancel',
  close: 'Close',
  sending: 'Sending',
  again: (label) => `${label} all the same`,
  done: (label, sequence) => `Done: ${label}${sequence === null ? '' : `, entry ${sequence}`}`,
  look: 'open the case',
  addRow: 'Add a line',
  dropRow: 'Remove this line',
  cells: {
    kind: 'Kind of body', community: 'Community', count: 'Number', method: 'How chosen', text: 'What', allegesHarm: 'says that rights are harmed', due: 'By', measure: 'Measure', weight: 'Weight',
    class: 'Class', office: 'Other office', candidate: 'Candidate', votes: 'Votes',
  },
  flags: {
    important: 'important',
    cannotAlone: 'one community alone cannot consult it',
    groupScope: 'concerns a building or group only',
    withoutCouncil: 'need not go through the council',
    socialEffect: 'big social effect',
    publicConcern: 'strong public concern',
    vital: 'vital interest of residents',
    legalVote: 'the law demands a vote',
    major: 'major decision, key infrastructure, arrangement for the whole',
    communityActs: 'the community must act on it',
    technical: 'technical matter',
  },
  delegatedBy: 'Entrusted by',
  nobody: 'nobody entrusted it',
  agreementRecord: 'Reference of the record that the bodies agreed',
  decided: {
    annul: { true: 'annul the result', false: 'open it again' }, adopt: { true: 'adopt', false: 'refuse' }, done: { true: 'done', false: 'not done' }, tookPart: { true: 'took part', false: 'took no part' },
    upheld: { true: 'upheld', false: 'not upheld' }, verified: { true: 'the grounds hold', false: 'they do not hold' },
    dropped: { WORK_MEETING: 'work meeting', PLAN: 'plan', NOTICE: 'notice', PARTICIPANTS: 'fixing participants' },
  },
};
