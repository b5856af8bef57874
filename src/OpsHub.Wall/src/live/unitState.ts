import type { CommunityCell, Figures, Frame, Happening, Holder, ListedCase, Today, TownshipRate } from '../api/types';
import { connecting, type Connection } from './connection';
import { replaces } from './position';

/** Everything a wall knows about its unit. Null is 'not yet known', which is shown as a block and never as zero. */
export interface UnitState {
  readonly code: string;
  readonly frame: Frame | null;
  readonly today: Today | null;
  readonly summary: Figures | null;
  readonly children: ReadonlyMap<string, Figures>;
  readonly late: readonly ListedCase[] | null;
  readonly due: readonly ListedCase[] | null;
  readonly holders: readonly Holder[] | null;
  readonly rates: readonly TownshipRate[] | null;
  readonly cells: readonly CommunityCell[] | null;
  readonly events: readonly Happening[];
  readonly connection: Connection;
  readonly missing: boolean;
}

export const emptyState = (code: string, now: number): UnitState => ({
  code,
  frame: null,
  today: null,
  summary: null,
  children: new Map(),
  late: null,
  due: null,
  holders: null,
  rates: null,
  cells: null,
  events: [],
  connection: connecting(now),
  missing: false,
});

/** Takes a pushed summary and its children, each only where it is newer than what is held. */
export function withSummaries(state: UnitState, summary: Figures, children: readonly Figures[]): UnitState {
  const newer = children.filter((c) => replaces(c, state.children.get(c.code)));
  const merged = newer.length > 0 ? new Map(state.children) : state.children;
  if (merged instanceof Map) for (const child of newer) merged.set(child.code, child);
  return {
    ...state,
    summary: replaces(summary, state.summary) ? summary : state.summary,
    children: merged,
  };
}

/** Newest first, each position once; a wall shows three and remembers a few. */
export function withEvent(state: UnitState, event: Happening): UnitState {
  if (state.events.some((e) => e.position === event.position)) return state;
  return { ...state, events: [event, ...state.events].slice(0, 12) };
}
