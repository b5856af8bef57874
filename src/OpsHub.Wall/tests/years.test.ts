import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { buildSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../src/act/check';
import { knownOfYear, lineOf } from '../src/act/compound';
import { envelopeOf, inputOf, mutationOf } from '../src/act/command';
import { primary } from '../src/act/usual';
import { emptyValues, type Values } from '../src/act/values';
import type { Move, MoveInput, Viewer, YearLine } from '../src/api/types';
import { carried, departmentPath, evidencePath, routeOf, scoreboardPath, withYear, yearOf, yearPath } from '../src/app/router';
import { Evidence } from '../src/assessment/Evidence';
import { asWritten, figure, gain, percent, sumOf } from '../src/assessment/figures';
import { monthsOf, runsOf } from '../src/assessment/months';
import { partsOf, widthOf } from '../src/assessment/parts';
import { placeOf, reaches } from '../src/assessment/rate';
import { figureOf, reads, seesEvidence, sightOf } from '../src/assessment/reading';
import { STEPS, stepStates, termOf, termsOfOwed, type Standing } from '../src/assessment/steps';
import { owedBy, readsYears } from '../src/console/yearOrder';
import { instant } from '../src/format/instants';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { fileName } from '../src/scoreboard/excel';
import { belongs, countOf, inOrder } from '../src/scoreboard/order';
import { YearNav } from '../src/scoreboard/YearNav';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const valuesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((v) => v.name) : [`missing ${name}`];
};
const organ = (code: string) => ({ code, kind: 'UNIT' as const, name: code, nameEn: null });
const owes = (what: string, by: string, due: string | null, late = false) => ({ what, label: what, labelEn: what, due, late, by: organ(by) });
const line = (code: string, more: Partial<YearLine> = {}): YearLine =>
  ({ id: code, agency: organ(code), host: organ('430203001'), stage: 'ASSESSING', reading: 'WHOLE', hasLetter: true, owed: [], overdue: false, openAppeals: 0, sharedAt: [], dueAt: null, ...more }) as unknown as YearLine;

describe('addresses of years', () => {
  it('lead to the boards of a unit and a department, and to the year of an agency', () => {
    expect(routeOf(scoreboardPath('430203'))).toEqual({ page: 'scoreboard', unit: '430203', department: null });
    expect(routeOf(departmentPath('430203:D12'))).toEqual({ page: 'scoreboard', unit: null, department: '430203:D12' });
    expect(routeOf(yearPath('430203001-D12', 2026))).toEqual({ page: 'year', agency: '430203001-D12', year: 2026 });
    expect(routeOf('/year/430203001-D12/now')).toEqual({ page: 'start' });
  });
  it('carry the year of a board beside the language', () => {
    expect(withYear('?lang=en', 2025)).toBe('?lang=en&year=2025');
    expect([carried('/scoreboard/430203', '?year=2025&lang=en'), carried('/year/430203001-D12/2026', '?year=2025&lang=en'), carried('/', '?year=2025')]).toEqual(['?year=2025&lang=en', '?lang=en', '']);
    expect([carried('/agency/a', '?year=2025&evidence=URGED'), carried('/agencyx', '?year=2025'), carried(evidencePath('a', 2025, 'URGED'), '?lang=en&year=2026')]).toEqual(['?year=2025', '', '?lang=en&evidence=URGED']);
    expect([yearOf('?year=2025'), yearOf('?year=x'), yearOf('')]).toEqual([2025, null, null]);
  });
});

describe('figures', () => {
  it('are cut and never rounded, so that nothing below the bar reads as the bar (A033)', () => {
    expect([figure(89.996), figure(90), figure(100), figure(null), figure(0)]).toEqual(['89.99', '90.00', '100.00', '—', '0.00']);
    expect([percent(0.8999996), percent(0.9), percent(1), percent(0.05)]).toEqual(['89.99%', '90.00%', '100.00%', '5.00%']);
  });
  it('keep what binary fractions would lose', () => {
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(figure(sumOf([9.6, 9.2, 9.12, 9]))).toBe('36.92');
  });
  it('write weights as they are, and show of a small gain that it is more than nothing', () => {
    expect([asWritten(0.6), asWritten(1), asWritten(0.333333), asWritten(0.1)]).toEqual(['0.6', '1', '0.333333', '0.1']);
    expect([gain(0.25), gain(0.0061), gain(0.00001)]).toEqual(['0.25', '0.0061', '<0.0001']);
  });
});

