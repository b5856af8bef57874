import type { AgencyYearStage } from '../api/generated/graphql';

/** The eleven steps of a year, each with whoever must take it: plan and letter, the year itself, inputs and score, grade and what follows. */
export const STEPS = ['duties', 'plan', 'consent', 'letter', 'work', 'inputs', 'aggregate', 'score', 'grade', 'share', 'publish'] as const;

export type Step = (typeof STEPS)[number];

/** `left`: passed over; the year went on without it, and says so. */
export type StepState = 'past' | 'here' | 'ahead' | 'left';

/** Which step a stage waits for. */
const WAITS_FOR: Readonly<Record<AgencyYearStage, Step>> = {
  OPENED: 'duties',
  DUTIES_LISTED: 'plan',
  PLAN_DRAFTED: 'plan',
  PLAN_SUBMITTED: 'consent',
  PLAN_CONSENTED: 'letter',
  PARTIALLY_SIGNED: 'letter',
  LETTER_IN_FORCE: 'work',
  ASSESSING: 'inputs',
  TOWNSHIP_PART_READY: 'score',
  SCORED: 'grade',
  AGENCY_GRADED: 'share',
  HEAD_GRADED: 'share',
  SHARED: 'publish',
};

export interface Standing {
  readonly stage: AgencyYearStage;
  readonly hasLetter: boolean;
  /** Unknown on a board: then nothing is said to be passed over. */
  readonly hasDuties?: boolean;
  readonly consented?: boolean;
  readonly published: boolean;
}

export const stepOf = (stage: AgencyYearStage): Step => WAITS_FOR[stage];

/** Where each step stands. A plan without duties (A037) and an assessment without a letter (A041) are shown as passed over, not as done. */
export function stepStates({ stage, hasLetter, hasDuties = true, consented = true, published }: Standing): readonly StepState[] {
  const at = STEPS.indexOf(WAITS_FOR[stage]);
  const without = { duties: !hasDuties, consent: !consented && !hasLetter, letter: !hasLetter } as Readonly<Partial<Record<Step, boolean>>>;
  return STEPS.map((step, i) => {
    if (step === 'publish' && published) return 'past';
    if (i < at) return without[step] ? 'left' : 'past';
    return i === at ? 'here' : 'ahead';
  });
}

/** Stems of the terms that belong to a step. */
const TERMS: Readonly<Record<Step, readonly string[]>> = {
  duties: ['duties'],
  plan: ['plan', 'negotiate', 'submit'],
  consent: ['consent'],
  letter: ['letter'],
  work: ['target'],
  inputs: ['duty', 'survey', 'statutory'],
  aggregate: ['aggregate'],
  score: ['score'],
  grade: ['grade'],
  share: ['appeal', 'head'],
  publish: ['publication'],
};

/** What each step rests on. */
export const RULES: Readonly<Record<Step, string>> = {
  duties: 'A037', plan: 'A038', consent: 'A039', letter: 'A040', work: 'A020', inputs: 'A018', aggregate: 'A027', score: 'A017', grade: 'A033', share: 'A032', publish: 'R044',
};

/** A term's stem: its id without a number. */
export const stemOf = (id: string): string => id.split('-')[0] ?? id;

interface OwedAt {
  readonly what: string;
  readonly due?: string | null;
  readonly by: { readonly code: string };
}

/** The open term behind each thing owed, each once: two appeals that one organ answers have two terms, told apart by their due. A letter's is one for both who sign. */
export function termsOfOwed<T extends TermAt & { readonly holder: { readonly code: string } }>(owed: readonly OwedAt[], terms: readonly T[]): readonly (T | undefined)[] {
  const taken = new Set<T>();
  return owed.map(({ what, due, by }) => {
    const own = terms.filter((x) => !x.doneAt && stemOf(x.id) === what && (what === 'letter' || (x.holder.code === by.code && !taken.has(x))));
    const term = own.find((x) => due != null && Date.parse(x.dueAt) === Date.parse(due)) ?? own[0];
    if (term) taken.add(term);
    return term;
  });
}

interface TermAt {
  readonly id: string;
  readonly dueAt: string;
  readonly doneAt?: string | null;
}

/** The term that a step shows: the nearest still open, else the one met last. */
export function termOf<T extends TermAt>(step: Step, terms: readonly T[]): T | undefined {
  const own = terms.filter((t) => TERMS[step].includes(stemOf(t.id)));
  const open = own.filter((t) => !t.doneAt).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return open[0] ?? own.toSorted((a, b) => Date.parse(b.doneAt ?? '') - Date.parse(a.doneAt ?? ''))[0];
}
