import { ScoreboardDocument, type ScoreboardQuery } from '../api/generated/graphql';
import { query } from '../api/query';
import type { YearLine } from '../api/types';
import { instant } from '../format/instants';
import type { ServerClock } from '../live/serverClock';

const PAGE = 100;

/** Whose board it is: exactly one of the two. */
export interface BoardOf {
  readonly unit: string | null;
  readonly department: string | null;
}

export interface WholeBoard {
  readonly lines: readonly YearLine[];
  readonly asOf: string | null;
}

/** A scoreboard read to its end, page by page: what is sorted or counted must be there whole. Each answer tells the clock. */
export async function wholeBoard(of: BoardOf, year: number, clock: ServerClock, token: string, signal?: AbortSignal): Promise<WholeBoard> {
  // Each once: between two pages an agency may have been added.
  const lines = new Map<string, YearLine>();
  let [after, asOf]: [string | null, string | null] = [null, null];
  do {
    const { scoreboard, serverTime }: ScoreboardQuery = await query(ScoreboardDocument, { ...of, year, first: PAGE, after }, token, signal);
    clock.observe(instant(serverTime), performance.now());
    for (const line of scoreboard.nodes) lines.set(line.id, line);
    asOf ??= scoreboard.asOf;
    after = scoreboard.pageInfo.hasNextPage ? (scoreboard.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return { lines: [...lines.values()], asOf };
}
