/** Where a summary stands: an epoch from the database and a version within it, both 64-bit numbers as text. */
export interface Position {
  readonly epoch: string;
  readonly version: string;
}

/** Compares two positions as numbers; text would put 10 before 9. */
export function comparePositions(a: Position, b: Position): number {
  const epochs = BigInt(a.epoch) - BigInt(b.epoch);
  const difference = epochs !== 0n ? epochs : BigInt(a.version) - BigInt(b.version);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

export const isNewer = (next: Position, held: Position | null | undefined): boolean =>
  !held || comparePositions(next, held) > 0;

interface Reading extends Position {
  readonly asOf: string;
}

/**
 * Whether a reading replaces the one held. A smaller pair never does. An equal pair does when it was read later:
 * overdue and due today follow from the clock at read time, so a heartbeat may say more with the same version.
 */
export function replaces(next: Reading, held: Reading | null | undefined): boolean {
  if (!held) return true;
  const order = comparePositions(next, held);
  return order > 0 || (order === 0 && Date.parse(next.asOf) > Date.parse(held.asOf));
}
