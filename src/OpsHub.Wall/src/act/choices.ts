import type { ActCasesQuery, ActFrameQuery, ConsultationStage, ConsultationVariant, TopicCategory } from '../api/generated/graphql';
import { ActCandidatesDocument, ActCasesDocument, ActFrameDocument, AgencyYearFrameDocument, ActOrgansDocument, ConsultationFrameDocument, TownshipCommunitiesDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { MoveInput, OrganName, Subject } from '../api/types';
import { announcedWord } from '../consultation/announced';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';

export type ActCase = NonNullable<ActFrameQuery['case']>;
export type OtherCase = ActCasesQuery['cases']['nodes'][number];

/** A consultation to choose. */
export interface TalkChoice {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: ConsultationStage;
  /** Communities concerned, where the choice reaches beyond one. */
  readonly communities?: readonly { readonly code: string; readonly name: string; readonly nameEn?: string | null }[];
  /** It concerns other communities only. */
  readonly elsewhere?: boolean;
  /** The way that joining it proposes, on which the township then decides. C013. */
  readonly proposes?: ConsultationVariant | null;
}

/** What consultations are looked for by; empty text and null for any. */
export interface TalkSought {
  readonly text: string;
  readonly category: TopicCategory | null;
  /** Also those of the township's other communities. */
  readonly whole: boolean;
}

/** A page of those that words find; `next` is null on the last one. */
export interface FoundTalks {
  readonly talks: readonly TalkChoice[];
  readonly total: number;
  readonly next: string | null;
}

/** Looks for consultations; `wide` where it can look in the whole township, too. */
export interface Seek {
  readonly wide: boolean;
  readonly find: (sought: TalkSought, after: string | null) => Promise<FoundTalks>;
}

/** What pickers offer: organs by kind, all from the API, and cases that this one may be the same as. */
export interface Choices {
  readonly units: readonly OrganName[];
  readonly agencies: readonly OrganName[];
  readonly departments: readonly OrganName[];
  /** Owners of the case's category, offered first. */
  readonly owners?: readonly OrganName[];
  /** The owner of the category where it is a name only, so that no case can go to it; null otherwise. */
  readonly ownerByName?: string | null;
  /** Which part an organ may take; any where it isn't named. */
  readonly parts?: Readonly<Record<string, readonly ('LEAD' | 'ASSIST')[]>>;
  /** Who may be waited for: holder, lead, and who owes a part. */
  readonly parties: readonly OrganName[];
  readonly cases: readonly OtherCase[];
  /** Communities of the township, those concerned first. */
  readonly communities: readonly OrganName[];
  /** Dissents that still lack an explanation. */
  readonly dissents: readonly { readonly number: number; readonly text: string }[];
  /** Townships that an agency serves. */
  readonly townships: readonly OrganName[];
  /** Targets of its letter, and appeals that wait for an answer. */
  readonly targets: readonly { readonly number: number; readonly text: string }[];
  readonly appeals: readonly { readonly number: number; readonly text: string }[];
  /** Looks for a consultation; the hub has too many to list. */
  readonly seek?: Seek;
  /** Names that the API gives to choices of its own. */
  readonly words?: Readonly<Record<string, { readonly name: string; readonly nameEn?: string | null }>>;
}

export const none: Choices = { units: [], agencies: [], departments: [], parties: [], cases: [], communities: [], dissents: [], townships: [], targets: [], appeals: [] };

const once = (organs: readonly OrganName[]): readonly OrganName[] => [...new Map(organs.map((o) => [o.code, o])).values()];

const asOrgan = (unit: { code: string; name: string; nameEn?: string | null }): OrganName =>
  ({ code: unit.code, kind: 'UNIT', name: unit.name, nameEn: unit.nameEn ?? null });

export async function agenciesOf(township: string, token: string) {
  const organs = (await query(ActOrgansDocument, { township }, token)).agencies.nodes;
  return {
    agencies: organs.map((a): OrganName => ({ code: a.code, kind: 'AGENCY', name: a.name, nameEn: null })),
    departments: once(organs.map((a) => a.department)),
  };
}

export const communitiesOf = async (township: string, token: string): Promise<readonly OrganName[]> =>
  ((await query(TownshipCommunitiesDocument, { code: township }, token)).unit?.children.nodes ?? []).map(asOrgan);

/** Kinds whose choices must be read. */
const READ: ReadonlySet<MoveInput['kind']> = new Set(['PARTIES', 'ORGANS', 'ORGAN', 'CASE', 'COMMUNITY', 'COMMUNITIES', 'PARTICIPANT_CLASSES', 'MATTER_FACTS', 'WEIGHTS', 'LINE', 'LINES']);

/** Whether a field's choices must be read: organs, places, and what a number stands for. */
export const reads = (input: MoveInput): boolean => READ.has(input.kind) || input.name === 'community' || ['dissent', 'duty', 'target', 'appeal'].includes(input.name);

/** Reads what the inputs of a step need, and no more. */
export const readChoices = (subject: Subject, inputs: readonly MoveInput[], token: string): Promise<Choices | null> =>
  subject.kind === 'case' ? ofCase(subject.id, inputs, token) : subject.kind === 'year' ? ofYear(subject.id, token) : ofConsultation(subject.id, inputs, token);

async function ofYear(id: string, token: string): Promise<Choices | null> {
  const { agencyYear: found } = await query(AgencyYearFrameDocument, { id }, token);
  return found
    ? { ...none, townships: found.served.map((s) => asOrgan(s.township)), targets: found.targets, appeals: found.appeals.filter((a) => !a.answeredAt) }
    : null;
}

async function ofConsultation(id: string, inputs: readonly MoveInput[], token: string): Promise<Choices | null> {
  const kinds = new Set(inputs.map((i) => i.kind));
  const { consultation: found } = await query(ConsultationFrameDocument, { id }, token);
  if (!found) return null;
  const concerned = found.communities.map(asOrgan);
  // A class comes from a community concerned; an opinion may come from any of the township.
  const all = kinds.has('COMMUNITY') || kinds.has('COMMUNITIES') ? await communitiesOf(found.township.code, token).catch(() => []) : [];
  const organs = kinds.has('ORGAN') || kinds.has('MATTER_FACTS') ? await agenciesOf(found.township.code, token).catch(() => none) : none;
  return {
    ...none, ...organs, units: [found.township, found.county].map(asOrgan), communities: once([...concerned, ...all]),
    parties: [...organs.departments, ...[found.township, found.county].map(asOrgan)],
    dissents: found.dissents.filter((d) => !d.explainedAt),
    words: Object.fromEntries(found.openDuties.flatMap(({ id: duty, announces: told }) =>
      (told ? [[duty, { name: announcedWord(told, zh, 'zh'), nameEn: announcedWord(told, en, 'en') }]] : []))),
  };
}

async function candidatesOf(id: string, token: string): Promise<Partial<Choices>> {
  const candidates = (await query(ActCandidatesDocument, { id }, token)).case?.candidates ?? [];
  const of = (kind: OrganName['kind']) => candidates.filter((c) => c.organ.kind === kind && !c.owns).map((c) => c.organ);
  return {
    owners: candidates.filter((c) => c.owns).map((c) => c.organ),
    units: of('UNIT'), agencies: of('AGENCY'), departments: of('DEPARTMENT'),
    parts: Object.fromEntries(candidates.map((c) => [c.organ.code, [...(c.leads ? ['LEAD' as const] : []), ...(c.assists ? ['ASSIST' as const] : [])]])),
  };
}

/** An owner that the list of departments doesn't have is no organ, and so it is never among the candidates. */
export const ownerByName = (category: { readonly owner?: string | null; readonly defaultDepartment?: string | null }): string | null =>
  category.owner ? null : (category.defaultDepartment ?? null);

async function ofCase(id: string, inputs: readonly MoveInput[], token: string): Promise<Choices | null> {
  const kinds = new Set(inputs.map((i) => i.kind));
  const { case: found, viewer } = await query(ActFrameDocument, { id }, token);
  if (!found) return null;
  const organs = kinds.has('PARTIES') || kinds.has('ORGANS') ? await candidatesOf(id, token) : { units: [found.community, found.township, found.county].map(asOrgan) };
  const cases = kinds.has('CASE')
    ? (await query(ActCasesDocument, { grid: found.grid.code, category: found.category.code }, token)).cases.nodes.filter((c) => c.id !== found.id)
    : [];
  const owing = found.parts.filter((p) => !p.fedBackAt).map((p) => p.organ);
  return {
    ...none,
    ...organs,
    ownerByName: ownerByName(found.category),
    parties: once([found.holder, ...(found.lead ? [found.lead] : []), ...owing]).filter((o) => o.code !== viewer.organ.code),
    cases,
  };
}
