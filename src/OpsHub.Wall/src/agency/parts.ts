import type { AgencyCasesFragment, AgencyPageQuery, AgencyTermFragment, AgencyYearStage, CaseFilter } from '../api/generated/graphql';
import { casePath, postsPath, yearPath } from '../app/router';

export type AgencyRead = NonNullable<AgencyPageQuery['agency']>;
export type Counts = NonNullable<AgencyRead['counts']>;
export type CaseList = AgencyCasesFragment;
export type Plan = NonNullable<AgencyPageQuery['agencyYear']>;
export type SurveyLine = AgencyPageQuery['surveys']['nodes'][number];
export type OpenTerm = AgencyTermFragment;

export type TermOf = 'case' | 'year' | 'posts';

/** What a term belongs to. */
export const belongsTo = (term: OpenTerm): TermOf => (term.case ? 'case' : term.agencyYear ? 'year' : 'posts');

/** Where it is dealt with. */
export const pathOf = (term: OpenTerm, agency: string): string =>
  term.case ? casePath(term.case.id) : term.agencyYear ? yearPath(agency, term.agencyYear.year) : postsPath(agency);

/** The lists of its cases: under urging, late, and all that are open. */
export const LISTS = { urged: { openOnly: true, urged: true }, late: { overdue: true }, open: { openOnly: true } } as const satisfies Readonly<Record<string, CaseFilter>>;

export type ListName = keyof typeof LISTS;

/** A further page below those that are there, each once: between two pages a case may have moved. */
export const withCases = (held: CaseList, page: CaseList): CaseList => ({ ...page, nodes: [...new Map([...held.nodes, ...page.nodes].map((c) => [c.id, c])).values()] });

/** Stages in which a year is being assessed, from its inputs to its grades. */
const ASSESSED: ReadonlySet<AgencyYearStage> = new Set(['ASSESSING', 'TOWNSHIP_PART_READY', 'SCORED', 'AGENCY_GRADED', 'HEAD_GRADED']);

/**
 * The year that stands on the page: the one asked for; else the newest of this year and the last that is being assessed, for from 1 January that is where the work is;
 * else the newest not shared yet; else the present one.
 */
export function shownYear(years: readonly { readonly year: number; readonly stage: AgencyYearStage }[], present: number, asked: number | null): number {
  if (asked !== null) return asked;
  const near = years.filter((y) => y.year === present || y.year === present - 1).toSorted((a, b) => b.year - a.year);
  return (near.find((y) => ASSESSED.has(y.stage)) ?? near.find((y) => y.stage !== 'SHARED'))?.year ?? present;
}