describe('what a viewer reads', () => {
  const viewer = (code: string, kind = 'UNIT', role = 'TOWNSHIP_GOVERNMENT') => ({ role, organ: { ...organ(code), kind } }) as unknown as Viewer;
  const year = (reading: string, stage = 'ASSESSING') => ({ reading, stage, host: organ('430203001') }) as Parameters<typeof sightOf>[0];
  it('is a lock where it is not theirs, a gap where it is missing, and neither is a zero', () => {
    const county = sightOf(year('WHOLE'), viewer('430203'));
    const department = sightOf(year('STATUTORY'), viewer('430203:D12', 'DEPARTMENT'));
    expect(figureOf(0, county, 'duty')).toEqual({ kind: 'known', value: 0 });
    expect(figureOf(null, county, 'duty')).toEqual({ kind: 'missing' });
    expect([figureOf(null, department, 'duty'), figureOf(null, department, 'statutory')]).toEqual([{ kind: 'shut' }, { kind: 'missing' }]);
    expect(figureOf(null, sightOf(year('EVIDENCE'), viewer('430203')), 'total')).toEqual({ kind: 'shut' });
  });
  it('is told to the agency once it is final, but for what its evidence gives', () => {
    const agency = sightOf(year('AWAITING'), viewer('430203001-D12', 'AGENCY'));
    expect([figureOf(90, agency, 'duty'), figureOf(null, agency, 'duty'), figureOf(null, agency, 'satisfaction'), figureOf(null, agency, 'total')])
      .toEqual([{ kind: 'known', value: 90 }, { kind: 'missing' }, { kind: 'held' }, { kind: 'held' }]);
  });
  it('is asked for only once the assessment is open', () =>
    expect([figureOf(null, sightOf(year('WHOLE', 'LETTER_IN_FORCE'), null), 'satisfaction'), figureOf(null, sightOf(year('WHOLE', 'LETTER_IN_FORCE'), null), 'duty')]).toEqual([{ kind: 'ahead' }, { kind: 'missing' }]));
  it('is of its own township alone for a served one that is not the host', () => {
    const [host, served] = [sightOf(year('TERRITORIAL'), viewer('430203001')), sightOf(year('TERRITORIAL'), viewer('430203002'))];
    expect([reads(host, 'duty'), reads(served, 'duty'), reads(served, 'duty', '430203002'), reads(served, 'satisfaction', '430203001'), reads(served, 'total')]).toEqual([true, false, true, false, true]);
  });
});

describe('evidence of a township', () => {
  const sight = (reading: string, code: string, role: string) => sightOf({ reading, stage: 'ASSESSING', host: organ('430203001') } as Parameters<typeof sightOf>[0], { role, organ: organ(code) } as unknown as Viewer);
  it('is shut to another township that is served, government or centre, and not said to be missing', () => {
    const others = [sight('TERRITORIAL', '430203002', 'TOWNSHIP_GOVERNMENT'), sight('EVIDENCE', '430203002', 'TOWNSHIP_GOVERNANCE_CENTRE')];
    expect(others.map((s) => [seesEvidence(s, '430203001'), seesEvidence(s, '430203002')])).toEqual([[false, true], [false, true]]);
  });
  it('is open to the host and to those over all', () => {
    const all = [sight('TERRITORIAL', '430203001', 'TOWNSHIP_GOVERNMENT'), sight('EVIDENCE', '430203001', 'TOWNSHIP_GOVERNANCE_CENTRE'), sight('EVIDENCE', '430203', 'COUNTY_COMMAND_CENTRE'), sight('WHOLE', '430203', 'PERFORMANCE_ORGAN')];
    expect(all.map((s) => seesEvidence(s, '430203002'))).toEqual([true, true, true, true]);
  });
  it('says so on the page', () => {
    const found = { served: ['430203001', '430203002'].map((code) => ({ township: organ(code), weight: 0.5, isHost: code === '430203001' })), evidence: [], forecast: null, rules: { areaMethod: 'WEIGHTED' }, agency: organ('a'), year: 2026 } as unknown as Parameters<typeof Evidence>[0]['found'];
    const page = renderToStaticMarkup(createElement(Evidence, { found, sight: sight('TERRITORIAL', '430203002', 'TOWNSHIP_GOVERNMENT'), token: 't', open: null, onOpen: () => {} }));
    const [, host = '', own = ''] = page.split('class="town"');
    expect([host, own].map((h) => [h.includes(zh.year.shut), h.includes(zh.year.noEvidence)])).toEqual([[true, false], [false, true]]);
  });
});

