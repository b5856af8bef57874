import type { LinkedFragment } from '../api/generated/graphql';

/** Steps that record what follows from a year. */
export const RECORDS = ['recordHostResult', 'recordStaffResult', 'recordDailyWork'] as const;

export type Records = (typeof RECORDS)[number];

/** Whether the card stands on the page: once something was recorded, or somebody may record it. */
export const hasLinked = (year: { readonly linked?: LinkedFragment | null; readonly headGrade?: string | null; readonly nextMoves: readonly { readonly mutation: string }[] }, assessed: boolean): boolean =>
  assessed || year.linked != null || year.headGrade != null || year.nextMoves.some((m) => RECORDS.includes(m.mutation as Records));

/** Yuan to the fen, as written otherwise: 1100 reads 1,100, and 1234.5 reads 1,234.50. */
export function yuan(amount: number): string {
  const [whole = '0', fen = ''] = String(amount).split('.');
  return `${Number(whole).toLocaleString('en-US')}${fen ? `.${fen.padEnd(2, '0')}` : ''}`;
}

/** Whether a step was taken before, so that it corrects. */
export const recorded = (linked: LinkedFragment | null | undefined, step: Records): boolean =>
  step === 'recordHostResult' ? linked?.hostGrade != null : step === 'recordStaffResult' ? linked?.band != null : linked?.dailyScore != null;
