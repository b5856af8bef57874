import { said } from '../act/answers';
import type { Outcome, Refusal } from '../act/command';
import type { Hub } from '../act/session';
import type { Values } from '../act/values';
import { send } from '../api/query';
import type { Move } from '../api/types';
import type { Task } from './groups';

const COMMANDS: Readonly<Record<string, string>> = { recordAssessment: 'RecordAssessmentInput', excludeFromAssessment: 'ExcludeFromAssessmentInput' };

/** The mutation of a step: the record that it stands in is the county's, whose trace is not theirs to count. */
export const textOf = (mutation: string): string => `mutation Act($input: ${COMMANDS[mutation]}!) {
  act: ${mutation}(input: $input) { errors { __typename code rule clause field message messageEn } }
}`;

/** The hub as a sheet about a task sees it. No version is given, so none is ever stale: a result that came in between asks for a reason. */
export const taskHub = (token: string, onSignedOut: () => void): Hub => ({
  since: () => Promise.resolve(null),
  async send(mutation, input): Promise<Outcome> {
    try {
      const { act } = await send<{ act: { readonly errors: readonly Refusal[] } }>(textOf(mutation), { input }, token);
      return { subjectId: null, sequence: null, errors: act.errors };
    } catch (error) {
      return said(error, onSignedOut);
    }
  },
});

/** What every command about a task carries besides its fields. */
export const fixedOf = (county: string, task: Task): Record<string, unknown> => ({ county, target: task.target.code, year: task.year });

/** A revision begins with what is on record. */
export const knownOf = (move: Move, task: Task): Values =>
  Object.fromEntries(move.inputs.flatMap((i) => {
    const value = i.name === 'score' ? task.score : i.name === 'satisfaction' ? task.satisfaction : null;
    return value == null ? [] : [[i.name, { kind: 'words' as const, text: String(value) }]];
  }));
