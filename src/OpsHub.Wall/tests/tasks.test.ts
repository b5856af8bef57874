import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { buildSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inputOf } from '../src/act/command';
import { primary } from '../src/act/usual';
import type { AssessmentInputKind, OwedTaskFragment, SchemeTarget } from '../src/api/generated/graphql';
import { carried, routeOf, tasksPath } from '../src/app/router';
import { assessedBy, owedOf, readOf, readsTasks, readsTasksOf } from '../src/console/taskOrder';
import { instant } from '../src/format/instants';
import { enTasks, zhTasks } from '../src/i18n/taskMessages';
import { GroupCard } from '../src/tasks/GroupCard';
import { countsOf, groupsOf, stepsOf, type Task } from '../src/tasks/groups';
import { TasksPage } from '../src/tasks/TasksPage';
import { fixedOf, knownOf, textOf } from '../src/tasks/taskHub';
import { countyOf, wholeTasks } from '../src/tasks/wholeTasks';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const NOW = instant('2027-02-01T09:00:00+08:00');
const PAST = '2027-01-31T00:00:00+08:00';
const AHEAD = '2027-04-01T00:00:00+08:00';

const unit = (code: string) => ({ code, kind: 'UNIT', name: `单位${code}`, nameEn: null }) as Task['owner'];
const input = (name: string, kind: AssessmentInputKind) => ({ name, label: name, labelEn: name, kind, required: true, max: kind === 'TEXT' ? 500 : 100, min: kind === 'TEXT' ? null : 0 });
const step = (mutation: string, ...inputs: ReturnType<typeof input>[]) => ({ mutation, label: mutation, labelEn: mutation, rule: 'R038', inputs });
const STEPS = [step('recordAssessment', input('score', 'SCORE'), input('satisfaction', 'SCORE')), step('excludeFromAssessment', input('reason', 'TEXT'))];
const task = (kind: SchemeTarget, target: string, owner: string, more: Partial<Task> = {}): Task => ({
  id: target, year: 2026, kind, class: null, open: true, dueAt: AHEAD, late: false, closedAt: null, score: null, satisfaction: null, excluded: null, revision: null, target: unit(target), owner: unit(owner), nextMoves: [], ...more,
});
const closed = { open: false, dueAt: null, closedAt: PAST, score: 90.5, satisfaction: 80 } as const;

