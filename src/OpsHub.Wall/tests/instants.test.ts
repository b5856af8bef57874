import { describe, expect, it } from 'vitest';
import { clock, clockSeconds, date, dayKey, due, instant, startOfDay, weekday } from '../src/format/instants';

const at = (text: string) => instant(`2026-11-${text}+08:00`);

describe('instants in Shanghai', () => {
  it('reads the clock there, wherever the screen stands', () => {
    expect(clock(instant('2026-11-23T06:32:05Z'))).toBe('14:32');
    expect(clockSeconds(instant('2026-11-23T06:32:05Z'))).toBe('14:32:05');
  });
  it('names the day', () => {
    expect(date(at('23T14:32:00'), 'zh')).toBe('11月23日');
    expect(date(at('23T14:32:00'), 'en')).toBe('23 Nov');
    expect(weekday(at('23T14:32:00'), 'zh')).toBe('周一');
    expect(dayKey(instant('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  });
  it("calls a day's end 24:00, never 00:00 of the next", () => {
    expect(due(at('25T00:00:00'), 'zh')).toBe('11月24日 24:00');
    expect(due(at('24T17:30:00'), 'zh')).toBe('11月24日 17:30');
    expect(due(instant('2026-12-01T00:00:00+08:00'), 'en')).toBe('30 Nov 24:00');
  });
  it('starts days at local midnight', () => expect(startOfDay(at('23T00:10:00'))).toBe(at('23T00:00:00')));
});
