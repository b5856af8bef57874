import type { AgencyPageQuery, AgencyTermFragment } from '../api/generated/graphql';
import { casePath, postsPath, yearPath } from '../app/router';

export type AgencyRead = NonNullable<AgencyPageQuery['agency']>;
export type Counts = NonNullable<AgencyRead['counts']>;
export type CaseList = AgencyRead['late'];
export type Plan = NonNullable<AgencyPageQuery['agencyYear']>;
export type SurveyLine = AgencyPageQuery['surveys']['nodes'][number];
export type OpenTerm = AgencyTermFragment;

export type TermOf = 'case' | 'year' | 'posts';

/** What a term belongs to. */
export const belongsTo = (term: OpenTerm): TermOf => (term.case ? 'case' : term.agencyYear ? 'year' : 'posts');

/** Where it is dealt with. */
export const pathOf = (term: OpenTerm, agency: string): string =>
  term.case ? casePath(term.case.id) : term.agencyYear ? yearPath(agency, term.agencyYear.year) : postsPath(agency);
