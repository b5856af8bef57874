import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { columnsOf, FLAGS, isWhole, KINDS, matterOf, MEMBER_CLASSES, OFFICES, rowOf } from '../src/act/compound';
import { problemsOf } from '../src/act/check';
import { envelopeOf, inputOf, mutationOf } from '../src/act/command';
import { primary } from '../src/act/usual';
import { emptyValues, type Values } from '../src/act/values';
import type { DueAnnouncement, Move, MoveInput, Talk, Talks } from '../src/api/types';
import { consultationIdPath, consultationPath, routeOf } from '../src/app/router';
import { beginMove, enterMove, linkMove } from '../src/community/moves';
import { groupsOf } from '../src/console/talkOrder';
import { inOrder, nearest, owedAnnouncements, toneOf } from '../src/consultation/duties';
import { inLanguage } from '../src/consultation/papers';
import { afterStates, byCell, CELLS, isAnnounced, stagesOf, stepStates, type Standing } from '../src/consultation/steps';
import { needed, proof, slices } from '../src/consultation/tally';
import type { Duty } from '../src/consultation/useConsultation';
import { runningClock } from '../src/format/durations';
import { HOUR, instant, MINUTE, SECOND } from '../src/format/instants';
import { en } from '../src/i18n/en';
import { shortName } from '../src/i18n/names';
import { zh } from '../src/i18n/zh';
import { announcedWord } from '../src/consultation/announced';
import { duesOf, MOST, keysOf, PAGE_EVERY, shownOf } from '../src/wall/consultations/dues';

const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const valuesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((v) => v.name) : [`missing ${name}`];
};

describe('the clock of an announcement', () => {
  const clock = (span: number) => Object.values(runningClock(span, 'zh')).join('');
  it('counts minutes and seconds under an hour, hours and minutes above, and says which', () => {
    expect([59 * SECOND, 59 * MINUTE + 59 * SECOND, HOUR, 9 * HOUR + 27 * MINUTE + 30 * SECOND].map(clock)).toEqual(['00:59分', '59:59分', '1:00时', '9:27时']);
    expect(runningClock(9 * HOUR, 'en')).toEqual({ figure: '9:00', unit: 'h' });
  });
  it('counts days over 48 hours, and never below zero', () => expect([49 * HOUR, -5].map(clock)).toEqual(['2天', '00:00分']));
});

describe('announcements on a wall', () => {
  const due = (number: string, dueAt: string): DueAnnouncement => ({ consultationId: number, number, dueAt }) as DueAnnouncement;
  const NOW = instant('2026-09-30T23:59:00+08:00');
  const [late, today, next] = [due('late', '2026-09-29T00:00:00+08:00'), due('today', '2026-10-01T00:00:00+08:00'), due('next', '2026-10-02T00:00:00+08:00')];
  it("belong to the day whose 24:00 they are due at, also on a holiday's eve (example D)", () => {
    const dues = duesOf([next, today, late], NOW);
    expect(dues).toEqual({ late: [late], today: [today], later: [next] });
    expect(shownOf(dues)).toEqual([late, today, next]);
  });
  it('are late from their very instant on', () => {
    expect(duesOf([today], instant(today.dueAt)).late).toEqual([today]);
    expect(duesOf([today], instant(today.dueAt) - 1).late).toEqual([]);
  });
  it('are never more than fit, the latest first', () => {
    const many = Array.from({ length: 9 }, (_, i) => due(String(i), `2026-09-2${i}T00:00:00+08:00`));
    expect(shownOf(duesOf(many.toReversed(), NOW)).map((d) => d.number)).toEqual(['0', '1', '2', '3', '4', '5']);
    const pages = [0, 1, 2].map((n) => shownOf(duesOf(many, NOW), n * PAGE_EVERY).map((d) => d.number));
    expect(new Set(pages.flat()).size).toBe(many.length);
    expect(MOST).toBe(6);
  });
  it('stand there each for itself where one consultation owes two by the same end of day', () =>
    expect(new Set(keysOf([today, today, next])).size).toBe(3));
  it('name a community without its committee', () =>
    expect(['学堂冲社区居委会', '杨柳村委会', '太高居委会', '茅坪村'].map(shortName)).toEqual(['学堂冲社区', '杨柳村', '太高居委会', '茅坪村']));
});

