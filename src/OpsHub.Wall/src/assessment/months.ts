/** A month of the chart: where it lies, and L as it stood at its end; null where there is no snapshot, or evidence was missing. */
export interface MonthPoint {
  readonly month: number;
  readonly duty: number | null;
  readonly done: number | null;
  readonly of: number | null;
}

interface Snapshot {
  readonly period: string;
  readonly duty?: number | null;
  readonly targetsDone: number;
  readonly targets: number;
}

/** Twelve months, whatever is there of them; quarters are read from their last month. */
export const monthsOf = (snapshots: readonly Snapshot[], year: number): readonly MonthPoint[] =>
  Array.from({ length: 12 }, (_, i) => {
    const found = snapshots.find((s) => s.period === `${year}-${String(i + 1).padStart(2, '0')}`);
    return { month: i + 1, duty: found?.duty ?? null, done: found ? found.targetsDone : null, of: found ? found.targets : null };
  });

/** Runs of neighbouring months that have a value: between them the line is broken, for nothing is known there. */
export function runsOf(points: readonly MonthPoint[]): readonly (readonly MonthPoint[])[] {
  const runs: MonthPoint[][] = [];
  for (const point of points) {
    if (point.duty === null) continue;
    const last = runs.at(-1);
    if (last && last.at(-1)!.month === point.month - 1) last.push(point);
    else runs.push([point]);
  }
  return runs;
}
