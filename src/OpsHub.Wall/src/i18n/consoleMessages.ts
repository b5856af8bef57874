import type { Role } from '../api/generated/graphql';

/** Words of the console of a unit's leader. */
export interface ConsoleMessages {
  readonly mine: string;
  readonly late: string;
  readonly today: string;
  readonly urged: string;
  readonly decide: string;
  readonly decideNote: string;
  readonly lateTitle: (n: string) => string;
  readonly lateNote: string;
  readonly none: string;
  readonly nextDue: (at: string, what: string) => string;
  readonly noneAhead: string;
  readonly seeLate: (n: string) => string;
  readonly noLate: string;
  readonly tabs: { readonly today: string; readonly items: string; readonly talks: string; readonly years: string; readonly units: string };
  readonly communities: string;
  readonly agencies: string;
  readonly dueTodayAt: (time: string) => string;
  readonly noTerm: string;
  readonly asks: (until: string) => string;
  readonly returnedTimes: (n: number) => string;
  readonly more: (n: number) => string;
  readonly failed: (unit: string) => string;
  readonly failedNote: string;
  readonly retry: string;
  readonly retryIn: string;
  readonly offline: (time: string) => string;
  readonly offlineNote: string;
  readonly offlineWord: string;
  readonly notOpened: string;
  readonly denied: string;
  readonly deniedNote: (role: string, organ: string) => string;
  readonly deniedRule: string;
  readonly wall: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly questions: Readonly<Record<string, string>>;
}

export const zhConsole: ConsoleMessages = {
  mine: '待我办',
  late: '超期',
  today: '今日到期',
  urged: '督办',
  decide: '今天要我定的',
  decideNote: '按我的期限排',
  lateTitle: (n) => `超期 ${n} 件`,
  lateNote: '在谁手里 · 已持有',
  none: '今天没有等您决定的事',
  nextDue: (at, what) => `下一个期限：${at}，${what}`,
  noneAhead: '前面没有期限',
  seeLate: (n) => `看超期 ${n} 件`,
  noLate: '没有超期事项',
  tabs: { today: '今日', items: '事项', talks: '协商', years: '考核', units: '单位' },
  communities: '下辖单位',
  agencies: '派驻机构（两条线）',
  dueTodayAt: (time) => `今日 ${time}`,
  noTerm: '无期限',
  asks: (until) => `申请延到 ${until}`,
  returnedTimes: (n) => `已退单 ${n} 次`,
  more: (n) => `另有 ${n} 件，期限更晚`,
  failed: (unit) => `没有取到${unit}的数据`,
  failedNote: '服务器没有答复。您刚才的操作如果没有显示“已办”，就没有确认提交，可以重做。',
  retry: '再试一次',
  retryIn: '稍后自动再试',
  offline: (time) => `没有网络。显示 ${time} 的数据，倒计时照走。`,
  offlineNote: '现在办理会提示重发，编号相同，不会重复。',
  offlineWord: '离线',
  notOpened: '没有打开：案件已变，或没有网络',
  denied: '您的身份没有工作台',
  deniedNote: (role, organ) => `您的身份：${organ} ${role}。`,
  deniedRule: '依据：权限表，辖区及以下',
  wall: '看大屏',
  roles: {
    ADMINISTRATOR: '管理员',
    AGENCY_STAFF: '派驻机构',
    AUDITOR: '纪检、审计',
    CITY_GOVERNANCE_OFFICE: '市综治办',
    COMMUNITY_COMMITTEE: '村（居）民委员会',
    COMMUNITY_PARTY: '村（社区）党组织',
    COUNCIL: '议事会',
    GROUP_PARTY: '小区、小组党组织',
    SUPERVISION_COMMITTEE: '监督委员会',
    COUNTY_COMMAND_CENTRE: '指挥中心',
    COUNTY_GOVERNMENT: '县市区党委、政府',
    ORGANISATION_DEPARTMENT: '组织部门', ESTABLISHMENT_OFFICE: '机构编制部门',
    PERFORMANCE_ORGAN: '绩效考核部门',
    DEPARTMENT: '职能部门',
    GRID_WORKER: '网格员',
    HOTLINE: '12345 热线',
    INTEGRATOR: '集成方',
    RESIDENT: '居民',
    SCHEDULER: '系统',
    TOWNSHIP_GOVERNANCE_CENTRE: '综治中心',
    TOWNSHIP_GOVERNMENT: '乡镇街道',
    WALL_KEY: '大屏密钥',
  },
  questions: {
    REPORTED: '是否受理',
    ACCEPTED: '归哪一类',
    TRIAGED: '派给谁',
    DISPATCHED: '接单还是退单',
    RETURNED: '由谁牵头',
    HANDLING: '办到哪一步',
    COORDINATING: '怎样分工',
    FED_BACK: '核查是否通过',
    VERIFIED: '可否结案',
    EXTENSION: '准不准延期',
    REPLY: '怎样回复督办',
  },
};

