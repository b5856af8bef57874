import type { SchemeTarget } from '../api/generated/graphql';

/** Words of the yearly tasks of assessment. R038. */
export interface TaskMessages {
  readonly title: string;
  readonly of: (unit: string) => string;
  readonly open: string;
  readonly toAll: string;
  readonly missing: string;
  readonly malformed: string;
  readonly chooseCounty: string;
  readonly chooseCountyNote: string;
  readonly none: string;
  readonly noneNote: string;
  readonly kinds: Readonly<Record<SchemeTarget, string>>;
  readonly classes: Readonly<Record<string, string>>;
  readonly by: (owner: string) => string;
  readonly mine: string;
  readonly counts: { readonly open: string; readonly late: string; readonly done: string; readonly excluded: string };
  readonly doneOf: (done: number, all: number) => string;
  readonly dueOn: (at: string) => string;
  readonly done: (n: number) => string;
  readonly more: (n: number) => string;
  readonly score: string;
  readonly satisfaction: string;
  readonly closedOn: (day: string) => string;
  readonly late: string;
  readonly excluded: (why: string) => string;
  readonly revision: (why: string) => string;
  readonly formerOpen: (year: number) => string;
  readonly allDone: string;
  readonly deskOpen: (n: string) => string;
  readonly deskNone: string;
  readonly about: (target: string, year: number) => string;
}

export const zhTasks: TaskMessages = {
  title: '年度考评任务',
  of: (unit) => `${unit}年度考评任务`,
  open: '年度考评任务',
  toAll: '全部',
  missing: '没有这个单位的考评任务，或不在您的可见范围内',
  malformed: '没有这样的单位或年度',
  chooseCounty: '请先选择县市区',
  chooseCountyNote: '年度考评任务按县市区查看，市级不汇总。',
  none: '这一年还没有考评任务',
  noneNote: '每年 1 月 1 日由系统开启，每个考评对象一项。',
  kinds: { TOWNSHIPS: '乡镇街道党政机关', COMMUNITIES: '社区、村', DEPARTMENTS: '县市区职能部门', AGENCIES: '派驻机构' },
  classes: { community: '社区', village: '村', subdistrict: '街道', town: '镇', township: '乡' },
  by: (owner) => `${owner}考评`,
  mine: '由本单位考评',
  counts: { open: '未完成', late: '超期', done: '已完成', excluded: '不纳入' },
  doneOf: (done, all) => `已完成 ${done}/${all}`,
  dueOn: (at) => `${at}前`,
  done: (n) => `已完成 ${n} 项`,
  more: (n) => `另有 ${n} 项未完成`,
  score: '得分',
  satisfaction: '满意度',
  closedOn: (day) => `${day} 登记`,
  late: '超期登记',
  excluded: (why) => `不纳入考评：${why}`,
  revision: (why) => `修订：${why}`,
  formerOpen: (year) => `${year} 年度还有未完成的任务`,
  allDone: '全部完成',
  deskOpen: (n) => `未完成 ${n} 项`,
  deskNone: '没有等您登记的考评结果',
  about: (target, year) => `${target} ${year} 年度考评`,
};

export const enTasks: TaskMessages = {
  title: 'Yearly assessments',
  of: (unit) => `Yearly assessments of ${unit}`,
  open: 'Yearly assessments',
  toAll: 'all',
  missing: 'There are no tasks of assessment of this unit, or they are not yours to see',
  malformed: 'There is no such unit or year',
  chooseCounty: 'Choose a county first',
  chooseCountyNote: 'Yearly assessments are kept by county; the city has no list of its own.',
  none: 'No tasks of assessment in this year yet',
  noneNote: 'The hub opens them on 1 January, one for each target.',
  kinds: { TOWNSHIPS: 'Townships', COMMUNITIES: 'Communities and villages', DEPARTMENTS: 'County departments', AGENCIES: 'Stationed agencies' },
  classes: { community: 'community', village: 'village', subdistrict: 'subdistrict', town: 'town', township: 'township' },
  by: (owner) => `assessed by ${owner}`,
  mine: 'yours to assess',
  counts: { open: 'Open', late: 'Overdue', done: 'Done', excluded: 'Left out' },
  doneOf: (done, all) => `${done} of ${all} done`,
  dueOn: (at) => `by ${at}`,
  done: (n) => `${n} done`,
  more: (n) => `${n} more open`,
  score: 'Score',
  satisfaction: 'Satisfaction',
  closedOn: (day) => `recorded ${day}`,
  late: 'recorded late',
  excluded: (why) => `Left out: ${why}`,
  revision: (why) => `Revised: ${why}`,
  formerOpen: (year) => `Some of ${year} are still open`,
  allDone: 'all done',
  deskOpen: (n) => `${n} open`,
  deskNone: 'No result waits for you',
  about: (target, year) => `${target}, assessment of ${year}`,
};
