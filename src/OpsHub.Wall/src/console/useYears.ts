import { useEffect, useState } from 'react';
import { AgencyDeskDocument, YearDeskDocument } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Viewer, YearLine } from '../api/types';
import { dayKey, instant, SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';
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
          const answer = await query(YearDeskDocument, { ...board, year, before: year - 1 }, token, signal);
          setLines([...answer.now.nodes, ...answer.before.nodes]);
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
