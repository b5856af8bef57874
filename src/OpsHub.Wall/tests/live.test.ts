import { describe, expect, it } from 'vitest';
import { SECOND } from '../src/format/instants';
import { backoff } from '../src/live/backoff';
import { comparePositions, isNewer, replaces } from '../src/live/position';
import { shouldReread } from '../src/live/reread';
import { ServerClock } from '../src/live/serverClock';
import { waitBefore } from '../src/live/steady';

const at = (epoch: string, version: string) => ({ epoch, version });

describe('positions', () => {
  it('compares as numbers, not as text', () => {
    expect(isNewer(at('1', '10'), at('1', '9'))).toBe(true);
    expect(isNewer(at('1', '9'), at('1', '10'))).toBe(false);
  });
  it('keeps apart what floating point would merge', () => {
    expect(comparePositions(at('1', '9007199254740993'), at('1', '9007199254740992'))).toBe(1);
  });
  it('ranks a later epoch above any version of an earlier one', () => expect(isNewer(at('8', '1'), at('7', '999'))).toBe(true));
  it('drops what is not greater', () => expect(isNewer(at('7', '5'), at('7', '5'))).toBe(false));
});

describe('readings', () => {
  const read = (version: string, asOf: string) => ({ epoch: '7', version, asOf });
  const held = read('5', '2026-11-23T14:32:05+08:00');
  it('takes an equal version only when read later, as a heartbeat is', () => {
    expect(replaces(read('5', '2026-11-23T14:32:10+08:00'), held)).toBe(true);
    expect(replaces(read('5', '2026-11-23T14:32:05+08:00'), held)).toBe(false);
  });
  it('never takes an older version, however late it comes', () =>
    expect(replaces(read('4', '2026-11-23T15:00:00+08:00'), held)).toBe(false));
});

describe('reading lists again', () => {
  const last = { at: 100 * SECOND, position: at('7', '5'), nextDueAt: 500_000 };
  it('reads when nothing was read yet', () => expect(shouldReread(null, null, 0, 0)).toBe(true));
  it('waits five seconds, even when the version moved', () =>
    expect(shouldReread(last, at('7', '6'), 104_999, 0)).toBe(false));
  it('reads after that only when the version moved', () => {
    expect(shouldReread(last, at('7', '6'), 105_000, 0)).toBe(true);
    expect(shouldReread(last, at('7', '5'), 105_000, 0)).toBe(false);
  });
  it('reads when a listed deadline has passed without a new version', () =>
    expect(shouldReread(last, at('7', '5'), 105_000, 500_000)).toBe(true));
});

describe("the hub's clock", () => {
  it('trusts the least delayed of the last messages', () => {
    const clock = new ServerClock();
    clock.observe(10_000, 1_000);
    clock.observe(11_000, 2_900);
    expect(clock.now(3_000, 0)).toBe(12_000);
  });
  it('follows a hub whose clock was set back', () => {
    const clock = new ServerClock();
    clock.observe(100_000, 0);
    for (let i = 0; i < 12; i++) clock.observe(50_000, 0);
    expect(clock.now(0, 0)).toBe(50_000);
  });
  it("says that the screen's clock is off beyond five seconds, not before", () => {
    const clock = new ServerClock();
    expect(clock.screenError(0, 999_999)).toBeNull();
    clock.observe(100_000, 0);
    expect(clock.screenError(0, 105_000)).toBeNull();
    expect(clock.screenError(0, 108_000)).toBe(8_000);
    expect(clock.screenError(0, 92_000)).toBe(-8_000);
  });
});

describe('trying again', () => {
  it('waits 1 to 30 s, whatever the dice say', () => {
    for (let attempt = 0; attempt < 40; attempt++)
      for (const dice of [0, 0.5, 0.999]) {
        const wait = backoff(attempt, () => dice);
        expect(wait).toBeGreaterThanOrEqual(SECOND);
        expect(wait).toBeLessThanOrEqual(30 * SECOND);
      }
  });
  it('waits longer the longer it fails', () => expect(backoff(4, () => 0.5)).toBeGreaterThan(backoff(1, () => 0.5)));
});

describe('calm', () => {
  it('holds a new order back until ten seconds have passed', () => {
    expect(waitBefore(100_000, 104_000, 10_000)).toBe(6_000);
  });
  it('gathers for a moment what arrives together', () => {
    expect(waitBefore(100_000, 120_000, 10_000)).toBe(200);
    expect(waitBefore(-Infinity, 0, 10_000)).toBe(200);
  });
});
