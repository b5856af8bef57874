import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, parse, validate } from 'graphql';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemsOf } from '../src/act/check';
import { mutationOf } from '../src/act/command';
import { ActSession } from '../src/act/session';
import { choicesOf } from '../src/act/words';
import { primary } from '../src/act/usual';
import type { SurveyRowFragment } from '../src/api/generated/graphql';
import type { Move, MoveInput, Viewer } from '../src/api/types';
import { belongsTo, pathOf, type OpenTerm } from '../src/agency/parts';
import { agencyPath, postsPath, routeOf, surveyPath } from '../src/app/router';
import { runningSurveys, scopeOf } from '../src/console/officeOrder';
import { instant } from '../src/format/instants';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { HeadMatter } from '../src/posts/Heads';
import { beginning, fixedOf, movesOf, ofRecord, RECORD, type Head, type PostsRead } from '../src/posts/subject';
import { GroupTable } from '../src/survey/GroupTable';
import { slipHub, slipsPath } from '../src/survey/slips';
import { passed, waitingOf, type Card } from '../src/survey/steps';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const NOW = instant('2026-12-10T09:00:00+08:00');
const GROUPS = ['COMMUNITY_WORKERS', 'REPRESENTATIVES', 'SERVICE_USERS'] as const;

const input = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, label: name, labelEn: name, kind, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });
const move = (mutation: string, inputs: readonly MoveInput[] = []): Move => ({ mutation, label: mutation, labelEn: mutation, rule: 'A024', inputs: [...inputs] });
const words = (text: string) => ({ kind: 'words', text }) as const;
const valuesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((v) => v.name) : [`missing ${name}`];
};
const eventsOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/JsonDerivedType\(typeof\(\w+\), "(\w+)"\)/g)].map((m) => m[1] ?? '');

const group = (name: (typeof GROUPS)[number], issued: number, enough: boolean, result: Card['groups'][number]['result'] = null) => ({ group: name, issued, enough, result });
const card = (more: Partial<Card> = {}): Card => ({
  id: 's', version: '3', year: 2026, round: 1, stage: 'OPEN', opensAt: '2026-12-01T00:00:00+08:00', closesAt: '2027-01-01T00:00:00+08:00', leastBallots: 5, extendedWhy: null, closedAt: null, closedWhy: null,
  deliveredAt: null, township: { code: '430203001', level: 'TOWNSHIP', name: '白关镇', nameEn: null }, groups: GROUPS.map((g) => group(g, 20, true)), nextMoves: [], ...more,
});

describe('addresses', () => {
  it('lead to a survey of a year and to the posts of an agency', () => {
    expect(routeOf('/survey/430203001-D12/2026')).toEqual({ page: 'survey', agency: '430203001-D12', year: 2026 });
    expect(routeOf('/survey/430203001-D12/next')).toEqual({ page: 'start' });
    expect(routeOf('/posts/430203001-D12')).toEqual({ page: 'posts', agency: '430203001-D12' });
    expect([routeOf('/agency/430203001-D12'), routeOf(agencyPath('a/b')), routeOf('/agency')]).toEqual([{ page: 'agency', agency: '430203001-D12' }, { page: 'agency', agency: 'a/b' }, { page: 'start' }]);
    expect([routeOf(surveyPath('a/b', 2026)), routeOf(postsPath('a/b'))]).toEqual([{ page: 'survey', agency: 'a/b', year: 2026 }, { page: 'posts', agency: 'a/b' }]);
  });
});

describe('an open term of an agency', () => {
  const term = (more: Partial<OpenTerm>): OpenTerm => ({ dueAt: '2026-12-01T00:00:00+08:00', case: null, agencyYear: null, posts: null, term: null, ...more });
  it('leads to where it is dealt with: a case, a year, the people decisions', () => {
    const of = [term({ case: { id: 'c1', number: 'AJ1', title: '', category: { name: '', nameEn: '' } } }), term({ agencyYear: { id: 'y', year: 2027 } }), term({ posts: { id: 'p' } })];
    expect(of.map(belongsTo)).toEqual(['case', 'year', 'posts']);
    expect(of.map((t) => pathOf(t, '430203001-D12'))).toEqual(['/case/c1', '/year/430203001-D12/2027', '/posts/430203001-D12']);
  });
});

