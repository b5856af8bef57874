import { SECOND } from '../format/instants';

export const LIVE_FOR = 10 * SECOND;
export const STALE_AFTER = 60 * SECOND;
export const FIRST_LOAD_FOR = 30 * SECOND;
export const RESTORED_FOR = 10 * SECOND;

/** What is known of the connection. Times are of the local monotonic clock. */
export interface Connection {
  readonly startedAt: number;
  readonly lastMessageAt: number | null;
  /** Reconnection tries since the last message. */
  readonly attempts: number;
  readonly restoredAt: number | null;
  readonly caughtUp: number;
  /** Changes that came after a gap, before the figures did. */
  readonly pending: number;
}

export type Phase = 'loading' | 'live' | 'reconnecting' | 'stale' | 'restored';

export const connecting = (now: number): Connection => ({
  startedAt: now,
  lastMessageAt: null,
  attempts: 0,
  restoredAt: null,
  caughtUp: 0,
  pending: 0,
});

/** A message came; after a visible gap the wall says for ten seconds that it is back. */
export function onMessage(connection: Connection, now: number): Connection {
  const gap = connection.lastMessageAt === null ? 0 : now - connection.lastMessageAt;
  const back = gap > LIVE_FOR;
  return {
    ...connection,
    lastMessageAt: now,
    attempts: 0,
    restoredAt: back ? now : connection.restoredAt,
    caughtUp: back ? connection.pending : connection.caughtUp,
    pending: 0,
  };
}

export const onAttempt = (connection: Connection): Connection => ({
  ...connection,
  attempts: connection.attempts + 1,
});

/** A change came that happened this long ago: it was missed if that lies before the connection was back. */
export function onChange(connection: Connection, now: number, happenedAgo: number): Connection {
  const { restoredAt } = connection;
  if (silentFor(connection, now) > LIVE_FOR) return { ...connection, pending: connection.pending + 1 };
  const missed = restoredAt !== null && now - restoredAt < RESTORED_FOR && now - happenedAgo <= restoredAt;
  return missed ? { ...connection, caughtUp: connection.caughtUp + 1 } : connection;
}

/** The five states of the wall, by the age of the last message alone: a socket that is open but silent is not live. */
export function phaseOf(connection: Connection, now: number): Phase {
  const { lastMessageAt, restoredAt, startedAt } = connection;
  if (lastMessageAt === null) return now - startedAt > FIRST_LOAD_FOR ? 'stale' : 'loading';
  const since = now - lastMessageAt;
  if (since > STALE_AFTER) return 'stale';
  if (since > LIVE_FOR) return 'reconnecting';
  return restoredAt !== null && now - restoredAt < RESTORED_FOR ? 'restored' : 'live';
}

/** How long nothing has come. */
export const silentFor = (connection: Connection, now: number): number =>
  now - (connection.lastMessageAt ?? connection.startedAt);
