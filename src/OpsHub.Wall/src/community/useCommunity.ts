import { useCallback, useEffect, useState } from 'react';
import { CommunityCouncilDocument, CommunityLedgerDocument, CommunityMovesDocument, type CommunityMovesQuery, ConsultationUnitDocument, type ConsultationUnitQuery, type OpinionSource } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Council, Ledger, LedgerEntry } from '../api/types';

const PAGE = 30;

export interface Sought {
  readonly source: OpinionSource | null;
  /** Only those linked to a consultation, only those that are not, or all. */
  readonly linked: boolean | null;
}

interface State {
  readonly unit: ConsultationUnitQuery['unit'];
  readonly ledger: Ledger | null;
  readonly entries: readonly LedgerEntry[];
  readonly next: string | null;
  /** The ledger is not theirs to read. */
  readonly shut: boolean;
  /** Undefined while it is not known, null where there is none. */
  readonly council: Council | undefined;
  /** What may be done; null while it is not known. */
  readonly moves: CommunityMovesQuery | null;
}

const nothing: State = { unit: null, ledger: null, entries: [], next: null, shut: false, council: undefined, moves: null };

/** A community's opinion ledger and council. Who may read one may not always read the other: each is asked for on its own. */
export function useCommunity(code: string, { source, linked }: Sought, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(nothing);

  const read = useCallback(
    async (after: string | null = null) => {
      try {
        const { opinionLedger: ledger } = await query(CommunityLedgerDocument, { code, source, linked, first: PAGE, after }, token);
        if (!ledger) return setState((s) => ({ ...s, shut: true }));
        const { nodes, pageInfo } = ledger.entries;
        setState((s) => ({ ...s, ledger, entries: after ? [...s.entries, ...nodes] : nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null }));
      } catch (error) {
        if (error instanceof SignedOut) onSignedOut();
        else if (error instanceof QueryFailed && error.refused) setState((s) => ({ ...s, shut: true }));
      }
    },
    [code, source, linked, token, onSignedOut],
  );
  useEffect(() => void read(), [read]);
  useEffect(() => {
    query(ConsultationUnitDocument, { code }, token).then(({ unit }) => setState((s) => ({ ...s, unit: unit ?? null })), () => {});
  }, [code, token]);
  const readBeside = useCallback(() => {
    query(CommunityCouncilDocument, { code }, token).then(({ council }) => setState((s) => ({ ...s, council: council ?? null })), () => {});
    query(CommunityMovesDocument, { code }, token).then((moves) => setState((s) => ({ ...s, moves })), () => {});
  }, [code, token]);
  useEffect(readBeside, [readBeside]);
  return { ...state, read, readBeside };
}
