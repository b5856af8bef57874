// Invented yearly tasks of assessment for developing the pages: last year's partly late, this year's just begun.
import { iso } from './city.mjs';
import { under } from './units.mjs';

const DEPARTMENTS = [['D01', '公安局'], ['D02', '司法局'], ['D03', '市场监督管理局'], ['D04', '自然资源局'], ['D05', '城市管理局'], ['D06', '人力资源和社会保障局'], ['D07', '农业农村局'], ['D08', '卫生健康局'], ['D12', '残疾人联合会']];
const FIGURES = [['score', '得分', 'Score'], ['satisfaction', '群众满意度', 'Satisfaction of the masses']].map(([name, label, labelEn]) => ({ name, label, labelEn, kind: 'SCORE', required: true, max: 100, min: 0 }));
const REASON = { name: 'reason', label: '理由', labelEn: 'Reason', kind: 'TEXT', required: true, max: 500, min: null };

export function inventTasks(units, face, years, present) {
  const organ = (u) => ({ code: u.code, kind: 'UNIT', name: u.name, nameEn: null, unit: face(u) });
  const made = new Map();
  const key = (year, code) => `${year} ${code}`;
  const county = (u) => (u.level === 'COUNTY' ? u : u.parent && county(u.parent));
  const due = (year) => Date.parse(`${year + 1}-04-01T00:00:00+08:00`);

  function task(year, kind, target, owner, cls, n) {
    const stored = made.get(key(year, target.code));
    const done = stored ?? (year < present ? (n % 3 !== 0 ? { score: 80 + (n * 7) % 20 + 0.5, satisfaction: 78 + (n * 5) % 20, closedAt: iso(due(year) + (n % 5 === 0 ? 9 : -20) * 864e5), late: n % 5 === 0, excluded: null, revision: n % 4 === 1 ? '复核后更正' : null } : null) : n % 11 === 1 ? { score: null, satisfaction: null, closedAt: iso(Date.now() - 9 * 864e5), late: false, excluded: '年内撤并，不再考评', revision: null } : null);
    return { id: `task-${year}-${target.code}`, year, kind, class: cls, target, owner, open: !done, dueAt: done ? null : iso(due(year)), openedAt: null, closedAt: null, late: false, score: null, satisfaction: null, excluded: null, revision: null, term: null, agencyYear: null, scheme: null, ...done };
  }
  const offered = (t, own) => (t.owner.code !== own ? [] : t.open
    ? [{ mutation: 'recordAssessment', label: '登记考评结果', labelEn: 'Record the result', rule: 'R038', inputs: FIGURES }, { mutation: 'excludeFromAssessment', label: '不纳入考评', labelEn: 'Leave out', rule: 'R038', inputs: [REASON] }]
    : [{ mutation: 'recordAssessment', label: t.score == null ? '登记考评结果' : '修订考评结果', labelEn: 'Revise the result', rule: 'R038', inputs: [...FIGURES, REASON] }]);

  const all = (unit, year) => {
    const home = county(unit);
    const own = organ(home);
    const townships = under(home, 'TOWNSHIP');
    return [
      ...townships.map((u, n) => task(year, 'TOWNSHIPS', organ(u), own, u.name.endsWith('镇') ? 'town' : 'subdistrict', n)),
      ...townships.flatMap((t) => t.kids.map((u, n) => task(year, 'COMMUNITIES', organ(u), organ(t), /村/.test(u.name) ? 'village' : 'community', n))),
      ...DEPARTMENTS.map(([d, name], n) => task(year, 'DEPARTMENTS', { code: `${home.code}:${d}`, kind: 'DEPARTMENT', name: home.name.replace(/(区|县|市)$/, '$1') + name, nameEn: null }, own, null, n)),
      ...years.of(unit).map((a, n) => ({ ...task(year, 'AGENCIES', { code: a.code, kind: 'AGENCY', name: a.name, nameEn: null }, own, null, n * 3), satisfaction: null, closedAt: null, late: false, dueAt: n % 4 === 3 ? iso(Date.now() + (n - 4) * 864e5) : iso(due(year)) })),
    ].filter((t) => unit === home || t.owner.code === unit.code || t.target.code === unit.code || t.kind === 'AGENCIES');
  };
  return {
    list: (unit, { year, kind, openOnly, owner, first }, viewer) => {
      const nodes = all(unit, year).filter((t) => (!kind || t.kind === kind) && (!openOnly || t.open) && (!owner || t.owner.code === owner)).slice(0, first).map((t) => ({ ...t, nextMoves: t.kind === 'AGENCIES' ? [] : offered(t, viewer) }));
      return { nodes, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
    },
    record: ({ target, year, score, satisfaction, reason }) => (made.set(key(year, target), { score, satisfaction, closedAt: iso(Date.now()), late: due(year) <= Date.now(), excluded: null, revision: reason ?? null }), { errors: [], warnings: [] }),
    exclude: ({ target, year, reason }) => (made.set(key(year, target), { score: null, satisfaction: null, closedAt: iso(Date.now()), late: due(year) <= Date.now(), excluded: reason, revision: null }), { errors: [], warnings: [] }),
  };
}
