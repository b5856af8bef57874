import type { AgencyYearFrameQuery, ConsultationFrameQuery, CouncilMemberClass, HeadOffice, MatterFragment, ParticipantKind } from '../api/generated/graphql';
import type { MoveInput } from '../api/types';
import type { Matter, Row, Value, Values } from './values';

/** The flags of a matter, in the order in which the text asks for them. Which of them change the way, the hub says. */
export const FLAGS = [
  'important', 'cannotAlone', 'groupScope', 'withoutCouncil', 'socialEffect', 'publicConcern', 'vital', 'legalVote', 'major', 'communityActs', 'technical',
] as const satisfies readonly (keyof MatterFragment)[];

/** Kinds of bodies that take part (C015-C017), in the order of the text; offered where the API names no narrower choice. */
export const KINDS = [
  'GOVERNMENT', 'PARTY_ORGANISATION', 'COMMITTEE', 'SUPERVISION_COMMITTEE', 'RESIDENTS_GROUP', 'LOCATED_UNIT', 'SOCIAL_ORGANISATION', 'OWNERS_COMMITTEE',
  'COLLECTIVE_ECONOMY', 'FARMERS_COOPERATIVE', 'PROPERTY_COMPANY', 'REGISTERED_RESIDENTS', 'NON_REGISTERED_RESIDENTS', 'OTHER_INTERESTED', 'EXPERT', 'RESPECTED_PERSON',
] as const satisfies readonly ParticipantKind[];

/** Other offices of candidates for the head of a council (C009, C018). */
export const OFFICES = ['NONE', 'SECRETARY', 'DIRECTOR'] as const satisfies readonly HeadOffice[];

/** Classes of which a council's members come (C010), in the order of the text. */
export const MEMBER_CLASSES = [
  'PARTY_ORGANISATION', 'COMMITTEE', 'COLLECTIVE_ECONOMY_HEAD', 'REPRESENTATIVE', 'GRID_HEAD', 'OWNERS_COMMITTEE', 'EXCELLENT_PARTY_MEMBER', 'PARTY_DELEGATE',
  'PEOPLES_CONGRESS_DEPUTY', 'CPPCC_MEMBER', 'OTHER',
] as const satisfies readonly CouncilMemberClass[];

export interface Column {
  readonly name: string;
  readonly as: 'choice' | 'unit' | 'township' | 'number' | 'share' | 'text' | 'flag' | 'date';
  readonly choices?: readonly string[];
  /** The least number; 1 where nothing is said. */
  readonly least?: number;
}

/** The cells of a line of each kind of list. */
export function columnsOf(input: Pick<MoveInput, 'kind' | 'choices'>): readonly Column[] {
  const kinds = input.choices.length > 0 ? input.choices : KINDS;
  switch (input.kind) {
    case 'PARTICIPANT_CLASSES':
      return [
        { name: 'kind', as: 'choice', choices: kinds }, { name: 'community', as: 'unit' }, { name: 'count', as: 'number' },
        { name: 'method', as: 'choice', choices: ['ELECTED', 'DELEGATED', 'INVITED'] },
      ];
    case 'DISSENTS':
      return [{ name: 'kind', as: 'choice', choices: kinds }, { name: 'text', as: 'text' }, { name: 'allegesHarm', as: 'flag' }];
    case 'MILESTONES':
      return [{ name: 'text', as: 'text' }, { name: 'due', as: 'date' }];
    case 'TARGETS':
      return [{ name: 'text', as: 'text' }, { name: 'measure', as: 'text' }, { name: 'due', as: 'date' }];
    case 'WEIGHTS':
      return [{ name: 'township', as: 'township' }, { name: 'weight', as: 'share' }];
    case 'OFFICES':
      return [{ name: 'office', as: 'choice', choices: OFFICES }];
    case 'MEMBER_COUNTS':
      return [{ name: 'class', as: 'choice', choices: MEMBER_CLASSES }, { name: 'count', as: 'number' }];
    case 'TALLIES':
      return [{ name: 'candidate', as: 'choice', choices: input.choices }, { name: 'votes', as: 'number', least: 0 }];
    default:
      return [];
  }
}

