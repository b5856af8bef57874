import type { AreaMethod, ScoreLineKind } from '../api/generated/graphql';
import { sumOf } from './figures';
import { reads, type Sight } from './reading';

interface Line {
  readonly kind: ScoreLineKind;
  readonly value?: number | null;
  readonly worth: number;
  readonly points?: number | null;
  readonly township?: { readonly code: string } | null;
}

/** One of the three parts of T: points that are there, points that it can bring, and how much of it is still missing. */
export interface PartSum {
  readonly part: 'duty' | 'satisfaction' | 'statutory';
  readonly now: number;
  readonly most: number;
  /** Points of lines without a value yet. */
  readonly missing: number;
  /** Not theirs to read: its lines are left out, or without a value. */
  readonly shut: boolean;
}

/** How wide a part is drawn of 100: what it can bring; those that are not told share what is left. */
export function widthOf(part: PartSum, parts: readonly PartSum[]): number {
  if (part.most > 0) return part.most;
  const untold = parts.filter((p) => p.most === 0).length;
  return Math.max(10, (100 - sumOf(parts.map((p) => p.most))) / untold);
}

const KIND = { duty: 'COMPONENT', satisfaction: 'SATISFACTION', statutory: 'STATUTORY' } as const;

/** The three parts from the lines of a scorecard: their points sum to T, so what is shown here adds up too. */
export function partsOf(lines: readonly Line[], sight: Sight): readonly PartSum[] {
  return (['duty', 'satisfaction', 'statutory'] as const).map((part) => {
    const own = lines.filter((l) => l.kind === KIND[part]);
    const mine = (l: Line) => reads(sight, part, l.township?.code ?? null);
    const missing = own.filter((l) => l.value == null && mine(l));
    return {
      part,
      now: sumOf(own.map((l) => l.points ?? 0)),
      most: sumOf(own.map((l) => l.worth * 100)),
      missing: sumOf(missing.map((l) => l.worth * 100)),
      shut: own.every((l) => l.value == null && !mine(l)),
    };
  });
}

/** Whether a township counts by the county's method: all by weight, or the host alone. A026. */
export const counts = (served: { readonly isHost: boolean }, year: { readonly rules: { readonly areaMethod: AreaMethod } }): boolean =>
  year.rules.areaMethod === 'WEIGHTED' || served.isHost;
