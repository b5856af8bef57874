import { useCallback, useEffect, useState } from 'react';
import { ConsultationLiveDocument, ConsultationPageDocument, type ConsultationPageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { ServerClock } from '../live/serverClock';

export type ConsultationRead = NonNullable<ConsultationPageQuery['consultation']>;
export type Duty = ConsultationRead['duties'][number];
export type Session = ConsultationRead['sessions'][number];
export type Vote = ConsultationRead['votes'][number];
export type Entry = NonNullable<ConsultationRead['history']>['nodes'][number];

const ENTRIES = 64;

interface State {
  readonly found: ConsultationRead | null;
  readonly missing: boolean;
  readonly older: readonly Entry[];
  readonly olderFrom: string | null;
}

const unread: State = { found: null, missing: false, older: [], olderFrom: null };

const startOf = (found: ConsultationRead | null): string | null =>
  found?.history?.pageInfo.hasPreviousPage ? (found.history.pageInfo.startCursor ?? null) : null;

/** A consultation by its number or id with its newest entries; read again whenever the hub says that it changed. */
export function useConsultation(number: string | null, byId: string | null, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());
  const id = state.found?.id ?? null;

  const read = useCallback(async () => {
    try {
      const answer = await query(ConsultationPageDocument, { id: byId, number, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.consultation ?? null;
      setState((s) => ({ ...s, found, missing: !found, olderFrom: s.older.length > 0 ? s.olderFrom : startOf(found) }));
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && error.refused) setState((s) => ({ ...s, missing: true }));
    }
  }, [number, byId, token, onSignedOut, clock]);

  useEffect(() => void read(), [read]);
  useEffect(() => {
    if (!id) return;
    const socket = openSocket(token, onSignedOut);
    const stopping = new AbortController();
    void follow(socket, ConsultationLiveDocument, () => ({ id }), { onNext: () => void read(), onAttempt: () => {} }, stopping.signal);
    return () => {
      stopping.abort();
      void socket.dispose();
    };
  }, [id, token, onSignedOut, read]);

  const readOlder = async () => {
    const page = (await query(ConsultationPageDocument, { id: byId, number, last: ENTRIES, before: state.olderFrom }, token)).consultation ?? null;
    if (page) setState((s) => ({ ...s, older: [...(page.history?.nodes ?? []), ...s.older], olderFrom: startOf(page) }));
  };

  return { ...state, clock, read, readOlder };
}
