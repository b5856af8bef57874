import type { Talk, Talks } from '../api/types';
import type { Ask } from '../consultation/TalkRow';
import { instant } from '../format/instants';

/** Results that came up and wait for this organ: reported, studied, or answered and not fed back yet. */
const UP = new Set(['REPORTED', 'STUDIED', 'ADOPTED', 'REFUSED']);

export interface Asked {
  readonly talk: Talk;
  readonly ask: Ask;
}

export interface Groups {
  readonly announce: readonly Asked[];
  readonly plans: readonly Asked[];
  readonly votes: readonly Asked[];
  /** Cross-community proposals to decide on, reviews that a dissent opened, and reports up. */
  readonly mine: readonly Asked[];
  readonly ahead: readonly Asked[];
}

const by = (at: (t: Talk) => string | null | undefined) => (a: Talk, b: Talk) => instant(at(a) ?? '9999-12-31') - instant(at(b) ?? '9999-12-31');

/** What a leader sees, announcements by their own due first of all; a consultation stands once, in the first group that it belongs to. */
export function groupsOf(talks: Talks): Groups {
  const seen = new Set<string>();
  const take = (ask: Ask, found: readonly Talk[]): readonly Asked[] =>
    found.flatMap((talk) => (seen.has(talk.id) ? [] : (seen.add(talk.id), [{ talk, ask }])));
  return {
    announce: take('announce', talks.announce.nodes.toSorted(by((t) => t.announcementDueAt))),
    plans: take('plan', talks.plans.nodes.toSorted(by((t) => t.dueAt))),
    votes: take('vote', talks.votes.nodes),
    mine: [...take('way', talks.ways.nodes), ...take('review', talks.reviews.nodes), ...take('report', talks.reports.nodes.filter((t) => UP.has(t.delegatedStage ?? '')))],
    ahead: take('session', talks.ahead.nodes.toSorted(by((t) => t.sessionAt ?? '0001-01-01'))),
  };
}

export const isEmpty = (g: Groups): boolean => [g.announce, g.plans, g.votes, g.mine, g.ahead].every((x) => x.length === 0);
