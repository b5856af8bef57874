import { instant } from '../format/instants';
import type { Term } from './useCase';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Ledger {
  /** When nothing was counted; an open one ends now. */
  readonly pauses: readonly Span[];
  /** When the step it stood for fell away; null where it did not. */
  readonly liftedAt: number | null;
}

/** What a term's ledger holds, as spans of a lane. */
export function ledgerOf(term: Pick<Term, 'ledger' | 'doneAt'>, now: number): Ledger {
  const pauses: Span[] = [];
  let from: number | null = null;
  for (const { kind, at } of term.ledger) {
    if (kind === 'SUSPENDED') from = instant(at);
    else if (from !== null && (kind === 'RESUMED' || kind === 'LIFTED')) {
      pauses.push({ from, to: instant(at) });
      from = null;
    }
  }
  if (from !== null) pauses.push({ from, to: term.doneAt ? instant(term.doneAt) : now });
  const lifted = term.ledger.find((e) => e.kind === 'LIFTED');
  return { pauses, liftedAt: lifted ? instant(lifted.at) : null };
}
