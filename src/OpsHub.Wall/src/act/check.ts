import type { MoveInput } from '../api/types';
import { dayEnd, instant } from '../format/instants';
import { isWhole } from './compound';
import { instantOf, isEmpty, linesOf, type Value, type Values } from './values';

/** Why a field can't be sent yet, by the bounds that the API gave with it; what only the hub knows, the hub says. */
export type Problem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly max: number; readonly length: number }
  | { readonly kind: 'tooMany'; readonly max: number }
  | { readonly kind: 'number'; readonly min: number | null; readonly max: number | null }
  /** A score has at most four decimals. */
  | { readonly kind: 'score'; readonly min: number; readonly max: number }
  | { readonly kind: 'after'; readonly at: number }
  | { readonly kind: 'before'; readonly at: number }
  | { readonly kind: 'noLead' }
  /** A line of a list lacks something, or holds no whole number where one is asked for. */
  | { readonly kind: 'row'; readonly row: number };

/** Characters as people count them, not as UTF-16 does. */
export const lengthOf = (text: string): number => [...text.trim()].length;

function wordsProblem(input: MoveInput, text: string): Problem | null {
  const max = input.max ?? null;
  if (input.kind === 'NUMBER') {
    const n = Number(text);
    const min = input.min ?? null;
    const within = /^-?\d+$/.test(text.trim()) && (min === null || n >= min) && (max === null || n <= max);
    return within ? null : { kind: 'number', min, max };
  }
  if (input.kind === 'SCORE') {
    const n = Number(text);
    const [from, to] = [input.min ?? 0, max ?? 100];
    return /^\d+(\.\d{1,4})?$/.test(text.trim()) && n >= from && n <= to ? null : { kind: 'score', min: from, max: to };
  }
  // Both bounds are days: one lies after the end of the one, and not after the end of the other.
  if (input.kind === 'DAY' && input.after && text <= input.after) return { kind: 'after', at: dayEnd(input.after) };
  if (input.kind === 'DAY' && input.before && text > input.before) return { kind: 'before', at: dayEnd(input.before) };
  if (max === null) return null;
  if (input.kind === 'TEXTS') return linesOf(text).length > max ? { kind: 'tooMany', max } : null;
  return input.kind === 'TEXT' && lengthOf(text) > max ? { kind: 'tooLong', max, length: lengthOf(text) } : null;
}

function momentProblem(input: MoveInput, at: number | null): Problem | null {
  if (at === null) return null;
  if (input.after && at <= instant(input.after)) return { kind: 'after', at: instant(input.after) };
  return input.before && at > instant(input.before) ? { kind: 'before', at: instant(input.before) } : null;
}

export function problemOf(input: MoveInput, value: Value): Problem | null {
  if (isEmpty(value)) return input.required ? { kind: 'missing' } : null;
  switch (value.kind) {
    case 'words':
      return wordsProblem(input, value.text);
    case 'moment':
      return momentProblem(input, instantOf(value.moment));
    case 'organs':
      return input.max != null && value.codes.length > input.max ? { kind: 'tooMany', max: input.max } : null;
    case 'parties': {
      const parts = Object.values(value.parts);
      if (input.max != null && parts.length > input.max) return { kind: 'tooMany', max: input.max };
      return parts.filter((p) => p === 'LEAD').length === 1 ? null : { kind: 'noLead' };
    }
    case 'rows': {
      if (input.max != null && value.rows.length > input.max) return { kind: 'tooMany', max: input.max };
      const row = value.rows.findIndex((r) => !isWhole(input.kind, r));
      return row < 0 ? null : { kind: 'row', row: row + 1 };
    }
    case 'flag':
    case 'matter':
      return null;
  }
}

/** The problems by field; none means that it may be sent. */
export const problemsOf = (inputs: readonly MoveInput[], values: Values): Readonly<Record<string, Problem>> =>
  Object.fromEntries(
    inputs.flatMap((i) => {
      const value = values[i.name];
      const problem = value ? problemOf(i, value) : null;
      return problem ? [[i.name, problem]] : [];
    }),
  );
