interface Numbered {
  readonly sequence: number;
}

/** Entries below the newest ones, read page by page, and where the next page ends; null where there is none. */
export interface Older<T> {
  readonly older: readonly T[];
  readonly olderFrom: string | null;
}

/** What new entries pushed out of the newest ones; null where so many came that some between are in neither reading. */
export function slid<T extends Numbered>(held: readonly T[], next: readonly T[]): readonly T[] | null {
  const [last, first] = [held.at(-1), next[0]];
  if (!last || !first) return [];
  return last.sequence + 1 < first.sequence ? null : held.filter((e) => e.sequence < first.sequence);
}

/**
 * The same after the newest ones were read again: what was pushed out of them joins what was read below them.
 * @param start Where the page below the newest ones ends now.
 */
export function afterRead<T extends Numbered>({ older, olderFrom }: Older<T>, held: readonly T[], next: readonly T[], start: string | null): Older<T> {
  const between = older.length > 0 ? slid(held, next) : null;
  return between ? { older: [...older, ...between], olderFrom } : { older: [], olderFrom: start };
}

/**
 * The same after a page below was read, while the newest ones may have been read again.
 * @param held The newest ones when the page was asked for.
 * @param now The newest ones when it came.
 */
export function afterPage<T extends Numbered>(state: Older<T>, page: readonly T[], start: string | null, held: readonly T[], now: readonly T[]): Older<T> {
  const between = state.older.length > 0 ? state.older : slid(held, now);
  return between ? { older: [...page, ...between], olderFrom: start } : state;
}
