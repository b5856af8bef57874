// Units for the development server, from the divisions file; grids are made up.
import { readFileSync } from 'node:fs';

const LEVELS = { 2: 'CITY', 3: 'COUNTY', 4: 'TOWNSHIP', 5: 'COMMUNITY' };

export function readUnits(path) {
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
  const units = new Map();
  const add = (code, parent, level, name, kind, generated) => {
    const unit = {
      __typename: 'Unit', id: `unit-${code}`, code, level, name, nameEn: null, kind, generated,
      effectiveFrom: '2018-01-01', parent: units.get(parent) ?? null, kids: [],
    };
    units.set(code, unit);
    unit.parent?.kids.push(unit);
  };
  for (const [code, parent, level, name, kind] of rows) if (LEVELS[level]) add(code, parent, LEVELS[level], name, kind, false);
  for (const community of [...units.values()].filter((u) => u.level === 'COMMUNITY')) {
    const grids = 4 + (Number(community.code.slice(-3)) % 10);
    for (let n = 1; n <= grids; n++)
      add(`${community.code}${String(n).padStart(3, '0')}`, community.code, 'GRID', `${String(n).padStart(2, '0')} 网格`, 'grid', true);
  }
  return units;
}

export function under(unit, level) {
  const all = [];
  const walk = (u) => {
    for (const kid of u.kids) {
      if (kid.level === level) all.push(kid);
      walk(kid);
    }
  };
  walk(unit);
  return all;
}
