import type { YearReading } from '../api/generated/graphql';
import type { Viewer } from '../api/types';

/** Parts of a result that are read by different organs. */
export type Part = 'duty' | 'satisfaction' | 'statutory' | 'total';

const READS: Readonly<Record<YearReading, readonly Part[]>> = {
  NONE: [],
  EVIDENCE: [],
  TERRITORIAL: ['duty', 'satisfaction', 'total'],
  STATUTORY: ['statutory', 'total'],
  WHOLE: ['duty', 'satisfaction', 'statutory', 'total'],
};

/** What the viewer reads of a year: how much, and whether only the lines of its own township, as a served one that is not the host. */
export interface Sight {
  readonly reading: YearReading;
  readonly own: string | null;
}

export function sightOf(year: { readonly reading: YearReading; readonly host: { readonly code: string } }, viewer: Viewer | null): Sight {
  const unit = viewer?.organ.kind === 'UNIT' ? viewer.organ.code : null;
  return { reading: year.reading, own: year.reading === 'TERRITORIAL' && unit !== null && unit !== year.host.code ? unit : null };
}

/** Whether a part is theirs to read: over all townships, or of one. */
export const reads = ({ reading, own }: Sight, part: Part, township: string | null = null): boolean =>
  READS[reading].includes(part) && (own === null || own === township || part === 'statutory' || part === 'total');

/** A figure that is there, one that is still missing, and one that the viewer may not read: three different things. */
export type Figure = { readonly kind: 'known'; readonly value: number } | { readonly kind: 'missing' } | { readonly kind: 'shut' };

export const figureOf = (value: number | null | undefined, sight: Sight, part: Part, township: string | null = null): Figure =>
  value != null ? { kind: 'known', value } : reads(sight, part, township) ? { kind: 'missing' } : { kind: 'shut' };
