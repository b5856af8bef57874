import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueryFailed } from '../src/api/query';
import { knownOf } from '../src/act/compound';
import { withPage } from '../src/act/TalkPicker';
import { seekFinished, seekJoinable } from '../src/community/seek';
import { withMore } from '../src/community/UnitSupport';
import { instant } from '../src/format/instants';
import { insist } from '../src/live/insist';
import { afterPage, afterRead, slid } from '../src/live/older';
import { ServerClock } from '../src/live/serverClock';
import { wholeBoard } from '../src/scoreboard/wholeBoard';

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A hub that answers each query in turn. */
function hub(...answers: unknown[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (_: string, request: { body: string }) => {
    asked.push(JSON.parse(request.body) as Asked);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return { status: 200, json: async () => answer };
  });
  return asked;
}

afterEach(() => void vi.unstubAllGlobals());

describe('a scoreboard', () => {
  const page = (ids: string[], next: string | null) => ({
    data: { serverTime: '2026-11-27T08:00:00+08:00', scoreboard: { asOf: '2026-11-27T07:59:59+08:00', nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: next !== null, endCursor: next } } },
  });
  it('is read to its end, also for the console of those who assess, each agency once', async () => {
    const asked = hub(page(['a', 'b'], 'x'), page(['b', 'c'], 'y'), page(['d'], null));
    const { lines, asOf } = await wholeBoard({ unit: '430203', department: null }, 2026, new ServerClock(), 't');
    expect(lines.map((l) => l.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(asked.map((a) => a.variables['after'])).toEqual([null, 'x', 'y']);
    expect(asOf).toBe('2026-11-27T07:59:59+08:00');
  });
  it("tells the page the hub's time, so that terms are not judged by the screen's clock", async () => {
    hub(page([], null));
    const clock = new ServerClock();
    await wholeBoard({ unit: '430203', department: null }, 2026, clock, 't');
    expect(clock.known).toBe(true);
    expect(Math.abs(clock.now(performance.now(), 0) - instant('2026-11-27T08:00:00+08:00'))).toBeLessThan(60_000);
  });
  it('says what cannot exist as such, and not as something to wait for', async () => {
    hub({ errors: [{ message: 'year is 2018 or later, got 1999.', extensions: { code: 'INVALID_INPUT' } }] });
    const error = await wholeBoard({ unit: '430203', department: null }, 1999, new ServerClock(), 't').catch((e: unknown) => e);
    expect(error instanceof QueryFailed && [error.malformed, error.refused]).toEqual([true, false]);
  });
});

describe('a consultation to choose', () => {
  const any = { text: '', category: null, whole: false } as const;
  const list = (ids: string[], next: string | null, totalCount = 60) => ({ totalCount, nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: next !== null, endCursor: next } });
  const page = (ids: string[], next: string | null, totalCount = 60) => ({ data: { consultations: list(ids, next, totalCount) } });
  const joinable = (ids: string[], next: string | null, totalCount = 60) => ({ data: { opinionLedger: { joinable: list(ids, next, totalCount) } } });
  it('is looked for by the hub, page by page, with the words and the topic that were given', async () => {
    const asked = hub(joinable(['a', 'b'], 'x'), joinable(['b', 'c'], null));
    const { find } = seekJoinable('430203001001', 't');
    const lifts = { ...any, text: '电梯', category: 'PUBLIC_AFFAIRS' } as const;
    const first = await find(lifts, null);
    const both = withPage(first, await find(lifts, first.next));
    expect(asked.map((x) => [x.variables['text'], x.variables['category'], x.variables['after']])).toEqual([['电梯', 'PUBLIC_AFFAIRS', null], ['电梯', 'PUBLIC_AFFAIRS', 'x']]);
    expect([both.talks.map((x) => x.id), both.total, both.next]).toEqual([['a', 'b', 'c'], 60, null]);
  });
  it("is one of the own community's, or of the whole township's (C013)", async () => {
    const asked = hub(joinable([], null, 0), joinable(['a'], null, 1));
    const { find, wide } = seekJoinable('430203001001', 't');
    await find(any, null);
    expect((await find({ ...any, whole: true }, null)).talks.map((x) => x.id)).toEqual(['a']);
    expect(wide).toBe(true);
    expect(asked.map((x) => [x.variables['community'], x.variables['own']])).toEqual([['430203001001', true], ['430203001001', false]]);
  });
  it('is any where nothing is looked for, and none where the ledger is not theirs', async () => {
    const asked = hub(joinable([], null, 0), { data: { opinionLedger: null } });
    const { find } = seekJoinable('430203001001', 't');
    expect((await find(any, null)).talks).toEqual([]);
    expect(asked[0]?.variables['text']).toBeNull();
    expect(await find(any, null)).toEqual({ talks: [], total: 0, next: null });
  });
  it('is what the hub takes for finished where a decision rests on it, and nothing open (C006, T088)', async () => {
    const asked = hub(page([], null));
    await seekFinished('430203001001', 't').find(any, null);
    const stages = /stages: \[([^\]]*)\]/.exec(asked[0]?.query ?? '')?.[1]?.split(',').map((s) => s.trim()).sort();
    const said = readFileSync('../OpsHub.Domain/Consultations/ConsultationPrecondition.cs', 'utf8').split('bool IsFinished')[1]?.split('_ => false')[0] ?? '';
    const finished = [...said.matchAll(/^\s+((?:\w+ or )*\w+) => /gm)].flatMap((m) => (m[1] ?? '').split(' or ')).map((s) => s.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()).sort();
    expect(finished.length).toBeGreaterThan(5);
    expect(stages).toEqual(finished);
    expect(asked[0]?.query).not.toContain('openOnly');
  });
  it('is not read as none where the hub fails', async () => {
    hub(new Error('no network'));
    await expect(seekFinished('430203001001', 't').find(any, null)).rejects.toThrow();
  });
});

