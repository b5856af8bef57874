import type { Item, Move } from '../api/types';
import { inOrder } from '../act/usual';
import { instant } from '../format/instants';

/** A case that waits for my organ, with what is asked of me and until when. */
export interface Mine {
  readonly item: Item;
  /** My own deadline, not the case's nearest one; null where none of its terms is mine, or none is counted. */
  readonly dueAt: number | null;
  readonly asks: string;
  readonly moves: readonly Move[];
}

const RULING = new Set(['grantExtension', 'refuseExtension']);

function asked(item: Item, organ: string): Mine {
  const waits = item.waits.filter((w) => w.organ.code === organ);
  const dues = waits.flatMap((w) => (w.until && !w.suspended ? [instant(w.until)] : []));
  const dueAt = dues.length > 0 ? Math.min(...dues) : null;
  const moves = inOrder(item.nextMoves);
  const held = item.holder.code === organ;
  if (item.extension?.decider.code === organ) return { item, dueAt, asks: 'EXTENSION', moves: moves.filter((m) => RULING.has(m.mutation)) };
  if (!held && waits.some((w) => w.term.id.startsWith('reply'))) return { item, dueAt, asks: 'REPLY', moves: moves.filter((m) => m.mutation === 'answerUrge') };
  return { item, dueAt, asks: item.stage, moves: moves.slice(0, 2) };
}

/** Held by my organ, or waiting for its ruling, answer or part; each once, by my own deadline, those without one last. */
export function mineOf(organ: string, held: readonly Item[], others: readonly Item[]): readonly Mine[] {
  const waiting = others.filter((i) => i.holder.code !== organ && i.waits.some((w) => w.organ.code === organ));
  const all = [...new Map([...held, ...waiting].map((i) => [i.id, i])).values()];
  const heldIds = new Set(held.map((i) => i.id));
  // A term of mine may run on in a case that is someone else's move: only what I can do something about is mine.
  const mine = all.map((i) => asked(i, organ)).filter((m) => heldIds.has(m.item.id) || m.moves.length > 0);
  return mine.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.item.number.localeCompare(b.item.number));
}

/** The step that a row of the late ones offers: what reaches whoever holds it. */
export const urgeOf = (item: Item): Move | undefined => item.nextMoves.find((m) => m.mutation === 'urgeCase');
