// A stand-in for the hub while developing the pages: the committed schema, an invented city. Never shipped.
// node dev/server.mjs [--port 5081] [--divisions FILE] ; then OPSHUB=http://localhost:5081 npm run dev, sign in with anything.
// POST /dev/silence and /dev/speak stop and resume all messages; POST /dev/drop closes every socket.
import { readFileSync, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSchema, graphql, execute, parse, subscribe, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { inventCity, iso, random } from './city.mjs';
import { caseFile } from './caseFile.mjs';
import { inventConsultations } from './consultations.mjs';
import { readUnits, under } from './units.mjs';
import { inventTasks } from './tasks.mjs';
import { inventYears } from './years.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5081' }, divisions: { type: 'string', default: '../../seeds/divisions/divisions_4302.csv' }, quiet: { type: 'boolean', default: false }, as: { type: 'string', default: 'CITY_GOVERNANCE_OFFICE' }, at: { type: 'string', default: '4302' }, organ: { type: 'string' } } });
const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
const units = readUnits(values.divisions);
const city = inventCity(units);
let version = 1n;
let silent = false;
const log = Array.from({ length: 3 }, city.event);

const perMille = (part, whole) => (whole > 0 ? Math.floor((part * 1000) / whole) : null);
const summary = (unit) => {
  const s = city.own.get(unit.code) ?? city.blank();
  return {
    unit: face(unit), code: unit.code, name: unit.name, epoch: '7', version: String(version), asOf: iso(Date.now()), ...s,
    overduePerMille: perMille(s.overdue, s.open), onTimePerMille: s.closed30Days >= 20 ? perMille(s.onTime30Days, s.closed30Days) : null, byStage: [], byCategory: [], consultations: talks.reading(unit),
  };
};
// --quiet: a city in which nobody consults.
const talks = inventConsultations(units, (u) => face(u), (c, unit) => !values.quiet && city.within(c, unit));
const years = inventYears(units, (u) => face(u), city.cases);
const tasks = inventTasks(units, (u) => face(u), years, new Date().getFullYear());
const past = (unit, at, k) => {
  const s = city.own.get(unit.code) ?? city.blank();
  return { hour: iso(at), open: Math.round(s.open * k), overdue: Math.round(s.overdue * (2 - k)), dueToday: Math.round((s.dueToday + s.dueTodayDone) * k), reportedToday: Math.round(s.reportedToday * k), closedToday: Math.round(s.closedToday * k) };
};
const mine = (unit) => city.cases.filter((c) => city.within(c, unit)).map((c) => ({ ...c, caseId: c.id, township: face(c.township), community: face(c.community) }));
const holders = (unit) => {
  const by = new Map();
  for (const c of mine(unit)) {
    const h = by.get(c.holder.code) ?? by.set(c.holder.code, { organ: c.holder, held: 0, overdue: 0, meanHours: 12 + Math.floor(random() * 99) }).get(c.holder.code);
    h.held++;
    if (c.dueMs < Date.now()) h.overdue++;
  }
  return [...by.values()].sort((a, b) => b.overdue - a.overdue);
};
function face(unit) {
  if (!unit) return null;
  return {
    ...unit,
    parent: () => face(unit.parent),
    ancestors: () => (unit.parent ? [...face(unit.parent).ancestors(), face(unit.parent)] : []),
    counts: () => ({ counties: under(unit, 'COUNTY').length, townships: under(unit, 'TOWNSHIP').length, communities: under(unit, 'COMMUNITY').length, grids: under(unit, 'GRID').length }),
    children: () => ({ nodes: unit.kids.map(face), edges: [], pageInfo: {} }),
    agencies: () => ({ nodes: years.of(unit) }),
    summary: () => summary(unit),
    summaries: ({ level }) => under(unit, level).map(summary),
    sameHourLastWeek: () => past(unit, Date.now() - 7 * 864e5, 0.97),
    dailyHistory: () => Array.from({ length: 14 }, (_, i) => past(unit, Date.now() - (13 - i) * 864e5, 1 + Math.sin(i * 1.1) / 8 + Math.cos(i * 2.3) / 14)),
    lateCases: ({ first }) => mine(unit).filter((c) => c.dueMs < Date.now()).sort((a, b) => a.dueMs - b.dueMs).slice(0, first),
    nextDue: ({ first }) => mine(unit).filter((c) => c.dueMs > Date.now()).sort((a, b) => a.dueMs - b.dueMs).slice(0, first),
    holders: ({ first }) => holders(unit).slice(0, first),
    recentEvents: ({ first }) => log.filter((e) => city.within(e, unit)).slice(-first).reverse().map(eventFace),
  };
}
const eventFace = (e) => ({ ...e, township: face(e.township), community: face(e.community) });
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
const own = () => units.get(values.at);
// --organ 430203001-D03 or 430203:D03: signed in as an agency or a department, with --as AGENCY_STAFF or DEPARTMENT.
const unitOrgan = () => values.organ ? (values.organ.includes(':') ? years.departmentOrgan(values.organ) : years.agencyOrgan(values.organ)) : ({ code: values.at, kind: 'UNIT', name: own().name, nameEn: null, unit: face(own()) });
const root = {
  viewer: () => ({ principal: 'dev', role: values.as, organ: unitOrgan(), unit: face(own()), language: 'ZH', seesChannels: false, seesAllChannels: false, notices: { nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } } }),
  serverTime: () => iso(Date.now()),
  today: () => ({ date: iso(Date.now()).slice(0, 10), isWorkingDay: true, name: null, horizon: '2026-12-31', covered: true }),
  unit: ({ code }) => face(units.get(code)),
  case: ({ id }) => caseFile(city, id),
  cases: () => ({ totalCount: 0, asOf: iso(Date.now()), nodes: [], edges: [], pageInfo: {} }),
  agencies: () => ({ nodes: [] }),
  agency: ({ code }) => years.agency(code),
  agencyYear: (by) => years.one(values.as, by),
  surveys: () => ({ nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } }),
  scoreboard: (by) => years.board(values.as, by),
  finaliseAgencyScores: ({ input }) => years.batch(input.yearIds),
  gradeAgencies: ({ input }) => years.batch(input.grades.map((g) => g.yearId)),
  sharedResults: () => [],
  assessmentTasks: (by) => tasks.list(units.get(by.unit), by, unitOrgan().code),
  recordAssessment: ({ input }) => tasks.record(input),
  excludeFromAssessment: ({ input }) => tasks.exclude(input),
  adjustComponent: ({ input }) => ({ yearId: input.yearId, sequence: null, version: null, warnings: [], errors: [{ __typename: 'RuleRefusedError', code: 'NOT_A_SCORE', rule: 'A018', clause: '二(三)1', field: 'value', message: '分值为 0 至 100，最多四位小数', messageEn: 'A score is 0 to 100 with at most four decimals' }] }),
  announcementsDue: ({ unit, first }) => talks.due(units.get(unit), first),
  consultation: (by) => talks.one(by),
  consultations: ({ unit, filter, first }) => (filter?.delegatedBy ? talks.reports() : talks.list(units.get(unit), filter, first)),
  opinionLedger: (by) => talks.ledger(by),
  council: (by) => talks.council(by),
  supportKinds: () => talks.supportKinds(),
  supportMoves: () => talks.supportMoves(),
  councilDesk: () => talks.councilDesk(),
  supportRecords: (by) => talks.supportRecords(by),
  linkOpinion: ({ input }) => ({ entryId: input.entryId, sequence: 28, errors: [], warnings: [] }),
  announceResult: ({ input }) => ({ consultationId: input.consultationId, sequence: null, version: null, warnings: [], errors: [{ __typename: 'RuleRefusedError', code: 'TOO_EARLY', rule: 'C040', clause: '二(四)2', field: 'text', message: '会议尚未结束，不能公告', messageEn: 'The session has not ended' }] }),
  signIn: () => ({ token: 'dev', errors: [] }),
  unitSummary: async function* ({ code }) {
    for (;;) {
      const unit = units.get(code);
      if (!silent) yield { unitSummary: { summary: summary(unit), children: unit.kids.map(summary), heartbeat: false, serverTime: iso(Date.now()) } };
      await pause(1000);
    }
  },
  unitCaseEvents: async function* ({ code, after }) {
    let at = Number(after ?? log.length);
    for (;;) {
      while (!silent && at < log.length) {
        const event = log[at++];
        if (event.grid.code.startsWith(code)) yield { unitCaseEvents: eventFace(event) };
      }
      await pause(200);
    }
  },
  consultationChanged: async function* () { await pause(1e9); yield {}; },
  agencyYearChanged: async function* () { await pause(1e9); yield {}; },
  scoreboardChanged: async function* (by) {
    for (;;) {
      const { totalCount, sums } = years.board(values.as, by);
      if (!silent) yield { scoreboardChanged: { lines: [], gone: [], totalCount, sums, asOf: iso(Date.now()) } };
      await pause(10_000);
    }
  },
  caseChanged: async function* () { await pause(1e9); yield {}; },
};
setInterval(() => (log.push(city.event()), version++), 900);