export const enConsole: ConsoleMessages = {
  mine: 'Mine to do',
  late: 'Overdue',
  today: 'Due today',
  urged: 'Urged',
  decide: 'Mine to decide today',
  decideNote: 'by my own deadline',
  lateTitle: (n) => `${n} overdue`,
  lateNote: 'with whom · held',
  none: 'Nothing waits for your decision',
  nextDue: (at, what) => `Next deadline: ${at}, ${what}`,
  noneAhead: 'No deadline ahead',
  seeLate: (n) => `See ${n} overdue`,
  noLate: 'Nothing is overdue',
  tabs: { today: 'Today', items: 'Overdue', talks: 'Talks', years: 'Years', units: 'Units' },
  communities: 'Units below',
  agencies: 'Stationed agencies',
  dueTodayAt: (time) => `today ${time}`,
  noTerm: 'no deadline',
  asks: (until) => `asks for ${until}`,
  returnedTimes: (n) => `returned ${n}×`,
  more: (n) => `${n} more with later deadlines`,
  failed: (unit) => `No data of ${unit}`,
  failedNote: 'The hub did not answer. What you did is certain only where it said “Done”; otherwise do it again.',
  retry: 'Try again',
  retryIn: 'tries again by itself',
  offline: (time) => `No connection. Data of ${time}; countdowns keep running.`,
  offlineNote: 'An act sent now asks to be sent again; its id is the same, it cannot happen twice.',
  offlineWord: 'Offline',
  notOpened: 'Not opened: the case changed, or there is no connection',
  denied: 'This role has no console',
  deniedNote: (role, organ) => `You are: ${organ}, ${role}.`,
  deniedRule: 'Rests on the permission matrix: own area and below',
  wall: 'open the wall',
  roles: {
    ADMINISTRATOR: 'administrator',
    AGENCY_STAFF: 'stationed agency',
    AUDITOR: 'audit',
    CITY_GOVERNANCE_OFFICE: 'city governance office',
    COMMUNITY_COMMITTEE: 'community committee',
    COMMUNITY_PARTY: 'community party organisation',
    COUNCIL: 'council',
    GROUP_PARTY: "group's party organisation",
    SUPERVISION_COMMITTEE: 'supervision committee',
    COUNTY_COMMAND_CENTRE: 'county command centre',
    COUNTY_GOVERNMENT: 'county government',
    ORGANISATION_DEPARTMENT: 'organisation department', ESTABLISHMENT_OFFICE: 'establishment office',
    PERFORMANCE_ORGAN: 'performance assessment organ',
    DEPARTMENT: 'department',
    GRID_WORKER: 'grid worker',
    HOTLINE: '12345 hotline',
    INTEGRATOR: 'integrator',
    RESIDENT: 'resident',
    SCHEDULER: 'the hub',
    TOWNSHIP_GOVERNANCE_CENTRE: 'township governance centre',
    TOWNSHIP_GOVERNMENT: 'township government',
    WALL_KEY: 'wall key',
  },
  questions: {
    REPORTED: 'accept it?',
    ACCEPTED: 'which class?',
    TRIAGED: 'to whom?',
    DISPATCHED: 'accept or return?',
    RETURNED: 'who leads?',
    HANDLING: 'how far along?',
    COORDINATING: 'who does what?',
    FED_BACK: 'does it pass?',
    VERIFIED: 'can it be closed?',
    EXTENSION: 'grant more time?',
    REPLY: 'how to answer the urge?',
  },
};