describe('the page of yearly assessments', () => {
  it('has an address for a unit and one for the own, and keeps the year on the way to the board', () => {
    expect(routeOf(tasksPath('430203001'))).toEqual({ page: 'tasks', unit: '430203001' });
    expect(routeOf('/assessments')).toEqual({ page: 'tasks', unit: null });
    expect(carried('/scoreboard/430203', '?year=2025')).toBe('?year=2025');
    expect(carried(`${tasksPath('430203')}?year=2025`, '?lang=en&year=2026')).toBe('?lang=en&year=2025');
    expect(carried('/township', '?year=2025')).toBe('');
  });

  it('groups by kind and assessor: late first, then one\'s own, then what others owe, then what is done', () => {
    const tasks = [
      task('COMMUNITIES', '430203003001', '430203003', closed), task('COMMUNITIES', '430203002001', '430203002', { dueAt: PAST }), task('COMMUNITIES', '430203001001', '430203001'),
      task('TOWNSHIPS', '430203001', '430203'), task('DEPARTMENTS', '430203:D12', '430203'), task('COMMUNITIES', '430203002002', '430203002', closed),
    ];
    const groups = groupsOf(tasks, '430203', NOW);
    expect(groups.map((g) => `${g.kind} ${g.owner.code} ${g.open.length}/${g.done.length}`)).toEqual([
      'COMMUNITIES 430203002 1/1', 'TOWNSHIPS 430203 1/0', 'DEPARTMENTS 430203 1/0', 'COMMUNITIES 430203001 1/0', 'COMMUNITIES 430203003 0/1',
    ]);
    expect(groups.map((g) => g.dueAt)).toEqual([PAST, AHEAD, AHEAD, AHEAD, null]);
    expect(countsOf([...tasks, task('DEPARTMENTS', '430203:D20', '430203', { ...closed, score: null, excluded: '未设' })], NOW)).toEqual({ open: 4, late: 1, done: 2, excluded: 1 });
  });

  it('lists what is open with its steps and folds what is done', () => {
    const group = (own: string) => {
      const [g] = groupsOf([task('COMMUNITIES', '430203001001', '430203001', { nextMoves: STEPS, dueAt: PAST }), task('COMMUNITIES', '430203001002', '430203001', { ...closed, late: true, revision: '复核' })], own, NOW);
      return renderToStaticMarkup(createElement(GroupCard, { group: g!, own, now: NOW, onPick: () => {} }));
    };
    const [open, done] = group('430203001').split('<details class="done">');
    expect(open).toContain('单位430203001001');
    expect(open).toContain('data-move="recordAssessment"');
    expect(open).toContain('data-move="excludeFromAssessment"');
    expect(open).toContain(zhTasks.mine);
    expect(done).toContain('90.5');
    expect(done).toContain(zhTasks.late);
    expect(done).toContain('修订：复核');
    expect(group('430203')).toContain(zhTasks.by('单位430203001'));
  });

  it('leads from an agency to its year, which is its task', () => {
    const [g] = groupsOf([{ ...task('AGENCIES', '430203001-D12', '430203') }], '430203', NOW);
    expect(renderToStaticMarkup(createElement(GroupCard, { group: g!, own: '430203', now: NOW, onPick: () => {} }))).toContain('/year/430203001-D12/2026');
  });

  it('sends what the hub takes, and begins a revision with what is on record', () => {
    const revise = step('recordAssessment', input('score', 'SCORE'), input('satisfaction', 'SCORE'), input('reason', 'TEXT'));
    const t = task('COMMUNITIES', '430203001001', '430203001', { ...closed, nextMoves: [revise] });
    const known = knownOf(stepsOf(t)[0]!, t);
    expect(known).toEqual({ score: { kind: 'words', text: '90.5' }, satisfaction: { kind: 'words', text: '80' } });
    for (const move of [...stepsOf(t), ...stepsOf({ ...t, nextMoves: STEPS })]) {
      expect(validate(schema, parse(textOf(move.mutation))), move.mutation).toEqual([]);
      const type = schema.getType(`${move.mutation[0]!.toUpperCase()}${move.mutation.slice(1)}Input`);
      const fields = isInputObjectType(type) ? type.getFields() : {};
      const sent = inputOf(move.inputs, { ...known, reason: { kind: 'words', text: '复核' } }, { ...fixedOf('430203', t), commandId: 'c1' });
      expect(Object.keys(sent).filter((name) => !(name in fields)), move.mutation).toEqual([]);
      expect(Object.keys(fields).filter((name) => String(fields[name]!.type).endsWith('!') && !(name in sent)), move.mutation).toEqual([]);
    }
    expect(primary(stepsOf({ ...t, nextMoves: STEPS }))).toBeNull();
  });

  it('knows every kind of target, in both languages', () => {
    const type = schema.getType('SchemeTarget');
    const kinds = isEnumType(type) ? type.getValues().map((v) => v.name).toSorted() : [];
    for (const words of [zhTasks, enTasks]) expect(Object.keys(words.kinds).toSorted()).toEqual(kinds);
  });
});

