import { useCallback, useEffect, useState } from 'react';
import { AgencyYearLiveDocument, AgencyYearPageDocument, type AgencyYearPageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { insist } from '../live/insist';
import { afterPage, afterRead, type Older } from '../live/older';
import { ServerClock } from '../live/serverClock';

export type YearRead = NonNullable<AgencyYearPageQuery['agencyYear']>;
export type Term = YearRead['terms'][number];
export type Entry = NonNullable<YearRead['trace']>['nodes'][number];
export type Forecast = NonNullable<YearRead['forecast']>;
export type ForecastComponent = Forecast['townships'][number]['components'][number];
export type Target = YearRead['targets'][number];

const ENTRIES = 64;

interface State extends Older<Entry> {
  readonly found: YearRead | null;
  readonly missing: boolean;
  /** There can be no such year: its address is wrong. */
  readonly malformed: boolean;
}

const unread: State = { found: null, missing: false, malformed: false, older: [], olderFrom: null };

const startOf = (found: YearRead | null): string | null =>
  found?.trace?.pageInfo.hasPreviousPage ? (found.trace.pageInfo.startCursor ?? null) : null;

const entriesOf = (found: YearRead | null): readonly Entry[] => found?.trace?.nodes ?? [];

/** An agency's year with its newest entries; read again whenever the hub says that it changed. */
export function useYear(agency: string, year: number, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());
  const id = state.found?.id ?? null;

  /** Says whether there is an answer, be it a refusal. */
  const read = useCallback(async (): Promise<boolean> => {
    try {
      const answer = await query(AgencyYearPageDocument, { agency, year, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.agencyYear ?? null;
      setState((s) => ({ ...s, found, missing: !found, malformed: false, ...afterRead(s, entriesOf(s.found), entriesOf(found), startOf(found)) }));
      return true;
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && (error.refused || error.malformed)) setState((s) => ({ ...s, missing: true, malformed: error.malformed }));
      else return false;
      return true;
    }
  }, [agency, year, token, onSignedOut, clock]);

  useEffect(() => insist(read), [read]);
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
    const held = entriesOf(state.found);
    const page = (await query(AgencyYearPageDocument, { agency, year, last: ENTRIES, before: state.olderFrom }, token)).agencyYear ?? null;
    if (page) setState((s) => ({ ...s, ...afterPage(s, entriesOf(page), startOf(page), held, entriesOf(s.found)) }));
  };

  return { ...state, clock, read, readOlder };
}
