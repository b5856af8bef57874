import { describe, expect, it } from 'vitest';
import { count, perMille, sharePerMille, signed } from '../src/format/numbers';

describe('numbers on the wall', () => {
  it('groups by thousands', () => expect(count(3482, 'zh')).toBe('3,482'));
  it('shows zero as zero and unknown as a dash', () => {
    expect(count(0, 'zh')).toBe('0');
    expect(count(null, 'zh')).toBe('—');
    expect(perMille(null)).toBe('—');
  });
  it('uses 万 only above 99,999, and floors it', () => {
    expect(count(99_999, 'zh')).toBe('99,999');
    expect(count(100_000, 'zh')).toBe('10万');
    expect(count(129_999, 'zh')).toBe('12.9万');
    expect(count(129_999, 'en')).toBe('129.9k');
  });
  it('writes rates with one decimal', () => {
    expect(perMille(36)).toBe('3.6%');
    expect(perMille(934)).toBe('93.4%');
    expect(perMille(1000)).toBe('100.0%');
    expect(perMille(0)).toBe('0.0%');
  });
  it('never shows 89.96 % as 90 %', () => {
    expect(perMille(sharePerMille(8996, 10_000))).toBe('89.9%');
    expect(perMille(sharePerMille(9000, 10_000))).toBe('90.0%');
  });
  it('floors in whole numbers where floating point would slip', () => {
    const slipped: string[] = [];
    for (let whole = 1; whole <= 400; whole++)
      for (let part = 0; part <= whole; part++) {
        const floored = sharePerMille(part, whole) ?? NaN;
        if (!(floored * whole <= part * 1000 && (floored + 1) * whole > part * 1000)) slipped.push(`${part}/${whole}`);
      }
    expect(slipped).toEqual([]);
  });
  it('has no share of nothing', () => expect(sharePerMille(0, 0)).toBeNull());
  it('writes minus as −', () => {
    expect(signed(-96)).toBe('−96');
    expect(signed(11)).toBe('+11');
    expect(signed(0)).toBe('0');
  });
});
