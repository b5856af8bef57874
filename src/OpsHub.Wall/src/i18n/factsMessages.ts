/** Words of what a case waits for and of what stands beside its straight path. */
export interface FactsMessages {
  readonly waits: string;
  readonly waitsNote: string;
  readonly nothing: string;
  readonly since: (at: string) => string;
  readonly until: (at: string) => string;
  readonly suspended: string;
  readonly leftFor: (span: string) => string;
  readonly may: string;
  readonly mayNot: string;
  readonly title: string;
  readonly parts: string;
  readonly owed: string;
  readonly extension: string;
  readonly asks: (until: string) => string;
  readonly decides: (organ: string) => string;
  readonly suspension: string;
  readonly heldUntil: (until: string) => string;
  readonly meetings: string;
  readonly attended: string;
  readonly urges: string;
  readonly unanswered: string;
  readonly levels: readonly [string, string, string, string];
  readonly escalated: (times: number) => string;
  readonly evaluations: string;
  readonly reporter: string;
  readonly score: (n: number) => string;
  readonly afterWindow: string;
  readonly mergedInto: string;
  readonly joined: string;
  readonly cycle: (n: number) => string;
  readonly coordinator: string;
  readonly supervisor: string;
  readonly lead: string;
  readonly assists: string;
  readonly returns: (n: number) => string;
  readonly reworks: (n: number) => string;
  readonly evidence: string;
  readonly lifted: (at: string) => string;
  readonly from: string;
}

export const zhFacts: FactsMessages = {
  waits: '现在等谁',
  waitsNote: '在谁手里 · 自何时 · 到何时',
  nothing: '已办完，不等任何单位',
  since: (at) => `自 ${at}`,
  until: (at) => `到 ${at}`,
  suspended: '已中止',
  leftFor: (span) => `剩 ${span}`,
  may: '我现在可办',
  mayNot: '您现在没有可办的步骤',
  title: '办理情况',
  parts: '协办任务',
  owed: '未反馈',
  extension: '待批延期',
  asks: (until) => `申请延到 ${until}`,
  decides: (organ) => `由 ${organ} 审批`,
  suspension: '中止',
  heldUntil: (until) => `最迟 ${until} 恢复`,
  meetings: '协调会',
  attended: '参会',
  urges: '督办',
  unanswered: '未回复',
  levels: ['未督办', '一级督办', '二级督办', '三级督办'],
  escalated: (n) => (n > 1 ? `升级 ${n} 次` : '升级'),
  evaluations: '评价',
  reporter: '报事人',
  score: (n) => `${n} 分`,
  afterWindow: '逾期评价',
  mergedInto: '已并入',
  joined: '并入本案',
  cycle: (n) => `第 ${n} 轮`,
  coordinator: '协调单位',
  supervisor: '监督单位',
  lead: '牵头',
  assists: '协办',
  returns: (n) => `退单 ${n} 次`,
  reworks: (n) => `返工 ${n} 次`,
  evidence: '佐证',
  lifted: (at) => `已解除：${at}，无人再欠`,
  from: '发出',
};

export const enFacts: FactsMessages = {
  waits: 'What it waits for',
  waitsNote: 'with whom · since · until',
  nothing: 'It is over and waits for nobody',
  since: (at) => `since ${at}`,
  until: (at) => `until ${at}`,
  suspended: 'suspended',
  leftFor: (span) => `${span} left`,
  may: 'What I may do now',
  mayNot: 'There is no step for you now',
  title: 'Along the way',
  parts: 'Parts',
  owed: 'owed',
  extension: 'Extension asked',
  asks: (until) => `until ${until}`,
  decides: (organ) => `${organ} decides`,
  suspension: 'Suspended',
  heldUntil: (until) => `resumes by ${until}`,
  meetings: 'Meetings',
  attended: 'attended',
  urges: 'Urges',
  unanswered: 'not answered',
  levels: ['not urged', 'urged L1', 'urged L2', 'urged L3'],
  escalated: (n) => (n > 1 ? `escalated ${n}×` : 'escalated'),
  evaluations: 'Evaluations',
  reporter: 'reporter',
  score: (n) => `${n} of 5`,
  afterWindow: 'after the window',
  mergedInto: 'Merged into',
  joined: 'Merged into this',
  cycle: (n) => `cycle ${n}`,
  coordinator: 'Coordinates',
  supervisor: 'Supervises',
  lead: 'Leads',
  assists: 'Assist',
  returns: (n) => `returned ${n}×`,
  reworks: (n) => `reworked ${n}×`,
  evidence: 'evidence',
  lifted: (at) => `lifted ${at}, nobody owes it`,
  from: 'by',
};
