import { SECOND } from '../format/instants';

/** 1 to 30 s, doubling, jittered, so that a restarted hub isn't met by every wall at once. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(30 * SECOND, SECOND * 2 ** Math.min(attempt, 10));
  return Math.max(SECOND, ceiling * (0.5 + random() / 2));
}
