import { DAY, HOUR, startOfDay } from '../format/instants';
import type { Term } from './useCase';

export const LANES = { width: 920, names: 190, margin: 26, top: 28, height: 50 } as const;

export interface Scale {
  readonly x: (at: number) => number;
  readonly ticks: readonly number[];
}

/** One time axis for all lanes, from the first opening to the last due instant or now, with at most nine days named. */
export function scaleOf(terms: readonly Term[], now: number): Scale {
  const times = terms.flatMap((t) => [t.openedAt, t.dueAt, ...(t.doneAt ? [t.doneAt] : [])].map((v) => Date.parse(v)));
  const from = Math.min(now, ...times);
  const to = Math.max(now, from + HOUR, ...times);
  const span = LANES.width - LANES.names - LANES.margin;
  const days = Math.max(1, Math.ceil((to - from) / DAY / 8));
  const ticks: number[] = [];
  for (let day = startOfDay(from) + DAY; day <= to; day += days * DAY) ticks.push(day);
  return { x: (at) => LANES.names + ((at - from) / (to - from)) * span, ticks };
}
