import { HOUR, instant } from '../format/instants';
import type { Tone } from '../case/Badge';
import type { Duty } from './useConsultation';

/** Duties as they are read: what is owed by its due, then what was kept, newest first. A next step taken in time is no more than a step of the trace. */
export function inOrder(all: readonly Duty[]): readonly Duty[] {
  const duties = all.filter((d) => d.stem !== 'step' || !d.term.doneAt || d.term.late);
  const open = duties.filter((d) => !d.term.doneAt).sort((a, b) => instant(a.term.dueAt) - instant(b.term.dueAt));
  const kept = duties.filter((d) => d.term.doneAt).sort((a, b) => instant(b.term.openedAt) - instant(a.term.openedAt));
  return [...open, ...kept];
}

/** The duty to explain first: the nearest still owed, else the newest. */
export const nearest = (duties: readonly Duty[]): Duty | undefined => inOrder(duties)[0];

/** How near an open duty is. */
export const toneOf = (dueAt: string, now: number): Tone => {
  const left = instant(dueAt) - now;
  return left <= 0 ? 'late' : left < 24 * HOUR ? 'soon' : 'ok';
};

/** What still has to be announced, oldest first: the page shows its clock. */
export const owedAnnouncements = (duties: readonly Duty[]): readonly Duty[] =>
  duties.filter((d) => d.stem === 'announce' && !d.term.doneAt).sort((a, b) => instant(a.term.dueAt) - instant(b.term.dueAt));
