import type { Records } from '../assessment/follows';

/** Words of what follows from a year. */
export interface LinkedMessages {
  readonly title: string;
  readonly note: string;
  readonly head: string;
  readonly host: string;
  readonly coefficient: string;
  readonly band: string;
  readonly asHost: string;
  readonly bonus: string;
  readonly amount: (yuan: string) => string;
  readonly beforeCoefficient: string;
  readonly paidBy: string;
  readonly daily: string;
  readonly posts: (n: number) => string;
  readonly annual: string;
  readonly weighed: (share: string) => string;
  readonly noWeight: string;
  readonly notYet: string;
  readonly missing: string;
  readonly by: Readonly<Record<Exclude<Records, 'recordDailyWork'>, string>>;
  readonly dailyUntold: string;
  readonly hostFirst: string;
  readonly notGraded: string;
  readonly afterAgency: string;
  readonly record: string;
  readonly correct: string;
  readonly rules: { readonly head: string; readonly host: string; readonly band: string; readonly bonus: string; readonly daily: string; readonly annual: string };
}

const RULES = { head: '二(四) A035', host: '二(四) A031', band: '二(四) A029', bonus: '二(四) A030 A031', daily: '二(四) A034', annual: '二(四) A034' };

export const zhLinked: LinkedMessages = {
  title: '结果挂钩',
  note: '只记人员总体，不记个人',
  head: '主要负责人等次',
  host: '驻地乡镇街道考核结果',
  coefficient: '奖金系数',
  band: '人员绩效等次',
  asHost: '与驻地一致',
  bonus: '每岗奖金',
  amount: (yuan) => `${yuan} 元`,
  beforeCoefficient: '乘系数以前',
  paidBy: '列入派出部门预算，由派出部门发放',
  daily: '日常工作考核',
  posts: (n) => `${n} 个岗位平均`,
  annual: '人员年度得分',
  weighed: (share) => `日常工作占 ${share}`,
  noWeight: '县市区没有规定日常工作的权重，不计算',
  notYet: '分数到齐后计算',
  missing: '未登记',
  by: { recordHostResult: '由县市区政府或绩效考核部门登记', recordStaffResult: '由派出部门登记' },
  dailyUntold: '由驻地乡镇街道登记；不足 5 个岗位的不公开',
  hostFirst: '驻地考核结果登记后，由派出部门登记',
  notGraded: '未评定',
  afterAgency: '机构等次评定后再评',
  record: '登记',
  correct: '更正',
  rules: RULES,
};

export const enLinked: LinkedMessages = {
  title: 'What follows from it',
  note: "for the staff as a whole, no person's result",
  head: "Head's grade",
  host: "Host township's own result",
  coefficient: 'bonus coefficient',
  band: "Staff's band",
  asHost: "the host's",
  bonus: 'Bonus of a post',
  amount: (yuan) => `${yuan} yuan`,
  beforeCoefficient: 'before the coefficient',
  paidBy: "paid by the dispatching department, from its budget",
  daily: 'Daily work',
  posts: (n) => `mean of ${n} posts`,
  annual: "Staff's annual score",
  weighed: (share) => `daily work counts ${share}`,
  noWeight: 'The county set no weight of daily work: nothing is computed',
  notYet: 'computed once the scores are in',
  missing: 'not recorded',
  by: { recordHostResult: "by the county's government or performance organ", recordStaffResult: 'by the dispatching department' },
  dailyUntold: 'by the host township; not shown of fewer than 5 posts',
  hostFirst: "by the dispatching department, once the host's result is recorded",
  notGraded: 'not graded',
  afterAgency: "after the agency's grade",
  record: 'Record',
  correct: 'Correct',
  rules: RULES,
};
