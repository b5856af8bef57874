// Invented consultations for developing the pages: several stages in one county, the rest scattered over the city.
import { iso, pick, random } from './city.mjs';

const H = 3600e3;
const D = 24 * H;
const midnight = (at) => Math.floor((at + 8 * H) / D) * D + D - 8 * H;

const TOPICS = [
  ['加装电梯费用分摊', 'PRESSING_PROBLEMS'], ['水渠清淤分摊', 'PUBLIC_AFFAIRS'], ['停车位管理办法', 'SELF_GOVERNANCE_RULES'], ['集体林地收益使用', 'COLLECTIVE_FUNDS_AND_ASSETS'],
  ['路灯选址', 'PUBLIC_AFFAIRS'], ['物业费调整', 'PRESSING_PROBLEMS'], ['老旧管网改造', 'PUBLIC_AFFAIRS'], ['广场舞时间公约', 'SELF_GOVERNANCE_RULES'], ['机耕路养护分摊', 'PRESSING_PROBLEMS'],
];
const STAGES = ['COLLECTING', 'TOPIC_PROPOSED', 'TOPIC_DETERMINED', 'PLANNED', 'PREPARED', 'IN_SESSION', 'SESSION_ENDED', 'SESSION_ENDED', 'VOTE_REQUIRED', 'IMPLEMENTING', 'IMPLEMENTING', 'ARCHIVED'];
const ORDER = ['COLLECTING', 'TOPIC_PROPOSED', 'TOPIC_DETERMINED', 'PLANNED', 'PREPARED', 'IN_SESSION', 'SESSION_ENDED', 'CONCLUDED', 'VOTE_REQUIRED', 'VOTE_PASSED', 'VOTE_FAILED', 'ADOPTED', 'IMPLEMENTING', 'IMPLEMENTED', 'FED_BACK', 'SURVEYED', 'ARCHIVED'];
const past = (stage, than) => ORDER.indexOf(stage) >= ORDER.indexOf(than);

const NAMES = { meeting: ['工作例会', 'Work meeting'], plan: ['制定方案', 'Plan'], announce: ['公告协商情况', 'Announcement'], explain: ['解释说明', 'Explanation'], progress: ['公开进度', 'Progress'] };
const CLAUSES = { meeting: ['C033', '二(四)2', 'ASSUMED'], plan: ['C035', '二(四)2', 'TEXT'], announce: ['C040', '二(四)2', 'TEXT'], explain: ['C053', '二(五)', 'ASSUMED'], progress: ['C056', '二(五)', 'ASSUMED'] };

const flags = { important: false, cannotAlone: false, groupScope: false, withoutCouncil: false, socialEffect: false, publicConcern: true, vital: true, legalVote: false, major: false, communityActs: true, technical: false, delegatedBy: null, agreementRecord: null };

const field = (name, kind, label, more = {}) => ({ name, kind, label, labelEn: label, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });
const step = (mutation, label, labelEn, rule, kind, inputs) => ({ mutation, label, labelEn, rule, kind, inputs });

