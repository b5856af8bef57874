import type { AgencyYearStage, AssessmentGrade, BatchOffersQuery } from '../api/generated/graphql';
import type { Viewer, YearLine } from '../api/types';

export type BatchName = 'finaliseAgencyScores' | 'gradeAgencies';

interface BatchStep {
  /** The step of one year that it repeats. */
  readonly step: string;
  /** Where a year stands that can take it; the others are not asked about. */
  readonly stage: AgencyYearStage;
}

/** Steps that are taken for many years at once. */
export const BATCHES: Readonly<Record<BatchName, BatchStep>> = {
  finaliseAgencyScores: { step: 'finaliseAgencyScore', stage: 'TOWNSHIP_PART_READY' },
  gradeAgencies: { step: 'gradeAgency', stage: 'SCORED' },
};

export const NAMES = Object.keys(BATCHES) as readonly BatchName[];

/** The most years of one command, as the API says. */
export const MOST = 100;

/** Whether years are asked at all what may be done: both steps are the performance organ's, and a board has many readers. Whether it may, each year says. */
export const asks = (viewer: Viewer | null): boolean => viewer?.role === 'PERFORMANCE_ORGAN';

export type YearOffer = BatchOffersQuery['scoreboard']['nodes'][number];
type AgencyYear = NonNullable<YearOffer['agencyYear']>;

/** A year that may take the step, with the grades that it may be given. */
export interface Ready {
  readonly line: YearLine;
  readonly grades: readonly AssessmentGrade[];
}

/** A year in that stage that may not, and why. */
export interface Held {
  readonly line: YearLine;
  readonly why: AgencyYear['blockedMoves'][number] | null;
}

/** What a batch would do with the lines shown. */
export interface Plan {
  readonly ready: readonly Ready[];
  readonly held: readonly Held[];
  /** How many stand elsewhere, by stage. */
  readonly elsewhere: readonly (readonly [AgencyYearStage, number])[];
  /** What the step of one year is called, and the rule it rests on; null where no year offers it. */
  readonly move: Pick<AgencyYear['nextMoves'][number], 'label' | 'labelEn' | 'rule'> | null;
}

/** Sorts the lines by what their years themselves say; a line may be older than its year. */
export function planOf(name: BatchName, lines: readonly YearLine[], offers: readonly YearOffer[]): Plan {
  const { step, stage } = BATCHES[name];
  const years = new Map(offers.map((o) => [o.id, o.agencyYear]));
  const [ready, held, elsewhere]: [Ready[], Held[], Map<AgencyYearStage, number>] = [[], [], new Map()];
  let move: Plan['move'] = null;
  for (const line of lines) {
    const year = years.get(line.id);
    const offered = year?.nextMoves.find((m) => m.mutation === step);
    const why = year?.blockedMoves.find((m) => m.mutation === step) ?? null;
    if (offered) {
      move ??= offered;
      ready.push({ line, grades: (offered.inputs.find((i) => i.name === 'grade')?.choices ?? []) as AssessmentGrade[] });
    } else if (why || line.stage === stage) held.push({ line, why });
    else elsewhere.set(line.stage, (elsewhere.get(line.stage) ?? 0) + 1);
  }
  return { ready, held, elsewhere: [...elsewhere], move };
}
