import { useCallback, useEffect, useState } from 'react';
import { CaseLiveDocument, CasePageDocument, type CasePageQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow, openSocket } from '../api/subscribe';
import { instant } from '../format/instants';
import { insist } from '../live/insist';
import { afterPage, afterRead, type Older } from '../live/older';
import { ServerClock } from '../live/serverClock';

export type CaseRead = NonNullable<CasePageQuery['case']>;
export type Term = CaseRead['terms'][number];
export type Entry = CaseRead['trace']['nodes'][number];

const ENTRIES = 64;

interface CaseState extends Older<Entry> {
  readonly found: CaseRead | null;
  readonly missing: boolean;
}

const unread: CaseState = { found: null, missing: false, older: [], olderFrom: null };

/** A case with its newest entries; read again whenever the hub says that it changed. */
export function useCase(id: string, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(unread);
  const [clock] = useState(() => new ServerClock());

  /** Says whether there is an answer, be it a refusal. */
  const read = useCallback(async (): Promise<boolean> => {
    try {
      const answer = await query(CasePageDocument, { id, last: ENTRIES, before: null }, token);
      clock.observe(instant(answer.serverTime), performance.now());
      const found = answer.case ?? null;
      setState((s) => ({ ...s, found, missing: !found, ...afterRead(s, entriesOf(s.found), entriesOf(found), startOf(found)) }));
      return true;
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else if (error instanceof QueryFailed && (error.refused || error.malformed)) setState((s) => ({ ...s, missing: true }));
      else return false;
      return true;
    }
  }, [id, token, onSignedOut, clock]);

  useEffect(() => {
    const ended = insist(read);
    const socket = openSocket(token, onSignedOut);
    const stopping = new AbortController();
    const onNext = () => void read();
    void follow(socket, CaseLiveDocument, () => ({ id }), { onNext, onAttempt: () => {} }, stopping.signal);
    return () => {
      ended();
      stopping.abort();
      void socket.dispose();
    };
  }, [id, token, onSignedOut, read]);

  const readOlder = async () => {
    const held = entriesOf(state.found);
    const answer = await query(CasePageDocument, { id, last: ENTRIES, before: state.olderFrom }, token);
    const page = answer.case ?? null;
    if (page) setState((s) => ({ ...s, ...afterPage(s, entriesOf(page), startOf(page), held, entriesOf(s.found)) }));
  };

  return { ...state, clock, read, readOlder };
}

const entriesOf = (found: CaseRead | null): readonly Entry[] => found?.trace.nodes ?? [];

const startOf = (found: CaseRead | null): string | null =>
  found?.trace.pageInfo.hasPreviousPage ? (found.trace.pageInfo.startCursor ?? null) : null;
