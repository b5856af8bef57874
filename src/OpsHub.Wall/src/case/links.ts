import type { CaseStage } from '../api/generated/graphql';

/** Which of the five links (采集上报, 指挥派遣, 处置反馈, 核查结案, 综合评价) a case stands in; null once it left the path. */
const LINK: Readonly<Record<CaseStage, number | null>> = {
  REPORTED: 1,
  ACCEPTED: 1,
  TRIAGED: 1,
  DISPATCHED: 1,
  RETURNED: 1,
  HANDLING: 2,
  COORDINATING: 2,
  FED_BACK: 3,
  VERIFIED: 3,
  CLOSED: 4,
  EVALUATED: 5,
  DECLINED: null,
  MERGED: null,
  WITHDRAWN: null,
};

export const linkOf = (stage: CaseStage): number | null => LINK[stage];
