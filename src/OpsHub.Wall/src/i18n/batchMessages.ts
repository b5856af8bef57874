import type { BatchName } from '../scoreboard/batch';

/** Words of the sheets that take a step for many years at once. */
export interface BatchMessages {
  readonly names: Readonly<Record<BatchName, string>>;
  readonly noneReady: string;
  readonly notRead: string;
  readonly ready: (n: number) => string;
  readonly held: (n: number) => string;
  readonly elsewhere: (n: number) => string;
  readonly movedOn: string;
  readonly gradeAll: string;
  readonly noGrade: string;
  readonly barred: (grades: readonly string[]) => string;
  readonly send: (step: string, n: number) => string;
  readonly sendAgain: (step: string, n: number) => string;
  readonly done: (sequence: number | null) => string;
  readonly told: (done: number, refused: number) => string;
}

export const zhBatch: BatchMessages = {
  names: { finaliseAgencyScores: '批量核定得分', gradeAgencies: '批量评定等次' },
  noneReady: '现在没有可以一起办理的机构',
  notRead: '没有打开：没有取到各机构的现状',
  ready: (n) => `可以办理 ${n} 个机构`,
  held: (n) => `还不能办 ${n} 个`,
  elsewhere: (n) => `其余 ${n} 个不在这一步：`,
  movedOn: '刚刚有变动，或这一步不由您办',
  gradeAll: '勾选的都评为',
  noGrade: '未选等次',
  barred: (grades) => `不得评为${grades.join('、')}`,
  send: (step, n) => (n > 0 ? `${step} ${n} 个` : step),
  sendAgain: (step, n) => (n > 0 ? `再办：${step} ${n} 个` : step),
  done: (sequence) => (sequence === null ? '已办' : `已办，留痕第 ${sequence} 条`),
  told: (done, refused) => `已办 ${done} 个${refused > 0 ? `，未办 ${refused} 个，原因见各行` : ''}`,
};

export const enBatch: BatchMessages = {
  names: { finaliseAgencyScores: 'Finalise scores together', gradeAgencies: 'Grade together' },
  noneReady: 'No agency can go now',
  notRead: 'Not opened: how the agencies stand could not be read',
  ready: (n) => `${n} can go`,
  held: (n) => `${n} can not go yet`,
  elsewhere: (n) => `The other ${n} stand elsewhere: `,
  movedOn: 'It changed a moment ago, or this step is not yours',
  gradeAll: 'All that are ticked',
  noGrade: 'no grade chosen',
  barred: (grades) => `not ${grades.join(', ')}`,
  send: (step, n) => (n > 0 ? `${step}: ${n}` : step),
  sendAgain: (step, n) => (n > 0 ? `Again: ${step}, ${n}` : step),
  done: (sequence) => (sequence === null ? 'done' : `done, entry ${sequence}`),
  told: (done, refused) => `${done} done${refused > 0 ? `, ${refused} refused for the reasons given` : ''}`,
};