describe('what is owed', () => {
  const term = (id: string, by: string, dueAt: string, doneAt: string | null = null) => ({ id, dueAt, doneAt, holder: organ(by) });
  it('opens each its own term, also where one organ answers two appeals', () => {
    const terms = [term('appeal-1', 'me', '2026-03-10'), term('appeal-2', 'me', '2026-03-20'), term('appeal-3', 'other', '2026-03-10')];
    const ids = (owed: ReturnType<typeof owes>[]) => termsOfOwed(owed, terms).map((t) => t?.id);
    expect(ids([owes('appeal', 'me', '2026-03-20'), owes('appeal', 'me', '2026-03-10')])).toEqual(['appeal-2', 'appeal-1']);
    expect(ids([owes('appeal', 'me', '2026-03-10'), owes('appeal', 'me', '2026-03-10')])).toEqual(['appeal-1', 'appeal-2']);
    expect(ids([owes('appeal', 'other', '2026-03-10'), owes('duty', 'me', null)])).toEqual(['appeal-3', undefined]);
  });
  it("opens a letter's term for both who sign, and none that is done", () => {
    expect(termsOfOwed([owes('letter', 'agency', '2026-03-02'), owes('letter', 'host', '2026-03-02')], [term('letter', 'agency', '2026-03-02')]).map((t) => t?.id)).toEqual(['letter', 'letter']);
    expect(termsOfOwed([owes('plan', 'agency', null)], [term('plan', 'agency', '2026-01-31', '2026-01-30')])).toEqual([undefined]);
  });
});

describe('the years that can be turned to', () => {
  const back = (year: number) => renderToStaticMarkup(createElement(YearNav, { year, onYear: () => {} })).split('</button>')[0] ?? '';
  it('begin in 2018, as the hub says', () => expect([back(2019), back(2018)].map((b) => b.includes('disabled'))).toEqual([false, true]));
});

describe('the track of a year', () => {
  const at = (standing: Partial<Standing>): string => stepStates({ stage: 'OPENED', hasLetter: false, published: false, ...standing }).map((s) => s[0]).join('');
  it('stands at the step that is waited for', () => {
    expect(at({})).toBe('haaaaaaaaaa');
    expect(at({ stage: 'PLAN_SUBMITTED' })).toBe('pphaaaaaaaa');
    expect(at({ stage: 'LETTER_IN_FORCE', hasLetter: true })).toBe('pppphaaaaaa');
    expect(at({ stage: 'SHARED', hasLetter: true })).toBe('pppppppppph');
    expect(at({ stage: 'SHARED', hasLetter: true, published: true })).toBe('ppppppppppp');
  });
  it('shows as passed over what the year went on without (A037, A041)', () => {
    expect(at({ stage: 'ASSESSING' })).toBe('ppplphaaaaa');
    expect(at({ stage: 'ASSESSING', hasLetter: true, hasDuties: false })).toBe('lpppphaaaaa');
    expect(at({ stage: 'ASSESSING', consented: false })).toBe('ppllphaaaaa');
  });
  it('knows every stage of the schema', () => {
    for (const stage of valuesOf('AgencyYearStage')) expect(at({ stage: stage as Standing['stage'], hasLetter: true })).toMatch(/^p*ha*$/);
    expect(STEPS).toHaveLength(11);
  });
  it('shows the nearest open term of a step, else the one met last', () => {
    const term = (id: string, dueAt: string, doneAt: string | null = null) => ({ id, dueAt, doneAt });
    const all = [term('target-1', '2026-06-30'), term('target-2', '2026-03-31'), term('target-3', '2026-02-28', '2026-02-20'), term('letter', '2026-03-02', '2026-02-20')];
    expect(termOf('work', all)?.id).toBe('target-2');
    expect(termOf('letter', all)?.id).toBe('letter');
    expect(termOf('inputs', all)).toBeUndefined();
  });
});

