import { useEffect, useState } from 'react';
import { ScoreboardLiveDocument, ScoreboardUnitDocument, type ScoreboardUnitQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import type { BoardChange, YearLine } from '../api/types';
import { instant, SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';
import { boardFeed } from './boardFeed';
import { wholeBoard } from './wholeBoard';

export interface Board {
  /** Null while nothing is known. */
  readonly lines: readonly YearLine[] | null;
  readonly asOf: string | null;
  readonly refused: boolean;
  /** There can be no such board: its address or year is wrong. */
  readonly malformed: boolean;
  /** Local monotonic time of the last reading, or of what the hub said last. */
  readonly readAt: number | null;
}

const nothing: Board = { lines: null, asOf: null, refused: false, malformed: false, readAt: null };

/** A scoreboard whole, kept as the hub tells it: it is sorted by what needs action, which no page of it could be. */
export function useScoreboard(unit: string | null, department: string | null, year: number | null, clock: ServerClock, token: string, onSignedOut: () => void): Board {
  const [board, setBoard] = useState(nothing);
  useEffect(() => {
    if (year === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const socket = openSocket(token, onSignedOut);
    const stop = () => {
      stopping.abort();
      clearInterval(timer);
      void socket.dispose();
    };
    let known = false;
    setBoard(nothing);
    const feed = boardFeed(
      () => wholeBoard({ unit, department }, year, clock, token, signal),
      ({ lines, asOf }) => {
        known = true;
        if (!signal.aborted) setBoard({ ...nothing, lines, asOf, readAt: performance.now() });
      },
      (error) => {
        if (signal.aborted) return;
        const final = error instanceof QueryFailed && (error.refused || (error.malformed && !known));
        if (error instanceof SignedOut) onSignedOut();
        if (final) setBoard((b) => ({ ...b, refused: error.refused, malformed: !error.refused }));
        if (final || error instanceof SignedOut) stop();
      },
    );
    const told = {
      onNext: ({ scoreboardChanged }: { readonly scoreboardChanged: BoardChange }) => {
        clock.observe(instant(scoreboardChanged.asOf), performance.now());
        feed.onTold(scoreboardChanged, performance.now());
      },
      onAttempt: feed.onAttempt,
    };
    const timer = setInterval(() => feed.onTick(performance.now()), SECOND);
    feed.onTick(performance.now());
    void follow(socket, ScoreboardLiveDocument, () => ({ unit, department, year }), told, signal);
    return stop;
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