describe('what a survey waits for', () => {
  const none = GROUPS.map((g) => group(g, 0, false));
  it('is tokens before it opens, and then its first day', () => {
    expect(waitingOf(card({ stage: 'PLANNED', groups: none }))).toEqual({ kind: 'issue', groups: [...GROUPS] });
    expect(waitingOf(card({ stage: 'PLANNED', groups: GROUPS.map((g) => group(g, 5, false)) }))).toEqual({ kind: 'opens' });
  });
  it('is answers of the groups that have too few (A024)', () => {
    const some = [group('COMMUNITY_WORKERS', 20, true), group('REPRESENTATIVES', 20, false), group('SERVICE_USERS', 20, true)];
    expect(waitingOf(card({ groups: some }))).toEqual({ kind: 'answers', groups: ['REPRESENTATIVES'] });
    expect(waitingOf(card())).toEqual({ kind: 'enough' });
  });
  it('is another round where nobody has enough, the year where one has', () => {
    const closedAt = '2027-01-01T00:01:00+08:00';
    expect(waitingOf(card({ stage: 'CLOSED' }))).toEqual({ kind: 'closing' });
    expect(waitingOf(card({ stage: 'CLOSED', closedAt, groups: none }))).toEqual({ kind: 'again' });
    expect(waitingOf(card({ stage: 'CLOSED', closedAt, groups: [group('COMMUNITY_WORKERS', 9, true), ...none.slice(1)] }))).toEqual({ kind: 'year', few: ['REPRESENTATIVES', 'SERVICE_USERS'] });
    expect(waitingOf(card({ stage: 'DELIVERED', closedAt }))).toEqual({ kind: 'delivered', few: [] });
  });
  it('stands within its window', () => expect([passed(0, 10, -1), passed(0, 10, 5), passed(0, 10, 11)]).toEqual([0, 0.5, 1]));
});

describe('tallies', () => {
  const shown = (survey: Card) => renderToStaticMarkup(createElement(GroupTable, { survey }));
  const result = (name: (typeof GROUPS)[number]) => ({
    group: name, ballots: 6, mean: 83.3333, spread: 12.5, dimensions: (['DAILY_MANAGEMENT', 'PROBLEM_HANDLING', 'ATTITUDE', 'STYLE'] as const).map((dimension) => ({ dimension, mean: 80 })),
  });
  it('show no figure of answers before it is closed (A024)', () => {
    const html = shown(card());
    expect(html).toContain(zh.survey.untold);
    expect(html).not.toContain('whisker');
  });
  it('show mean, spread and dimensions afterwards, and nothing of too few answers (A024, A025)', () => {
    const few = { group: 'REPRESENTATIVES' as const, ballots: null, mean: null, spread: null, dimensions: [] };
    const html = shown(card({ stage: 'CLOSED', closedAt: '2027-01-01T00:01:00+08:00', groups: [group(GROUPS[0], 20, true, result(GROUPS[0])), group(GROUPS[1], 20, false, few), group(GROUPS[2], 20, true, result(GROUPS[2]))] }));
    expect(html.match(/whisker/g)).toHaveLength(2);
    expect(html).toContain('83.33');
    expect(html).toContain(zh.year.tooFew(5));
  });
});