describe('what an announcement has to tell', () => {
  const none = { session: null, vote: null, correction: null };
  it('is told by kind, number and the community whose meeting voted', () => {
    const community = { code: '430203001001', name: '来园社区居委会', nameEn: null } as never;
    expect(announcedWord({ ...none, kind: 'VOTE', vote: 2, community }, zh, 'zh')).toBe('表决结果公告 第 2 次表决 来园社区居委会');
    expect(announcedWord({ ...none, kind: 'SESSION', session: 1 }, en, 'en')).toBe('session announcement session 1');
    expect(announcedWord({ ...none, kind: 'CORRECTION', correction: 1 }, zh, 'zh')).toBe('纠正公告 第 1 次纠正');
  });
});

describe('the seven steps', () => {
  const at = (standing: Partial<Standing>): string =>
    stepStates({ stage: 'COLLECTING', noticed: false, fixed: false, announcementOpen: false, heard: false, ...standing }).map((s) => s[0]).join('');
  it('wait for notice and participants as two flags, whichever is missing', () => {
    expect(at({ stage: 'PLANNED' })).toBe('ppphhaa');
    expect(at({ stage: 'PLANNED', noticed: true })).toBe('ppppha' + 'a');
    expect(at({ stage: 'PLANNED', fixed: true })).toBe('ppphpaa');
    expect(at({ stage: 'PREPARED', noticed: true, fixed: true })).toBe('ppppph' + 'a');
  });
  it('keep the seventh open until nothing is left to announce, whatever was voted or adopted since', () => {
    expect(at({ stage: 'SESSION_ENDED', heard: true, announcementOpen: true })).toBe('pppppph');
    expect(at({ stage: 'ADOPTED', heard: true, announcementOpen: true })).toBe('pppppph');
    expect(at({ stage: 'ADOPTED', heard: true })).toBe('ppppppp');
    expect(at({ stage: 'SESSION_ENDED', heard: true })).toBe('ppppppp');
    expect([isAnnounced('SESSION_ENDED', true), isAnnounced('SESSION_ENDED', false), isAnnounced('ADOPTED', false)]).toEqual([false, true, false]);
  });
  it('go back to the plan in another round, with the last announcement still owed', () =>
    expect(at({ stage: 'TOPIC_DETERMINED', heard: true, announcementOpen: true })).toBe('pphaaah'));
  it('are followed by a vote only where one was called for', () => {
    expect(afterStates('CONCLUDED', false).map(([a]) => a)).not.toContain('vote');
    expect(afterStates('VOTE_REQUIRED', false)[0]).toEqual(['vote', 'here']);
    expect(afterStates('IMPLEMENTING', true).map(([, s]) => s)).toEqual(['past', 'past', 'here', 'ahead', 'ahead', 'ahead']);
    expect(afterStates('ARCHIVED', true).every(([, s]) => s === 'past')).toBe(true);
  });
  it('place every stage of the schema in one cell of the wall, and those that ended in none', () => {
    const placed = CELLS.flatMap(stagesOf);
    expect(new Set(placed).size).toBe(placed.length);
    expect(valuesOf('ConsultationStage').filter((s) => !placed.includes(s as never)).sort()).toEqual(['ARCHIVED', 'CORRECTED', 'WITHDRAWN']);
    expect(byCell([{ stage: 'PREPARED', count: 2 }, { stage: 'IN_SESSION', count: 1 }, { stage: 'ARCHIVED', count: 9 }]).meet).toBe(3);
  });
});