describe('the score as it stands', () => {
  const row = (kind: string, worth: number, value: number | null, township: string | null = null) => ({ kind, worth, value, points: value === null ? null : worth * value, township: township ? organ(township) : null }) as Parameters<typeof partsOf>[0][number];
  const lines = [row('COMPONENT', 0.1, 90, 'a'), row('COMPONENT', 0.1, null, 'a'), row('COMPONENT', 0.2, 80, 'b'), row('SATISFACTION', 0.2, null, 'a'), row('STATUTORY', 0.4, null), row('TOTAL', 1, null)];
  it('sums what is there, and counts what is missing as missing', () => {
    const [duty, satisfaction, statutory] = partsOf(lines, { stage: 'ASSESSING', reading: 'TERRITORIAL', own: null });
    expect(duty).toEqual({ part: 'duty', now: 25, most: 40, missing: 10, shut: false });
    expect([satisfaction?.missing, satisfaction?.shut, statutory?.shut, statutory?.missing]).toEqual([20, false, true, 0]);
  });
  it('knows that lines left out are not theirs to read, and draws them as wide as what is left', () => {
    const parts = partsOf(lines.filter((l) => l.kind !== 'STATUTORY'), { stage: 'ASSESSING', reading: 'TERRITORIAL', own: null });
    expect(parts[2]).toEqual({ part: 'statutory', now: 0, most: 0, missing: 0, shut: true });
    expect(parts.map((p) => widthOf(p, parts))).toEqual([40, 20, 40]);
  });
  it('holds R against the bar, and takes the word of the hub before its own comparison', () => {
    expect([placeOf(0.7), placeOf(0.4), placeOf(1)]).toEqual([0, 0, 1]);
    expect([reaches(0.9), reaches(0.8999), reaches(0.9, false)]).toEqual([true, false, false]);
  });
});

describe('a scoreboard', () => {
  const late = line('late', { owed: [owes('duty', 'x', '2026-01-10', true)], overdue: true });
  const later = line('later', { owed: [owes('statutory', 'x', '2026-01-05', true)] });
  const appeal = line('appeal', { openAppeals: 1 });
  const near = line('near', { owed: [owes('grade', 'x', '2026-02-20')] });
  const unsigned = line('unsigned', { hasLetter: false, owed: [owes('letter', 'x', '2026-02-10')] });
  const done = line('done', { sharedAt: [{ target: 'TOWNSHIP', at: '2026-03-01' }] });
  it('puts first what needs action: overdue, appeals, then by due', () =>
    expect(inOrder([done, near, unsigned, appeal, late, later]).map((l) => l.agency.code)).toEqual(['later', 'late', 'appeal', 'unsigned', 'near', 'done']));
  it('counts what its strip says', () => {
    const all = [late, later, appeal, near, unsigned, done];
    expect((['all', 'late', 'unsigned', 'inputs', 'appeals', 'shared'] as const).map((n) => countOf(all, n))).toEqual([6, 2, 1, 2, 1, 1]);
    expect(belongs(near, 'inputs')).toBe(false);
  });
  it('is downloaded under the name that the hub gives it', () => {
    expect(fileName("attachment; filename=x.xlsx; filename*=UTF-8''%E8%8A%A6%E6%B7%9E%E5%8C%BA.xlsx", 'a')).toBe('芦淞区.xlsx');
    expect(fileName(null, '430203-2026.xlsx')).toBe('430203-2026.xlsx');
  });
  it('says nothing of results to those who read evidence only', () =>
    expect([countOf([line('a', { openAppeals: null })], 'appeals'), countOf([line('a', { openAppeals: null })], 'shared'), countOf([], 'appeals')]).toEqual([null, null, 0]));
});

