// One invented case for developing the case page.
import { iso } from './city.mjs';

const H = 3600e3;

export function caseFile(city, id) {
  const c = city.cases.find((x) => x.id === id) ?? city.cases[0];
  const now = Date.now();
  const organ = (u, name) => ({ code: u.code, kind: 'UNIT', name: name ?? u.name, nameEn: null, unit: u });
  const centre = organ(c.township, `${c.township.name}综治中心`);
  const term = (id, name, holder, opened, due, done, basis, clause, rule, zh, en) => ({
    id, name, holder, openedAt: iso(opened), dueAt: iso(due), doneAt: done ? iso(done) : null, late: (done ?? now) > due,
    provisional: false, rule, clause, basis, parameter: null, fired: done ? [] : ['DUE_SOON'], explain: ({ language }) => (language === 'EN' ? en : zh),
  });
  const t0 = now - 52 * H;
  const step = [t0, t0 + 0.4 * H, t0 + 1.1 * H, t0 + 1.6 * H, t0 + 2.2 * H];
  const names = [['CaseReported', null, 'REPORTED', organ(c.community)], ['CaseAccepted', 'REPORTED', 'ACCEPTED', centre], ['CaseTriaged', 'ACCEPTED', 'TRIAGED', centre], ['CaseDispatched', 'TRIAGED', 'DISPATCHED', centre], ['DispatchAccepted', 'DISPATCHED', 'HANDLING', c.holder]];
  const trace = names.map(([event, from, to, who], i) => ({
    sequence: i + 1, at: iso(step[i]), occurredAt: null, principal: 'dev', role: 'GRID_WORKER', organ: who, event, from, to,
    reason: i === 3 ? '牵头处置' : null, rule: i === 3 ? 'G022' : null, clause: i === 3 ? '三(五)' : null,
    hash: (0x9c1e57aa + i * 0x1357911).toString(16).padStart(64, '0').slice(-64).replace(/^0+/, 'a7'), previousHash: '0'.repeat(64),
  }));
  return {
    __typename: 'Case', id: c.id, number: '430203-2026-000117', version: '5', stage: 'HANDLING', kind: 'EVENT', title: '路面塌陷约半米', text: '雨后出现，已放置路锥',
    priority: c.priority, channel: 'GRID_WORKER', category: { code: c.category, name: c.categoryName, nameEn: c.categoryNameEn },
    grid: c.grid, community: c.community, township: c.township, county: c.township.parent, holder: c.holder, holderSince: iso(step[4]),
    lead: c.holder, assists: [], returns: 0, reworks: 0, reportedAt: iso(t0), closedAt: null, result: null, onTime: null, dueAt: iso(now + 9.45 * H), overdue: false,
    terms: [
      term('t1', '受理', centre, step[0], t0 + 2 * H, step[1], 'ASSUMED', '网格化实施意见 三(五)', 'G022', '上报后 2 个工作小时内受理，本系统默认值。', 'To be accepted within 2 working hours of the report; a default of this system.'),
      term('t2', '派单', centre, step[2], t0 + 5 * H, step[3], 'TEXT', '网格化实施意见 三(五)', 'G023', '研判后 4 个工作小时内派单。', 'To be dispatched within 4 working hours of triage.'),
      term('t3', '处置', c.holder, step[3], now + 9.45 * H, null, 'ASSUMED', '《株洲市城乡社区网格化平台事件处置指挥手册》', 'G022', '派单次日起算，2 个工作日，当日 24:00 止。处置时限见《事件处置指挥手册》，手册未装入，现用本系统默认值。', '2 working days from the day after dispatch, until 24:00. Basis: assumed default; the city handbook is not loaded.'),
    ],
    trace: { nodes: trace, pageInfo: { hasPreviousPage: false, hasNextPage: false, startCursor: '1', endCursor: '5' } },
  };
}
