import { useEffect, useState } from 'react';
import { AgencyDeskDocument } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Viewer, YearLine } from '../api/types';
import { dayKey, instant, SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';
import { wholeBoard } from '../scoreboard/wholeBoard';
import { readsYears } from './yearOrder';

const EVERY = 15 * SECOND;

/** The years that concern the viewer's organ: an agency's own, a department's agencies, a unit's. Null while unknown, or where they are not theirs. */
export function useYears(viewer: Viewer, unit: string, clock: ServerClock, token: string, onSignedOut: () => void): readonly YearLine[] | null {
  const [lines, setLines] = useState<readonly YearLine[] | null>(null);
  const { role } = viewer;
  const { code, kind } = viewer.organ;
  useEffect(() => {
    if (!readsYears(role)) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      try {
        if (kind === 'AGENCY') {
          const answer = await query(AgencyDeskDocument, { agency: code }, token, signal);
          clock.observe(instant(answer.serverTime), performance.now());
          setLines(answer.agency?.years ?? null);
        } else {
          const year = Number(dayKey(clock.now(performance.now(), Date.now())).slice(0, 4));
          const board = kind === 'DEPARTMENT' ? { unit: null, department: code } : { unit, department: null };
          // This year, whose plan runs, and the last one, which is being assessed.
          const boards = await Promise.all([year, year - 1].map((y) => wholeBoard(board, y, clock, token, signal)));
          setLines(boards.flatMap((b) => b.lines));
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SignedOut) return onSignedOut();
        if (error instanceof QueryFailed && error.refused) return setLines(null);
      }
      if (!signal.aborted) timer = setTimeout(() => void read(), EVERY);
    };
    void read();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [role, code, kind, unit, clock, token, onSignedOut]);
  return lines;
}
