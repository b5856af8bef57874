import { useCallback, useEffect, useState } from 'react';
import { AgencyYearLiveDocument, AgencyYearPageDocument, type AgencyYearPageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { ServerClock } from '../live/serverClock';

export type YearRead = NonNullable<AgencyYearPageQuery['agencyYear']>;
export type Term = YearRead['terms'][number];
export type Entry = NonNullable<YearRead['trace']>['nodes'][number];
export type Forecast = NonNullable<YearRead['forecast']>;
export type ForecastComponent = Forecast['townships'][number]['components'][number];
export type Target = YearRead['targets'][number];

const ENTRIES = 64;

interface State {
  readonly found: YearRead | null;
  readonly missing: boolean;
  readonly older: readonly Entry[];
  readonly olderFrom: string | null;
}

const unread: State = { found: null, missing: false, older: [], olderFrom: null };

const startOf = (found: YearRead | null): string | null =>
  found?.trace?.pageInfo.hasPreviousPage ? (found.trace.pageInfo.startCursor ?? null) : null;

/** An agency's year with its newest entries; read again whenever the hub says that it changed. */
export function useYear(agency: string, year: number, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());
  const id = state.found?.id ?? null;

  const read = useCallback(async () => {
    try {
      const answer = await query(AgencyYearPageDocument, { agency, year, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.agencyYear ?? null;
      setState((s) => ({ ...s, found, missing: !found, olderFrom: s.older.length > 0 ? s.olderFrom : startOf(found) }));
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && error.refused) setState((s) => ({ ...s, missing: true }));
    }
  }, [agency, year, token, onSignedOut, clock]);

  useEffect(() => void read(), [read]);
  useEffect(() => {
    if (!id) return;
    const socket = openSocket(token, onSignedOut);
    const stopping = new AbortController();
    void follow(socket, AgencyYearLiveDocument, () => ({ id }), { onNext: () => void read(), onAttempt: () => {} }, stopping.signal);
    return () => {
      stopping.abort();
      void socket.dispose();
    };
  }, [id, token, onSignedOut, read]);

  const readOlder = async () => {
    const page = (await query(AgencyYearPageDocument, { agency, year, last: ENTRIES, before: state.olderFrom }, token)).agencyYear ?? null;
    if (page) setState((s) => ({ ...s, older: [...(page.trace?.nodes ?? []), ...s.older], olderFrom: startOf(page) }));
  };

  return { ...state, clock, read, readOlder };
}