describe('issuing tokens', () => {
  const since = async () => null;
  const answer = (status: number, body: string) => ({ status, ok: status < 300, text: async () => body, json: async () => JSON.parse(body) as unknown }) as Response;
  const open = (onSlips: (s: { html: string; count: number }) => void, onSignedOut = () => {}) => {
    const session = new ActSession(move('issueSurveyTokens', [input('group', 'CHOICE', { choices: [...GROUPS] }), input('count', 'NUMBER', { min: 1, max: 300 })]), { fixed: { surveyId: 's', expectedVersion: '3' } }, NOW,
      slipHub(slipsPath('430203001-D12', 2026, '430203001'), 't', onSignedOut, onSlips, since));
    session.put('group', words('SERVICE_USERS'));
    session.put('count', words('40'));
    return session;
  };
  afterEach(() => vi.unstubAllGlobals());

  it('asks the door for a sheet with the one command id, and shows what it brings', async () => {
    const fetched = vi.fn().mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(answer(200, '<html>slips</html>'));
    vi.stubGlobal('fetch', fetched);
    const slips: unknown[] = [];
    const session = open((s) => slips.push(s));
    await session.submit();
    expect(session.snapshot().sheet.phase).toBe('unsure');
    await session.submit();
    expect(session.snapshot().sheet.phase).toBe('done');
    expect(slips).toEqual([{ html: '<html>slips</html>', count: 40 }]);
    const [first, second] = fetched.mock.calls.map(([path, init]) => [path, JSON.parse((init as { body: string }).body) as unknown]);
    expect(first).toEqual(second);
    expect(first).toEqual(['/papers/surveys/430203001-D12/2026/430203001/slips', { commandId: expect.any(String) as string, group: 'SERVICE_USERS', count: 40 }]);
  });
  it('tells that they were shown once, where the first answer was lost', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(answer(409, JSON.stringify({ errors: [{ code: 'TOKENS_SHOWN', rule: 'A024', clause: '二(三)', field: 'commandId', zh: '已显示过一次', en: 'shown once' }] }))));
    const slips: unknown[] = [];
    const session = open((s) => slips.push(s));
    await session.submit();
    expect(session.snapshot().sheet).toMatchObject({ phase: 'refused', whole: [{ code: 'TOKENS_SHOWN', message: '已显示过一次' }] });
    expect(slips).toEqual([]);
  });
  it('puts a refusal at its field, says busy, and signs out', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValueOnce(answer(422, JSON.stringify({ errors: [{ code: 'INVALID_INPUT', rule: 'A024', clause: '二(三)', field: 'count', zh: '太多', en: 'too many' }] }))).mockResolvedValueOnce(answer(503, '')));
    const session = open(() => {});
    await session.submit();
    expect(session.snapshot().sheet).toMatchObject({ phase: 'refused', at: { count: { message: '太多' } } });
    await session.submit();
    expect(session.snapshot().sheet.phase).toBe('busy');
    const out = vi.fn();
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(answer(401, '')));
    await open(() => {}, out).submit();
    expect(out).toHaveBeenCalledOnce();
  });
});

describe('days', () => {
  it('lie after the end of the one and not after the other', () => {
    const until = [input('until', 'DAY', { after: '2026-12-31', before: '2027-01-31' })];
    const on = (day: string) => problemsOf(until, { until: words(day) });
    expect([on('2027-01-01'), on('2027-01-31')]).toEqual([{}, {}]);
    expect(on('2026-12-31')).toEqual({ until: { kind: 'after', at: instant('2027-01-01T00:00:00+08:00') } });
    expect(on('2027-02-01')).toEqual({ until: { kind: 'before', at: instant('2027-02-01T00:00:00+08:00') } });
  });
});

describe('mutations of surveys and people decisions', () => {
  const of = (payload: string) => Object.values(schema.getMutationType()?.getFields() ?? {}).filter((f) => f.type.toString() === payload);
  it.each([['survey', 'SurveyPayload!', 4], ['posts', 'AgencyPostsPayload!', 20]] as const)('fit the schema: %s', (kind, payload, least) => {
    expect(of(payload).length).toBeGreaterThanOrEqual(least);
    for (const f of of(payload)) expect(validate(schema, parse(mutationOf(f.name, kind)))).toEqual([]);
  });
  it('name the agency, the matter and the version that was seen; who is told no version names none', () => {
    expect(fixedOf('a', { matter: 'consultation', number: 2 }, '7')).toEqual({ agency: 'a', consultation: 2, expectedVersion: '7' });
    expect(fixedOf('a', RECORD, null)).toEqual({ agency: 'a' });
  });
});

describe('people decisions', () => {
  const head = (more: Partial<Head> = {}): Head => ({
    number: 2, matter: 'APPOINTMENT', post: '所长', letter: '函 14', askedAt: '2026-11-24T09:00:00+08:00', stage: 'SENT', opinion: 'AGREE', text: '同意', proposal: 1, deadlocked: false, noReplyReason: null, decidedAt: null,
    againstReason: null, withdrawnReason: null, askedBy: { code: '430203:D12', kind: 'DEPARTMENT', name: '环保局', nameEn: null }, agreed: [{ code: '430203001', level: 'TOWNSHIP', name: '白关镇', nameEn: null }],
    awaited: [{ code: '430203002', level: 'TOWNSHIP', name: '建宁街道', nameEn: null }], terms: [], moves: [], ...more,
  });
  const shown = (h: Head) => renderToStaticMarkup(createElement(HeadMatter, { head: h, now: NOW, onPick: () => {} }));
  it('show who of the townships served agrees and who is awaited (A016)', () => {
    const html = shown(head());
    expect(html).toMatch(/白关镇<span class="meta">已同意/);
    expect(html).toMatch(/建宁街道<span class="meta">尚未同意/);
    expect(html).toContain(zh.posts.unanimous);
  });
  it('offer the steps that the hub offers, and no other', () => {
    expect(shown(head())).not.toContain('data-move');
    expect(shown(head({ moves: [{ mutation: 'agreeToHeadOpinion', label: '同意拟定意见', labelEn: 'Agree', rule: 'A016', inputs: [] }] })).match(/data-move="\w+"/g)).toEqual(['data-move="agreeToHeadOpinion"']);
  });
  it('find the steps of the same matter again', () => {
    const posts = { moves: [move('recordAgencyPosts'), move('raiseHeadInquiry')], headConsultations: { nodes: [head({ moves: [move('decideHead') as never] })] }, inquiries: { nodes: [] }, secondments: null, staffChanges: null } as unknown as PostsRead;
    expect(movesOf(posts, { matter: 'consultation', number: 2 }).map((m) => m.mutation)).toEqual(['decideHead']);
    expect([movesOf(posts, { matter: 'consultation', number: 3 }), movesOf(posts, { matter: 'secondment', number: 1 })]).toEqual([[], []]);
    expect(ofRecord(movesOf(posts, RECORD)).map((m) => m.mutation)).toEqual(['recordAgencyPosts']);
    expect(beginning(posts.moves, 'raiseHeadInquiry')).toHaveLength(1);
  });
  it('mark no button where consent and refusal stand side by side', () => expect(primary([move('agreeToSecondment'), move('refuseSecondment')])).toBeNull());
});

