import type { SurveyRowFragment } from '../api/generated/graphql';
import type { Viewer } from '../api/types';
import { instant } from '../format/instants';

export interface OfficeScope {
  readonly unit: string | null;
  readonly department: string | null;
  /** Whether they run surveys of their own. */
  readonly surveys: boolean;
}

/** Whose surveys and people decisions a console asks for; null where the role has none of its own. What of it they read, the hub decides. */
export function scopeOf({ role, organ }: Pick<Viewer, 'role' | 'organ'>, unit: string): OfficeScope | null {
  if (role === 'TOWNSHIP_GOVERNMENT') return { unit, department: null, surveys: true };
  if (role === 'DEPARTMENT') return { unit: null, department: organ.code, surveys: false };
  return role === 'ORGANISATION_DEPARTMENT' ? { unit, department: null, surveys: false } : null;
}

const RANK: Readonly<Record<SurveyRowFragment['stage'], number>> = { OPEN: 0, PLANNED: 1, CLOSED: 2, DELIVERED: 3 };

/** Surveys that this township runs and that are not over, or are over and wait for another round; the nearest end first. */
export const runningSurveys = (rows: readonly SurveyRowFragment[], township: string): readonly SurveyRowFragment[] =>
  rows
    .filter((s) => s.township.code === township && (s.stage === 'PLANNED' || s.stage === 'OPEN' || s.moves.length > 0))
    .toSorted((a, b) => RANK[a.stage] - RANK[b.stage] || instant(a.closesAt) - instant(b.closesAt) || a.agency.code.localeCompare(b.agency.code));
