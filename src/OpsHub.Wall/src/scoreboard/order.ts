import type { YearLine } from '../api/types';
import { instant } from '../format/instants';

/** What a strip counts and a board can be narrowed to. */
export type Narrow = 'all' | 'unsigned' | 'inputs' | 'appeals' | 'late' | 'shared';

export const NARROWS: readonly Narrow[] = ['all', 'late', 'unsigned', 'inputs', 'appeals', 'shared'];

/** What counts as an input of the assessment. */
const INPUTS: ReadonlySet<string> = new Set(['duty', 'survey', 'statutory']);

export const belongs = (line: YearLine, narrow: Narrow): boolean => {
  switch (narrow) {
    case 'all':
      return true;
    case 'unsigned':
      return !line.hasLetter;
    case 'inputs':
      return line.owed.some((o) => INPUTS.has(o.what));
    case 'appeals':
      return (line.openAppeals ?? 0) > 0;
    case 'late':
      return line.owed.some((o) => o.late) || line.overdue;
    case 'shared':
      return line.sharedAt.length > 0;
  }
};

/** What those who read evidence only are not told. */
const OF_RESULTS: ReadonlySet<Narrow> = new Set(['appeals', 'shared']);

/** How many belong to each; null where the viewer may not read it of any line. */
export const countOf = (lines: readonly YearLine[], narrow: Narrow): number | null =>
  OF_RESULTS.has(narrow) && lines.length > 0 && lines.every((l) => l.openAppeals == null) ? null : lines.filter((l) => belongs(l, narrow)).length;

type Owed = YearLine['owed'][number];

/** What is owed, the nearest first; what has no term comes last. */
export const owedInOrder = (owed: readonly Owed[]): readonly Owed[] =>
  owed.toSorted((a, b) => instant(a.due ?? '9999-12-31') - instant(b.due ?? '9999-12-31'));

/** The instant that a line is sorted by: the nearest due of what is owed, else its nearest term. */
const nearest = (line: YearLine): number => {
  const due = owedInOrder(line.owed)[0]?.due ?? line.dueAt;
  return due ? instant(due) : Infinity;
};

const rank = (line: YearLine): number => (belongs(line, 'late') ? 0 : (line.openAppeals ?? 0) > 0 ? 1 : line.owed.length > 0 ? 2 : 3);

/** By what needs action: overdue first, then appeals, then what is owed by its due; the rest by agency. */
export const inOrder = (lines: readonly YearLine[]): readonly YearLine[] =>
  lines.toSorted((a, b) => {
    const [x, y] = [nearest(a), nearest(b)];
    return rank(a) - rank(b) || (x === y ? 0 : x - y) || a.agency.code.localeCompare(b.agency.code);
  });
