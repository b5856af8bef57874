import type { FoundTalks, Seek } from '../act/choices';
import { DecisionGroundsDocument, LinkTargetsDocument } from '../api/generated/graphql';
import { query } from '../api/query';

const PAGE = 20;

/** Looks for consultations of a unit, the last changed first: open ones, which an opinion may go into, or finished ones, on which a decision may rest. C032, C006, T088. */
export const seekTalks = (which: 'open' | 'finished', unit: string, token: string): Seek => async (text, after): Promise<FoundTalks> => {
  const { consultations } = await query(which === 'open' ? LinkTargetsDocument : DecisionGroundsDocument, { unit, text: text || null, first: PAGE, after }, token);
  const { hasNextPage, endCursor } = consultations.pageInfo;
  return { talks: consultations.nodes, total: consultations.totalCount, next: hasNextPage ? (endCursor ?? null) : null };
};
