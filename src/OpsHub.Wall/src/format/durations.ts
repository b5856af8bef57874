import type { Language } from '../i18n/language';
import { DAY, HOUR, MINUTE, SECOND } from './instants';

export interface Part {
  readonly figure: string;
  readonly unit: string;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** What is left, in figures and units: over 48 h days, over 1 h hours and minutes, under 10 min seconds too. */
export function countdownParts(left: number, language: Language): readonly Part[] {
  const zh = language === 'zh';
  if (left >= 48 * HOUR) return [{ figure: String(Math.floor(left / DAY)), unit: zh ? '天' : 'd' }];
  if (left >= HOUR)
    return [
      { figure: String(Math.floor(left / HOUR)), unit: zh ? '时' : 'h' },
      { figure: pad(Math.floor((left % HOUR) / MINUTE)), unit: zh ? '分' : 'm' },
    ];
  if (left >= 10 * MINUTE) return [{ figure: String(Math.floor(left / MINUTE)), unit: zh ? '分' : 'min' }];
  const seconds = Math.max(0, Math.floor(left / SECOND));
  return [{ figure: `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`, unit: '' }];
}

/** The same as one line: 3天, 9时27分, 38分, 09:41; English 3 d, 9 h 27, 38 min, 09:41. */
export function countdown(left: number, language: Language): string {
  const parts = countdownParts(left, language);
  if (language === 'zh') return parts.map((p) => p.figure + p.unit).join('');
  const [first, second] = parts;
  if (!first) return '';
  const head = first.unit ? `${first.figure} ${first.unit}` : first.figure;
  return second ? `${head} ${second.figure}` : head;
}

/** A clock that runs down: minutes and seconds under an hour, hours and minutes above, days over 48 h. The unit tells 9:27 h from 09:27 min. */
export function runningClock(span: number, language: Language): Part {
  const zh = language === 'zh';
  if (span >= 48 * HOUR) return { figure: String(Math.floor(span / DAY)), unit: zh ? '天' : 'd' };
  if (span >= HOUR) return { figure: `${Math.floor(span / HOUR)}:${pad(Math.floor((span % HOUR) / MINUTE))}`, unit: zh ? '时' : 'h' };
  const seconds = Math.max(0, Math.floor(span / SECOND));
  return { figure: `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`, unit: zh ? '分' : 'min' };
}

/** How long overdue, or held: whole days, under one day whole hours. */
export function age(span: number, language: Language): Part {
  const zh = language === 'zh';
  if (span >= DAY) return { figure: String(Math.floor(span / DAY)), unit: zh ? '天' : 'd' };
  const hours = Math.floor(Math.max(0, span) / HOUR);
  return { figure: hours > 0 ? String(hours) : '<1', unit: zh ? '时' : 'h' };
}

export function ageText(span: number, language: Language): string {
  const { figure, unit } = age(span, language);
  return `${figure} ${unit}`;
}

/** Mean hours held: days with one decimal from a day on. */
export function meanHeld(hours: number, language: Language): string {
  const zh = language === 'zh';
  if (hours < 24) return `${hours} ${zh ? '时' : 'h'}`;
  return `${(Math.floor((hours * 10) / 24) / 10).toFixed(1)} ${zh ? '天' : 'd'}`;
}

/** How long nothing has come: 13 秒, 6 分 13 秒, 2 时 6 分. */
export function silence(span: number, language: Language): string {
  const [h, m, s] = language === 'zh' ? ['时', '分', '秒'] : ['h', 'min', 's'];
  const seconds = Math.floor(span / SECOND);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return `${seconds} ${s}`;
  if (minutes < 60) return `${minutes} ${m} ${seconds % 60} ${s}`;
  return `${Math.floor(minutes / 60)} ${h} ${minutes % 60} ${m}`;
}
