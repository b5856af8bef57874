import { useCallback, useState, useSyncExternalStore } from 'react';
import { ActFrameDocument, ActSinceDocument, AgencyYearFrameDocument, AgencyYearSinceDocument, ConsultationFrameDocument, ConsultationSinceDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Move, MoveInput, Subject } from '../api/types';
import { said } from './answers';
import { act } from './command';
import { knownOf, knownOfYear } from './compound';
import { ActSession, type Hub } from './session';
import type { Values } from './values';

/** The last entries of a trace that a stale sheet reads; more than others can add while one fills in a form. */
const SINCE = 20;

/** The hub as a sheet of this subject sees it; one that begins something has no subject to read again. */
export const hubOf = (kind: Subject['kind'], id: string | null, token: string, onSignedOut: () => void): Hub => ({
  send(mutation, input) {
    return act(kind, mutation, input, token).catch((error: unknown) => said(error, onSignedOut));
  },
  async since() {
    if (!id || (kind !== 'case' && kind !== 'consultation' && kind !== 'year')) return null;
    if (kind === 'consultation') {
      const { consultation: found } = await query(ConsultationSinceDocument, { id, last: SINCE }, token);
      return found ? { version: found.version, moves: found.nextMoves, entries: found.history?.nodes ?? [] } : null;
    }
    if (kind === 'year') {
      const { agencyYear: found } = await query(AgencyYearSinceDocument, { id, last: SINCE }, token);
      return found ? { version: found.version, moves: found.nextMoves, entries: found.trace?.nodes ?? [] } : null;
    }
    const { case: found } = await query(ActSinceDocument, { id, last: SINCE }, token);
    return found ? { version: found.version, moves: found.nextMoves, entries: found.trace.nodes } : null;
  },
});

interface Frame {
  readonly version: string;
  readonly nextMoves: readonly Move[];
  readonly known: (inputs: readonly MoveInput[]) => Values;
}

/** The version and the steps of a subject as it stands now; null where it can't be read. */
async function frameOf({ kind, id }: Subject, token: string): Promise<Frame | null> {
  if (kind === 'year') {
    const found = (await query(AgencyYearFrameDocument, { id }, token).catch(() => null))?.agencyYear;
    return found ? { ...found, known: (inputs) => knownOfYear(found, inputs) } : null;
  }
  if (kind !== 'consultation') {
    const found = (await query(ActFrameDocument, { id }, token).catch(() => null))?.case;
    return found ? { ...found, known: () => ({}) } : null;
  }
  const found = (await query(ConsultationFrameDocument, { id }, token).catch(() => null))?.consultation;
  return found ? { ...found, known: (inputs) => knownOf(found, inputs) } : null;
}

/** The sheet that is open on a page: at most one. */
export function useSheet(token: string, onSignedOut: () => void, kind: Subject['kind'] = 'case') {
  const [open, setOpen] = useState<{ session: ActSession; subject: Subject } | null>(null);
  // Bounds such as 'not in the future' are those of the moment: the inputs are read anew. The version is the one that the person has seen.
  const showFor = useCallback(
    async (id: string, move: Move, now: number, seen?: string): Promise<boolean> => {
      const subject: Subject = { kind, id };
      const found = await frameOf(subject, token);
      const present = found?.nextMoves.find((m) => m.mutation === move.mutation);
      if (found && present)
        setOpen({
          subject,
          session: new ActSession(present, { subject, version: seen ?? found.version }, now, hubOf(kind, id, token, onSignedOut), undefined, found.known(present.inputs)),
        });
      return Boolean(found && present);
    },
    [kind, token, onSignedOut],
  );
  const close = useCallback(() => setOpen(null), []);
  return { open, showFor, close };
}

export const useSession = (session: ActSession) => useSyncExternalStore(session.listen, session.snapshot);
