import { useCallback, useState, useSyncExternalStore } from 'react';
import { ActFrameDocument, ActSinceDocument } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Move } from '../api/types';
import { act, type Outcome } from './command';
import { ActSession, type Hub } from './session';

/** The last entries of a trace that a stale sheet reads; more than others can add while one fills in a form. */
const SINCE = 20;

/** The codes with which the hub says that it may be asked again. */
const AGAIN = new Set(['RETRY_LATER', 'INTERNAL', 'NOT_READY']);

const said = (error: QueryFailed): Outcome => ({
  caseId: null,
  sequence: null,
  version: null,
  errors: [{ __typename: 'QueryFailed', code: error.code ?? '', rule: 'HUB', clause: '', message: error.message, messageEn: error.message }],
});

const hubOf = (caseId: string, token: string, onSignedOut: () => void): Hub => ({
  async send(mutation, input) {
    try {
      return await act(mutation, input, token);
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      if (error instanceof QueryFailed && error.code && !AGAIN.has(error.code)) return said(error);
      throw error;
    }
  },
  async since() {
    const { case: found } = await query(ActSinceDocument, { id: caseId, last: SINCE }, token);
    return found ? { version: found.version, moves: found.nextMoves, entries: found.trace.nodes } : null;
  },
});

/** The sheet that is open on a page: at most one. */
export function useSheet(token: string, onSignedOut: () => void) {
  const [open, setOpen] = useState<{ session: ActSession; caseId: string } | null>(null);
  const show = useCallback(
    (move: Move, caseId: string, version: string, now: number) =>
      setOpen({ caseId, session: new ActSession(move, caseId, version, now, hubOf(caseId, token, onSignedOut)) }),
    [token, onSignedOut],
  );
  // Bounds such as 'not in the future' are those of the moment: the inputs are read anew. The version is the one that the person has seen.
  const showFor = useCallback(
    async (caseId: string, move: Move, now: number, seen?: string): Promise<boolean> => {
      const { case: found } = await query(ActFrameDocument, { id: caseId }, token).catch(() => ({ case: null }));
      const present = found?.nextMoves.find((m) => m.mutation === move.mutation);
      if (found && present) show(present, caseId, seen ?? found.version, now);
      return Boolean(found && present);
    },
    [show, token],
  );
  const close = useCallback(() => setOpen(null), []);
  return { open, showFor, close };
}

export const useSession = (session: ActSession) => useSyncExternalStore(session.listen, session.snapshot);
