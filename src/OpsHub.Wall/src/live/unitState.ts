import type { CommunityCell, DueAnnouncement, Figures, Frame, Happening, Holder, ListedCase, Today, TownshipRate } from '../api/types';
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
  /** Announcements of consultations that are to be made. */
  readonly announcements: readonly DueAnnouncement[] | null;
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
  announcements: null,
  holders: null,
  rates: null,
  cells: null,
  events: [],
  connection: connecting(now),
  missing: false,
});

/** Takes a pushed message if it is newer than what is held. Children belong to their unit's pair as a whole. */
export function withSummaries(state: UnitState, summary: Figures, children: readonly Figures[]): UnitState {
  if (!replaces(summary, state.summary)) return state;
  return { ...state, summary, children: new Map(children.map((c) => [c.code, c])) };
}

/** Names an event: after a lost connection one may come twice. */
export const eventKey = (event: Happening): string => `${event.caseId}:${event.position}`;

/** Newest first, each once; a wall shows three and remembers a few. */
export function withEvent(state: UnitState, event: Happening): UnitState {
  if (state.events.some((e) => eventKey(e) === eventKey(event))) return state;
  return { ...state, events: [event, ...state.events].slice(0, 12) };
}
