import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Role, SupportKind } from '../src/api/generated/graphql';
import type { Viewer } from '../src/api/types';
import { ends, establishes, readsCouncil, records } from '../src/community/access';
import { CouncilCard } from '../src/community/CouncilCard';
import { SupportCard } from '../src/community/SupportCard';
import { zh } from '../src/i18n/zh';

const COMMUNITY = '430203001001';
const who = (role: Role, code: string, kind = 'UNIT') => ({ role, organ: { code, kind, name: code, nameEn: null } }) as unknown as Viewer;
const snake = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

describe('forms of a council', () => {
  it('are for its community and the township over it, and for no reader beside them (C008)', () => {
    const may = [who('COMMUNITY_PARTY', COMMUNITY), who('COMMUNITY_COMMITTEE', COMMUNITY), who('TOWNSHIP_GOVERNMENT', '430203001')];
    const not = [who('COMMUNITY_PARTY', '430203001002'), who('COUNCIL', COMMUNITY), who('TOWNSHIP_GOVERNMENT', '430203002'), who('COUNTY_GOVERNMENT', '430203'), who('RESIDENT', COMMUNITY), who('AUDITOR', '4302')];
    expect(may.map((x) => establishes(x, COMMUNITY))).toEqual([true, true, true]);
    expect(not.map((x) => establishes(x, COMMUNITY))).toEqual([false, false, false, false, false, false]);
  });
  it('a council that is not theirs to read is not said to be missing', () => {
    expect(readsCouncil(who('DEPARTMENT', '430203:D12', 'DEPARTMENT'), COMMUNITY)).toBe(false);
    expect(readsCouncil(who('RESIDENT', '430203002001'), COMMUNITY)).toBe(false);
    expect(['430203001001001', COMMUNITY].map((code) => readsCouncil(who('RESIDENT', code), COMMUNITY))).toEqual([true, true]);
    expect([who('COUNTY_GOVERNMENT', '430203'), who('AUDITOR', '4302')].map((x) => readsCouncil(x, COMMUNITY))).toEqual([true, true]);
    const shown = (reads: boolean, may: boolean) => renderToStaticMarkup(createElement(CouncilCard, { council: null, reads, establishes: may, onStep: () => {} }));
    expect([shown(true, true).includes('ESTABLISH'), shown(true, false).includes('ESTABLISH')]).toEqual([true, false]);
    expect(shown(true, false)).toContain(zh.consult.noCouncil);
    expect(shown(false, false)).not.toContain(zh.consult.noCouncil);
    expect(shown(false, false)).toContain(zh.year.shut);
  });
});

describe('forms of support records', () => {
  // The table of the hub: kind, levels, who records.
  const source = readFileSync('../OpsHub.Domain/Councils/SupportRule.cs', 'utf8');
  const lists = Object.fromEntries([...source.matchAll(/ImmutableList<Role> (\w+) = \[([^\]]*)\]/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
  const rolesOf = (text: string) => Object.entries(lists).reduce((all, [name, roles]) => all.replace(name, roles), text);
  const table = [...source.matchAll(/new\(SupportKind\.(\w+), "\w+", "[^"]*", SupportMeasure\.\w+, \[([^\]]*)\], (\[[^\]]*\]|\w+),/g)].map((m) => ({
    kind: snake(m[1] ?? '') as SupportKind, here: (m[2] ?? '').includes('Community'), roles: [...rolesOf(m[3] ?? '').matchAll(/Role\.(\w+)/g)].map((r) => snake(r[1] ?? '')),
  }));
  const mine = table.filter((r) => r.here && r.roles.length > 0);
  it('are offered to whom the hub lets record, and to nobody else', () => {
    expect(mine.length).toBeGreaterThan(8);
    const actors = [
      who('COMMUNITY_PARTY', COMMUNITY), who('COMMUNITY_COMMITTEE', COMMUNITY), who('COUNCIL', COMMUNITY), who('TOWNSHIP_GOVERNMENT', '430203001'), who('TOWNSHIP_GOVERNANCE_CENTRE', '430203001'),
      who('COUNTY_GOVERNMENT', '430203'), who('RESIDENT', COMMUNITY), who('GRID_WORKER', COMMUNITY), who('AUDITOR', '4302'),
    ];
    const near = (actor: Viewer) => actor.organ.code === COMMUNITY || actor.role === 'TOWNSHIP_GOVERNMENT';
    for (const { kind, roles } of mine)
      expect([kind, ...actors.map((a) => records(a, COMMUNITY, kind))]).toEqual([kind, ...actors.map((a) => roles.includes(a.role) && near(a))]);
  });
  it('are of no neighbour', () =>
    expect([records(who('COMMUNITY_PARTY', '430203001002'), COMMUNITY, 'SUGGESTION'), records(who('TOWNSHIP_GOVERNMENT', '430203002'), COMMUNITY, 'MAJOR_DECISION')]).toEqual([false, false]));
  it('end a suggestion also where it went to (C072)', () =>
    expect([ends(who('TOWNSHIP_GOVERNMENT', '430203001'), COMMUNITY, 'SUGGESTION'), ends(who('TOWNSHIP_GOVERNMENT', '430203001'), COMMUNITY, 'PARTY_AFFAIRS_NOTICE')]).toEqual([true, false]));
  it('stand where they may be used, and the way to further records where there are some', () => {
    const record = { id: 'r', kind: 'SUGGESTION', on: '2026-01-01', text: 'x', quantity: null, unconsulted: false, unit: { code: COMMUNITY } };
    const shown = (may: boolean, hasNextPage: boolean) => renderToStaticMarkup(createElement(SupportCard, {
      support: { supportKinds: [], supportRecords: { totalCount: 1, nodes: [record], pageInfo: { hasNextPage, endCursor: 'r' } } } as unknown as Parameters<typeof SupportCard>[0]['support'],
      records: may, ends: () => may, onRecord: () => {}, onEnd: () => {}, onMore: () => {},
    }));
    expect([shown(true, false), shown(false, false)].map((h) => [h.includes('recordSupport'), h.includes('endSupportRecord')])).toEqual([[true, true], [false, false]]);
    expect([shown(false, true), shown(false, false)].map((h) => h.includes(zh.consult.more))).toEqual([true, false]);
  });
});