// As the hub sends it, so that what it forbids fails here already.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const http = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://x');
  let body = '';
  for await (const chunk of request) body += chunk;
  if (pathname === '/dev/silence' || pathname === '/dev/speak') return (silent = pathname.endsWith('silence')), response.end('ok');
  if (pathname === '/dev/drop') return sockets.clients.forEach((c) => c.terminate()), response.end('ok');
  if (pathname === '/graphql') {
    const { query, variables } = JSON.parse(body);
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue: root });
    if (answer.errors) console.error(answer.errors);
    return response.setHeader('content-type', 'application/graphql-response+json').end(JSON.stringify(answer));
  }
  const file = join('dist', pathname);
  const found = existsSync(file) && statSync(file).isFile() ? file : 'dist/index.html';
  response.setHeader('content-security-policy', policy).setHeader('content-type', types[extname(found)] ?? 'application/octet-stream').end(readFileSync(found));
});
const sockets = new WebSocketServer({ server: http, path: '/graphql' });
useServer({ schema, roots: { subscription: Object.fromEntries(['unitSummary', 'unitCaseEvents', 'caseChanged', 'consultationChanged', 'agencyYearChanged', 'scoreboardChanged'].map((n) => [n, root[n]])) }, execute, subscribe, parse, validate }, sockets);
http.listen(Number(values.port), () => console.log(`development server on http://localhost:${values.port}/#key=dev`));
