import { query } from '../api/query';
import { CommunityCellsDocument, TownshipRatesDocument, UnitHoldersDocument, type UnitLevel } from '../api/generated/graphql';
import type { UnitState } from './unitState';

/** The lists that only one level shows: a city its townships' rates, a county its cells, all below the city who holds. */
export async function readDetails(
  level: UnitLevel,
  code: string,
  token: string,
  signal: AbortSignal,
): Promise<Partial<UnitState>> {
  if (level === 'CITY') {
    const { unit } = await query(TownshipRatesDocument, { code }, token, signal);
    return { rates: unit?.summaries ?? null };
  }
  const holders = query(UnitHoldersDocument, { code }, token, signal);
  const cells = level === 'COUNTY' ? query(CommunityCellsDocument, { code }, token, signal) : null;
  return {
    holders: (await holders).unit?.holders ?? null,
    ...(cells ? { cells: (await cells).unit?.summaries ?? null } : {}),
  };
}
