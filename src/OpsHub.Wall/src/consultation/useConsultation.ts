import { useCallback, useEffect, useState } from 'react';
import { ConsultationLiveDocument, ConsultationPageDocument, type ConsultationPageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { insist } from '../live/insist';
import { afterPage, afterRead, type Older } from '../live/older';
import { ServerClock } from '../live/serverClock';

export type ConsultationRead = NonNullable<ConsultationPageQuery['consultation']>;
export type Duty = ConsultationRead['duties'][number];
export type Session = ConsultationRead['sessions'][number];
export type Vote = ConsultationRead['votes'][number];
export type Entry = NonNullable<ConsultationRead['history']>['nodes'][number];

const ENTRIES = 64;

interface State extends Older<Entry> {
  readonly found: ConsultationRead | null;
  readonly missing: boolean;
}

const unread: State = { found: null, missing: false, older: [], olderFrom: null };

const startOf = (found: ConsultationRead | null): string | null =>
  found?.history?.pageInfo.hasPreviousPage ? (found.history.pageInfo.startCursor ?? null) : null;

const entriesOf = (found: ConsultationRead | null): readonly Entry[] => found?.history?.nodes ?? [];

/** A consultation by its number or id with its newest entries; read again whenever the hub says that it changed. */
export function useConsultation(number: string | null, byId: string | null, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());
  const id = state.found?.id ?? null;

  /** Says whether there is an answer, be it a refusal. */
  const read = useCallback(async (): Promise<boolean> => {
    try {
      const answer = await query(ConsultationPageDocument, { id: byId, number, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.consultation ?? null;
      setState((s) => ({ ...s, found, missing: !found, ...afterRead(s, entriesOf(s.found), entriesOf(found), startOf(found)) }));
      return true;
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && (error.refused || error.malformed)) setState((s) => ({ ...s, missing: true }));
      else return false;
      return true;
    }
  }, [number, byId, token, onSignedOut, clock]);

  useEffect(() => insist(read), [read]);
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
    const held = entriesOf(state.found);
    const page = (await query(ConsultationPageDocument, { id: byId, number, last: ENTRIES, before: state.olderFrom }, token)).consultation ?? null;
    if (page) setState((s) => ({ ...s, ...afterPage(s, entriesOf(page), startOf(page), held, entriesOf(s.found)) }));
  };

  return { ...state, clock, read, readOlder };
}
