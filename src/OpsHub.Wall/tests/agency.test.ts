import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { Cases } from '../src/agency/Cases';
import { PAGE, readTo } from '../src/agency/more';
import { shownYear, withCases, type CaseList } from '../src/agency/parts';
import type { YearLine } from '../src/api/types';
import { openOf } from '../src/assessment/Evidence';
import { zh } from '../src/i18n/zh';
import { sharedKey, SharedList } from '../src/scoreboard/Shared';

const organ = (code: string) => ({ code, kind: 'UNIT', name: code, nameEn: null }) as const;
const item = (id: string, more: object = {}) => ({ id, number: id, title: id, stage: 'HANDLING', urgedLevel: 0, dueAt: null, category: { name: '占道经营', nameEn: 'street trade' }, township: null, holder: organ('h'), ...more });
const list = (ids: string[], totalCount: number): CaseList => ({ totalCount, pageInfo: { hasNextPage: totalCount > ids.length, endCursor: ids.at(-1) ?? null }, nodes: ids.map((id) => item(id)) }) as unknown as CaseList;

describe("the year that an agency's page shows", () => {
  const years = (...stages: [year: number, stage: string][]) => stages.map(([year, stage]) => ({ year, stage })) as Parameters<typeof shownYear>[0];
  it('is the one being assessed from 1 January on, until its result is shared', () => {
    expect(shownYear(years([2026, 'ASSESSING'], [2027, 'OPENED']), 2027, null)).toBe(2026);
    expect(shownYear(years([2026, 'HEAD_GRADED'], [2027, 'LETTER_IN_FORCE']), 2027, null)).toBe(2026);
    expect(shownYear(years([2026, 'SHARED'], [2027, 'LETTER_IN_FORCE']), 2027, null)).toBe(2027);
  });
  it('is the one asked for, and no year left open long ago', () => {
    expect([shownYear(years([2026, 'ASSESSING']), 2027, 2025), shownYear(years([2024, 'ASSESSING'], [2027, 'OPENED']), 2027, null), shownYear([], 2027, null)]).toEqual([2025, 2027, 2027]);
  });
});

describe("an agency's cases", () => {
  const counts = { due: 10, onTime: 9, refused: 1, dispatched: 12, accepted: 11, reworked: 0, urged: 2, meetingsCalled: 3, meetingsAttended: 3, returned: 0, through: '2026-11-01T00:00:00+08:00' } as Parameters<typeof Cases>[0]['counts'];
  it('are listed under urging, late and open, with the way to the rest, and each number leads to the cases behind it', () => {
    const page = renderToStaticMarkup(createElement(Cases, { agency: 'a', year: 2026, counts, now: 0, token: 't', lists: { urged: list(['u1'], 1), late: list([], 0), open: list(['o1', 'o2'], 41) } }));
    const [, urged = '', late = '', open = ''] = page.split('data-list=');
    expect([urged.includes('data-more'), late.includes(zh.agencyPage.noLate), open.includes(zh.agencyPage.more(2, 41))]).toEqual([false, true, true]);
    expect([page.includes('/year/a/2026?evidence=URGED'), page.includes('/year/a/2026?evidence=MEETINGS_CALLED')]).toEqual([true, true]);
  });
  it('stand once, though one moved between two pages', () => expect(withCases(list(['a', 'b'], 3), list(['b', 'c'], 3)).nodes.map((n) => n.id)).toEqual(['a', 'b', 'c']));
  it('are listed further down page by page, and no further than asked for', async () => {
    const ids = (from: number, n: number) => Array.from({ length: n }, (_, i) => `c${from + i}`);
    const fetched = vi.fn(async (_: string, { body }: { body: string }) => {
      const from = Number((JSON.parse(body).variables.after as string).slice(1)) + 1;
      return { status: 200, json: async () => ({ data: { agency: { cases: list(ids(from, PAGE), 400) } } }) };
    });
    vi.stubGlobal('fetch', fetched);
    const all = await readTo(8 + PAGE + 1, 'a', 'open', list(ids(0, 8), 400), 't');
    vi.unstubAllGlobals();
    expect([all.nodes.length, new Set(all.nodes.map((n) => n.id)).size, fetched.mock.calls.length]).toEqual([8 + 2 * PAGE, 8 + 2 * PAGE, 2]);
    expect(JSON.parse(fetched.mock.calls[0]![1].body).variables).toEqual({ agency: 'a', filter: { openOnly: true }, first: PAGE, after: 'c7' });
  });
  it('open on the year page at the host, or at the first township that has any', () => {
    const found = (host: number, other: number) => ({ host: organ('h'), evidence: [{ township: organ('o'), totals: { urged: other } }, { township: organ('h'), totals: { urged: host } }] }) as unknown as Parameters<typeof openOf>[0];
    expect([openOf(found(1, 1), 'URGED')?.township, openOf(found(0, 1), 'URGED')?.township, openOf(found(0, 0), 'URGED'), openOf(found(1, 1), 'NOTHING')]).toEqual(['h', 'o', null, null]);
  });
});

describe('results that count elsewhere', () => {
  const line = (id: string, ...targets: string[]) => ({ id, sharedAt: targets.map((target) => ({ target, at: '2027-03-01T10:00:00+08:00' })) }) as unknown as YearLine;
  it('A032 are listed each with T, R and grades, and read again when one more is shared', () => {
    expect([sharedKey([line('a')]), sharedKey([line('a', 'TOWNSHIP')]) === sharedKey([line('a', 'TOWNSHIP'), line('b')]), sharedKey([line('a', 'TOWNSHIP')]) === sharedKey([line('a', 'TOWNSHIP', 'DEPARTMENT')])]).toEqual(['', true, false]);
    const results = [{ agency: organ('a'), total: 91.239, townshipRate: null, grade: 'GOOD', headGrade: 'COMPETENT', sharedAt: '2027-03-01T10:00:00+08:00', target: 'TOWNSHIP' }] as unknown as Parameters<typeof SharedList>[0]['results'];
    const page = renderToStaticMarkup(createElement(SharedList, { results, name: '白关镇', year: 2026 }));
    expect([page.includes('91.23'), page.includes('良好'), page.includes('称职'), page.includes('A032'), page.includes('—')]).toEqual([true, true, true, true, true]);
    expect(renderToStaticMarkup(createElement(SharedList, { results: [], name: '', year: 2026 }))).toBe('');
  });
});
