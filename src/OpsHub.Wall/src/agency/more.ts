import { MoreAgencyCasesDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import { LISTS, withCases, type CaseList, type ListName } from './parts';

/** How many more a click lists. */
export const PAGE = 50;

/** As many of a list as somebody asked for, page by page below those that are there. */
export async function readTo(size: number, agency: string, name: ListName, first: CaseList, token: string): Promise<CaseList> {
  let held = first;
  while (held.nodes.length < size && held.pageInfo.hasNextPage) {
    const found = await query(MoreAgencyCasesDocument, { agency, filter: LISTS[name], first: PAGE, after: held.pageInfo.endCursor ?? null }, token);
    if (!found.agency) break;
    held = withCases(held, found.agency.cases);
  }
  return held;
}
