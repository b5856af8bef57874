import { useCallback, useEffect, useState } from 'react';
import { CommunityCouncilDocument, CommunityPageDocument, type CommunityPageQuery, type OpinionSource } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Council, LedgerEntry } from '../api/types';

const PAGE = 30;

export interface Sought {
  readonly source: OpinionSource | null;
  /** Only those linked to a consultation, only those that are not, or all. */
  readonly linked: boolean | null;
}

interface State {
  readonly page: CommunityPageQuery | null;
  readonly entries: readonly LedgerEntry[];
  readonly next: string | null;
  readonly shut: boolean;
  readonly council: Council | undefined;
}

const nothing: State = { page: null, entries: [], next: null, shut: false, council: undefined };

/** A community's opinion ledger and council. Who may read one may not always read the other: each is asked for on its own. */
export function useCommunity(code: string, sought: Sought, token: string, onSignedOut: () => void) {
  const [state, setState] = useState(nothing);

  const read = useCallback(
    async (after: string | null = null) => {
      try {
        const page = await query(CommunityPageDocument, { code, source: sought.source, linked: sought.linked, first: PAGE, after }, token);
        const { nodes, pageInfo } = page.opinionLedger.entries;
        setState((s) => ({ ...s, page, entries: after ? [...s.entries, ...nodes] : nodes, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null }));
      } catch (error) {
        if (error instanceof SignedOut) onSignedOut();
        else if (error instanceof QueryFailed && error.refused) setState((s) => ({ ...s, shut: true }));
      }
    },
    [code, sought.source, sought.linked, token, onSignedOut],
  );
  useEffect(() => void read(), [read]);
  useEffect(() => {
    query(CommunityCouncilDocument, { code }, token).then(
      ({ council }) => setState((s) => ({ ...s, council: council ?? null })),
      () => setState((s) => ({ ...s, council: undefined })),
    );
  }, [code, token]);
  return { ...state, read };
}
