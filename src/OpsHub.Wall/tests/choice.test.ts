import { describe, expect, it } from 'vitest';
import type { YearLine } from '../src/api/types';
import { chosen, EVERYTHING, owing } from '../src/scoreboard/choice';

const organ = (code: string) => ({ code, kind: 'UNIT', name: code, nameEn: null }) as const;
const line = (code: string, more: Partial<YearLine> = {}) =>
  ({ id: code, agency: organ(code), stage: 'OPENED', grade: null, owed: [], total: null, forecastTotal: null, townshipRate: null, forecastRate: null, dueAt: null, overdue: false, openAppeals: 0, ...more }) as unknown as YearLine;
const owed = (by: string) => ({ what: 'duty', label: '', labelEn: '', due: null, late: false, by: organ(by) }) as YearLine['owed'][number];
const codes = (lines: readonly YearLine[]) => lines.map((l) => l.id);

describe('a board narrowed and ordered', () => {
  const lines = [
    line('c', { stage: 'SCORED', grade: 'GOOD', total: 90.5, owed: [owed('t1')], dueAt: '2027-02-02T00:00:00+08:00' }),
    line('a', { stage: 'SCORED', grade: 'EXCELLENT', forecastTotal: 95, townshipRate: 0.8, dueAt: '2027-01-02T00:00:00+08:00' }),
    line('b', { owed: [owed('t2'), owed('t1')], townshipRate: 0.9 }),
  ];
  it('shows all by what needs action first, until something is chosen', () => {
    expect(codes(chosen(lines, EVERYTHING)).toSorted()).toEqual(['a', 'b', 'c']);
    expect(codes(chosen(lines, { ...EVERYTHING, stage: 'SCORED', order: 'agency' }))).toEqual(['a', 'c']);
    expect(codes(chosen(lines, { ...EVERYTHING, grade: 'GOOD' }))).toEqual(['c']);
    expect(codes(chosen(lines, { ...EVERYTHING, owedBy: 't1', stage: 'SCORED' }))).toEqual(['c']);
  });
  it('puts what has no figure last, never as a zero', () => {
    expect(codes(chosen(lines, { ...EVERYTHING, order: 'total' }))).toEqual(['a', 'c', 'b']);
    expect(codes(chosen(lines, { ...EVERYTHING, order: 'rate' }))).toEqual(['b', 'a', 'c']);
    expect(codes(chosen(lines, { ...EVERYTHING, order: 'due' }))).toEqual(['a', 'c', 'b']);
  });
  it('offers whoever owes something once', () => expect(owing(lines).map((o) => o.code)).toEqual(['t1', 't2']));
});