export function inventConsultations(units, face, within) {
  const communities = [...units.values()].filter((u) => u.level === 'COMMUNITY');
  const home = communities.filter((u) => u.code.startsWith('430203'));
  const all = [];
  const organ = (u, name = u.name) => ({ code: u.code, kind: 'UNIT', name, nameEn: null, unit: face(u) });

  const duty = (u, stem, n, from, due, done, hard, more = {}) => ({
    id: n > 1 ? `${stem}-${n}` : stem, stem, hard, breached: hard && (done ?? Date.now()) > due, session: null, dissent: null, explain: '', ...more,
    term: {
      id: n > 1 ? `${stem}-${n}` : stem, name: NAMES[stem][0], nameEn: NAMES[stem][1], holder: organ(u), openedAt: iso(from), dueAt: iso(due), doneAt: done ? iso(done) : null, late: (done ?? Date.now()) > due,
      provisional: false, rule: CLAUSES[stem][0], clause: CLAUSES[stem][1], basis: CLAUSES[stem][2], parameter: null, fired: done ? [] : ['DUE_SOON'], ledger: [],
      explain: ({ language }) => (language === 'EN' ? `${NAMES[stem][1]}: counted from the step that opened it; the day itself does not count, a day ends at 24:00.` : `${NAMES[stem][0]}：自开启之日起算，当日不计，末日 24:00 止。`),
    },
  });

  const invent = (u, i, stage, endedAgo, variant = 'COMMUNITY') => {
    const now = Date.now();
    const [title, category] = TOPICS[i % TOPICS.length];
    const ended = now - endedAgo;
    const due = midnight(ended) + D;
    const session = past(stage, 'SESSION_ENDED');
    const announced = session && stage !== 'SESSION_ENDED';
    const t0 = session ? ended - 12 * D : now - 3 * D;
    const duties = [duty(u, 'meeting', 1, t0, t0 + 5 * D, t0 + D, false)];
    if (past(stage, 'TOPIC_DETERMINED')) duties.push(duty(u, 'plan', 1, t0 + 2 * D, midnight(t0 + 2 * D) + 2 * D, past(stage, 'PLANNED') ? t0 + 3 * D + (i % 5 === 0 ? 2 * D : 0) : null, true));
    if (session) duties.push(duty(u, 'announce', 1, ended, due, announced ? ended + 5 * H : null, variant === 'COMMUNITY', { session: 1 }), duty(u, 'explain', 1, ended, ended + 7 * D, announced ? ended + 2 * D : null, false, { dissent: 1 }));
    if (stage === 'IMPLEMENTING') duties.push(duty(u, 'progress', 2, now - 10 * D, now + 20 * D, null, false));
    const open = duties.filter((d) => !d.term.doneAt);
    const owed = open.find((d) => d.stem === 'announce');
    const nearest = open.map((d) => Date.parse(d.term.dueAt)).sort((a, b) => a - b)[0] ?? null;
    const number = `XS2026-${430203 + i}`;
    const row = { u, title, stage, number, owedAt: owed ? Date.parse(owed.term.dueAt) : null, dueMs: nearest, breached: duties.some((d) => d.breached), planDue: open.find((d) => d.stem === 'plan') };
    row.face = () => {
      const township = face(u.parent);
      const steps = [['ConsultationOpened', null, 'COLLECTING', t0], ['OpinionAdded', null, null, t0 + H], ['WorkMeetingHeld', null, null, t0 + D], ['TopicProposed', 'COLLECTING', 'TOPIC_PROPOSED', t0 + 1.5 * D], ['TopicDetermined', 'TOPIC_PROPOSED', 'TOPIC_DETERMINED', t0 + 2 * D], ['PlanMade', 'TOPIC_DETERMINED', 'PLANNED', t0 + 3 * D], ['NoticePublished', null, null, t0 + 4 * D], ['ParticipantsFixed', 'PLANNED', 'PREPARED', t0 + 5 * D], ['SessionStarted', 'PREPARED', 'IN_SESSION', ended - 3 * H], ['SessionClosed', 'IN_SESSION', 'SESSION_ENDED', ended], ['ConsultationAnnounced', null, null, ended + 5 * H], ['VoteHeld', 'VOTE_REQUIRED', 'VOTE_PASSED', ended + 3 * D], ['ResultAdopted', 'VOTE_PASSED', 'ADOPTED', ended + 4 * D], ['ImplementationStarted', 'ADOPTED', 'IMPLEMENTING', ended + 5 * D]];
      const count = { COLLECTING: 2, TOPIC_PROPOSED: 4, TOPIC_DETERMINED: 5, PLANNED: 7, PREPARED: 8, IN_SESSION: 9, SESSION_ENDED: 10, VOTE_REQUIRED: 11 }[stage] ?? 14;
      const input = (name, label, labelEn, kind, more = {}) => ({ name, label, labelEn, kind, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });
      const move = (mutation, label, labelEn, rule, inputs = [], to = null) => ({ mutation, label, labelEn, rule, to, inputs });
      const CHANNELS = ['NOTICE_BOARD', 'BUILDING_POSTERS', 'RESIDENTS_GROUPS', 'WEBSITE', 'BROADCAST', 'LETTERS_AND_VISITS'];
      const moves = {
        SESSION_ENDED: [move('announceResult', '公告协商情况', 'Announce', 'C040', [input('place', '张贴地点', 'Place', 'TEXT', { max: 200 }), input('channels', '其他渠道', 'Channels', 'CHOICES', { required: false, choices: CHANNELS }), input('text', '公告内容', 'Text', 'TEXT', { max: 4000 })]),
          move('explainDissent', '解释说明', 'Explain', 'C053', [input('dissent', '不同意见', 'Dissent', 'NUMBER', { choices: ['1'], min: 1, max: 1 }), input('explanation', '解释', 'Explanation', 'TEXT', { max: 2000 })]),
          move('openAnotherRound', '再次协商', 'Another round', 'SM2.13', [input('reason', '理由', 'Reason', 'TEXT', { max: 500, required: false })], 'TOPIC_DETERMINED'), move('requireVote', '提交表决', 'Require a vote', 'SM2.14', [input('reason', '理由', 'Reason', 'TEXT', { max: 500 })], 'VOTE_REQUIRED')],
        TOPIC_DETERMINED: [move('makePlan', '制定方案', 'Make the plan', 'C035', [input('start', '协商时间', 'Start', 'INSTANT', { after: iso(now) }), input('venue', '地点类别', 'Kind of venue', 'CHOICE', { choices: ['CONSULTATION_HALL', 'SERVICE_CENTRE', 'ACTIVITY_PLACE', 'GROUP_PLACE', 'ONLINE', 'OTHER'] }), input('place', '地点', 'Place', 'TEXT', { max: 200 }), input('content', '内容', 'Content', 'TEXT', { max: 4000 }), input('kinds', '参与主体', 'Kinds', 'CHOICES', { choices: ['COMMITTEE', 'OWNERS_COMMITTEE', 'PROPERTY_COMPANY', 'REGISTERED_RESIDENTS'] })], 'PLANNED')],
        PLANNED: [move('publishNotice', '发布公告', 'Publish the notice', 'C038', [input('channels', '渠道', 'Channels', 'CHOICES', { choices: CHANNELS })]), move('fixParticipants', '确定参与主体', 'Fix participants', 'C037', [input('classes', '参与主体', 'Participants', 'PARTICIPANT_CLASSES', { max: 100 }), input('electionRecord', '选举记录编号', 'Record of election', 'TEXT', { max: 200 })])],
        IMPLEMENTING: [move('publishProgress', '公开进度', 'Publish progress', 'C056', [input('text', '进度', 'Progress', 'TEXT', { max: 2000 })]), move('completeImplementation', '实施完成', 'Complete', 'SM2.20', [input('text', '情况', 'What was done', 'TEXT', { max: 2000 })], 'IMPLEMENTED'), move('correctResult', '纠正结果', 'Correct the result', 'C054', [input('ground', '法律依据', 'Legal ground', 'TEXT', { max: 1000 }), input('annul', '撤销还是重新协商', 'Annul or open again', 'FLAG')])],
      }[stage] ?? [];
      const history = { nodes: steps.slice(0, count).map(([event, from, to, at], n) => ({ sequence: n + 1, at: iso(at), occurredAt: null, effectiveAt: iso(at), principal: 'dev', role: 'COMMUNITY_PARTY', organ: organ(u), event, from: null, to: null, consultationFrom: from, consultationTo: to, yearFrom: null, yearTo: null, reason: event === 'SessionClosed' ? '未达成一致 · 到会 42 人' : null, rule: event === 'PlanMade' ? 'C035' : null, clause: event === 'PlanMade' ? '二(四)2' : null, hash: (0x9c1e57aa + n * 0x1357911).toString(16).padStart(64, 'a'), previousHash: '0'.repeat(64) })), pageInfo: { hasPreviousPage: false, hasNextPage: false, startCursor: '1', endCursor: '9' } };
      return {
        __typename: 'Consultation', id: `consultation-${i}`, number, version: String(count), title, variant, stage, round: i % 4 === 2 ? 2 : 1, open: !['ARCHIVED'].includes(stage), category, simplifiedBy: null, reportedToCouncilAt: null,
        complaints: [], publishedAt: null, reviewOpen: false, breached: row.breached, overdue: open.some((d) => d.term.late), dueAt: nearest ? iso(nearest) : null, announcementDueAt: owed?.term.dueAt ?? null, beganAt: iso(t0), changedAt: iso(t0), endedAt: null, reason: null, opinionCount: 3, rulesVersion: 1,
        unit: face(u), grid: null, community: variant === 'CROSS_COMMUNITY' ? null : face(u), township, county: face(u.parent.parent), communities: variant === 'CROSS_COMMUNITY' ? u.parent.kids.slice(0, 3).map(face) : [face(u)], lead: organ(u), matter: flags,
        proposedVariant: stage === 'COLLECTING' && i % 2 === 0 ? 'CROSS_COMMUNITY' : null,
        opinions: () => ({ nodes: [['BOX', '建议按楼层分摊，一楼不出。'], ['HOUSEHOLD_VISIT', '担心影响采光，希望先看方案。'], ['HOTLINE_12345', '希望尽快装，家里老人上下楼不便。']].map(([source, text], n) => ({ id: `o-${n}`, source, community: face(u), kind: 'REGISTERED_RESIDENTS', text, at: iso(t0 + n * H) })), edges: [], pageInfo: {} }),
        solicitations: [], workMeetings: [{ at: iso(t0 + D), record: '例会纪要 2026-31' }],
        topic: past(stage, 'TOPIC_PROPOSED') ? { category, text: title, kindsConcerned: ['REGISTERED_RESIDENTS', 'OWNERS_COMMITTEE', 'PROPERTY_COMPANY'], proposedAt: iso(t0 + 1.5 * D), determinedAt: past(stage, 'TOPIC_DETERMINED') ? iso(t0 + 2 * D) : null } : null,
        plan: past(stage, 'PLANNED') ? { start: iso(session ? ended - 3 * H : now + 5 * H), venue: 'CONSULTATION_HALL', place: '社区二楼议事堂', content: '费用分摊比例、资金监管、施工时间。', participantRule: '每单元推选 2 人，业主委员会、物业各 2 人。', kinds: ['REGISTERED_RESIDENTS', 'OWNERS_COMMITTEE'], form: 'MEETING', type: 'CONCERNS_TALK', madeAt: iso(t0 + 3 * D) } : null,
        notice: past(stage, 'PREPARED') ? { at: iso(t0 + 4 * D), channels: ['NOTICE_BOARD', 'RESIDENTS_GROUPS'], place: '社区公告栏' } : null,
        participants: past(stage, 'PLANNED') ? { at: iso(t0 + 5 * D), count: 46, electionRecord: '选举记录 2026-7', classes: [['REGISTERED_RESIDENTS', 36, 'ELECTED'], ['OWNERS_COMMITTEE', 4, 'ELECTED'], ['PROPERTY_COMPANY', 3, 'DELEGATED'], ['EXPERT', 3, 'INVITED']].map(([kind, n, method]) => ({ kind, community: face(u), count: n, method })) } : null,
        sessions: session || stage === 'IN_SESSION' ? [{ number: 1, round: 1, startedAt: iso(ended - 3 * H), presider: 'COUNCIL_HEAD', adjourned: false, endedAt: session ? iso(ended) : null, outcome: session ? 'NO_CONSENSUS' : null, opinion: session ? '多数同意按楼层系数分摊，三楼以下住户对采光有不同意见，未能一致。' : null, attendance: session ? 42 : null, heard: session ? ['REGISTERED_RESIDENTS', 'OWNERS_COMMITTEE', 'PROPERTY_COMPANY'] : [], pauses: [{ from: iso(ended - 2 * H), reason: '核对面积', until: iso(ended - 1.5 * H) }], announcementDue: null }] : [],
        dissents: session ? [{ number: 1, session: 1, kind: 'REGISTERED_RESIDENTS', text: '一、二楼采光和噪声没有补偿。', allegesHarm: true, explainedAt: announced ? iso(ended + 2 * D) : null, explanation: announced ? '补偿办法已写入方案第四条。' : null }] : [],
        announcements: announced ? [{ number: 1, kind: 'SESSION', session: 1, at: iso(ended + 5 * H), place: '社区公告栏', channels: ['RESIDENTS_GROUPS'], text: '协商未达成一致，将提交居民会议表决。', dueAt: iso(due), late: false, publicPath: `/public/consultations/${number}/announcements/1` }] : [],
        requiredVote: stage === 'VOTE_REQUIRED' ? { since: iso(ended + D), bodies: ['RESIDENTS_MEETING', 'REPRESENTATIVES_MEETING'], threshold: 'TWO_THIRDS', rule: 'C043', reason: null } : null,
        votes: past(stage, 'VOTE_PASSED') ? [{ at: iso(ended + 3 * D), body: 'RESIDENTS_MEETING', present: 62, yes: 44, no: 12, abstain: 6, hidden: false, threshold: 'TWO_THIRDS', passed: true, secret: true, eligible: 80, record: '表决记录 2026-3' }, { at: iso(ended + 2 * D), body: 'REPRESENTATIVES_MEETING', present: 30, yes: 15, no: 11, abstain: 4, hidden: false, threshold: 'MAJORITY', passed: false, secret: true, eligible: 36, record: '表决记录 2026-2' }] : [],
        adoption: past(stage, 'ADOPTED') ? { at: iso(ended + 4 * D), implementingBody: '社区居民委员会', owner: '物业服务管理岗', sunshineEntry: 'YG-2026-18', milestones: [{ number: 1, text: '签订施工合同', due: '2026-11-10', doneAt: iso(now - 9 * D), late: false }, { number: 2, text: '基坑开挖', due: '2026-11-20', doneAt: null, late: true }, { number: 3, text: '验收运行', due: '2026-12-30', doneAt: null, late: false }] } : null,
        progress: past(stage, 'IMPLEMENTING') ? [{ at: iso(now - 9 * D), text: '已签订合同，资金到账八成。', milestone: 1 }] : [], supervisionNotes: past(stage, 'IMPLEMENTING') ? [{ at: iso(now - 5 * D), text: '请补公示资金明细。' }] : [],
        feedbacks: [], survey: stage === 'ARCHIVED' ? { at: iso(now), visitRecord: '回访 9', ballots: 40, satisfied: 37, hidden: false, percent: '92.5%' } : null, file: null, delegated: i % 6 === 5 ? { organ: organ(u.parent), stage: 'REPORTED', reportedAt: iso(now - D), report: '协商结果：同意分摊方案，请核定补助。', decision: null, fedBackAt: null } : null, delegatedBy: null, corrections: [],
        warnings: i % 3 === 0 ? [{ rule: 'C039', clause: '二(四)2', at: iso(ended), note: '物业', text: ({ language }) => (language === 'EN' ? 'The property company was not heard' : '物业服务企业没有发言') }] : [],
        duties, openDuties: open, waits: open.map((d) => ({ organ: organ(u), what: d.term.name, whatEn: d.term.nameEn, since: d.term.openedAt, until: d.term.dueAt, late: d.term.late, hard: d.hard, duty: d })),
        moves: moves.map((m) => m.mutation), nextMoves: moves, history: () => history,
      };
    };
    all.push(row);
  };

  home.slice(0, 12).forEach((u, i) => invent(u, i, STAGES[i % STAGES.length], i === 6 ? 30 * H : i === 7 ? 2.6 * D : 3 * D));
  const filler = STAGES.filter((s) => s !== 'SESSION_ENDED' && s !== 'ARCHIVED');
  for (let i = 12; i < 60; i++) invent(pick(communities), i, i < 18 ? 'SESSION_ENDED' : pick(filler), i < 18 ? (20 + i) * H * random() + 8 * H : 4 * D);
  const of = (unit) => all.filter((c) => within({ grid: { code: c.u.code } }, unit));

  const reading = (unit) => {
    const mine = of(unit).filter((c) => c.stage !== 'ARCHIVED');
    const now = Date.now();
    const stages = new Map();
    for (const c of mine) stages.set(c.stage, (stages.get(c.stage) ?? 0) + 1);
    const owed = mine.filter((c) => c.owedAt);
    return {
      open: mine.length, byStage: [...stages].map(([stage, count]) => ({ stage, count })),
      announcementsDueToday: owed.filter((c) => c.owedAt > now && c.owedAt <= midnight(now)).length, announcementsLate: owed.filter((c) => c.owedAt <= now).length,
      plansDueToday: mine.filter((c) => c.planDue && Date.parse(c.planDue.term.dueAt) > now && Date.parse(c.planDue.term.dueAt) <= midnight(now)).length,
      plansLate: mine.filter((c) => c.planDue?.term.late).length, breached: mine.filter((c) => c.breached).length, overdue: 0, furtherRounds: mine.length >> 3,
      votesAhead: mine.filter((c) => c.stage === 'VOTE_REQUIRED').length, sessionsToday: mine.filter((c) => c.stage === 'PREPARED').length, provisional: 0,
      nextAnnouncementDue: owed.length ? iso(Math.min(...owed.map((c) => c.owedAt))) : null,
    };
  };
  const listed = (unit, filter = {}) => of(unit).filter((c) => (!filter.stages || filter.stages.includes(c.stage)) && (!filter.openOnly || c.stage !== 'ARCHIVED') && (!filter.announcementOpen || c.owedAt)).sort((a, b) => (a.dueMs ?? 1e15) - (b.dueMs ?? 1e15));
  return {
    reading,
    due: (unit, first) => listed(unit, { announcementOpen: true }).sort((a, b) => a.owedAt - b.owedAt).slice(0, first).map((c) => ({ consultationId: c.number, number: c.number, title: c.title, variant: 'COMMUNITY', category: null, stage: c.stage, round: 1, community: face(c.u), township: face(c.u.parent), lead: organ(c.u), dueAt: iso(c.owedAt), late: c.owedAt < Date.now() })),
    list: (unit, filter, first) => ({ nodes: listed(unit, filter ?? {}).slice(0, first ?? 20).map((c) => c.face()), totalCount: listed(unit, filter ?? {}).length, asOf: iso(Date.now()), edges: [], pageInfo: { hasNextPage: listed(unit, filter ?? {}).length > (first ?? 20), endCursor: 'x' } }),
    reports: () => ({ nodes: all.filter((c) => Number(c.number.split('-')[1]) % 6 === 0).slice(0, 2).map((c) => ({ ...c.face(), delegated: { stage: 'REPORTED', organ: organ(c.u.parent) } })), totalCount: 2, asOf: iso(Date.now()), edges: [], pageInfo: {} }),
    one: ({ id, number }) => all.find((c) => c.number === number || `consultation-${Number(c.number.split('-')[1]) - 430203}` === id)?.face() ?? null,
    ledger: ({ community }) => ({
      id: `ledger-${community}`, community: face(units.get(community)), count: 27, linked: 9, version: '27', lastVisitOn: '2026-11-12', visitDueOn: '2026-12-12', visitOverdue: false, visitBasis: 'ASSUMED',
      bySource: [['BOX', 6], ['ONLINE_FORUM', 8], ['HOUSEHOLD_VISIT', 9], ['HOTLINE_12345', 4]].map(([source, count]) => ({ source, count })),
      entries: ({ source, linked }) => ({ totalCount: 5, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [['BOX', '建议按楼层分摊加装电梯费用，一楼不出，并公示每户应缴数额。', null], ['HOUSEHOLD_VISIT', '夜间路灯不亮，出门买菜都看不清路。', 'consultation-4'], ['HOTLINE_12345', '希望划出非机动车停车区。', null], ['ONLINE_FORUM', '广场舞音量太大，希望约定时间。', null], ['HOUSEHOLD_VISIT', '水渠淤积，下雨倒灌。', 'consultation-1']].map(([s, text, consultation], n) => ({ id: `entry-${n}`, source: s, kind: n % 2 ? 'REGISTERED_RESIDENTS' : null, text, on: '2026-11-2' + n, enteredAt: iso(Date.now() - n * 9 * H), ticket: s === 'HOTLINE_12345' ? 'ZZ12345-8817' : null, consultationId: consultation, linkedAt: null })).filter((e) => (!source || e.source === source) && (linked == null || linked === (e.consultationId !== null))) }),
    }),
    supportKinds: () => [{ kind: 'PARTY_AFFAIRS_NOTICE', name: '党务公开', nameEn: 'Party affairs', rule: 'C061', clause: '三(一)', levels: ['COMMUNITY'], recordable: true, public: true, basis: 'text', cycleMonths: null, parameter: null }],
    supportRecords: ({ unit }) => ({ totalCount: 1, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false }, nodes: [{ id: 'support-1', kind: 'PARTY_AFFAIRS_NOTICE', on: '2026-07-01', text: '上半年党务公开栏已更新。', quantity: null, unconsulted: false, unit: face(units.get(unit)), nextMoves: [step('endSupportRecord', '注销', 'End', 'C061', 'PARTY_AFFAIRS_NOTICE', [field('reason', 'TEXT', '理由', { max: 500 })])] }] }),
    supportMoves: () => [step('recordSupport', '登记保障事项', 'Make a record', 'C061', 'PARTY_AFFAIRS_NOTICE', [field('kind', 'CHOICE', '事项', { choices: ['PARTY_AFFAIRS_NOTICE'] }), field('on', 'DAY', '日期'), field('text', 'TEXT', '内容', { max: 2000 })])],
    councilDesk: () => ({ reads: true, nextMoves: [step('setCouncilHall', '设立议事堂', 'Set the hall', 'C011', null, [field('venue', 'CHOICE', '场所类别', { choices: ['CONSULTATION_HALL', 'OTHER'] }), field('place', 'TEXT', '地点', { max: 200 })])] }),
    council: ({ community }) => ({
      id: `council-${community}`, community: face(units.get(community)), establishedOn: '2025-03-01', hall: { venue: 'CONSULTATION_HALL', place: '社区二楼' }, memberCount: 19, version: '4', moves: [], warnings: [],
      members: [['PARTY_ORGANISATION', 3], ['COMMITTEE', 2], ['REPRESENTATIVE', 6], ['GRID_HEAD', 3], ['OWNERS_COMMITTEE', 2], ['EXCELLENT_PARTY_MEMBER', 2], ['PEOPLES_CONGRESS_DEPUTY', 1]].map(([c, count]) => ({ class: c, count })),
      election: { stage: 'ELECTED', electors: 812, round: 2, invalid: 7, termStart: '2025-03-01', termEnd: '2028-02-29', candidates: [{ label: 'A', office: 'NONE', votes: 431 }, { label: 'B', office: 'DIRECTOR', votes: 374 }] },
      head: { electedOn: '2025-03-01', office: 'NONE', termStart: '2025-03-01', termEnd: '2028-02-29', termState: 'RUNNING' },
    }),
  };
}