describe('a tally', () => {
  it('takes more than half, and at least two thirds, of those present', () => {
    expect([needed(60, 'MAJORITY'), needed(61, 'MAJORITY'), needed(60, 'TWO_THIRDS'), needed(62, 'TWO_THIRDS')]).toEqual([31, 31, 40, 42]);
    for (let n = 1; n < 50; n++) {
      const [half, most] = [needed(n, 'MAJORITY'), needed(n, 'TWO_THIRDS')];
      expect(2 * half > n && !(2 * (half - 1) > n)).toBe(true);
      expect(3 * most >= 2 * n && !(3 * (most - 1) >= 2 * n)).toBe(true);
    }
  });
  it('shows the sum that decided, with the sign of what is so', () => {
    expect(proof({ present: 60, yes: 30, threshold: 'MAJORITY' })).toBe('2×30 ≤ 60');
    expect(proof({ present: 60, yes: 31, threshold: 'MAJORITY' })).toBe('2×31 > 60');
    expect(proof({ present: 60, yes: 40, threshold: 'TWO_THIRDS' })).toBe('3×40 ≥ 2×60');
    expect(proof({ present: 61, yes: 40, threshold: 'TWO_THIRDS' })).toBe('3×40 < 2×61');
  });
  it('is drawn over all present, so that those who did not vote stay empty', () => {
    expect(slices({ present: 10, yes: 5, no: 2, abstain: 1 }).map((s) => [s.part, s.from, s.to])).toEqual([['yes', 0, 0.5], ['no', 0.5, 0.7], ['abstain', 0.7, 0.7999999999999999]]);
    expect(slices({ present: 0, yes: 0, no: 0, abstain: 0 })).toEqual([]);
  });
});

describe('duties', () => {
  const duty = (id: string, dueAt: string, doneAt: string | null = null): Duty => ({ id, stem: id.split('-')[0], term: { id, openedAt: dueAt, dueAt, doneAt } }) as unknown as Duty;
  const [plan, first, second] = [duty('plan', '2026-11-20T00:00:00+08:00', '2026-11-19T00:00:00+08:00'), duty('announce', '2026-11-25T00:00:00+08:00'), duty('announce-2', '2026-11-24T00:00:00+08:00')];
  it('stand what is owed first, by its due', () => expect(inOrder([plan, first, second]).map((d) => d.id)).toEqual(['announce-2', 'announce', 'plan']));
  it('explain the nearest owed, else the newest', () => {
    expect(nearest([plan, first])?.id).toBe('announce');
    expect(nearest([plan])?.id).toBe('plan');
  });
  it('show every announcement that is still owed', () => expect(owedAnnouncements([plan, first, second]).map((d) => d.id)).toEqual(['announce-2', 'announce']));
  it('are late at their due', () => expect([0, 1].map((n) => toneOf(first.term.dueAt, instant(first.term.dueAt) - n))).toEqual(['late', 'soon']));
});

describe("the console's consultations", () => {
  const talk = (id: string, more: Partial<Talk> = {}): Talk => ({ id, announcementDueAt: null, dueAt: null, sessionAt: null, proposedVariant: null, delegatedStage: null, ...more }) as Talk;
  const list = (...nodes: Talk[]) => ({ totalCount: nodes.length, nodes });
  it('stand once each, announcements by their due before all else, what waits for us apart', () => {
    const [a, b] = [talk('a', { announcementDueAt: '2026-11-25T00:00:00+08:00' }), talk('b', { announcementDueAt: '2026-11-24T00:00:00+08:00' })];
    const groups = groupsOf({
      announce: list(a, b), plans: list(talk('p')), votes: list(a), ways: list(talk('x', { proposedVariant: 'CROSS_COMMUNITY' })), reviews: list(), ahead: list(talk('s', { sessionAt: '2026-11-26T10:00:00+08:00' }), talk('on')),
      reports: list(talk('r', { delegatedStage: 'REPORTED' }), talk('t', { delegatedStage: 'FED_BACK' })), open: list(),
    } as unknown as Talks);
    const ids = Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, rows.map((r: { talk: Talk }) => r.talk.id)]));
    expect(ids).toEqual({ announce: ['b', 'a'], plans: ['p'], votes: [], mine: ['x', 'r'], ahead: ['on', 's'] });
  });
});

