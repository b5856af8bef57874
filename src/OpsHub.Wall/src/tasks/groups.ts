import type { SchemeTarget, YearTaskFragment } from '../api/generated/graphql';
import type { Move } from '../api/types';
import { instant } from '../format/instants';

export type Task = YearTaskFragment;

/** Tasks of one kind that one organ assesses. */
export interface Group {
  readonly kind: SchemeTarget;
  readonly owner: Task['owner'];
  /** Not done, the nearest due first. */
  readonly open: readonly Task[];
  readonly done: readonly Task[];
  /** The nearest due of what is open; null where nothing is, or nothing runs. */
  readonly dueAt: string | null;
}

/** What the viewer may do with it; none of its inputs is one of several. */
export const stepsOf = (task: Task): readonly Move[] => task.nextMoves.map((m) => ({ ...m, inputs: m.inputs.map((i) => ({ ...i, choices: [] })) }));

export const isLate = (task: Pick<Task, 'open' | 'dueAt'>, now: number): boolean => task.open && task.dueAt != null && instant(task.dueAt) <= now;

const due = (task: Pick<Task, 'dueAt'>): number => (task.dueAt ? instant(task.dueAt) : Infinity);
const near = (a: Task, b: Task): number => (due(a) === due(b) ? 0 : due(a) - due(b)) || a.target.code.localeCompare(b.target.code);

const KINDS: readonly SchemeTarget[] = ['TOWNSHIPS', 'DEPARTMENTS', 'COMMUNITIES', 'AGENCIES'];

/** Those of one key together, in the order in which the keys come. */
export const together = <T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] =>
  [...new Set(all.map(keyOf))].map((key) => all.filter((one) => keyOf(one) === key));

/** By kind and assessor: late ones first, then the viewer's own, then what others still owe, then what is done. @param own The viewer's organ. */
export function groupsOf(tasks: readonly Task[], own: string | null, now: number): readonly Group[] {
  const groups = together(tasks, (t) => `${t.kind} ${t.owner.code}`).map((all): Group => {
    const open = all.filter((t) => t.open).toSorted(near);
    const done = all.filter((t) => !t.open).toSorted((a, b) => a.target.code.localeCompare(b.target.code));
    return { kind: all[0]!.kind, owner: all[0]!.owner, open, done, dueAt: open[0]?.dueAt ?? null };
  });
  const rank = (g: Group) => (g.open.some((t) => isLate(t, now)) ? 0 : g.open.length > 0 && g.owner.code === own ? 1 : g.open.length > 0 ? 2 : 3);
  return groups.toSorted((a, b) => rank(a) - rank(b) || Number(b.owner.code === own) - Number(a.owner.code === own) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.owner.code.localeCompare(b.owner.code));
}

/** What the strip counts. One that was left out is not among the done. */
export const countsOf = (tasks: readonly Task[], now: number) => ({
  open: tasks.filter((t) => t.open).length,
  late: tasks.filter((t) => isLate(t, now)).length,
  done: tasks.filter((t) => !t.open && t.excluded == null).length,
  excluded: tasks.filter((t) => t.excluded != null).length,
});
