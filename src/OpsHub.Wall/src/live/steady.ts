import { useEffect, useRef, useState } from 'react';
import { SECOND } from '../format/instants';

/** Rows change places at most this often: a list that shuffles can't be read. */
export const REORDER_EVERY = 10 * SECOND;
/** The ticker steps at most this often. */
export const STEP_EVERY = 4 * SECOND;

/** What arrives together, as after a gap, is shown together and not step by step. */
const GATHER = 200;

/** How long a new value must wait after the one shown. */
export const waitBefore = (shownAt: number, now: number, every: number): number =>
  Math.max(GATHER, shownAt + every - now);

/** Shows a new value at most every so often; the newest wins, what lay between is never replayed. */
export function useSteady<T>(value: T, key: string, every: number): T {
  const [shown, setShown] = useState({ value, key, at: -Infinity });
  const newest = useRef(value);
  newest.current = value;
  useEffect(() => {
    if (key === shown.key) return;
    const timer = setTimeout(
      () => setShown({ value: newest.current, key, at: performance.now() }),
      waitBefore(shown.at, performance.now(), every),
    );
    return () => clearTimeout(timer);
  }, [key, shown, every]);
  return key === shown.key ? value : shown.value;
}
