import type { RaterGroup, SurveyCardFragment } from '../api/generated/graphql';

export type Card = SurveyCardFragment;
type Stands = Pick<Card, 'stage' | 'closedAt' | 'leastBallots'> & { readonly groups: readonly Pick<Card['groups'][number], 'group' | 'issued' | 'enough'>[] };

/** What a survey waits for. Which of it may be done, the hub says. */
export type Waiting =
  | { readonly kind: 'issue' | 'answers'; readonly groups: readonly RaterGroup[] }
  | { readonly kind: 'opens' | 'enough' | 'closing' | 'again' }
  /** Of these groups too few answered. */
  | { readonly kind: 'year' | 'delivered'; readonly few: readonly RaterGroup[] };

export function waitingOf({ stage, closedAt, leastBallots, groups }: Stands): Waiting {
  const few = groups.filter((g) => !g.enough).map((g) => g.group);
  const unissued = groups.filter((g) => !g.enough && g.issued < leastBallots).map((g) => g.group);
  switch (stage) {
    case 'PLANNED':
      return unissued.length > 0 ? { kind: 'issue', groups: unissued } : { kind: 'opens' };
    case 'OPEN':
      return unissued.length > 0 ? { kind: 'issue', groups: unissued } : few.length > 0 ? { kind: 'answers', groups: few } : { kind: 'enough' };
    case 'CLOSED':
      // The time may be over before it is recorded.
      return !closedAt ? { kind: 'closing' } : few.length === groups.length ? { kind: 'again' } : { kind: 'year', few };
    case 'DELIVERED':
      return { kind: 'delivered', few };
  }
}

/** How much of a window lies behind, 0 to 1. */
export const passed = (from: number, to: number, now: number): number => Math.min(1, Math.max(0, (now - from) / (to - from)));
