import type { Role } from '../api/generated/graphql';
import type { YearLine } from '../api/types';
import { instant } from '../format/instants';

/** Roles that read agencies' years. Which figures of them, the hub decides. */
const READS: ReadonlySet<Role> = new Set<Role>([
  'TOWNSHIP_GOVERNMENT', 'TOWNSHIP_GOVERNANCE_CENTRE', 'AGENCY_STAFF', 'DEPARTMENT', 'COUNTY_COMMAND_CENTRE', 'COUNTY_GOVERNMENT', 'PERFORMANCE_ORGAN', 'ORGANISATION_DEPARTMENT', 'AUDITOR',
]);

export const readsYears = (role: Role): boolean => READS.has(role);

export interface OwedByMe {
  readonly line: YearLine;
  readonly owed: YearLine['owed'][number];
}

/** What this organ owes of the years on its boards, the nearest first; what has no term comes last. */
export const owedBy = (organ: string, lines: readonly YearLine[]): readonly OwedByMe[] =>
  lines
    .flatMap((line) => line.owed.filter((o) => o.by.code === organ).map((owed) => ({ line, owed })))
    .sort((a, b) => instant(a.owed.due ?? '9999-12-31') - instant(b.owed.due ?? '9999-12-31') || a.line.agency.code.localeCompare(b.line.agency.code));