describe('the console', () => {
  it("lists what one's own organ owes, the nearest first and without a term last", () => {
    const a = line('a', { owed: [owes('duty', 'me', null), owes('survey', 'me', '2026-01-20'), owes('statutory', 'other', '2026-01-01')] });
    const b = line('b', { owed: [owes('duty', 'me', '2026-01-10')] });
    expect(owedBy('me', [a, b]).map((m) => m.line.agency.code + m.owed.what)).toEqual(['bduty', 'asurvey', 'aduty']);
  });
  it('asks for years only where the matrix gives them', () =>
    expect((['TOWNSHIP_GOVERNMENT', 'DEPARTMENT', 'COMMUNITY_COMMITTEE', 'GRID_WORKER', 'WALL_KEY'] as const).map(readsYears)).toEqual([true, true, false, false, false]));
});

describe('months', () => {
  it('without a snapshot or without evidence are gaps, and quarters are no months', () => {
    const at = (period: string, duty: number | null) => ({ period, duty, targets: 5, targetsDone: 1 });
    const months = monthsOf([at('2026-01', 70), at('2026-02', 72), at('2026-03', null), at('2026-Q1', 72), at('2026-05', 80)], 2026);
    expect(months.map((m) => m.duty)).toEqual([70, 72, null, null, 80, null, null, null, null, null, null, null]);
    expect(runsOf(months).map((run) => run.map((m) => m.month))).toEqual([[1, 2], [5]]);
  });
});