/** Every cell is filled, and what must be a number is one. A tick may be left. */
export const isWhole = (kind: MoveInput['kind'], row: Row): boolean =>
  columnsOf({ kind, choices: [] }).every(({ name, as, least }) => {
    const text = (row[name] ?? '').trim();
    return as === 'flag' || (as === 'number' ? /^\d+$/.test(text) && Number(text) >= (least ?? 1) : as === 'share' ? /^\d+(\.\d+)?$/.test(text) : text !== '');
  });

/** A line as the API takes it. */
export const rowOf = (kind: MoveInput['kind'], row: Row): Record<string, unknown> =>
  Object.fromEntries(columnsOf({ kind, choices: [] }).map(({ name, as }) => {
    const text = (row[name] ?? '').trim();
    return [name, as === 'number' || as === 'share' ? Number(text) : as === 'flag' ? text === 'true' : text];
  }));

/** A line of a score as the API takes it; a choice writes it in one: DUTY/430203001/KEY_WORK. */
export function lineOf(choice: string): Record<string, string> {
  const [line = '', township, component] = choice.split('/');
  return { line, ...(township ? { township } : {}), ...(component ? { component } : {}) };
}

export const matterOf = (value: Matter): Record<string, unknown> => ({
  ...Object.fromEntries(FLAGS.map((f) => [f, value.flags.includes(f)])),
  ...(value.delegatedBy ? { delegatedBy: value.delegatedBy } : {}),
  ...(value.agreementRecord.trim() ? { agreementRecord: value.agreementRecord.trim() } : {}),
});

/** What a sheet of a consultation begins with: facts and communities as they stand, so that a change leaves the rest as it was. */
export const knownOf = (found: NonNullable<ConsultationFrameQuery['consultation']>, inputs: readonly MoveInput[]): Values =>
  Object.fromEntries(inputs.flatMap(({ name, kind }): [string, Value][] => {
    if (kind === 'COMMUNITIES') return [[name, { kind: 'organs', codes: [...found.communities, ...found.communitiesElsewhere].map((u) => u.code) }]];
    if (kind !== 'MATTER_FACTS') return [];
    const { matter } = found;
    return [[name, { kind: 'matter', flags: FLAGS.filter((f) => matter[f]), delegatedBy: matter.delegatedBy?.code ?? '', agreementRecord: matter.agreementRecord ?? '' }]];
  }));

/** What a sheet of a year begins with: duties, targets, weights and the host's result as they stand, for a change is mostly one of a few lines. */
export const knownOfYear = (found: NonNullable<AgencyYearFrameQuery['agencyYear']>, inputs: readonly MoveInput[]): Values => {
  const { hostGrade = null, coefficient = null } = (inputs.some((i) => i.name === 'coefficient') && found.linked) || {};
  return Object.fromEntries(inputs.flatMap(({ name, kind }): [string, Value][] => {
    if (name === 'grade' && hostGrade !== null) return [[name, { kind: 'words', text: hostGrade }]];
    if (name === 'coefficient' && coefficient !== null) return [[name, { kind: 'words', text: String(coefficient) }]];
    if (kind === 'WEIGHTS') return [[name, { kind: 'rows', rows: found.served.map((s) => ({ township: s.township.code, weight: String(s.weight) })) }]];
    if (kind === 'TARGETS' && found.targets.length > 0) return [[name, { kind: 'rows', rows: found.targets.map(({ text, measure, due }) => ({ text, measure, due })) }]];
    if (kind === 'TEXTS' && name === 'duties' && found.duties.length > 0) return [[name, { kind: 'words', text: found.duties.join('\n') }]];
    return [];
  }));
};
