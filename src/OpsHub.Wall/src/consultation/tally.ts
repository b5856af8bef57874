import type { VoteThreshold } from '../api/generated/graphql';

export interface Tally {
  readonly present: number;
  readonly yes: number;
  readonly threshold: VoteThreshold;
}

/** The fewest yes that pass: 2y > n or 3y >= 2n, n = present; abstentions count (C051, C052). Whole numbers only. */
export const needed = (present: number, threshold: VoteThreshold): number =>
  threshold === 'MAJORITY' ? Math.floor(present / 2) + 1 : Math.ceil((2 * present) / 3);

/** The sum that decides, as it stands in the text: 2×31 > 60, 3×41 ≥ 2×60. The sign is that of what is so. */
export function proof({ present, yes, threshold }: Tally): string {
  if (threshold === 'MAJORITY') return `2×${yes} ${2 * yes > present ? '>' : '≤'} ${present}`;
  return `3×${yes} ${3 * yes >= 2 * present ? '≥' : '<'} 2×${present}`;
}

/** Where the threshold stands on a bar of all present, 0 to 1. */
export const lineAt = (threshold: VoteThreshold): number => (threshold === 'MAJORITY' ? 1 / 2 : 2 / 3);

export interface Slice {
  readonly part: 'yes' | 'no' | 'abstain';
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** A bar of all present, left to right; an empty one has no slices. */
export function slices(vote: { readonly present: number; readonly yes: number; readonly no: number; readonly abstain: number }): readonly Slice[] {
  if (vote.present <= 0) return [];
  let from = 0;
  return (['yes', 'no', 'abstain'] as const).map((part) => {
    const to = from + vote[part] / vote.present;
    const slice = { part, count: vote[part], from, to };
    from = to;
    return slice;
  });
}