const input = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, label: name, labelEn: name, kind, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });

describe('the sheets of a consultation', () => {
  const envelope = envelopeOf({ kind: 'consultation', id: 'k-1' }, 'c-1', '7');
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((f) => f.type.toString() === 'ConsultationPayload!');
  it('have a mutation that fits the schema for every command', () => {
    expect(fields.length).toBeGreaterThan(35);
    for (const f of [...fields.map((x) => x.name), beginMove(['430203001001']).mutation]) expect(validate(schema, parse(mutationOf(f, 'consultation')))).toEqual([]);
    expect(validate(schema, parse(mutationOf(linkMove().mutation, 'opinion')))).toEqual([]);
  });
  it('begin and link with fields that the schema has, and lack none that it asks for', () => {
    const asked = (type: string, given: readonly string[]) => {
      const found = schema.getType(type);
      if (!isInputObjectType(found)) throw new Error(`no ${type}`);
      const all = Object.values(found.getFields());
      return { unknown: given.filter((g) => !all.some((f) => f.name === g)), lacking: all.filter((f) => f.type.toString().endsWith('!') && f.defaultValue === undefined && !given.includes(f.name)).map((f) => f.name) };
    };
    expect(asked('OpenConsultationInput', ['commandId', ...beginMove(['430203001001', '430203001001001']).inputs.map((i) => i.name)])).toEqual({ unknown: [], lacking: [] });
    expect(asked('LinkOpinionInput', ['commandId', 'entryId', ...linkMove().inputs.map((i) => i.name)])).toEqual({ unknown: [], lacking: [] });
    for (const [move, fixed] of [[enterMove(), 'community'] as const])
      expect([move.mutation, asked(`${move.mutation[0]!.toUpperCase()}${move.mutation.slice(1)}Input`, ['commandId', fixed, ...move.inputs.map((i) => i.name)])]).toEqual([move.mutation, { unknown: [], lacking: [] }]);
  });
  it("have a mutation for every step of a council, an opinion's entering and support records", () => {
    const named = [...readFileSync('../OpsHub.GraphQL/Councils/CouncilMoveLabels.cs', 'utf8').matchAll(/\[typeof\((\w+)\)\] = \("(\w+)"/g)].map((m) => m[2] ?? '');
    expect(named.length).toBe(8);
    for (const name of named) expect(validate(schema, parse(mutationOf(name, /Support/.test(name) ? 'support' : 'council')))).toEqual([]);
    expect(validate(schema, parse(mutationOf(enterMove().mutation, 'opinion')))).toEqual([]);
    expect([[...OFFICES].sort(), [...MEMBER_CLASSES].sort()]).toEqual([valuesOf('HeadOffice').sort(), valuesOf('CouncilMemberClass').sort()]);
  });
  it('write candidates in their order, members and tallies; a candidate may have no vote, a class not none', () => {
    const rows = (...r: readonly Record<string, string>[]) => ({ kind: 'rows', rows: r }) as const;
    const nominate = [input('candidates', 'OFFICES')];
    expect(inputOf(nominate, { candidates: rows({ office: 'NONE' }, { office: 'DIRECTOR' }, { office: 'NONE' }) }, envelope)['candidates']).toEqual(['NONE', 'DIRECTOR', 'NONE']);
    const tallies = input('tallies', 'TALLIES', { choices: ['A', 'B'] });
    expect(columnsOf(tallies)[0]?.choices).toEqual(['A', 'B']);
    expect(problemsOf([tallies], { tallies: rows({ candidate: 'A', votes: '31' }, { candidate: 'B', votes: '0' }) })).toEqual({});
    expect(inputOf([tallies], { tallies: rows({ candidate: 'B', votes: '0' }) }, envelope)['tallies']).toEqual([{ candidate: 'B', votes: 0 }]);
    const members = input('members', 'MEMBER_COUNTS');
    expect(problemsOf([members], { members: rows({ class: 'GRID_HEAD', count: '0' }) })).toEqual({ members: { kind: 'row', row: 1 } });
    expect(inputOf(enterMove().inputs, { ...emptyValues(enterMove().inputs, 0), text: { kind: 'words', text: '路灯不亮' } }, envelope)).not.toHaveProperty('on');
  });
  it('know every kind of input that a step may ask for', () => {
    for (const kind of [...valuesOf('ConsultationInputKind'), ...valuesOf('CommunityInputKind')]) {
      const [value] = Object.values(emptyValues([input('x', kind as MoveInput['kind'])], 0));
      const listed = columnsOf({ kind: kind as MoveInput['kind'], choices: [] }).length > 0;
      expect([kind, value?.kind === 'rows']).toEqual([kind, listed]);
    }
  });
  it('write classes, dissents and milestones as the API takes them', () => {
    const inputs = [input('classes', 'PARTICIPANT_CLASSES'), input('dissents', 'DISSENTS', { required: false }), input('milestones', 'MILESTONES', { required: false })];
    const values: Values = {
      classes: { kind: 'rows', rows: [{ kind: 'EXPERT', community: '1', count: '3', method: 'INVITED' }] },
      dissents: { kind: 'rows', rows: [{ kind: 'OWNERS_COMMITTEE', text: ' 不同意 ', allegesHarm: 'true' }] },
      milestones: { kind: 'rows', rows: [] },
    };
    expect(inputOf(inputs, values, envelope)).toEqual({
      commandId: 'c-1', consultationId: 'k-1', expectedVersion: '7', classes: [{ kind: 'EXPERT', community: '1', count: 3, method: 'INVITED' }],
      dissents: [{ kind: 'OWNERS_COMMITTEE', text: '不同意', allegesHarm: true }],
    });
  });
  it('say which line is not complete', () => {
    const classes = input('classes', 'PARTICIPANT_CLASSES');
    const rows = [{ kind: 'EXPERT', community: '1', count: '3', method: 'INVITED' }, { kind: 'EXPERT', community: '1', count: '0', method: 'INVITED' }];
    expect(problemsOf([classes], { classes: { kind: 'rows', rows } })).toEqual({ classes: { kind: 'row', row: 2 } });
    expect(isWhole('DISSENTS', { kind: 'EXPERT', text: 'x' })).toBe(true);
  });
  it('send a tick that is not set as no, and keep yes and no apart where both are decisions', () => {
    expect(inputOf([input('secret', 'FLAG', { required: false })], { secret: { kind: 'flag', on: false } }, envelope)['secret']).toBe(false);
    const annul = input('annul', 'FLAG');
    expect(problemsOf([annul], emptyValues([annul], 0))).toEqual({ annul: { kind: 'missing' } });
    expect(inputOf([annul], { annul: { kind: 'words', text: 'false' } }, envelope)['annul']).toBe(false);
  });
  it('send every flag of a matter, and only what is known beside them', () => {
    const type = schema.getType('MatterFactsInput');
    const known = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    const written = matterOf({ kind: 'matter', flags: ['vital'], delegatedBy: '', agreementRecord: ' ' });
    expect(written).toMatchObject({ vital: true, major: false });
    expect(Object.keys(written).sort()).toEqual([...FLAGS].sort());
    expect([...FLAGS, 'delegatedBy', 'agreementRecord'].sort()).toEqual(known.sort());
  });
  it('offer the kinds of bodies that the schema has', () => {
    expect([...KINDS].sort()).toEqual(valuesOf('ParticipantKind').sort());
    expect(rowOf('MILESTONES', { text: 'a', due: '2026-12-01' })).toEqual({ text: 'a', due: '2026-12-01' });
  });
  it('mark no step of two that may come in either order, and announcing before everything', () => {
    const move = (mutation: string): Move => ({ mutation, label: '', labelEn: '', rule: '', inputs: [] });
    expect(primary([move('publishNotice'), move('fixParticipants')])).toBeNull();
    expect(primary([move('requireVote'), move('announceResult')])?.mutation).toBe('announceResult');
    expect(primary([move('withdrawConsultation')])).toBeNull();
  });
});

describe('addresses', () => {
  it('lead to a consultation by number or id, to a list and to a community', () => {
    expect(routeOf(consultationPath('XS2026-1'))).toEqual({ page: 'consultation', number: 'XS2026-1', id: null });
    expect(routeOf(consultationIdPath('a/b='))).toEqual({ page: 'consultation', number: null, id: 'a/b=' });
    expect(routeOf('/consultations')).toEqual({ page: 'consultations', unit: null });
    expect(routeOf('/consultations/430203')).toEqual({ page: 'consultations', unit: '430203' });
    expect(routeOf('/community/430203001001')).toEqual({ page: 'community', code: '430203001001' });
  });
  it('of papers carry English where it is read', () => {
    expect(inLanguage('/papers/x?link=1', 'en')).toBe('/papers/x?link=1&lang=en');
    expect(inLanguage('/public/x', 'en')).toBe('/public/x?lang=en');
    expect(inLanguage('/public/x', 'zh')).toBe('/public/x');
  });
});

const eventsOf = (file: string): string[] =>
  [...readFileSync(`../OpsHub.Domain/Consultations/${file}`, 'utf8').matchAll(/JsonDerivedType\(typeof\(\w+\), "(\w+)"\)/g)].map((m) => m[1] ?? '');

describe.each([['Chinese', zh], ['English', en]])('%s', (_, t) => {
  it('has a word for every stage, event and duty of a consultation', () => {
    expect(valuesOf('ConsultationStage').filter((v) => !(v in t.consult.stages))).toEqual([]);
    const events = eventsOf('ConsultationEvents.cs');
    expect(events.length).toBeGreaterThan(35);
    expect(events.filter((e) => !(e in t.consult.events))).toEqual([]);
    const stems = [...readFileSync('../OpsHub.Domain/Consultations/ConsultationDuty.cs', 'utf8').matchAll(/const string \w+ = "(\w+)"/g)].map((m) => m[1] ?? '');
    expect(stems.length).toBeGreaterThan(10);
    expect(stems.filter((s) => !(s in t.consult.dutyNames))).toEqual([]);
  });
  it('has a word for everything that can be chosen in a consultation', () => {
    const names = [
      'ConsultationVariant', 'TopicCategory', 'ConsultationForm', 'SessionType', 'ParticipantKind', 'OpinionSource', 'ChoiceMethod', 'PresiderKind', 'SessionOutcome',
      'VoteBody', 'VoteThreshold', 'VenueKind', 'PublicationChannel', 'FeedbackAudience', 'DelegatedStage', 'AnnouncementKind',
    ];
    expect(names.flatMap((n) => valuesOf(n)).filter((v) => !(v in t.act.choices))).toEqual([]);
  });
  it('has a word for every flag, cell and class', () => {
    expect(FLAGS.filter((f) => !(f in t.act.flags))).toEqual([]);
    const cells = (['PARTICIPANT_CLASSES', 'DISSENTS', 'MILESTONES'] as const).flatMap((kind) => columnsOf({ kind, choices: [] }).map((c) => c.name));
    expect(cells.filter((c) => !(c in t.act.cells))).toEqual([]);
    expect(valuesOf('CouncilMemberClass').filter((v) => !(v in t.consult.memberClasses))).toEqual([]);
    expect(valuesOf('ElectionStage').filter((v) => !(v in t.consult.electionStages))).toEqual([]);
    expect(valuesOf('HeadOffice').filter((v) => !(v in t.consult.offices))).toEqual([]);
    expect(valuesOf('OfficeTermState').filter((v) => !(v in t.consult.termStates))).toEqual([]);
    expect(valuesOf('Role').filter((v) => !(v in t.console.roles))).toEqual([]);
  });
});

describe('Chinese labels of consultations', () => {
  it('name the next move in at most six characters', () => expect(Object.values(zh.consult.stages).filter((s) => s.length > 6)).toEqual([]));
});
