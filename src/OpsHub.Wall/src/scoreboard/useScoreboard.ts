import { useEffect, useState } from 'react';
import { ScoreboardDocument, ScoreboardUnitDocument, type ScoreboardQuery, type ScoreboardUnitQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { YearLine } from '../api/types';
import { instant, SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';

const PAGE = 100;
/** A county has some hundred agencies; what is beyond this is not read. */
const PAGES = 10;
const EVERY = 10 * SECOND;

export interface Board {
  /** Null while nothing is known. */
  readonly lines: readonly YearLine[] | null;
  readonly asOf: string | null;
  readonly refused: boolean;
  /** Local monotonic time of the last reading. */
  readonly readAt: number | null;
}

const nothing: Board = { lines: null, asOf: null, refused: false, readAt: null };

/** A scoreboard whole, read again every ten seconds: it is sorted by what needs action, which no page of it could be. */
export function useScoreboard(unit: string | null, department: string | null, year: number | null, clock: ServerClock, token: string, onSignedOut: () => void): Board {
  const [board, setBoard] = useState(nothing);
  useEffect(() => {
    if (year === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout>;
    setBoard(nothing);
    const read = async () => {
      try {
        const lines: YearLine[] = [];
        let [after, asOf]: [string | null, string | null] = [null, null];
        for (let page = 0; page < PAGES; page++) {
          const { scoreboard, serverTime }: ScoreboardQuery = await query(ScoreboardDocument, { unit, department, year, first: PAGE, after }, token, signal);
          clock.observe(instant(serverTime), performance.now());
          lines.push(...scoreboard.nodes);
          asOf ??= scoreboard.asOf;
          after = scoreboard.pageInfo.hasNextPage ? (scoreboard.pageInfo.endCursor ?? null) : null;
          if (after === null) break;
        }
        setBoard({ lines, asOf, refused: false, readAt: performance.now() });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SignedOut) return onSignedOut();
        if (error instanceof QueryFailed && error.refused) return setBoard((b) => ({ ...b, refused: true }));
      }
      if (!signal.aborted) timer = setTimeout(() => void read(), EVERY);
    };
    void read();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [unit, department, year, clock, token, onSignedOut]);
  return board;
}

/** The unit in a board's title with the one above. */
export function useBoardUnit(unit: string | null, token: string): ScoreboardUnitQuery['unit'] {
  const [found, setFound] = useState<ScoreboardUnitQuery['unit']>(null);
  useEffect(() => {
    if (unit) query(ScoreboardUnitDocument, { code: unit }, token).then((answer) => setFound(answer.unit ?? null), () => {});
  }, [unit, token]);
  return found;
}
