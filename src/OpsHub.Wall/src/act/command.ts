import { send } from '../api/query';
import type { MoveInput, Subject } from '../api/types';
import { withOffset } from '../format/instants';
import { lineOf, matterOf, rowOf } from './compound';
import { instantOf, isEmpty, linesOf, type Value, type Values } from './values';

/** A refusal as the API tells it. */
export interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly rule: string;
  readonly clause: string;
  readonly field?: string | null;
  readonly message: string;
  readonly messageEn: string;
}

export interface Outcome {
  readonly subjectId: string | null;
  readonly sequence: number | null;
  readonly errors: readonly Refusal[];
}

/** What every command carries besides its fields: its id, and what it is about. */
export interface Envelope {
  readonly commandId: string;
  readonly expectedVersion?: string;
  readonly [fixed: string]: unknown;
}

/** The name under which a subject stands in inputs and payloads. */
const ID = { case: 'caseId', consultation: 'consultationId', opinion: 'entryId', year: 'yearId', council: null, support: 'recordId', survey: null, posts: null, channel: null, task: null } as const;

export const envelopeOf = (subject: Subject, commandId: string, expectedVersion: string): Envelope =>
  ({ commandId, ...(ID[subject.kind] ? { [ID[subject.kind] as string]: subject.id } : {}), expectedVersion });

const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1);

/** The mutation of any step: its name is given by the API, its input type follows from the name. A test holds both against the schema. */
export const mutationOf = (name: string, kind: Subject['kind'] = 'case'): string => {
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new Error(`not a mutation: ${name}`);
  return `mutation Act($input: ${capital(name)}Input!) {
  act: ${name}(input: $input) { ${ID[kind] ? `subjectId: ${ID[kind]} ` : ''}sequence errors { __typename code rule clause field message messageEn } }
}`;
};

function written(input: MoveInput, value: Value): unknown {
  switch (value.kind) {
    case 'words':
      if (input.kind === 'FLAG') return value.text === 'true';
      if (input.kind === 'NUMBER' || input.kind === 'SCORE') return Number(value.text);
      if (input.kind === 'LINE') return lineOf(value.text);
      return input.kind === 'TEXTS' ? linesOf(value.text) : value.text.trim();
    case 'flag':
      return value.on;
    case 'moment':
      return withOffset(instantOf(value.moment) ?? NaN);
    case 'organs':
      return input.kind === 'LINES' ? value.codes.map(lineOf) : value.codes;
    case 'matter':
      return matterOf(value);
    case 'rows':
      return value.rows.map((row) => (input.kind === 'OFFICES' ? row['office'] : rowOf(input.kind, row)));
    case 'parties':
      return Object.entries(value.parts).map(([organ, part]) => ({ organ, part }));
  }
}

/** The mutation's input: what every command carries, and the fields that were filled in. What is left empty is left out; a tick not set says no. */
export function inputOf(inputs: readonly MoveInput[], values: Values, envelope: Envelope): Record<string, unknown> {
  const filled = inputs.flatMap((i) => {
    const value = values[i.name];
    return value && (!isEmpty(value) || value.kind === 'flag') ? [[i.name, written(i, value)] as const] : [];
  });
  return { ...envelope, ...Object.fromEntries(filled) };
}

export async function act(kind: Subject['kind'], mutation: string, input: Record<string, unknown>, token: string): Promise<Outcome> {
  const answer = await send<{ act: Outcome }>(mutationOf(mutation, kind), { input }, token);
  return answer.act;
}

/** Refusals at the fields they name, the rest for the sheet as a whole. `parties[1].organ` belongs to `parties`. */
export function placed(errors: readonly Refusal[], inputs: readonly MoveInput[]) {
  const names = new Set(inputs.map((i) => i.name));
  const fieldOf = (e: Refusal) => e.field?.split(/[.[]/)[0] ?? '';
  return {
    at: Object.fromEntries(errors.filter((e) => names.has(fieldOf(e))).map((e) => [fieldOf(e), e])) as Readonly<Record<string, Refusal>>,
    whole: errors.filter((e) => !names.has(fieldOf(e))),
  };
}
