import type { UnitLevel } from '../api/generated/graphql';

/** Official codes say their level by their length: 4302, 430203, 430203001, 430203001001, 15 digits for a grid. */
export const levelOf = (code: string): UnitLevel =>
  code.length <= 4 ? 'CITY' : code.length <= 6 ? 'COUNTY' : code.length <= 9 ? 'TOWNSHIP' : code.length <= 12 ? 'COMMUNITY' : 'GRID';
