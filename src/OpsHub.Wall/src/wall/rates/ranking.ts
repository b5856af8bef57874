import type { TownshipRate } from '../../api/types';

export interface Ranked {
  readonly rate: TownshipRate;
  readonly perMille: number;
  readonly rank: number;
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly first: readonly Ranked[];
  readonly last: readonly Ranked[];
  /** Townships with fewer than 20 closed cases in 30 days; said, not ranked. */
  readonly unranked: number;
  readonly below90: number;
}

const ENDS = 5;

export function rankingOf(rates: readonly TownshipRate[]): Ranking {
  const ranked = rates
    .flatMap((rate) => (rate.onTimePerMille == null ? [] : [{ rate, perMille: rate.onTimePerMille }]))
    .sort((a, b) => b.perMille - a.perMille || a.rate.code.localeCompare(b.rate.code))
    .map((r, i) => ({ ...r, rank: i + 1 }));
  const first = ranked.slice(0, ENDS);
  return {
    ranked,
    first,
    last: ranked.slice(Math.max(first.length, ranked.length - ENDS)),
    unranked: rates.length - ranked.length,
    below90: ranked.filter((r) => r.perMille < 900).length,
  };
}

/** The axis is fixed, in per mille: half-percent steps from 84 %; what lies below is gathered in its first step. */
export const AXIS = { from: 840, to: 1000, step: 5 } as const;

export function histogram(ranked: readonly Ranked[]): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  for (const { perMille } of ranked) {
    const inside = Math.min(AXIS.to - AXIS.step, Math.max(AXIS.from, perMille));
    const step = Math.floor(inside / AXIS.step) * AXIS.step;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  return steps;
}
