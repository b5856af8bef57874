import { describe, expect, it } from 'vitest';
import { age, ageText, countdown, meanHeld, silence } from '../src/format/durations';
import { DAY, HOUR, MINUTE, SECOND } from '../src/format/instants';

describe('countdowns', () => {
  it.each([
    [3 * DAY + 5 * HOUR, '3天', '3 d'],
    [48 * HOUR, '2天', '2 d'],
    [48 * HOUR - SECOND, '47时59分', '47 h 59'],
    [9 * HOUR + 27 * MINUTE, '9时27分', '9 h 27'],
    [3 * HOUR + 5 * MINUTE, '3时05分', '3 h 05'],
    [HOUR, '1时00分', '1 h 00'],
    [HOUR - SECOND, '59分', '59 min'],
    [10 * MINUTE, '10分', '10 min'],
    [10 * MINUTE - SECOND, '09:59', '09:59'],
    [9 * MINUTE + 41 * SECOND, '09:41', '09:41'],
    [0, '00:00', '00:00'],
  ])('%i ms left reads %s', (left, zh, en) => {
    expect(countdown(left, 'zh')).toBe(zh);
    expect(countdown(left, 'en')).toBe(en);
  });
});

describe('ages', () => {
  it('counts whole days, under one day hours', () => {
    expect(ageText(38 * DAY + 23 * HOUR, 'zh')).toBe('38 天');
    expect(ageText(DAY - SECOND, 'zh')).toBe('23 时');
    expect(age(20 * MINUTE, 'en')).toEqual({ figure: '<1', unit: 'h' });
  });
  it('gives mean holding in tenths of a day, floored', () => {
    expect(meanHeld(99, 'zh')).toBe('4.1 天');
    expect(meanHeld(20, 'en')).toBe('20 h');
  });
  it('says how long nothing has come', () => {
    expect(silence(6 * MINUTE + 13 * SECOND, 'zh')).toBe('6 分 13 秒');
    expect(silence(42 * SECOND, 'en')).toBe('42 s');
    expect(silence(2 * HOUR + 6 * MINUTE, 'zh')).toBe('2 时 6 分');
  });
});