describe('the sheets of a year', () => {
  const input = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}): MoveInput => ({ name, label: name, labelEn: name, kind, required: true, max: null, min: null, choices: [], ...more });
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((f) => f.type.toString() === 'AgencyYearPayload!');
  const envelope = envelopeOf({ kind: 'year', id: 'y-1' }, 'c-1', '7');
  const words = (text: string) => ({ kind: 'words', text }) as const;
  it('send what fits the schema, for every command that a person gives', () => {
    expect(fields.length).toBeGreaterThanOrEqual(23);
    for (const f of fields) expect(validate(schema, parse(mutationOf(f.name, 'year')))).toEqual([]);
    for (const f of fields) {
      const type = schema.getType(`${f.name.slice(0, 1).toUpperCase()}${f.name.slice(1)}Input`);
      expect(isInputObjectType(type) && Object.keys(envelope).every((k) => k in type.getFields())).toBe(true);
    }
  });
  it('write scores, targets, weights and lines as the API takes them', () => {
    const inputs = [input('value', 'SCORE'), input('targets', 'TARGETS'), input('weights', 'WEIGHTS'), input('line', 'LINE'), input('lines', 'LINES'), input('done', 'FLAG'), input('target', 'NUMBER', { choices: ['1'] })];
    const values: Values = {
      value: words('89.1234'), targets: { kind: 'rows', rows: [{ text: '检查', measure: '两次', due: '2026-11-30' }] }, weights: { kind: 'rows', rows: [{ township: '430203001', weight: '0.6' }] },
      line: words('DUTY/430203001/KEY_WORK'), lines: { kind: 'organs', codes: ['STATUTORY', 'SATISFACTION/430203001'] }, done: words('false'), target: words('1'),
    };
    expect(inputOf(inputs, values, envelope)).toEqual({
      commandId: 'c-1', yearId: 'y-1', expectedVersion: '7', value: 89.1234, targets: [{ text: '检查', measure: '两次', due: '2026-11-30' }], weights: [{ township: '430203001', weight: 0.6 }],
      line: { line: 'DUTY', township: '430203001', component: 'KEY_WORK' }, lines: [{ line: 'STATUTORY' }, { line: 'SATISFACTION', township: '430203001' }], done: false, target: 1,
    });
    expect(lineOf('GRADE')).toEqual({ line: 'GRADE' });
  });
  it('hold a score to 0 to 100 with four decimals, and never decide a yes or no by themselves', () => {
    const score = [input('value', 'SCORE', { min: 0, max: 100 }), input('upheld', 'FLAG')];
    const empty = emptyValues(score, instant('2026-11-23T14:32:00+08:00'));
    expect(problemsOf(score, empty)).toEqual({ value: { kind: 'missing' }, upheld: { kind: 'missing' } });
    expect(['100', '100.1', '89.12345', '-1', '89.1234'].map((v) => problemsOf([score[0]!], { value: words(v) })['value']?.kind)).toEqual([undefined, 'score', 'score', 'score', undefined]);
  });
  it('begin with weights, targets and duties as they stand', () => {
    const found = { served: [{ weight: 0.6, township: organ('a') }], targets: [{ text: 't', measure: 'm', due: '2026-06-30' }], duties: ['一', '二'] } as unknown as Parameters<typeof knownOfYear>[0];
    expect(knownOfYear(found, [input('weights', 'WEIGHTS'), input('targets', 'TARGETS'), input('duties', 'TEXTS'), input('reason', 'TEXT')])).toEqual({
      weights: { kind: 'rows', rows: [{ township: 'a', weight: '0.6' }] }, targets: { kind: 'rows', rows: [{ text: 't', measure: 'm', due: '2026-06-30' }] }, duties: words('一\n二'),
    });
  });
  it("begin with the host's result as it stands, and no agency's grade with it (A031)", () => {
    const found = { served: [], targets: [], duties: [], linked: { hostGrade: 'GOOD', coefficient: 1.1 } } as unknown as Parameters<typeof knownOfYear>[0];
    expect(knownOfYear(found, [input('grade', 'CHOICE'), input('coefficient', 'SCORE')])).toEqual({ grade: words('GOOD'), coefficient: words('1.1') });
    expect(knownOfYear(found, [input('grade', 'CHOICE')])).toEqual({});
  });
  it('give consent and objection equal buttons', () => {
    const move = (mutation: string) => ({ mutation, label: '', labelEn: '', rule: '', inputs: [] }) as Move;
    expect(primary([move('consentToYearPlan'), move('objectToYearPlan')])).toBeNull();
    expect(primary([move('signResponsibilityLetter'), move('recordKeyWork')])?.mutation).toBe('signResponsibilityLetter');
  });
});

describe.each([['Chinese', zh], ['English', en]])('%s words of years', (_, t) => {
  const happenings = [...readFileSync('../OpsHub.Domain/Assessments/AgencyYearEvents.cs', 'utf8').matchAll(/JsonDerivedType\(typeof\(\w+\), "(\w+)"\)/g)].map((m) => m[1] ?? '');
  it('cover every event, stage, component, group, dimension, grade and kind of line', () => {
    expect(happenings.length).toBeGreaterThan(20);
    expect(happenings.filter((e) => !(e in t.year.events))).toEqual([]);
    expect(valuesOf('AgencyYearStage').filter((v) => !(v in t.year.stages))).toEqual([]);
    expect(valuesOf('DutyComponent').filter((v) => !(v in t.year.components) || !(v in t.act.choices))).toEqual([]);
    expect(valuesOf('RaterGroup').filter((v) => !(v in t.year.groups))).toEqual([]);
    expect(valuesOf('SatisfactionDimension').filter((v) => !(v in t.year.dimensions))).toEqual([]);
    expect(valuesOf('AssessmentGrade').filter((v) => !(v in t.act.choices))).toEqual([]);
    expect(valuesOf('AppealLineKind').filter((v) => !(v in t.year.lines))).toEqual([]);
    expect(valuesOf('EvidenceKind').filter((v) => !(v in t.year.kinds))).toEqual([]);
    expect(valuesOf('ShareTarget').filter((v) => !(v in t.year.sharedTo))).toEqual([]);
  });
});
