import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Adjustments } from '../src/assessment/Contested';
import { hasLinked, recorded, RECORDS, yuan } from '../src/assessment/follows';
import { Linked } from '../src/assessment/Linked';
import { zh } from '../src/i18n/zh';

type Found = Parameters<typeof Linked>[0]['found'];
const nothing = { hostGrade: null, coefficient: null, band: null, bonusBase: null, bonus: null, dailyPosts: null, dailyScore: null, dailyWeight: null, annualScore: null };
const year = (linked: Partial<Record<keyof typeof nothing, string | number>> | null, more: Record<string, unknown> = {}) =>
  ({ grade: 'GOOD', headGrade: null, nextMoves: [], adjustments: [], ...more, linked: linked && { ...nothing, ...linked } }) as unknown as Found;
const whole = { stage: 'SCORED', reading: 'WHOLE', own: null } as const;
const page = (found: Found, sight: Parameters<typeof Linked>[0]['sight'] = whole) => renderToStaticMarkup(createElement(Linked, { found, sight, onPick: () => {} }));
const row = (html: string, at: string) => (html.split(`data-linked="${at}"`)[1] ?? '').split('data-linked=')[0] ?? '';
const move = (mutation: string) => ({ mutation, label: mutation, labelEn: mutation, rule: 'A031', inputs: [] });

describe('what follows from a year', () => {
  it("A029_A031 shows the host's result, the band that follows, and the bonus by the coefficient", () => {
    const html = page(year({ hostGrade: 'GOOD', coefficient: 1.1, band: 'GOOD', bonusBase: 1000, bonus: 1100 }, { headGrade: 'COMPETENT' }));
    expect([row(html, 'host').includes('1.1'), row(html, 'band').includes(zh.linked.asHost), row(html, 'bonus').includes('1,100 元'), row(html, 'bonus').includes('1,000 × 1.1'), row(html, 'head').includes('称职')]).toEqual([true, true, true, true, true]);
  });
  it('says what is missing and who records it, and never a nought for it', () => {
    const html = page(year(null));
    expect([row(html, 'host').includes(zh.linked.by.recordHostResult), row(html, 'band').includes(zh.linked.hostFirst), row(html, 'head').includes(zh.linked.notGraded)]).toEqual([true, true, true]);
    expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/\b0(\.00)?\b/);
    expect(row(page(year(null, { grade: null })), 'head')).toContain(zh.linked.afterAgency);
  });
  it('A034 computes no annual score where the county set no weight, and shows none of few posts', () => {
    expect(row(page(year({ dailyPosts: 6, dailyScore: 90 })), 'annual')).toContain(zh.linked.noWeight);
    expect(row(page(year({ dailyPosts: 6, dailyScore: 90, dailyWeight: 0.3, annualScore: 83 })), 'annual')).toMatch(/83\.00.*30%/);
    expect(row(page(year({ hostGrade: 'GOOD', coefficient: 1 })), 'daily')).toContain(zh.linked.dailyUntold);
  });
  it('offers to record only what the year offers, and to correct what stands', () => {
    expect(page(year(null))).not.toContain('data-record');
    const html = page(year({ hostGrade: 'GOOD', coefficient: 1 }, { nextMoves: [move('recordHostResult'), move('recordDailyWork'), move('publishAgencyResult')] }));
    expect([row(html, 'host').includes(zh.linked.correct), row(html, 'daily').includes(`>${zh.linked.record}<`), html.split('data-record').length - 1]).toEqual([true, true, 2]);
    expect(RECORDS.map((r) => recorded({ ...nothing, hostGrade: 'GOOD' }, r))).toEqual([true, false, false]);
  });
  it('is shut to those who read no totals, and held for the agency until its score is final', () => {
    expect([page(year(null), { ...whole, reading: 'EVIDENCE' }).includes(zh.year.shut), page(year(null), { ...whole, reading: 'AWAITING' }).includes(zh.year.held)]).toEqual([true, true]);
  });
  it('stands on the page once the year is assessed, or anything is recorded or may be', () => {
    expect([hasLinked(year(null), false), hasLinked(year(null), true), hasLinked(year({}), false), hasLinked(year(null, { nextMoves: [move('recordDailyWork')] }), false)]).toEqual([false, true, true, true]);
  });
  it('writes yuan whole or to the fen', () => expect([yuan(1100), yuan(1234567.5), yuan(0.25), yuan(0)]).toEqual(['1,100', '1,234,567.50', '0.25', '0']));
});

describe('an adjustment taken back', () => {
  it('A018 stays visible, struck out, with its reason', () => {
    const adjusted = { component: 'KEY_WORK', computed: 75, value: 88, reason: '值守', at: '2026-10-12T09:00:00+08:00', withoutLetter: null, township: { code: 'a', name: '白关镇', nameEn: null }, withdrawnAt: '2026-10-13T09:00:00+08:00', withdrawnReason: '录错乡镇' };
    const html = (more: object) => renderToStaticMarkup(createElement(Adjustments, { found: year(null, { adjustments: [{ ...adjusted, ...more }] }) }));
    expect([html({}).includes(zh.year.withdrawn), html({}).includes('录错乡镇'), html({}).includes('<s>88.00</s>')]).toEqual([true, true, true]);
    expect(html({ withdrawnAt: null, withdrawnReason: null })).not.toContain(zh.year.withdrawn);
  });
});
