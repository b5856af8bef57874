import type { Move, MoveInput } from '../api/types';
import { KINDS } from '../act/compound';
import { enConsult, zhConsult } from '../i18n/consultMessages';

const input = (name: string, kind: MoveInput['kind'], zh: string, en: string, more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, kind, label: zh, labelEn: en, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });

/**
 * The steps that no consultation offers, since they stand before it or beside it. Their fields are those of the mutations' inputs; what is
 * forbidden the hub says.
 */
export const linkMove = (): Move => ({
  mutation: 'linkOpinion', label: zhConsult.linkTitle, labelEn: enConsult.linkTitle, rule: 'C032', to: null,
  inputs: [input('consultationId', 'CONSULTATION', zhConsult.linkTo, enConsult.linkTo)],
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
const field = (name: string, kind: MoveInput['kind'], more: Partial<MoveInput> = {}): MoveInput =>
  input(name, kind, zhConsult.forms[name] ?? name, enConsult.forms[name] ?? name, more);

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
