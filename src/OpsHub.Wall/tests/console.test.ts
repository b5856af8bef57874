import { describe, expect, it } from 'vitest';
import type { Item, Wait } from '../src/api/types';
import { routeOf } from '../src/app/router';
import { isOf } from '../src/console/Morning';
import { mineOf, urgeOf } from '../src/console/order';
import { isOld, OLD_AFTER } from '../src/console/useConsole';

const ME = '430203001';
const organ = (code: string) => ({ code, kind: 'UNIT' as const, name: code, nameEn: null });
const wait = (code: string, until: string | null, term = 'dispatch', suspended = false): Wait =>
  ({ what: '', whatEn: '', since: '2026-11-20T09:00:00+08:00', until, late: false, suspended, organ: organ(code), term: { id: term, provisional: false } });
const item = (number: string, holder: string, waits: Wait[], moves: string[] = [], more: Partial<Item> = {}): Item =>
  ({ id: number, number, stage: 'TRIAGED', holder: organ(holder), waits, extension: null, nextMoves: moves.map((mutation) => ({ mutation, label: '', labelEn: '', rule: '', to: null, inputs: [] })), ...more }) as unknown as Item;
const at = (day: number) => `2026-11-${day}T18:00:00+08:00`;

describe("the morning's digest", () => {
  it("is shown on its own day only: a holiday's list still has the last one", () => {
    const digest = { at: '2026-11-27T08:00:03+08:00' };
    expect(isOf(digest, Date.parse('2026-11-27T23:59:00+08:00'))).toBe(true);
    expect(isOf(digest, Date.parse('2026-11-28T08:00:00+08:00'))).toBe(false);
  });
});

describe('what is mine to decide', () => {
  it("goes by my own deadline, not by the case's nearest, and those without one come last", () => {
    const far = item('far', ME, [wait('other', at(20)), wait(ME, at(27))]);
    const near = item('near', ME, [wait(ME, at(24))]);
    const none = item('none', ME, []);
    const paused = item('paused', ME, [wait(ME, at(21), 'handling', true)]);
    expect(mineOf(ME, [far, none, near, paused], []).map((m) => m.item.number)).toEqual(['near', 'far', 'none', 'paused']);
  });
  it('holds what others hold while it waits for my ruling or my answer, each once', () => {
    const asked = item('asked', 'lead', [wait('lead', at(23)), wait(ME, at(24), 'extension')], ['urgeCase', 'refuseExtension', 'grantExtension'],
      { extension: { until: at(30), reason: '', by: organ('lead'), decider: organ(ME) } });
    const urged = item('urged', 'lead', [wait(ME, at(25), 'reply-1')], ['answerUrge', 'recordMeeting']);
    const theirs = item('theirs', 'lead', [wait('lead', at(22))]);
    const held = item('held', ME, [wait(ME, at(26))], ['withdrawCase', 'dispatchCase', 'mergeCase']);
    const mine = mineOf(ME, [held], [asked, urged, theirs, held]);
    expect(mine.map((m) => [m.item.number, m.asks])).toEqual([['asked', 'EXTENSION'], ['urged', 'REPLY'], ['held', 'TRIAGED']]);
    expect(mine.map((m) => m.moves.map((x) => x.mutation))).toEqual([['grantExtension', 'refuseExtension'], ['answerUrge'], ['dispatchCase', 'mergeCase']]);
  });
  it('offers to urge only where the API does', () => {
    expect(urgeOf(item('a', 'lead', [], ['recordMeeting', 'urgeCase']))?.mutation).toBe('urgeCase');
    expect(urgeOf(item('b', 'lead', [], ['recordMeeting']))).toBeUndefined();
  });
});

describe('the console', () => {
  it('has its address', () => expect(routeOf('/township')).toEqual({ page: 'township' }));
  it('says that it is old when nothing came for a while, or at once without a network', () => {
    expect(isOld({ readAt: 1000, failed: null }, 1000 + OLD_AFTER, true)).toBe(false);
    expect(isOld({ readAt: 1000, failed: null }, 1001 + OLD_AFTER, true)).toBe(true);
    expect(isOld({ readAt: 1000, failed: null }, 1001, false)).toBe(true);
  });
});
