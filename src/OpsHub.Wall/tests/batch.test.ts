import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { buildSchema } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import type { BatchToldFragment } from '../src/api/generated/graphql';
import type { Viewer, YearLine } from '../src/api/types';
import { asks, BATCHES, MOST, NAMES, planOf, type Ready, type YearOffer } from '../src/scoreboard/batch';
import { BatchSession, goingOf } from '../src/scoreboard/batchSession';
import { BatchSheet } from '../src/scoreboard/BatchSheet';
import { zh } from '../src/i18n/zh';

const organ = (code: string) => ({ code, kind: 'UNIT', name: code, nameEn: null }) as const;
const line = (id: string, stage = 'SCORED', more: Partial<YearLine> = {}) =>
  ({ id, stage, agency: organ(id), host: organ('430203001'), department: organ('430203:D12'), total: 88.5, townshipRate: 0.87, owed: [], ...more }) as unknown as YearLine;
const why = (mutation: string) => ({ mutation, rule: 'A028', clause: '二(三)3', message: '申诉 1 尚未答复', messageEn: 'Appeal 1 is not answered' });
const offer = (id: string, mutation: string | null, choices: string[] = [], blocked: string | null = null): YearOffer => ({
  id, agencyYear: { id, nextMoves: mutation ? [{ mutation, label: '评定机构等次', labelEn: 'Grade the agency', rule: 'A033', inputs: choices.length ? [{ name: 'grade', choices }] : [] }] : [], blockedMoves: blocked ? [why(blocked)] : [] },
} as unknown as YearOffer);
const busy = { __typename: 'RetryLaterError', code: 'BUSY', rule: 'HUB', clause: '', field: null, message: '忙', messageEn: 'busy' } as const;
const below = { __typename: 'RuleRefusedError', code: 'BELOW_EXCELLENT', rule: 'A033', clause: '二(四)', field: 'grade', message: '不得评为优秀', messageEn: 'not Excellent' } as const;
const told = (...results: [id: string, errors?: BatchToldFragment['errors']][]): BatchToldFragment =>
  ({ errors: [], results: results.map(([yearId, errors = []]) => ({ yearId, done: errors.length === 0, outcome: { sequence: errors.length ? null : 57, errors } })) }) as unknown as BatchToldFragment;

describe('a batch', () => {
  it('stands for the performance organ alone, as the hub says of both steps, and in the stage that SM4 gives them', () => {
    const fields = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8')).getMutationType()!.getFields();
    expect(NAMES.map((n) => fields[n]?.description?.includes('by the performance organ'))).toEqual([true, true]);
    expect(['PERFORMANCE_ORGAN', 'COUNTY_GOVERNMENT', 'DEPARTMENT', 'AUDITOR'].map((role) => asks({ role } as unknown as Viewer))).toEqual([true, false, false, false]);
    const table = readFileSync('../OpsHub.Domain/Assessments/AgencyYearTransitions.cs', 'utf8');
    const pascal = (stage: string) => stage.split('_').map((w) => w[0] + w.slice(1).toLowerCase()).join('');
    const commands = { finaliseAgencyScores: 'FinaliseScore', gradeAgencies: 'SetAgencyGrade' };
    for (const n of NAMES) expect(table).toContain(`typeof(${commands[n]}), [Stage.${pascal(BATCHES[n].stage)}]`);
    expect(fields['gradeAgencies']?.args[0]?.type.toString()).toBe('GradeAgenciesInput!');
  });
  it('takes what a year offers, and says of the others in that stage why not, of those elsewhere only where they stand', () => {
    const lines = [line('a'), line('b'), line('c'), line('d', 'ASSESSING'), line('e', 'ASSESSING'), line('f', 'TOWNSHIP_PART_READY')];
    const plan = planOf('gradeAgencies', lines, [offer('a', 'gradeAgency', ['GOOD', 'COMPETENT']), offer('b', 'reviseAgencyResult', [], 'gradeAgency'), offer('c', null), offer('f', 'gradeAgency', ['GOOD'])]);
    expect(plan.ready.map((r) => [r.line.id, r.grades])).toEqual([['a', ['GOOD', 'COMPETENT']], ['f', ['GOOD']]]);
    expect(plan.held.map((h) => [h.line.id, h.why?.rule ?? null])).toEqual([['b', 'A028'], ['c', null]]);
    expect(plan.elsewhere).toEqual([['ASSESSING', 2]]);
    expect(plan.move?.label).toBe('评定机构等次');
  });
});

