import { useCallback, useEffect, useState } from 'react';
import { BatchOffersDocument, type BatchOffersQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Viewer, YearLine } from '../api/types';
import { insist } from '../live/insist';
import { asks, BATCHES, NAMES, type YearOffer } from './batch';
import type { BoardOf } from './wholeBoard';

const PAGE = 100;

const STAGES = NAMES.map((n) => BATCHES[n].stage);

async function offersOf(of: BoardOf, year: number, token: string): Promise<readonly YearOffer[]> {
  const offers: YearOffer[] = [];
  let after: string | null = null;
  do {
    const { scoreboard }: BatchOffersQuery = await query(BatchOffersDocument, { ...of, year, stages: STAGES, first: PAGE, after }, token);
    offers.push(...scoreboard.nodes);
    after = scoreboard.pageInfo.hasNextPage ? (scoreboard.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return offers;
}

/** What of it decides whether a year may take a step. */
const standing = (line: YearLine): string => `${line.id} ${line.stage} ${line.openAppeals}`;

/** What the years of a board say of batches, read again when one comes to such a stage, leaves it, or is contested there. */
export function useOffers({ unit, department }: BoardOf, year: number, lines: readonly YearLine[], viewer: Viewer | null, token: string, onSignedOut: () => void) {
  const [offers, setOffers] = useState<readonly YearOffer[]>([]);
  const concerned = asks(viewer) ? lines.filter((l) => STAGES.includes(l.stage)).map(standing).toSorted().join() : '';
  const read = useCallback(async (): Promise<readonly YearOffer[]> => {
    const found = await offersOf({ unit, department }, year, token);
    setOffers(found);
    return found;
  }, [unit, department, year, token]);
  useEffect(() => {
    if (concerned === '') return setOffers([]);
    return insist(() => read().then(
      () => true,
      (error: unknown) => {
        if (error instanceof SignedOut) onSignedOut();
        return error instanceof SignedOut || (error instanceof QueryFailed && (error.refused || error.malformed));
      },
    ));
  }, [concerned, read, onSignedOut]);
  return { offers, read };
}
