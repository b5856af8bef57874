import { DecisionGroundsDocument, type DecisionGroundsQuery } from '../api/generated/graphql';
import { query } from '../api/query';

const PAGE = 100;

export type Ground = DecisionGroundsQuery['consultations']['nodes'][number];

/** Finished consultations of a unit, archived ones among them, the last changed first: a decision may rest on an old one. C006, T088. */
export async function groundsOf(unit: string, token: string): Promise<readonly Ground[]> {
  const found = new Map<string, Ground>();
  let after: string | null = null;
  do {
    const { consultations }: DecisionGroundsQuery = await query(DecisionGroundsDocument, { unit, first: PAGE, after }, token);
    for (const x of consultations.nodes) found.set(x.id, x);
    after = consultations.pageInfo.hasNextPage ? (consultations.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return [...found.values()];
}
