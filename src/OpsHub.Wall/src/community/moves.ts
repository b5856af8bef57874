import type { CouncilMove } from '../api/generated/graphql';
import type { Move, MoveInput } from '../api/types';
import { KINDS } from '../act/compound';
import { enConsult, zhConsult } from '../i18n/consultMessages';

const input = (name: string, kind: MoveInput['kind'], zh: string, en: string, more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, kind, label: zh, labelEn: en, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });

/**
 * The steps that no consultation offers, since they stand before it or beside it. Their fields are those of the mutations' inputs; what is
 * forbidden the hub says.
 */
export const linkMove = (consultations: readonly string[]): Move => ({
  mutation: 'linkOpinion', label: zhConsult.linkTitle, labelEn: enConsult.linkTitle, rule: 'C032', to: null,
  inputs: [input('consultationId', 'CHOICE', zhConsult.linkTo, enConsult.linkTo, { choices: [...consultations] })],
});

/** @param units Where the person may begin one: asked only where there is a choice. */
export const beginMove = (units: readonly string[]): Move => ({
  mutation: 'openConsultation', label: zhConsult.begin, labelEn: enConsult.begin, rule: 'SM2.1', to: 'COLLECTING',
  inputs: [
    ...(units.length > 1 ? [input('unit', 'CHOICE', zhConsult.beginFields.unit, enConsult.beginFields.unit, { choices: [...units] })] : []),
    input('title', 'TEXT', zhConsult.beginFields.title, enConsult.beginFields.title, { max: 200 }),
    input('communities', 'COMMUNITIES', zhConsult.beginFields.communities, enConsult.beginFields.communities),
    input('matter', 'MATTER_FACTS', zhConsult.beginFields.matter, enConsult.beginFields.matter, { required: false }),
    input('reportUp', 'FLAG', zhConsult.beginFields.reportUp, enConsult.beginFields.reportUp, { required: false }),
  ],
});

/** A field with the words of a community's forms. */
const field = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}, word: string = name): MoveInput =>
  input(name, kind, zhConsult.forms[word] ?? word, enConsult.forms[word] ?? word, more);

const optional = { required: false } as const;

/** Sources of opinions that are entered by hand. */
const SOURCES = ['BOX', 'ONLINE_FORUM', 'HOUSEHOLD_VISIT', 'HOTLINE_12345'] as const;

/** @param sources From which the person may enter opinions. */
export const enterMove = (sources: readonly string[] = SOURCES): Move => ({
  mutation: 'enterOpinion', label: zhConsult.enter, labelEn: enConsult.enter, rule: 'C032', to: null,
  inputs: [
    field('source', 'CHOICE', { choices: [...sources] }), field('kind', 'CHOICE', { ...optional, choices: [...KINDS] }), field('text', 'TEXT', { max: 2000 }),
    field('on', 'DAY', optional), field('ticket', 'TEXT', { ...optional, max: 80 }),
  ],
});

/** A council's steps: which may be taken now, its own `moves` say; to establish one there is none yet to ask. */
export type CouncilStep = CouncilMove | 'ESTABLISH';

const VENUES = ['CONSULTATION_HALL', 'SERVICE_CENTRE', 'ACTIVITY_PLACE', 'GROUP_PLACE', 'OTHER'] as const;

const STEPS: Readonly<Record<CouncilStep, { readonly mutation: string; readonly rule: string; readonly inputs: (labels: readonly string[]) => MoveInput[] }>> = {
  ESTABLISH: { mutation: 'establishCouncil', rule: 'C008', inputs: () => [field('on', 'DAY'), field('record', 'TEXT', { max: 200 })] },
  SET_HALL: { mutation: 'setCouncilHall', rule: 'C011', inputs: () => [field('venue', 'CHOICE', { choices: [...VENUES] }), field('place', 'TEXT', { max: 200 })] },
  SET_MEMBERS: { mutation: 'setCouncilMembers', rule: 'C010', inputs: () => [field('members', 'MEMBER_COUNTS', { max: 11 })] },
  NOMINATE: {
    mutation: 'nominateCouncilHead', rule: 'C082',
    // Residents elect, and nobody else: there is nothing to choose.
    inputs: () => [
      field('electorate', 'CHOICE', { choices: ['RESIDENTS'] }), field('electors', 'NUMBER', { min: 1, max: 200_000 }), field('candidates', 'OFFICES', { max: 20 }),
      field('termStart', 'DAY'), field('termEnd', 'DAY'),
    ],
  },
  OPEN_BALLOT: { mutation: 'openCouncilBallot', rule: 'C009', inputs: () => [field('secret', 'FLAG')] },
  COUNT_BALLOTS: { mutation: 'countCouncilBallots', rule: 'C009', inputs: (labels) => [field('tallies', 'TALLIES', { choices: [...labels], max: 20 }), field('invalid', 'NUMBER', { ...optional, min: 0, max: 200_000 })] },
};

/** @param labels Labels of the candidates, as the hub gave them: A, B and so on. */
export const councilMove = (step: CouncilStep, labels: readonly string[] = []): Move => ({
  mutation: STEPS[step].mutation, label: zhConsult.councilMoves[step]!, labelEn: enConsult.councilMoves[step]!, rule: STEPS[step].rule, to: null, inputs: STEPS[step].inputs(labels),
});

/** @param kinds Kinds that are recorded for a community. @param consultations Consultations on which a decision may rest. */
export const supportMove = (kinds: readonly string[], consultations: readonly string[]): Move => ({
  mutation: 'recordSupport', label: zhConsult.recordSupport, labelEn: enConsult.recordSupport, rule: 'C073', to: null,
  inputs: [
    field('kind', 'CHOICE', { choices: [...kinds] }, 'supportKind'), field('on', 'DAY'), field('text', 'TEXT', { max: 2000 }), field('quantity', 'NUMBER', { ...optional, min: 0, max: 100_000 }),
    field('post', 'TEXT', { ...optional, max: 40 }), field('risk', 'CHOICE', { ...optional, choices: ['OFFENCE', 'MASS', 'EXTREME'] }),
    ...(consultations.length > 0 ? [field('consultationId', 'CHOICE', { ...optional, choices: [...consultations] }, 'consultation')] : []),
  ],
});

export const endSupportMove = (): Move => ({
  mutation: 'endSupportRecord', label: zhConsult.endSupport, labelEn: enConsult.endSupport, rule: 'C072', to: null, inputs: [field('reason', 'TEXT', { max: 500 })],
});
