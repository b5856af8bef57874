import { useCallback, useEffect, useRef, useState } from 'react';
import { QueryFailed, SignedOut } from '../api/query';
import { instant, SECOND } from '../format/instants';
import { ServerClock } from './serverClock';

/** Nothing is pushed for these subjects: they are read again this often, and after every act. */
const EVERY = 15 * SECOND;
const PATIENCE = 10 * SECOND;
const HURRY = 3 * SECOND;

export interface Reading<T> {
  readonly data: T | null;
  /** There can be no such thing: its address is wrong. */
  readonly malformed: boolean;
  /** Not theirs to see, or not there. */
  readonly refused: boolean;
  /** Local monotonic time of the last reading. */
  readonly readAt: number | null;
  /** Code or words of the last failure; null after a success. */
  readonly failed: string | null;
}

const unread = { data: null, malformed: false, refused: false, readAt: null, failed: null };

/** Reads something now, every few seconds, and when the network comes back. @param ask Must stay the same function as long as the same is asked. */
export function useReading<T extends { readonly serverTime: string }>(ask: (signal: AbortSignal) => Promise<T>, onSignedOut: () => void) {
  const [state, setState] = useState<Reading<T>>(unread);
  const [clock] = useState(() => new ServerClock());
  const soon = useRef<() => void>(() => {});
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout>;
    let [running, wanted] = [false, false];
    const read = async () => {
      if (running || signal.aborted) return void (wanted = true);
      [running, wanted] = [true, false];
      clearTimeout(timer);
      let next = EVERY;
      try {
        const data = await ask(AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
        clock.observe(instant(data.serverTime), performance.now());
        setState({ data, malformed: false, refused: false, readAt: performance.now(), failed: null });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SignedOut) return onSignedOut();
        const known = error instanceof QueryFailed ? error : null;
        if (!known?.malformed && !known?.refused) next = HURRY;
        setState((s) => ({ ...s, malformed: known?.malformed ?? false, refused: known?.refused ?? false, failed: known ? (known.code ?? known.message) : 'NO_ANSWER' }));
      } finally {
        running = false;
        if (!signal.aborted) timer = setTimeout(() => void read(), wanted ? 0 : next);
      }
    };
    const hurry = () => void read();
    soon.current = hurry;
    setState(unread);
    hurry();
    addEventListener('online', hurry);
    return () => {
      stopping.abort();
      clearTimeout(timer);
      removeEventListener('online', hurry);
    };
  }, [ask, clock, onSignedOut]);
  const reread = useCallback(() => soon.current(), []);
  return { ...state, clock, reread };
}
