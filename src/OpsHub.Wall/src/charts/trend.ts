import type { Past } from '../api/types';
import { dayKey, instant } from '../format/instants';

type Series = Exclude<keyof Past, 'hour' | '__typename'>;

/** One value a day, oldest first; today's is the live figure where there is one. */
export function trend(history: readonly Past[], series: Series, today: number | null, now: number): number[] {
  const key = dayKey(now);
  const past = history.filter((p) => today === null || dayKey(instant(p.hour)) !== key).map((p) => p[series]);
  return today === null ? past : [...past, today];
}
