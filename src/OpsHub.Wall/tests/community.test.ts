import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CommunityStep, Council } from '../src/api/types';
import { CouncilCard } from '../src/community/CouncilCard';
import { SupportCard } from '../src/community/SupportCard';
import { zh } from '../src/i18n/zh';

const step = (mutation: string, label: string, kind: string | null = null) => ({ mutation, label, labelEn: label, rule: 'C008', kind, inputs: [] }) as unknown as CommunityStep;

describe('forms of a council', () => {
  const shown = (reads: boolean, ...moves: CommunityStep[]) => renderToStaticMarkup(createElement(CouncilCard, { council: null, reads, moves, onStep: () => {} }));
  it('are those that the hub offers, also before it is established (C008)', () => {
    expect(shown(true, step('establishCouncil', '成立议事会'))).toMatch(/data-move="establishCouncil"[^>]*>成立议事会/);
    expect(shown(true)).not.toContain('data-move');
    const council = { establishedOn: '2026-01-05', memberCount: 3, hall: null, members: null, election: null, head: null, warnings: [] } as unknown as Council;
    const html = renderToStaticMarkup(createElement(CouncilCard, { council, reads: true, moves: [step('setCouncilHall', '设立议事堂'), step('nominateCouncilHead', '提名候选人')], onStep: () => {} }));
    expect([...html.matchAll(/data-move="(\w+)"/g)].map((m) => m[1])).toEqual(['setCouncilHall', 'nominateCouncilHead']);
  });
  it('a council that is not theirs to read is not said to be missing', () => {
    expect(shown(true)).toContain(zh.consult.noCouncil);
    expect(shown(false)).not.toContain(zh.consult.noCouncil);
    expect(shown(false)).toContain(zh.year.shut);
  });
});

describe('forms of support records', () => {
  const shown = (moves: CommunityStep[], ending: CommunityStep[], hasNextPage = false) => {
    const record = { id: 'r', kind: 'SUGGESTION', on: '2026-01-01', text: 'x', quantity: null, unconsulted: false, nextMoves: ending };
    return renderToStaticMarkup(createElement(SupportCard, {
      support: { supportKinds: [{ kind: 'SUGGESTION', name: '工作建议', nameEn: 'Suggestion' }], supportRecords: { totalCount: 1, nodes: [record], pageInfo: { hasNextPage, endCursor: 'r' } } } as unknown as Parameters<typeof SupportCard>[0]['support'],
      moves, onRecord: () => {}, onEnd: () => {}, onMore: () => {},
    }));
  };
  it('are those that the hub offers: a kind to record by its name, and each record that may be ended (C072)', () => {
    const html = shown([step('recordSupport', '登记保障事项', 'SUGGESTION')], [step('endSupportRecord', '注销', 'SUGGESTION')]);
    expect(html).toMatch(/<option value="SUGGESTION">工作建议/);
    expect(html).toMatch(/data-move="endSupportRecord"[^>]*>注销/);
    expect(shown([], [])).not.toContain('data-move');
  });
  it('have the way to further records where there are some', () => expect([shown([], [], true), shown([], [])].map((h) => h.includes(zh.consult.more))).toEqual([true, false]));
});
