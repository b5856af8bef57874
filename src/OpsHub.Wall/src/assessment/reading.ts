import type { AgencyYearStage, YearReading } from '../api/generated/graphql';
import type { Viewer } from '../api/types';

/** Parts of a result that are read by different organs. */
export type Part = 'duty' | 'satisfaction' | 'statutory' | 'total';

const READS: Readonly<Record<YearReading, readonly Part[]>> = {
  NONE: [],
  EVIDENCE: [],
  TERRITORIAL: ['duty', 'satisfaction', 'total'],
  STATUTORY: ['statutory', 'total'],
  WHOLE: ['duty', 'satisfaction', 'statutory', 'total'],
  // The agency before its score is final: what its evidence gives.
  AWAITING: ['duty'],
};

/** What the viewer reads of a year: how much, and whether only the lines of its own township, as a served one that is not the host. */
export interface Sight {
  readonly stage: AgencyYearStage;
  readonly reading: YearReading;
  readonly own: string | null;
}

export function sightOf(year: { readonly stage: AgencyYearStage; readonly reading: YearReading; readonly host: { readonly code: string } }, viewer: Viewer | null): Sight {
  const unit = viewer?.organ.kind === 'UNIT' ? viewer.organ.code : null;
  // A township's governance centre reads evidence, of its own township alone; a county's command centre that of all.
  const township = year.reading === 'TERRITORIAL' || (year.reading === 'EVIDENCE' && viewer?.role === 'TOWNSHIP_GOVERNANCE_CENTRE');
  return { stage: year.stage, reading: year.reading, own: township && unit !== null && unit !== year.host.code ? unit : null };
}

/** Whether the evidence of a township is theirs to read. */
export const seesEvidence = ({ reading, own }: Sight, township: string): boolean => reading !== 'NONE' && (own === null || own === township);

/** Whether a part is theirs to read: over all townships, or of one. */
export const reads = ({ reading, own }: Sight, part: Part, township: string | null = null): boolean =>
  READS[reading].includes(part) && (own === null || own === township || part === 'statutory' || part === 'total');

/** A figure that is there, one that is missing, one that nobody can give yet, one that the viewer may not read, and one that it reads once it is final: five different things. */
export type Figure = { readonly kind: 'known'; readonly value: number } | { readonly kind: 'missing' | 'ahead' | 'shut' | 'held' };

/** Why a part is not told: not theirs, or theirs once the score is final. */
export const untold = ({ reading }: Sight): 'shut' | 'held' => (reading === 'AWAITING' ? 'held' : 'shut');

/** Before the assessment opens only evidence can be missing: S, D and what follows from them are not asked for yet. */
const ASSESSED: ReadonlySet<AgencyYearStage> = new Set(['ASSESSING', 'TOWNSHIP_PART_READY', 'SCORED', 'AGENCY_GRADED', 'HEAD_GRADED', 'SHARED']);

/** Whether its assessment is open, or over. */
export const isAssessed = (stage: AgencyYearStage): boolean => ASSESSED.has(stage);

export function figureOf(value: number | null | undefined, sight: Sight, part: Part, township: string | null = null): Figure {
  if (value != null) return { kind: 'known', value };
  if (!reads(sight, part, township)) return { kind: untold(sight) };
  return { kind: part === 'duty' || isAssessed(sight.stage) ? 'missing' : 'ahead' };
}
