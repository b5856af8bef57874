import type { MoveInput } from '../api/types';
import { dayEnd, HOUR, instant, wallTime } from '../format/instants';

export type Part = 'LEAD' | 'ASSIST';

/** A day with a time of it; `end` is the day's 24:00. */
export interface Moment {
  readonly day: string;
  readonly time: string;
  readonly end: boolean;
}

/** What a person has put into one field so far. */
export type Value =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'organs'; readonly codes: readonly string[] }
  | { readonly kind: 'parties'; readonly parts: Readonly<Record<string, Part>> }
  | Matter
  | { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** What is known of a matter: flags by name, who entrusted it, and the record of an agreement. */
export interface Matter {
  readonly kind: 'matter';
  readonly flags: readonly string[];
  readonly delegatedBy: string;
  readonly agreementRecord: string;
}

/** One line of a list, cell by cell, as text. */
export type Row = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, Value>>;

/** Yes and no are two decisions here, of which neither is the usual one. */
export const DECIDED: ReadonlySet<string> = new Set(['annul', 'adopt', 'done', 'tookPart', 'upheld', 'verified']);

/**
 * An empty field. What can only be one thing is that already; an instant ahead begins at the end of a day, as terms do, and a session
 * at an hour of it.
 */
export function emptyValue(input: MoveInput, now: number): Value {
  switch (input.kind) {
    case 'FLAG':
      if (DECIDED.has(input.name)) return { kind: 'words', text: '' };
      // A ballot is secret unless someone says that it was not.
      return { kind: 'flag', on: input.name === 'secret' };
    case 'INSTANT':
      return { kind: 'moment', moment: { day: '', time: '', end: mayEnd(input, '') && (!input.before || instant(input.before) > now + HOUR) } };
    case 'ORGANS':
    case 'COMMUNITIES':
    case 'CHOICES':
    case 'LINES':
      return { kind: 'organs', codes: [] };
    case 'MATTER_FACTS':
      return { kind: 'matter', flags: [], delegatedBy: '', agreementRecord: '' };
    case 'PARTICIPANT_CLASSES':
    case 'DISSENTS':
    case 'MILESTONES':
    case 'TARGETS':
    case 'WEIGHTS':
    case 'OFFICES':
    case 'MEMBER_COUNTS':
    case 'TALLIES':
      return { kind: 'rows', rows: input.required ? [{}] : [] };
    case 'PARTIES':
      return { kind: 'parties', parts: {} };
    case 'NUMBER':
      return { kind: 'words', text: input.min != null && input.min === input.max ? String(input.min) : '' };
    case 'CHOICE':
    case 'LINE':
      return { kind: 'words', text: input.required && input.choices.length === 1 ? (input.choices[0] ?? '') : '' };
    default:
      return { kind: 'words', text: '' };
  }
}

export const emptyValues = (inputs: readonly MoveInput[], now: number): Values =>
  Object.fromEntries(inputs.map((i) => [i.name, emptyValue(i, now)]));

/** Each line is one entry. */
export const linesOf = (text: string): string[] => text.split('\n').map((l) => l.trim()).filter(Boolean);

/** The instant chosen, or null while there is none. */
export function instantOf({ day, time, end }: Moment): number | null {
  if (!day || (!end && !time)) return null;
  const at = end ? dayEnd(day) : wallTime(day, time);
  return Number.isNaN(at) ? null : at;
}

/** Whether a day's 24:00 can be meant at all: a term ends there, a session does not start there. */
export const mayEnd = (input: MoveInput, day: string): boolean =>
  input.name !== 'start' && (!input.before || !day || dayEnd(day) <= instant(input.before));

/** True while nothing has been put in. */
export function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'words':
      return value.text.trim() === '';
    case 'flag':
      return !value.on;
    case 'moment':
      return instantOf(value.moment) === null;
    case 'organs':
      return value.codes.length === 0;
    case 'parties':
      return Object.keys(value.parts).length === 0;
    case 'matter':
      // That nothing applies is an answer too.
      return false;
    case 'rows':
      return value.rows.every((r) => Object.values(r).every((c) => c.trim() === ''));
  }
}
