import { useEffect, useState } from 'react';
import { ScoreboardUnitDocument, type ScoreboardUnitQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { YearLine } from '../api/types';
import { SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';
import { wholeBoard } from './wholeBoard';

const EVERY = 10 * SECOND;

export interface Board {
  /** Null while nothing is known. */
  readonly lines: readonly YearLine[] | null;
  readonly asOf: string | null;
  readonly refused: boolean;
  /** There can be no such board: its address or year is wrong. */
  readonly malformed: boolean;
  /** Local monotonic time of the last reading. */
  readonly readAt: number | null;
}

const nothing: Board = { lines: null, asOf: null, refused: false, malformed: false, readAt: null };

/** A scoreboard whole, read again every ten seconds: it is sorted by what needs action, which no page of it could be. */
export function useScoreboard(unit: string | null, department: string | null, year: number | null, clock: ServerClock, token: string, onSignedOut: () => void): Board {
  const [board, setBoard] = useState(nothing);
  useEffect(() => {
    if (year === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    let timer: ReturnType<typeof setTimeout>;
    let known = false;
    setBoard(nothing);
    const read = async () => {
      try {
        const { lines, asOf } = await wholeBoard({ unit, department }, year, clock, token, signal);
        known = true;
        setBoard({ ...nothing, lines, asOf, readAt: performance.now() });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SignedOut) return onSignedOut();
        if (error instanceof QueryFailed && error.refused) return setBoard((b) => ({ ...b, refused: true }));
        if (error instanceof QueryFailed && error.malformed && !known) return setBoard((b) => ({ ...b, malformed: true }));
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
