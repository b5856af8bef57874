import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { problemsOf } from '../src/act/check';
import { ownerByName } from '../src/act/choices';
import { inputOf, mutationOf, placed, type Outcome, type Refusal } from '../src/act/command';
import { withPart } from '../src/act/pickers';
import { ActSession, type Hub } from '../src/act/session';
import { primary } from '../src/act/usual';
import { emptyValues, type Values } from '../src/act/values';
import type { Move, MoveInput } from '../src/api/types';
import type { Entry } from '../src/case/useCase';
import { ledgerOf } from '../src/case/ledger';
import { instant } from '../src/format/instants';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const NOW = instant('2026-11-23T14:32:00+08:00');

const input = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, label: name, labelEn: name, kind, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });
const move = (mutation: string, inputs: readonly MoveInput[] = [], to: Move['to'] = null): Move =>
  ({ mutation, label: mutation, labelEn: mutation, rule: 'SM1', to, inputs: [...inputs] });
const words = (text: string) => ({ kind: 'words', text }) as const;
const envelope = { commandId: 'c-1', caseId: 'case-1', expectedVersion: '7' };

describe('an owner that is a name only', () => {
  it('is told, and one that is a department is not', () => {
    expect(ownerByName({ owner: null, defaultDepartment: '住建局' })).toBe('住建局');
    expect(ownerByName({ owner: 'D27', defaultDepartment: '城管局' })).toBeNull();
    expect(ownerByName({ owner: null, defaultDepartment: null })).toBeNull();
  });
});

describe('the mutation of a step', () => {
  // Erasing a contact is no step of a case: nextMoves never offers it.
  const fields = Object.values((schema.getMutationType()?.getFields() ?? {})).filter((f) => f.type.toString() === 'CasePayload!' && f.name !== 'eraseContact');
  it('fits the schema for every command to a case', () => {
    expect(fields.length).toBeGreaterThan(25);
    for (const f of fields) expect(validate(schema, parse(mutationOf(f.name)))).toEqual([]);
  });
  it('is never put together from anything but a name', () => expect(() => mutationOf('a(b){c}')).toThrow());
});

describe("a sheet's inputs", () => {
  const extension = [input('until', 'INSTANT', { after: '2026-11-25T00:00:00+08:00' }), input('reason', 'TEXT', { max: 5 }), input('note', 'TEXT', { required: false })];
  const filled: Values = { until: { kind: 'moment', moment: { day: '2026-11-26', time: '', end: true } }, reason: words(' 等材料 '), note: words('') };

  it('become the variables of the mutation, with command id and version; what is empty is left out', () =>
    expect(inputOf(extension, filled, envelope)).toEqual({ ...envelope, until: '2026-11-27T00:00:00.000+08:00', reason: '等材料' }));
  it('keep parts, lists, numbers and ticks as the API writes them', () => {
    const inputs = [input('parties', 'PARTIES'), input('evidence', 'TEXTS'), input('level', 'NUMBER'), input('evidenceViewed', 'FLAG'), input('attended', 'ORGANS')];
    const values: Values = {
      parties: { kind: 'parties', parts: { a: 'LEAD', b: 'ASSIST' } },
      evidence: words('photo/1\n\n photo/2 '),
      level: words('2'),
      evidenceViewed: { kind: 'flag', on: true },
      attended: { kind: 'organs', codes: ['a'] },
    };
    expect(inputOf(inputs, values, envelope)).toEqual({
      ...envelope, parties: [{ organ: 'a', part: 'LEAD' }, { organ: 'b', part: 'ASSIST' }], evidence: ['photo/1', 'photo/2'], level: 2, evidenceViewed: true, attended: ['a'],
    });
  });
  it('say what is missing, too long, or out of the bounds that came with them', () => {
    expect(problemsOf(extension, emptyValues(extension, NOW))).toEqual({ until: { kind: 'missing' }, reason: { kind: 'missing' } });
    const bad: Values = { ...filled, until: { kind: 'moment', moment: { day: '2026-11-24', time: '', end: true } }, reason: words('六个字的理由') };
    expect(problemsOf(extension, bad)).toEqual({ until: { kind: 'after', at: instant('2026-11-25T00:00:00+08:00') }, reason: { kind: 'tooLong', max: 5, length: 6 } });
    expect(problemsOf([input('score', 'NUMBER', { min: 1, max: 5 })], { score: words('6') })).toEqual({ score: { kind: 'number', min: 1, max: 5 } });
    expect(problemsOf([input('evidenceViewed', 'FLAG')], { evidenceViewed: { kind: 'flag', on: false } })).toEqual({ evidenceViewed: { kind: 'missing' } });
  });
  it('have one lead: the next one chosen takes over', () => {
    expect(withPart({ a: 'LEAD', b: 'ASSIST' }, 'c', 'LEAD')).toEqual({ b: 'ASSIST', c: 'LEAD' });
    expect(withPart({ a: 'LEAD' }, 'a', 'LEAD')).toEqual({});
    expect(problemsOf([input('parties', 'PARTIES')], { parties: { kind: 'parties', parts: { b: 'ASSIST' } } })).toEqual({ parties: { kind: 'noLead' } });
  });
});

