import type { Role, SupportKind } from '../api/generated/graphql';
import type { Viewer } from '../api/types';

/**
 * Which of a community's forms and cards are shown to whom. The hub decides (CouncilAccess, SupportAccess); here nothing is offered that it
 * would refuse to the role. Codes of units begin with that of the unit above.
 */
type Who = Pick<Viewer, 'role' | 'organ'>;

const COMMITTEE: ReadonlySet<Role> = new Set<Role>(['COMMUNITY_PARTY', 'COMMUNITY_COMMITTEE']);
const NEVER: ReadonlySet<Role> = new Set<Role>(['AGENCY_STAFF', 'DEPARTMENT', 'WALL_KEY', 'HOTLINE']);

const within = (unit: string, above: string): boolean => unit.startsWith(above);
const isOver = ({ role, organ }: Who, community: string): boolean => role === 'TOWNSHIP_GOVERNMENT' && organ.kind === 'UNIT' && within(community, organ.code);

/** Whether a council is theirs to read, so that none shown means none established. C002. */
export const readsCouncil = ({ role, organ }: Who, community: string): boolean =>
  role === 'AUDITOR' || role === 'SCHEDULER' ||
  (!NEVER.has(role) && organ.kind === 'UNIT' && (within(organ.code, community) || (role !== 'RESIDENT' && within(community, organ.code))));

/** Whether they may establish one: party organisation and committee of the community, and the township over it. C008. */
export const establishes = (who: Who, community: string): boolean => (COMMITTEE.has(who.role) && who.organ.code === community) || isOver(who, community);

/** Kinds that the community's party organisation alone records. C061, C072. */
const OF_PARTY: ReadonlySet<SupportKind> = new Set<SupportKind>(['PARTY_AFFAIRS_NOTICE', 'SUGGESTION']);

/** Whether they may record this kind for a community. */
export function records(who: Who, community: string, kind: SupportKind): boolean {
  if (isOver(who, community)) return !OF_PARTY.has(kind) && kind !== 'FIXED_DAY';
  if (who.organ.kind !== 'UNIT' || who.organ.code !== community) return false;
  return who.role === 'COMMUNITY_PARTY' || (who.role === 'COMMUNITY_COMMITTEE' && !OF_PARTY.has(kind)) || (who.role === 'COUNCIL' && kind === 'FIXED_DAY');
}

/** Whether they may end one: who may record it; a suggestion also the township that it went to. C072. */
export const ends = (who: Who, community: string, kind: SupportKind): boolean => records(who, community, kind) || (kind === 'SUGGESTION' && isOver(who, community));
