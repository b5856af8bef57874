import { useCallback, useEffect, useState } from 'react';
import { CaseLiveDocument, CasePageDocument, type CasePageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { ServerClock } from '../live/serverClock';

export type CaseRead = NonNullable<CasePageQuery['case']>;
export type Term = CaseRead['terms'][number];
export type Entry = CaseRead['trace']['nodes'][number];

const ENTRIES = 64;

interface CaseState {
  readonly found: CaseRead | null;
  readonly missing: boolean;
  readonly older: readonly Entry[];
  readonly olderFrom: string | null;
}

const unread: CaseState = { found: null, missing: false, older: [], olderFrom: null };

/** A case with its newest entries; read again whenever the hub says that it changed. */
export function useCase(id: string, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());

  const read = useCallback(async () => {
    try {
      const answer = await query(CasePageDocument, { id, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.case ?? null;
      setState((s) => ({
        ...s,
        found,
        missing: !found,
        olderFrom: s.older.length > 0 ? s.olderFrom : startOf(found),
      }));
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && error.refused) setState((s) => ({ ...s, missing: true }));
    }
  }, [id, token, onSignedOut, clock]);

  useEffect(() => {
    void read();
    const socket = openSocket(token, onSignedOut);
    const stopping = new AbortController();
    const onNext = () => void read();
    void follow(socket, CaseLiveDocument, () => ({ id }), { onNext, onAttempt: () => {} }, stopping.signal);
    return () => {
      stopping.abort();
      void socket.dispose();
    };
  }, [id, token, onSignedOut, read]);

  const readOlder = async () => {
    const answer = await query(CasePageDocument, { id, last: ENTRIES, before: state.olderFrom }, token);
    const page = answer.case ?? null;
    if (page) setState((s) => ({ ...s, older: [...page.trace.nodes, ...s.older], olderFrom: startOf(page) }));
  };

  return { ...state, clock, read, readOlder };
}

const startOf = (found: CaseRead | null): string | null =>
  found?.trace.pageInfo.hasPreviousPage ? (found.trace.pageInfo.startCursor ?? null) : null;