const refusal = (typename: string, field: string | null): Refusal =>
  ({ __typename: typename, code: 'X', rule: 'SM1.6', clause: '三(四)', field, message: '不行', messageEn: 'no' });
const outcome = (...errors: Refusal[]): Outcome => ({ subjectId: 'case-1', sequence: errors.length > 0 ? null : 8, errors });

describe('a sheet', () => {
  const reason = input('reason', 'TEXT');
  const sheet = (hub: Partial<Hub>, m = move('withdrawCase', [reason])) =>
    new ActSession(m, { subject: { kind: 'case', id: 'case-1' }, version: '7' }, NOW, { send: vi.fn(), since: vi.fn(), ...hub } as Hub);

  it('puts a refusal at the field it names, the rest above', () => {
    const errors = [refusal('InvalidInputError', 'parties[1].organ'), refusal('NotAllowedError', null)];
    expect(placed(errors, [input('parties', 'PARTIES')])).toEqual({ at: { parties: errors[0] }, whole: [errors[1]] });
  });
  it('takes a refusal away from a field that is corrected', async () => {
    const s = sheet({ send: async () => outcome(refusal('RuleRefusedError', 'reason')) });
    await s.submit();
    expect(s.snapshot().sheet).toMatchObject({ phase: 'refused', at: { reason: { rule: 'SM1.6' } } });
    s.put('reason', words('x'));
    expect(s.snapshot().sheet).toMatchObject({ phase: 'refused', at: {} });
  });
  it('keeps its command id when it is sent again after no answer, or a busy hub', async () => {
    const send = vi.fn().mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(outcome(refusal('RetryLaterError', null))).mockResolvedValueOnce(outcome());
    const s = sheet({ send });
    const phases: string[] = [];
    for (let i = 0; i < 3; i++) {
      await s.submit();
      phases.push(s.snapshot().sheet.phase);
    }
    expect(phases).toEqual(['unsure', 'busy', 'done']);
    const ids = send.mock.calls.map(([, i]) => (i as { commandId: string }).commandId);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeTruthy();
  });
  it('has another command id than the next sheet', async () => {
    const send = vi.fn().mockResolvedValue(outcome());
    await sheet({ send }).submit();
    await sheet({ send }).submit();
    expect(new Set(send.mock.calls.map(([, i]) => i.commandId)).size).toBe(2);
  });
  it('shows what others did, keeps what was filled in, and goes on from the new version', async () => {
    const send = vi.fn().mockResolvedValueOnce(outcome(refusal('StaleVersionError', 'expectedVersion'))).mockResolvedValueOnce(outcome());
    const entries = [7, 8, 9].map((sequence) => ({ sequence }) as Entry);
    const s = sheet({ send, since: async () => ({ version: '9', moves: [move('withdrawCase', [reason])], entries }) });
    s.put('reason', words('重复'));
    await s.submit();
    expect(s.snapshot().sheet).toEqual({ phase: 'stale', since: entries.slice(1), still: true });
    await s.submit();
    expect(send.mock.calls[1]?.[1]).toMatchObject({ expectedVersion: '9', reason: '重复', commandId: send.mock.calls[0]?.[1].commandId });
  });
  it('says so where the step can no longer be taken', async () => {
    const s = sheet({ send: async () => outcome(refusal('StaleVersionError', null)), since: async () => ({ version: '9', moves: [], entries: [] }) });
    await s.submit();
    expect(s.snapshot().sheet).toEqual({ phase: 'stale', since: [], still: false });
  });
});

describe('the marked button', () => {
  it('is the one obvious step, and none where there are two judgements or only asides', () => {
    expect(primary([move('withdrawCase'), move('triageCase')])?.mutation).toBe('triageCase');
    expect(primary([move('verifyCase'), move('failVerification')])).toBeNull();
    expect(primary([move('urgeCase'), move('transferToCoordination')])).toBeNull();
  });
});

describe("a term's lane", () => {
  const entry = (kind: 'SUSPENDED' | 'RESUMED' | 'LIFTED', at: string) => ({ kind, at });
  const [first, second] = ['2026-11-20T09:00:00+08:00', '2026-11-21T09:00:00+08:00'];
  it('is hatched between suspension and resumption', () =>
    expect(ledgerOf({ ledger: [entry('SUSPENDED', first), entry('RESUMED', second)], doneAt: null }, NOW)).toEqual({ pauses: [{ from: instant(first), to: instant(second) }], liftedAt: null }));
  it('runs hatched to now while it is suspended', () =>
    expect(ledgerOf({ ledger: [entry('SUSPENDED', first)], doneAt: null }, NOW).pauses).toEqual([{ from: instant(first), to: NOW }]));
  it('knows when a term was lifted', () => expect(ledgerOf({ ledger: [entry('LIFTED', second)], doneAt: second }, NOW).liftedAt).toBe(instant(second)));
});

describe.each([['Chinese', zh], ['English', en]])('%s', (_, t) => {
  it('has a word for every choice that a step offers', () => {
    const values = ['DispatchPart', 'TriageClass', 'ReturnReason', 'DeclineGround', 'RiskKind'].flatMap((name) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((v) => v.name) : [`missing ${name}`];
    });
    expect(values.filter((v) => !(v in t.act.choices))).toEqual([]);
    expect(isObjectType(schema.getType('CaseMove'))).toBe(true);
  });
});
