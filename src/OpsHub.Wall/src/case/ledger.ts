import { instant } from '../format/instants';
import type { Entry, Term } from './useCase';

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

const ACT = /(中止|恢复|解除)（留痕第 (\d+) 条/g;

/**
 * What a term's ledger holds. The API tells it in the term's explanation only, act by act with its trace entry; where an entry
 * is not among those read, the lane stays plain.
 */
export function ledgerOf(term: Pick<Term, 'explainZh' | 'doneAt'>, entries: readonly Entry[], now: number): Ledger {
  const acts = [...term.explainZh.matchAll(ACT)].flatMap(([, act, n]) => {
    const entry = entries.find((e) => e.sequence === Number(n));
    return entry ? [{ act, at: instant(entry.occurredAt ?? entry.at) }] : [];
  });
  const pauses: Span[] = [];
  let from: number | null = null;
  for (const { act, at } of acts) {
    if (act === '中止') from = at;
    else if (from !== null) {
      pauses.push({ from, to: at });
      from = null;
    }
  }
  if (from !== null) pauses.push({ from, to: term.doneAt ? instant(term.doneAt) : now });
  const lifted = /解除（留痕第/.test(term.explainZh) && term.doneAt ? instant(term.doneAt) : null;
  return { pauses, liftedAt: lifted };
}