describe('the way that the township decides on', () => {
  it('begins with the communities concerned and those from which opinions came as well (C013)', () => {
    const found = { communities: [{ code: '430203001001' }], communitiesElsewhere: [{ code: '430203001002' }] } as unknown as Parameters<typeof knownOf>[0];
    const input = { name: 'communities', kind: 'COMMUNITIES', label: '', labelEn: '', required: true, choices: [] } as unknown as Parameters<typeof knownOf>[1][number];
    expect(knownOf(found, [input])).toEqual({ communities: { kind: 'organs', codes: ['430203001001', '430203001002'] } });
  });
});

describe('entries below the newest', () => {
  const of = (...numbers: number[]) => numbers.map((sequence) => ({ sequence }));
  it('take in what a new entry pushes out of the newest', () => {
    expect(afterRead({ older: of(1, 2), olderFrom: '1' }, of(3, 4, 5), of(4, 5, 6), '4')).toEqual({ older: of(1, 2, 3), olderFrom: '1' });
    expect(afterRead({ older: of(1, 2), olderFrom: null }, of(3, 4, 5), of(6, 7, 8), '6')).toEqual({ older: of(1, 2, 3, 4, 5), olderFrom: null });
  });
  it('begin again below the newest where more came than one reading holds', () =>
    expect(afterRead({ older: of(1, 2), olderFrom: null }, of(3, 4, 5), of(8, 9, 10), '8')).toEqual({ older: [], olderFrom: '8' }));
  it('begin with the newest while none were asked for', () =>
    expect(afterRead({ older: of(), olderFrom: '3' }, of(3, 4, 5), of(4, 5, 6), '4')).toEqual({ older: [], olderFrom: '4' }));
  it('lose none that were pushed out while their page was on its way', () => {
    expect(afterPage({ older: of(), olderFrom: '4' }, of(1, 2), null, of(3, 4, 5), of(5, 6, 7))).toEqual({ older: of(1, 2, 3, 4), olderFrom: null });
    expect(afterPage({ older: of(3, 4), olderFrom: '3' }, of(1, 2), null, of(5, 6), of(5, 6))).toEqual({ older: of(1, 2, 3, 4), olderFrom: null });
  });
  it('are none where nothing moved', () => expect(slid(of(3, 4), of(3, 4))).toEqual([]));
});

describe('a page that is not answered', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  it('asks again, later each time, until it is', async () => {
    const ask = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false).mockResolvedValueOnce(false).mockResolvedValue(true);
    insist(ask, () => 1);
    await vi.advanceTimersByTimeAsync(999);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });
  it('asks no more once it is left', async () => {
    const ask = vi.fn(async () => false);
    insist(ask, () => 1)();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('support records', () => {
  const page = (...ids: string[]) => ({ supportKinds: [], supportRecords: { totalCount: 3, nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: false, endCursor: ids.at(-1) } } }) as unknown as Parameters<typeof withMore>[1];
  it('of a further page follow those that are there, each once', () =>
    expect(withMore(page('a', 'b'), page('b', 'c')).supportRecords.nodes.map((r) => r.id)).toEqual(['a', 'b', 'c']));
});
