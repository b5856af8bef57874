import type { OwedTaskFragment, Role, SchemeTarget } from '../api/generated/graphql';
import { instant } from '../format/instants';
import { together } from '../tasks/groups';

/** Roles that read tasks of their county's record. Which of them, the hub decides. */
const READS: ReadonlySet<Role> = new Set<Role>(['TOWNSHIP_GOVERNMENT', 'COMMUNITY_COMMITTEE', 'DEPARTMENT', 'COUNTY_GOVERNMENT', 'PERFORMANCE_ORGAN', 'ORGANISATION_DEPARTMENT', 'AUDITOR']);

export const readsTasks = (role: Role): boolean => READS.has(role);

/** The kinds whose results a role records; null for those who assess nobody. */
export const assessedBy = (role: Role): readonly [SchemeTarget, SchemeTarget | null] | null =>
  role === 'TOWNSHIP_GOVERNMENT' ? ['COMMUNITIES', null] : role === 'COUNTY_GOVERNMENT' || role === 'PERFORMANCE_ORGAN' ? ['TOWNSHIPS', 'DEPARTMENTS'] : null;

export interface OwedTasks {
  readonly year: number;
  readonly kind: SchemeTarget;
  readonly count: number;
  readonly dueAt: string | null;
}

/** What this organ owes, by year and kind, the nearest first. */
export const owedOf = (tasks: readonly OwedTaskFragment[], own: string): readonly OwedTasks[] =>
  together(tasks.filter((t) => t.owner.code === own), (t) => `${t.year} ${t.kind}`)
    .map((all): OwedTasks => ({ year: all[0]!.year, kind: all[0]!.kind, count: all.length, dueAt: all[0]!.dueAt ?? null }))
    .toSorted((a, b) => instant(a.dueAt ?? '9999-12-31') - instant(b.dueAt ?? '9999-12-31') || a.kind.localeCompare(b.kind));
