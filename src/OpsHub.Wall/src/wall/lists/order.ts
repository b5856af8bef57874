import type { ListedCase } from '../../api/types';

/** The order of a list as text: changes when a row comes, goes or moves, not when a figure does. */
export const orderOf = (cases: readonly ListedCase[] | null): string => cases?.map((c) => c.caseId).join() ?? 'pending';
