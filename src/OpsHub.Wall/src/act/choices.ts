import type { ActCasesQuery, ActFrameQuery } from '../api/generated/graphql';
import { ActCasesDocument, ActFrameDocument, ActOrgansDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { MoveInput, OrganName } from '../api/types';

export type ActCase = NonNullable<ActFrameQuery['case']>;
export type OtherCase = ActCasesQuery['cases']['nodes'][number];

/** What pickers offer: organs by kind, all from the API, and cases that this one may be the same as. */
export interface Choices {
  readonly units: readonly OrganName[];
  readonly agencies: readonly OrganName[];
  readonly departments: readonly OrganName[];
  /** Who may be waited for: holder, lead, and who owes a part. */
  readonly parties: readonly OrganName[];
  readonly cases: readonly OtherCase[];
}

const once = (organs: readonly OrganName[]): readonly OrganName[] => [...new Map(organs.map((o) => [o.code, o])).values()];

const asOrgan = (unit: { code: string; name: string; nameEn?: string | null }): OrganName =>
  ({ code: unit.code, kind: 'UNIT', name: unit.name, nameEn: unit.nameEn ?? null });

/** Reads what the inputs of a step need, and no more. */
export async function readChoices(id: string, inputs: readonly MoveInput[], token: string): Promise<Choices | null> {
  const kinds = new Set(inputs.map((i) => i.kind));
  const { case: found, viewer } = await query(ActFrameDocument, { id }, token);
  if (!found) return null;
  const organs = kinds.has('PARTIES') || kinds.has('ORGANS') ? (await query(ActOrgansDocument, { township: found.township.code }, token)).agencies.nodes : [];
  const cases = kinds.has('CASE')
    ? (await query(ActCasesDocument, { grid: found.grid.code, category: found.category.code }, token)).cases.nodes.filter((c) => c.id !== found.id)
    : [];
  const owing = found.parts.filter((p) => !p.fedBackAt).map((p) => p.organ);
  return {
    units: [found.community, found.township, found.county].map(asOrgan),
    agencies: organs.map((a) => ({ code: a.code, kind: 'AGENCY', name: a.name, nameEn: null })),
    departments: once(organs.map((a) => a.department)),
    parties: once([found.holder, ...(found.lead ? [found.lead] : []), ...owing]).filter((o) => o.code !== viewer.organ.code),
    cases,
  };
}
