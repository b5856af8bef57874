// An invented city for developing the pages: nothing of it reaches the product.
import { under } from './units.mjs';

let seed = 20261123;
export const random = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
export const pick = (list) => list[Math.floor(random() * list.length)];
export const iso = (at) => new Date(at + 8 * 3600e3).toISOString().replace(/\.\d+Z$/, '+08:00');

const CATEGORIES = [
  ['Q02-01', '私搭乱建', 'Illegal building'], ['Q03-01', '道路破损', 'Road damage'], ['Q03-04', '人行道破损', 'Sidewalk damage'],
  ['Q01-05', '下水道堵塞', 'Blocked sewer'], ['Q01-04', '燃气管道破裂', 'Gas leak'], ['Q04-02', '积存垃圾渣土', 'Debris left'],
  ['Q06-02', '油烟污染', 'Cooking fumes'], ['Q05-03', '行道树断枝', 'Fallen branch'], ['Q06-07', '畜禽养殖污染', 'Livestock waste'],
  ['W03', '矛盾纠纷', 'Disputes'], ['Q06-09', '物业服务投诉', 'Property service'], ['Q03-09', '河堤破损', 'River bank'],
];
const ORGANS = [['住建局', 'Housing Bureau'], ['城管局', 'City Management'], ['自然资源所', 'Land Office'], ['水利局', 'Water Bureau'], ['综合执法大队', 'Enforcement'], ['派出所', 'Police']];
const EVENTS = ['CaseReported', 'CaseAccepted', 'CaseTriaged', 'CaseDispatched', 'DispatchAccepted', 'CaseFedBack', 'CaseVerified', 'CaseClosed', 'CaseReturned'];
const STAGES = ['REPORTED', 'ACCEPTED', 'TRIAGED', 'DISPATCHED', 'HANDLING', 'FED_BACK', 'VERIFIED', 'CLOSED', 'RETURNED'];

export function inventCity(units) {
  const own = new Map();
  const grids = [...units.values()].filter((u) => u.level === 'GRID');
  const blank = () => ({ open: 0, overdue: 0, dueToday: 0, dueTodayDone: 0, dueWithinHour: 0, reportedToday: 0, reportedLastHour: 0, closedToday: 0, closed30Days: 0, onTime30Days: 0, emergencies: 0, urged: 0, reopened: 0, provisional: 0 });
  const add = (grid, field, n) => {
    for (let u = grid; u; u = u.parent) {
      const sum = own.get(u.code) ?? own.set(u.code, blank()).get(u.code);
      sum[field] += n;
    }
  };
  const bias = new Map([...units.values()].map((u) => [u.code, 0.3 + random() * 1.4]));
  for (const g of grids) {
    const weight = bias.get(g.parent.parent.parent.code) * bias.get(g.parent.parent.code);
    add(g, 'open', random() < 0.27 ? 1 : 0);
    if (own.get(g.code)?.open && random() < 0.026 * weight) add(g, 'overdue', 1);
    if (random() < 0.007) add(g, 'dueToday', 1);
    if (random() < 0.011) add(g, 'dueTodayDone', 1);
    if (random() < 0.04) add(g, 'closedToday', 1);
    if (random() < 0.035) add(g, 'reportedToday', 1);
    if (random() < 0.003) add(g, 'reportedLastHour', 1);
    if (random() < 0.0004) add(g, 'dueWithinHour', 1);
    if (random() < 0.0003) add(g, 'emergencies', 1);
    const closed = Math.floor(random() * 3);
    add(g, 'closed30Days', closed);
    for (let i = 0; i < closed; i++) if (random() < 0.975 - 0.045 * weight) add(g, 'onTime30Days', 1);
  }

  const organ = (county) => {
    const [name, nameEn] = pick(ORGANS);
    return { code: `d-${county.code}-${nameEn}`, kind: 'DEPARTMENT', name: county.name.slice(0, 2) + name, nameEn };
  };
  const place = (grid) => ({ community: grid.parent, township: grid.parent.parent });
  const cases = [];
  for (let i = 0; i < 900; i++) {
    const grid = pick(grids);
    const [category, categoryName, categoryNameEn] = pick(CATEGORIES);
    const late = i % 3 === 0;
    const span = late ? -Math.floor(random() ** 3 * 39 * 86400e3) - 3600e3 : Math.floor(random() * 40 * 3600e3) + 240e3;
    cases.push({
      __typename: 'WallCase', id: `case-${i}`, category, categoryName, categoryNameEn, ...place(grid), grid,
      holder: organ(grid.parent.parent.parent), dueMs: Date.now() + span, reportedAt: iso(Date.now() - 50 * 86400e3),
      holderSince: iso(Date.now() - (late ? -span * 1.3 : 3 * 3600e3)), stage: 'HANDLING', priority: i % 97 === 1 ? 'EMERGENCY' : 'ORDINARY',
      provisional: i % 41 === 4, urgedLevel: late ? Math.min(3, Math.floor(-span / 86400e3 / 8)) : 0,
    });
  }
  for (const c of cases) c.dueAt = iso(c.dueMs);
  let position = 0;
  const event = () => {
    const grid = pick(grids);
    const [, categoryName, categoryNameEn] = pick(CATEGORIES);
    const n = Math.floor(random() * EVENTS.length);
    if (EVENTS[n] === 'CaseReported') (add(grid, 'open', 1), add(grid, 'reportedToday', 1));
    if (EVENTS[n] === 'CaseClosed') (add(grid, 'open', -1), add(grid, 'closedToday', 1));
    return { position: String(++position), caseId: 'case-1', number: '4302', at: iso(Date.now()), event: EVENTS[n], stage: STAGES[n], category: 'Q01', categoryName, categoryNameEn, ...place(grid), grid, organ: organ(grid.parent.parent.parent) };
  };
  return { own, cases, event, blank, within: (c, unit) => c.grid.code.startsWith(unit.code), under };
}
