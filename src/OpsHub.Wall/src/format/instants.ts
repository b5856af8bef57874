import type { Language } from '../i18n/language';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Shanghai has had no summer time since 1991: a fixed offset is exact, and needs no time zone data. */
const SHANGHAI = 8 * HOUR;

const pad = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];

export const instant = (text: string): number => Date.parse(text);

const local = (at: number) => new Date(at + SHANGHAI);

/** YYYY-MM-DD in Shanghai. */
export const dayKey = (at: number): string => local(at).toISOString().slice(0, 10);

export const startOfDay = (at: number): number => Math.floor((at + SHANGHAI) / DAY) * DAY - SHANGHAI;

/** 14:32 */
export const clock = (at: number): string => local(at).toISOString().slice(11, 16);

/** 14:32:05 */
export const clockSeconds = (at: number): string => local(at).toISOString().slice(11, 19);

export const weekday = (at: number, language: Language): string => {
  const n = local(at).getUTCDay();
  return language === 'zh' ? `周${WEEKDAYS_ZH[n]}` : (WEEKDAYS[n] ?? '');
};

/** 11月23日, 23 Nov */
export function date(at: number, language: Language): string {
  const d = local(at);
  return language === 'zh'
    ? `${d.getUTCMonth() + 1}月${d.getUTCDate()}日`
    : `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`;
}

/** A due instant: the end of a day is that day's 24:00, never the next day's 00:00. */
export function due(at: number, language: Language): string {
  return (at + SHANGHAI) % DAY === 0 ? `${date(at - 1, language)} 24:00` : `${date(at, language)} ${clock(at)}`;
}

/** 11/23 09:40, for dense lists */
export function dayAndTime(at: number): string {
  const d = local(at);
  return `${pad(d.getUTCMonth() + 1)}/${pad(d.getUTCDate())} ${clock(at)}`;
}

/** The 24:00 of a day written YYYY-MM-DD. */
export const dayEnd = (day: string): number => wallTime(day, '00:00') + DAY;

/** A day and a time of it in Shanghai. */
export const wallTime = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

/** An instant as the API takes it, in Shanghai's own time. */
export const withOffset = (at: number): string => local(at).toISOString().replace('Z', '+08:00');
