import type { DueAnnouncement } from '../../api/types';
import { DAY, instant, startOfDay } from '../../format/instants';

/** Names an announcement to make; its number is told only to those who may read it. */
export const keyOf = (due: DueAnnouncement): string => `${due.consultationId}@${due.dueAt}`;

/** Keys of rows: a consultation may owe two announcements by the same end of day. */
export const keysOf = (dues: readonly DueAnnouncement[]): string[] =>
  dues.map((due, i) => `${keyOf(due)}#${dues.slice(0, i).filter((d) => keyOf(d) === keyOf(due)).length}`);

export interface Dues {
  /** Past their due and not made, longest late first. */
  readonly late: readonly DueAnnouncement[];
  /** Due until 24:00 today, nearest first. */
  readonly today: readonly DueAnnouncement[];
  readonly later: readonly DueAnnouncement[];
}

/** Announcements to make, by the hub's clock: a day ends at its 24:00 (C040). */
export function duesOf(list: readonly DueAnnouncement[], now: number): Dues {
  const sorted = list.toSorted((a, b) => instant(a.dueAt) - instant(b.dueAt) || keyOf(a).localeCompare(keyOf(b)));
  const midnight = startOfDay(now) + DAY;
  return {
    late: sorted.filter((a) => instant(a.dueAt) <= now),
    today: sorted.filter((a) => instant(a.dueAt) > now && instant(a.dueAt) <= midnight),
    later: sorted.filter((a) => instant(a.dueAt) > midnight),
  };
}

/** How many rows a strip shows. */
export const MOST = 6;

/** How long a page of a strip stands. */
export const PAGE_EVERY = 8_000;

/** What a strip shows: what is late before what is due today, before what falls later; never more than fits, page by page as time goes on, so that each has its turn. */
export function shownOf({ late, today, later }: Dues, now = 0): readonly DueAnnouncement[] {
  const all = [...late, ...today, ...later];
  const page = Math.floor(now / PAGE_EVERY) % Math.max(1, Math.ceil(all.length / MOST));
  return all.slice(page * MOST, (page + 1) * MOST);
}