describe('reading the tasks of a year', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('goes on to the last page, and asks once whether the year before is done', async () => {
    const asked: Record<string, unknown>[] = [];
    const page = (codes: readonly string[], next: string | null) => ({ nodes: codes.map((c) => task('COMMUNITIES', c, '430203001')), pageInfo: { hasNextPage: next !== null, endCursor: next } });
    const pages = [page(['a', 'b'], 'x'), page(['b', 'c'], null)];
    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
      const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
      asked.push(variables);
      return { status: 200, json: async () => ({ data: { serverTime: PAST, unit: null, assessmentTasks: pages[asked.length - 1], ...(variables['asksFormer'] ? { former: { nodes: [{ id: 'old' }] } } : {}) } }) };
    });
    const found = await wholeTasks('430203001', 2026, 'token');
    expect(found.tasks.map((t) => t.id)).toEqual(['a', 'b', 'c']);
    expect(found.formerOpen).toBe(true);
    expect(asked.map((v) => [v['after'], v['former'], v['asksFormer']])).toEqual([[null, 2025, true], ['x', 2025, false]]);
  });

  it('finds the county in whose record they stand', () => {
    const place = (level: string, code: string, ancestors: readonly unknown[] = []) => ({ level, code, ancestors }) as unknown as Parameters<typeof countyOf>[0];
    expect(countyOf(place('COUNTY', '430203'))).toBe('430203');
    expect(countyOf(place('COMMUNITY', '430203001001', [{ level: 'CITY', code: '4302' }, { level: 'COUNTY', code: '430204' }, { level: 'TOWNSHIP', code: '430203001' }]))).toBe('430204');
    expect(countyOf(null)).toBeNull();
  });
});

describe('the console of those who assess', () => {
  const owed = (year: number, kind: SchemeTarget, owner: string, dueAt: string): OwedTaskFragment => ({ id: `${year}${kind}`, year, kind, dueAt, owner: { code: owner } as OwedTaskFragment['owner'] });

  it('counts by year and kind what this organ owes, the nearest first', () => {
    const tasks = [owed(2027, 'TOWNSHIPS', '430203', '2028-04-01T00:00:00+08:00'), owed(2026, 'DEPARTMENTS', '430203', AHEAD), owed(2026, 'DEPARTMENTS', '430203', AHEAD), owed(2026, 'COMMUNITIES', '430203001', PAST)];
    expect(owedOf(tasks, '430203').map((o) => [o.year, o.kind, o.count])).toEqual([[2026, 'DEPARTMENTS', 2], [2027, 'TOWNSHIPS', 1]]);
  });

  it('asks for communities as a township, for townships, departments and communities whose township ended as the county, and for nothing as others', () => {
    expect(assessedBy('TOWNSHIP_GOVERNMENT')).toEqual(['COMMUNITIES']);
    for (const role of ['COUNTY_GOVERNMENT', 'PERFORMANCE_ORGAN'] as const) expect(assessedBy(role)).toEqual(['COMMUNITIES', 'TOWNSHIPS', 'DEPARTMENTS']);
    expect(assessedBy('DEPARTMENT')).toBeNull();
    expect([readsTasks('COMMUNITY_COMMITTEE'), readsTasks('WALL_KEY'), readsTasks('RESIDENT')]).toEqual([true, false, false]);
  });

  it('counts for the county the communities that came to it, whichever part of the answer they are in', () => {
    const part = (...nodes: OwedTaskFragment[]) => ({ nodes });
    const desk = {
      serverTime: PAST, past: part(owed(2026, 'COMMUNITIES', '430203', PAST), owed(2026, 'COMMUNITIES', '430203001', PAST)), pastTownships: part(), pastDepartments: part(owed(2026, 'DEPARTMENTS', '430203', AHEAD)),
      present: part(), presentTownships: part(owed(2027, 'TOWNSHIPS', '430203', '2028-04-01T00:00:00+08:00')), presentDepartments: part(),
    };
    expect(owedOf(readOf(desk), '430203').map((o) => [o.year, o.kind, o.count])).toEqual([[2026, 'COMMUNITIES', 1], [2026, 'DEPARTMENTS', 1], [2027, 'TOWNSHIPS', 1]]);
    expect(owedOf(readOf({ serverTime: PAST, past: part(owed(2026, 'COMMUNITIES', '430203001', PAST)), present: part() }), '430203001').map((o) => o.count)).toEqual([1]);
  });

  it('leads to no page of a city, which has none, and there says that a county is to be chosen', () => {
    expect([readsTasksOf('AUDITOR', '4302'), readsTasksOf('AUDITOR', '430203'), readsTasksOf('RESIDENT', '430203')]).toEqual([false, true, false]);
    expect(renderToStaticMarkup(createElement(TasksPage, { unit: '4302', token: 'token', onSignedOut: () => {} }))).toContain(zhTasks.chooseCounty);
  });
});