describe('the console', () => {
  const row = (agency: string, stage: SurveyRowFragment['stage'], more: Partial<SurveyRowFragment> = {}): SurveyRowFragment => ({
    id: agency, year: 2026, round: 1, stage, opensAt: '2026-12-01T00:00:00+08:00', closesAt: '2027-01-01T00:00:00+08:00', agency: { code: agency, kind: 'AGENCY', name: agency, nameEn: null }, township: { code: '430203001' }, groups: [],
    moves: [], ...more,
  });
  it('lists the surveys that its township runs, open ones first, and those over only where another round waits', () => {
    const rows = [row('a', 'PLANNED'), row('b', 'CLOSED'), row('c', 'OPEN'), row('d', 'CLOSED', { moves: ['PLAN'] }), row('e', 'OPEN', { township: { code: '430203002' } }), row('f', 'DELIVERED')];
    expect(runningSurveys(rows, '430203001').map((s) => s.id)).toEqual(['c', 'a', 'd']);
  });
  it('asks for what the role has of its own', () => {
    const who = (role: string, code: string, kind = 'UNIT') => ({ role, organ: { code, kind, name: code, nameEn: null } }) as unknown as Viewer;
    expect(scopeOf(who('TOWNSHIP_GOVERNMENT', '430203001'), '430203001')).toEqual({ unit: '430203001', department: null, surveys: true });
    expect(scopeOf(who('DEPARTMENT', '430203:D12', 'DEPARTMENT'), '430203')).toEqual({ unit: null, department: '430203:D12', surveys: false });
    expect(scopeOf(who('PERFORMANCE_ORGAN', '430203'), '430203')).toBeNull();
  });
});

describe.each([['Chinese', zh], ['English', en]])('%s', (_, t) => {
  it('has a word for every event of surveys and people decisions', () => {
    const [surveys, posts] = [eventsOf('../OpsHub.Domain/Surveys/SurveyEvents.cs'), eventsOf('../OpsHub.Domain/Posts/PostEvents.cs')];
    expect([surveys.length, posts.length].every((n) => n >= 8)).toBe(true);
    expect([...surveys.filter((e) => !(e in t.survey.events)), ...posts.filter((e) => !(e in t.posts.events))]).toEqual([]);
  });
  it('has a word for every stage, kind and choice of the schema', () => {
    const p = t.posts;
    const tables: readonly (readonly [string, object])[] = [
      ['SurveyStage', t.survey.stages], ['RaterGroup', t.year.groups], ['SatisfactionDimension', t.year.dimensions], ['HeadMatter', p.matters], ['HeadConsultationStage', p.headStages], ['HeadOpinion', p.opinions],
      ['HeadInquiryStage', p.inquiryStages], ['SecondmentStage', p.secondmentStages], ['SecondmentSide', p.sides], ['StaffMove', p.moves], ['PostMatterKind', p.kinds],
    ];
    expect(tables.flatMap(([name, table]) => valuesOf(name).filter((v) => !(v in table)))).toEqual([]);
  });
});

it('choices are said in both languages', () =>
  expect(choicesOf([zh.posts.opinions, en.posts.opinions]).words?.['DISAGREE']).toEqual({ name: '不同意', nameEn: 'disagrees' }));
