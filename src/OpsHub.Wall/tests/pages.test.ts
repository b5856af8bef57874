import { describe, expect, it } from 'vitest';
import type { Frame, TownshipRate, Viewer } from '../src/api/types';
import { routeOf, unitPath } from '../src/app/router';
import { linkOf } from '../src/case/links';
import { trend } from '../src/charts/trend';
import { instant } from '../src/format/instants';
import { withLanguage } from '../src/i18n/language';
import { nameOf } from '../src/i18n/names';
import { binOf, shareOf } from '../src/theme/chartTheme';
import { above } from '../src/wall/header/breadcrumb';
import { drawsAll, shapes } from '../src/wall/map/features';
import { histogram, rankingOf } from '../src/wall/rates/ranking';

const rate = (code: string, onTimePerMille: number | null) => ({ code, onTimePerMille }) as TownshipRate;

describe('addresses', () => {
  it('lead to a unit, a case, the sign-in page or the start', () => {
    expect(routeOf('/unit/430203')).toEqual({ page: 'unit', code: '430203' });
    expect(routeOf('/case/case-ab%2F1')).toEqual({ page: 'case', id: 'case-ab/1' });
    expect(routeOf('/sign-in')).toEqual({ page: 'signIn' });
    expect(routeOf('/')).toEqual({ page: 'start' });
    expect(routeOf(unitPath('430203'))).toEqual({ page: 'unit', code: '430203' });
  });
  it('carry English, and nothing for Chinese', () => {
    expect(withLanguage('/', '', 'en')).toBe('/?lang=en');
    expect(withLanguage('/', '?lang=en', 'zh')).toBe('/');
  });
});

describe('the overdue share', () => {
  it('has fixed bins at 1.5, 3, 4.5 and 6 %', () =>
    expect([0, 14, 15, 30, 45, 59, 60, 900].map(binOf)).toEqual([0, 0, 1, 2, 3, 3, 4, 4]));
  it('has no bin for no data', () => expect(binOf(null)).toBeNull());
  it('is low where nothing is open, and unknown only where nothing is known', () => {
    expect(shareOf({ open: 0, overduePerMille: null })).toBe(0);
    expect(shareOf({ open: 10, overduePerMille: 100 })).toBe(100);
    expect(shareOf(undefined)).toBeNull();
  });
  it('is drawn for the nine counties, and not for a city the map does not know', () => {
    expect(shapes).toHaveLength(9);
    expect(drawsAll(shapes.map((s) => s.code))).toBe(true);
    expect(drawsAll(['430202', '999999'])).toBe(false);
  });
});

describe('the ranking of townships', () => {
  it('leaves out who has too few closed cases, and says how many', () => {
    const r = rankingOf([rate('a', 950), rate('b', null), rate('c', 899)]);
    expect(r.ranked.map((x) => x.rate.code)).toEqual(['a', 'c']);
    expect(r.unranked).toBe(1);
    expect(r.below90).toBe(1);
  });
  it('never names a township among both the first and the last', () => {
    const r = rankingOf(Array.from({ length: 7 }, (_, i) => rate(String(i), 900 + i)));
    expect(r.first).toHaveLength(5);
    expect(r.last.map((x) => x.rank)).toEqual([6, 7]);
  });
  it('gathers what lies below the axis in its first step and 100 % in its last', () => {
    const steps = histogram(rankingOf([rate('a', 300), rate('b', 840), rate('c', 1000)]).ranked);
    expect(steps.get(840)).toBe(2);
    expect(steps.get(995)).toBe(1);
  });
});

describe('going up', () => {
  const place = (code: string) => ({ code, level: 'COUNTY', name: code, nameEn: null });
  const township = { ancestors: [place('4302'), place('430203')] } as unknown as Frame;
  const from = (code: string) => ({ unit: place(code) }) as unknown as Viewer;
  it('leads to the unit above', () => expect(above(township, from('4302'))).toBe('430203'));
  it("stops at the viewer's own unit", () => {
    expect(above(township, from('430203'))).toBe('430203');
    expect(above(township, from('430203001'))).toBeNull();
  });
});

describe('names', () => {
  it('drop their suffix in English, and stay Chinese where no English is known', () => {
    expect(nameOf({ name: '白关镇', nameEn: 'Baiguan Town' }, 'en')).toBe('Baiguan');
    expect(nameOf({ name: '白关镇', nameEn: null }, 'en')).toBe('白关镇');
    expect(nameOf({ name: '芦淞区', nameEn: null, code: '430203' }, 'en')).toBe('Lusong');
    expect(nameOf({ name: '白关镇', nameEn: 'Baiguan Town' }, 'zh')).toBe('白关镇');
  });
});

describe('trends', () => {
  const point = (hour: string, open: number) => ({ hour, open, overdue: 0, dueToday: 0, reportedToday: 0, closedToday: 0 });
  it("end with today's live figure, once", () => {
    const history = [point('2026-11-22T23:00:00+08:00', 5), point('2026-11-23T13:00:00+08:00', 6)];
    expect(trend(history, 'open', 7, instant('2026-11-23T14:32:00+08:00'))).toEqual([5, 7]);
  });
});

describe('the five links', () => {
  it('place each stage, and none that left the path', () => {
    expect([linkOf('REPORTED'), linkOf('HANDLING'), linkOf('FED_BACK'), linkOf('CLOSED')]).toEqual([1, 2, 3, 4]);
    expect(linkOf('DECLINED')).toBeNull();
  });
});
