import type { Move, MoveInput } from '../api/types';
import { enConsult, zhConsult } from '../i18n/consultMessages';

const input = (name: string, kind: MoveInput['kind'], zh: string, en: string, more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, kind, label: zh, labelEn: en, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });

/**
 * The two steps that no consultation offers, since they stand before it. Their fields are those of the mutations' inputs; what is
 * forbidden the hub says.
 */
export const linkMove = (consultations: readonly string[]): Move => ({
  mutation: 'linkOpinion', label: zhConsult.linkTitle, labelEn: enConsult.linkTitle, rule: 'C032', to: null,
  inputs: [input('consultationId', 'CHOICE', zhConsult.linkTo, enConsult.linkTo, { choices: [...consultations] })],
});

export const beginMove = (): Move => ({
  mutation: 'openConsultation', label: zhConsult.begin, labelEn: enConsult.begin, rule: 'SM2.1', to: 'COLLECTING',
  inputs: [
    input('title', 'TEXT', zhConsult.beginFields.title, enConsult.beginFields.title, { max: 200 }),
    input('communities', 'COMMUNITIES', zhConsult.beginFields.communities, enConsult.beginFields.communities),
    input('matter', 'MATTER_FACTS', zhConsult.beginFields.matter, enConsult.beginFields.matter, { required: false }),
  ],
});
