import type { FoundTalks, Seek, TalkChoice } from '../act/choices';
import { DecisionGroundsDocument, LinkTargetsDocument } from '../api/generated/graphql';
import { query } from '../api/query';

const PAGE = 20;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly TalkChoice[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

const found = (page: Page | undefined): FoundTalks =>
  ({ talks: page?.nodes ?? [], total: page?.totalCount ?? 0, next: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null });

/** Looks for consultations that take an opinion of a community, the last changed first: its own, or those of the whole township. C032, C013. */
export const seekJoinable = (community: string, token: string): Seek => ({
  wide: true,
  find: async ({ text, category, whole }, after) =>
    found((await query(LinkTargetsDocument, { community, own: !whole, text: text || null, category, first: PAGE, after }, token)).opinionLedger?.joinable),
});

/** Looks for finished consultations of a unit, on which a decision may rest. C006, T088. */
export const seekFinished = (unit: string, token: string): Seek => ({
  wide: false,
  find: async ({ text, category }, after) => found((await query(DecisionGroundsDocument, { unit, text: text || null, category, first: PAGE, after }, token)).consultations),
});
