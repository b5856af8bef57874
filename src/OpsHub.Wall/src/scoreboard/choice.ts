import type { AgencyYearStage, AssessmentGrade } from '../api/generated/graphql';
import type { OrganName, YearLine } from '../api/types';
import { instant } from '../format/instants';
import { inOrder } from './order';

export type Order = 'need' | 'agency' | 'due' | 'total' | 'rate';

export const ORDERS: readonly Order[] = ['need', 'agency', 'due', 'total', 'rate'];

/** Which lines are shown, as `scoreboard` of the API takes it; the page holds the board whole and live, so that it chooses here. Empty means any. */
export interface Choice {
  readonly stage: AgencyYearStage | '';
  readonly owedBy: string;
  readonly grade: AssessmentGrade | '';
  readonly order: Order;
}

export const EVERYTHING: Choice = { stage: '', owedBy: '', grade: '', order: 'need' };

const byCode = (a: YearLine, b: YearLine): number => a.agency.code.localeCompare(b.agency.code);

/** Highest first; without a figure, or without one that is theirs to read, last. */
const highest = (of: (line: YearLine) => number | null | undefined) => (a: YearLine, b: YearLine) => (of(b) ?? -1) - (of(a) ?? -1) || byCode(a, b);

const nearest = (line: YearLine): number => (line.dueAt ? instant(line.dueAt) : Number.MAX_VALUE);

const SORTS: Readonly<Record<Exclude<Order, 'need'>, (a: YearLine, b: YearLine) => number>> = {
  agency: byCode,
  due: (a, b) => nearest(a) - nearest(b) || byCode(a, b),
  total: highest((l) => l.total ?? l.forecastTotal),
  rate: highest((l) => l.townshipRate ?? l.forecastRate),
};

export function chosen(lines: readonly YearLine[], choice: Choice): readonly YearLine[] {
  const found = lines.filter((l) => (!choice.stage || l.stage === choice.stage) && (!choice.grade || l.grade === choice.grade) && (!choice.owedBy || l.owed.some((o) => o.by.code === choice.owedBy)));
  return choice.order === 'need' ? inOrder(found) : found.toSorted(SORTS[choice.order]);
}

/** Whoever owes something on the board, each once, by code. */
export const owing = (lines: readonly YearLine[]): readonly OrganName[] =>
  [...new Map(lines.flatMap((l) => l.owed).map((o) => [o.by.code, o.by])).values()].toSorted((a, b) => a.code.localeCompare(b.code));