describe('the sheet of a batch', () => {
  const ready = (...ids: string[]): Ready[] => ids.map((id) => ({ line: line(id), grades: id === 'top' ? ['EXCELLENT', 'GOOD'] : ['GOOD'] }));
  it('grades none by itself, and all that are ticked only as far as each may be given the grade (A033)', async () => {
    const send = vi.fn().mockResolvedValue(told(['top']));
    const s = new BatchSession('gradeAgencies', ready('top', 'other', 'left'), send, 'c-1');
    await s.submit();
    expect(send).not.toHaveBeenCalled();
    s.tick('left', false);
    s.gradeAll('EXCELLENT');
    expect(s.snapshot().rows.map((r) => r.grade)).toEqual(['EXCELLENT', '', '']);
    await s.submit();
    expect(send.mock.calls).toEqual([[{ commandId: 'c-1', grades: [{ yearId: 'top', grade: 'EXCELLENT' }] }]]);
  });
  it('tells what became of each, sends no year twice that was done, and what was refused only where it is ticked anew', async () => {
    const send = vi.fn().mockResolvedValueOnce(told(['a'], ['b', [below]], ['c', [busy]])).mockResolvedValueOnce(told(['c']));
    const s = new BatchSession('finaliseAgencyScores', ready('a', 'b', 'c'), send, 'c-2');
    await s.submit();
    expect(s.snapshot().rows.map((r) => r.told?.done)).toEqual([true, false, false]);
    expect(goingOf('finaliseAgencyScores', s.snapshot().rows).map((r) => r.line.id)).toEqual(['c']);
    await s.submit();
    expect(send.mock.calls.map(([i]) => i)).toEqual([{ commandId: 'c-2', yearIds: ['a', 'b', 'c'] }, { commandId: 'c-2', yearIds: ['c'] }]);
    expect(s.snapshot().phase).toBe('told');
  });
  it('sends the same again under the same id where no answer came', async () => {
    const send = vi.fn().mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(told(['a'], ['b']));
    const s = new BatchSession('finaliseAgencyScores', ready('a', 'b'), send, 'c-3');
    await s.submit();
    expect(s.snapshot().phase).toBe('unsure');
    await s.submit();
    expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    expect(s.snapshot().rows.every((r) => r.told?.done)).toBe(true);
  });
  it('sends at most a hundred at once, and stops where a batch is refused as a whole', async () => {
    const ids = Array.from({ length: MOST * 2 + 3 }, (_, i) => `y${i}`);
    const send = vi.fn().mockResolvedValueOnce(told(...ids.slice(0, MOST).map((id) => [id] as [string]))).mockResolvedValueOnce({ results: [], errors: [below] });
    const s = new BatchSession('finaliseAgencyScores', ready(...ids), send);
    await s.submit();
    expect(send.mock.calls.map(([i]) => i.yearIds.length)).toEqual([MOST, MOST]);
    expect([s.snapshot().whole.length, s.snapshot().rows.filter((r) => r.told).length]).toEqual([1, MOST]);
  });
  it('shows who goes, who does not with its clause, and each result in its row', async () => {
    const session = new BatchSession('gradeAgencies', ready('top', 'other'), async () => told(['top'], ['other', [below]]), 'c-4');
    const plan = planOf('gradeAgencies', [line('top'), line('other'), line('held'), line('far', 'AGENCY_GRADED'), line('farther', 'HEAD_GRADED')], [offer('top', 'gradeAgency', ['EXCELLENT', 'GOOD']), offer('other', 'gradeAgency', ['GOOD']), offer('held', null, [], 'gradeAgency')]);
    const page = () => renderToStaticMarkup(createElement(BatchSheet, { session, plan, about: '芦淞区', onClose: () => {} }));
    const [before = '', after = ''] = page().split('data-held');
    expect(before).toContain(zh.batch.barred(['优秀', '称职', '不称职']));
    expect([after.includes('申诉 1 尚未答复'), after.includes('二(三)3 A028'), after.includes(`${zh.batch.elsewhere(2)}${zh.year.stages.AGENCY_GRADED} 2<`)]).toEqual([true, true, true]);
    for (const id of ['top', 'other']) session.grade(id, 'GOOD');
    await session.submit();
    const rows = page().split('data-year=');
    expect([rows[1]?.includes(zh.batch.done(57)), rows[2]?.includes('不得评为优秀'), rows[2]?.includes('二(四) A033')]).toEqual([true, true, true]);
    expect(page()).toContain(zh.batch.told(1, 1));
  });
});
