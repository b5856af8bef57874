import { describe, expect, it } from 'vitest';
import { noticesOf } from '../src/case/notices';
import { zhCase } from '../src/i18n/zhCase';

const read = (reason: string) =>
  noticesOf(reason, (id) => ({ accept: '接单', handling: '处置' })[id] ?? id, (r) => zhCase.rungNames[r] ?? r, '、');

describe('a notice in the trace', () => {
  it('says for each term what fired, in words', () =>
    expect(read('accept:DueSoon handling:DueSoon accept:OverdueCommunity')).toBe('接单 临期、超期报村社区 · 处置 临期'));
  it('keeps the name of a term it does not know', () => expect(read('other:Due')).toBe('other 到期'));
  it('is left as it stands where it is something else', () => expect(read('a free text')).toBeNull());
});
