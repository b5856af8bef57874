import { SECOND } from '../format/instants';
import { isNewer, type Position } from './position';

export const REREAD_EVERY = 5 * SECOND;

export interface LastRead {
  readonly at: number;
  readonly position: Position | null;
  /** The hub's time of the nearest deadline in the lists: passing it changes them without a new version. */
  readonly nextDueAt: number | null;
}

/** Lists are read again at most every 5 s, and only when the version moved or a listed deadline passed. */
export function shouldReread(last: LastRead | null, position: Position | null, now: number, serverNow: number): boolean {
  if (!last) return true;
  if (now - last.at < REREAD_EVERY) return false;
  if (last.nextDueAt !== null && last.nextDueAt <= serverNow) return true;
  return position !== null && isNewer(position, last.position);
}
