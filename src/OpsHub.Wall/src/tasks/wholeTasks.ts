import { YearTasksDocument, type YearTasksQuery } from '../api/generated/graphql';
import { query } from '../api/query';
import { FIRST_YEAR } from '../app/router';
import type { Task } from './groups';

const PAGE = 100;

export interface YearOfTasks {
  readonly serverTime: string;
  readonly unit: YearTasksQuery['unit'];
  readonly tasks: readonly Task[];
  /** The year before still has open ones. */
  readonly formerOpen: boolean;
}

/** The tasks of a year read to their end: what is counted must be there whole. */
export async function wholeTasks(unit: string, year: number, token: string, signal?: AbortSignal): Promise<YearOfTasks> {
  // Each once: between two pages one may have been opened.
  const tasks = new Map<string, Task>();
  let [after, first]: [string | null, YearTasksQuery | null] = [null, null];
  do {
    const page: YearTasksQuery = await query(YearTasksDocument, { unit, year, former: year - 1, asksFormer: first === null && year > FIRST_YEAR, first: PAGE, after }, token, signal);
    for (const task of page.assessmentTasks.nodes) tasks.set(task.id, task);
    first ??= page;
    after = page.assessmentTasks.pageInfo.hasNextPage ? (page.assessmentTasks.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return { serverTime: first.serverTime, unit: first.unit, tasks: [...tasks.values()], formerOpen: (first.former?.nodes.length ?? 0) > 0 };
}

/** The county in whose record they stand. */
export const countyOf = (unit: YearTasksQuery['unit']): string | null =>
  unit?.level === 'COUNTY' ? unit.code : (unit?.ancestors.find((a) => a.level === 'COUNTY')?.code ?? null);
