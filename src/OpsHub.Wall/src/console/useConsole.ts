import { useCallback, useEffect, useRef, useState } from 'react';
import { ConsoleDocument, ConsoleUnitsDocument, UnitLiveDocument, type ConsoleQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import type { Below, Figures, Viewer } from '../api/types';
import { DAY, instant, SECOND, startOfDay, withOffset } from '../format/instants';
import { isNewer, replaces } from '../live/position';
import { ServerClock } from '../live/serverClock';

/** Without a push, as for an agency, the lists are read again this often; a push brings it forward. */
const EVERY = 10 * SECOND;
const AT_MOST_EVERY = 2 * SECOND;
const UNITS_EVERY = 30 * SECOND;
/** From when on the page says that it is old. */
export const OLD_AFTER = 25 * SECOND;

export interface ConsoleState {
  readonly data: ConsoleQuery | null;
  readonly below: Below | null;
  readonly summary: Figures | null;
  readonly children: ReadonlyMap<string, Figures>;
  /** Local monotonic time of the last reading. */
  readonly readAt: number | null;
  /** Code or words of the last failure; null after a success. */
  readonly failed: string | null;
  readonly refused: boolean;
}

const nothing: ConsoleState = { data: null, below: null, summary: null, children: new Map(), readAt: null, failed: null, refused: false };

/** The lists and figures of one leader's console: figures are pushed, lists follow them. */
export function useConsole(viewer: Viewer, unit: string, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(nothing);
  const [clock] = useState(() => new ServerClock());
  const soon = useRef<() => void>(() => {});
  const holder = viewer.organ.code;
  const pushes = viewer.organ.kind === 'UNIT';

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout>;
    let [lastAt, unitsAt, running, wanted] = [-Infinity, -Infinity, false, false];

    const read = async () => {
      if (running || signal.aborted) return void (wanted = true);
      [running, wanted] = [true, false];
      clearTimeout(timer);
      lastAt = performance.now();
      try {
        const now = clock.now(performance.now(), Date.now());
        const variables = { holder, now: withOffset(now), midnight: withOffset(startOfDay(now) + DAY) };
        const data = await query(ConsoleDocument, variables, token, AbortSignal.any([signal, AbortSignal.timeout(10 * SECOND)]));
        clock.observe(instant(data.serverTime), performance.now());
        setState((s) => ({ ...s, data, readAt: performance.now(), failed: null }));
        if (pushes && performance.now() - unitsAt > UNITS_EVERY) {
          const below = (await query(ConsoleUnitsDocument, { code: unit }, token, signal)).unit ?? null;
          unitsAt = performance.now();
          setState((s) => ({ ...s, below, refused: below === null }));
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SignedOut) onSignedOut();
        const refused = error instanceof QueryFailed && error.refused;
        const failed = error instanceof QueryFailed ? (error.code ?? error.message) : 'NO_ANSWER';
        setState((s) => ({ ...s, failed, refused }));
      } finally {
        running = false;
        if (!signal.aborted) timer = setTimeout(() => void read(), wanted ? AT_MOST_EVERY : EVERY);
      }
    };
    const hurry = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), Math.max(50, lastAt + AT_MOST_EVERY - performance.now()));
    };
    soon.current = () => void read();
    void read();
    addEventListener('online', hurry);
    const socket = openSocket(token, onSignedOut);
    let held: Figures | null = null;
    if (pushes)
      void follow(
        socket,
        UnitLiveDocument,
        () => ({ code: unit, epoch: held?.epoch ?? null, version: held?.version ?? null }),
        {
          onNext: ({ unitSummary: m }) => {
            clock.observe(instant(m.serverTime), performance.now());
            if (!replaces(m.summary, held)) return;
            if (isNewer(m.summary, held)) hurry();
            held = m.summary;
            setState((s) => ({ ...s, summary: m.summary, children: new Map(m.children.map((c) => [c.code, c])) }));
          },
          onAttempt: () => {},
        },
        signal,
      );
    return () => {
      stopping.abort();
      clearTimeout(timer);
      removeEventListener('online', hurry);
      void socket.dispose();
    };
  }, [unit, holder, pushes, token, onSignedOut, clock]);

  const reread = useCallback(() => soon.current(), []);
  return { ...state, clock, reread };
}

/** Whether what is shown is old by now, or the machine says that it has no network. */
export const isOld = (state: Pick<ConsoleState, 'readAt' | 'failed'>, monotonic: number, online: boolean): boolean =>
  state.readAt !== null && (!online || monotonic - state.readAt > OLD_AFTER);
