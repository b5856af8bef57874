import type { OwedTaskFragment, Role, SchemeTarget, TaskDeskQuery } from '../api/generated/graphql';
import { levelOf } from '../app/levelOf';
import { instant } from '../format/instants';
import { together } from '../tasks/groups';

/** Roles that read tasks of their county's record. Which of them, the hub decides. */
const READS: ReadonlySet<Role> = new Set<Role>(['TOWNSHIP_GOVERNMENT', 'COMMUNITY_COMMITTEE', 'DEPARTMENT', 'COUNTY_GOVERNMENT', 'PERFORMANCE_ORGAN', 'ORGANISATION_DEPARTMENT', 'AUDITOR']);

export const readsTasks = (role: Role): boolean => READS.has(role);

/** Whether there is a page of them for a role in a unit: they are kept by county, so a city has none. */
export const readsTasksOf = (role: Role, unit: string): boolean => readsTasks(role) && levelOf(unit) !== 'CITY';

/** The kinds whose results a role records, the county those of communities whose township ended; null for those who assess nobody. */
export const assessedBy = (role: Role): readonly SchemeTarget[] | null =>
  role === 'TOWNSHIP_GOVERNMENT' ? ['COMMUNITIES'] : role === 'COUNTY_GOVERNMENT' || role === 'PERFORMANCE_ORGAN' ? ['COMMUNITIES', 'TOWNSHIPS', 'DEPARTMENTS'] : null;

export interface OwedTasks {
  readonly year: number;
  readonly kind: SchemeTarget;
  readonly count: number;
  readonly dueAt: string | null;
}

/** All that the console read of them. */
export const readOf = (desk: TaskDeskQuery): readonly OwedTaskFragment[] =>
  [desk.past, desk.pastTownships, desk.pastDepartments, desk.present, desk.presentTownships, desk.presentDepartments].flatMap((p) => p?.nodes ?? []);

/** What this organ owes, by year and kind, the nearest first. */
export const owedOf = (tasks: readonly OwedTaskFragment[], own: string): readonly OwedTasks[] =>
  together(tasks.filter((t) => t.owner.code === own), (t) => `${t.year} ${t.kind}`)
    .map((all): OwedTasks => ({ year: all[0]!.year, kind: all[0]!.kind, count: all.length, dueAt: all[0]!.dueAt ?? null }))
    .toSorted((a, b) => instant(a.dueAt ?? '9999-12-31') - instant(b.dueAt ?? '9999-12-31') || a.kind.localeCompare(b.kind));
