import type { BoardChange, YearLine } from '../api/types';
import { SECOND } from '../format/instants';
import type { WholeBoard } from './wholeBoard';

/** The hub says something at least every ten seconds; after this silence the page asks by itself, as often. */
export const SILENT_AFTER = 25 * SECOND;
export const REREAD_EVERY = 10 * SECOND;

export interface BoardFeed {
  /** A connection is tried anew: what is told next comes from a hub that knows nothing of what was told before. */
  onAttempt(): void;
  onTold(change: BoardChange, now: number): void;
  /** Now and then: reads where nothing is told. */
  onTick(now: number): void;
}

/** A board as the hub tells it: read whole once the hub begins to tell, then line by line; what is told while it is read goes on top, since the reading may be older. */
export function boardFeed(read: () => Promise<WholeBoard>, show: (board: WholeBoard) => void, failed: (error: unknown) => void): BoardFeed {
  let board: WholeBoard | null = null;
  let queued: BoardChange[] = [];
  let [reading, again, begins, whole] = [false, false, true, false];
  let [toldAt, readAt]: [number | null, number | null] = [null, null];

  const readAll = async () => {
    again = reading;
    if (reading) return;
    reading = true;
    try {
      do {
        [again, queued] = [false, []];
        board = await read();
      } while (again);
      whole = true;
      board = queued.reduce(withChange, board);
      show(board);
    } catch (error) {
      // What was told meanwhile is lost with the reading: it is read whole again.
      whole = false;
      failed(error);
    } finally {
      reading = false;
    }
  };

  return {
    onAttempt: () => {
      begins = true;
    },
    onTold: (change, now) => {
      toldAt = now;
      if (begins) {
        begins = false;
        readAt = now;
        void readAll();
      } else if (reading) queued.push(change);
      else if (whole && board) show((board = withChange(board, change)));
    },
    onTick: (now) => {
      const silent = toldAt === null || now - toldAt > SILENT_AFTER;
      if ((whole && !silent) || (readAt !== null && now - readAt < REREAD_EVERY)) return;
      readAt = now;
      void readAll();
    },
  };
}

/** The board after a change: lines by their id, new ones at the end, for it is put in order where it is shown. */
export function withChange(board: WholeBoard, change: BoardChange): WholeBoard {
  const lines = new Map<string, YearLine>(board.lines.map((line) => [line.id, line]));
  for (const id of change.gone) lines.delete(id);
  for (const line of change.lines) lines.set(line.id, line);
  return { lines: [...lines.values()], asOf: change.asOf };
}
