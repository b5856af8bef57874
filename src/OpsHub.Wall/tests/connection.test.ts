import { describe, expect, it } from 'vitest';
import { SECOND } from '../src/format/instants';
import { connecting, onAttempt, onChange, onMessage, phaseOf, silentFor, type Connection } from '../src/live/connection';

/** A clock that moves only when told. */
class FakeClock {
  now = 1_000_000;
  pass = (seconds: number) => (this.now += seconds * SECOND);
}

function wall() {
  const clock = new FakeClock();
  let connection: Connection = connecting(clock.now);
  return {
    pass: clock.pass,
    message: () => (connection = onMessage(connection, clock.now)),
    attempt: () => (connection = onAttempt(connection)),
    change: (secondsAgo: number) => (connection = onChange(connection, clock.now, secondsAgo * SECOND)),
    phase: () => phaseOf(connection, clock.now),
    silent: () => silentFor(connection, clock.now),
    connection: () => connection,
  };
}

describe('the connection', () => {
  it('loads first, and is stale when nothing came for 30 s', () => {
    const w = wall();
    expect(w.phase()).toBe('loading');
    w.pass(30);
    expect(w.phase()).toBe('loading');
    w.pass(1);
    expect(w.phase()).toBe('stale');
  });

  it('is live up to 10 s after a message, reconnecting up to 60 s, then stale', () => {
    const w = wall();
    w.message();
    expect(w.phase()).toBe('live');
    w.pass(10);
    expect(w.phase()).toBe('live');
    w.pass(0.001);
    expect(w.phase()).toBe('reconnecting');
    w.pass(49.999);
    expect(w.phase()).toBe('reconnecting');
    w.pass(0.001);
    expect(w.phase()).toBe('stale');
    expect(w.silent()).toBeCloseTo(60_001, 3);
  });

  it('says for 10 s that it is back, with what it caught up, then is live', () => {
    const w = wall();
    w.message();
    w.pass(373);
    w.attempt();
    w.change(200);
    w.change(100);
    w.message();
    w.change(5);
    expect(w.phase()).toBe('restored');
    expect(w.connection().caughtUp).toBe(3);
    w.pass(9);
    w.message();
    w.change(2);
    expect(w.phase()).toBe('restored');
    expect(w.connection().caughtUp).toBe(3);
    w.pass(1);
    expect(w.phase()).toBe('live');
  });

  it('says nothing of a break that nobody could see', () => {
    const w = wall();
    w.message();
    w.pass(9);
    w.attempt();
    w.message();
    expect(w.phase()).toBe('live');
  });

  it('does not call the first load a recovery', () => {
    const w = wall();
    w.pass(25);
    w.message();
    expect(w.phase()).toBe('live');
  });

  it('counts tries since the last message', () => {
    const w = wall();
    w.message();
    w.attempt();
    w.attempt();
    expect(w.connection().attempts).toBe(2);
    w.message();
    expect(w.connection().attempts).toBe(0);
  });
});
