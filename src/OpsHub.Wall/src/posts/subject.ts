import type { PostsPageQuery } from '../api/generated/graphql';
import type { Move } from '../api/types';

export type AgencyRead = NonNullable<PostsPageQuery['agency']>;
export type PostsRead = NonNullable<AgencyRead['posts']>;
export type Head = NonNullable<PostsRead['headConsultations']>['nodes'][number];
export type Inquiry = NonNullable<PostsRead['inquiries']>['nodes'][number];
export type Secondment = NonNullable<PostsRead['secondments']>['nodes'][number];
export type StaffChange = NonNullable<PostsRead['staffChanges']>['nodes'][number];
export type Term = Head['terms'][number];

/** What a step is about: a matter by its number, as the mutation's input names it, or the record itself. */
export interface About {
  readonly matter: 'consultation' | 'inquiry' | 'secondment' | 'change' | null;
  readonly number: number;
}

export const RECORD: About = { matter: null, number: 0 };

/** What every command carries besides its fields. Those who read counts only are told no version, and may name none. */
export const fixedOf = (agency: string, { matter, number }: About, version: string | null | undefined): Record<string, unknown> =>
  ({ agency, ...(matter ? { [matter]: number } : {}), ...(version ? { expectedVersion: version } : {}) });

/** The steps of the same matter as it stands now. */
export function movesOf(posts: PostsRead, { matter, number }: About): readonly Move[] {
  const of: readonly { readonly number: number; readonly moves: readonly Move[] }[] =
    matter === 'consultation' ? (posts.headConsultations?.nodes ?? [])
    : matter === 'inquiry' ? (posts.inquiries?.nodes ?? [])
    : matter === 'secondment' ? (posts.secondments?.nodes ?? [])
    : (posts.staffChanges?.nodes ?? []);
  return matter ? (of.find((m) => m.number === number)?.moves ?? []) : posts.moves;
}

/** The nearest open term; null where none runs. */
export const openTerm = (terms: readonly Term[]): Term | null =>
  terms.filter((x) => !x.doneAt).toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0] ?? null;

/** Steps that begin a matter stand with its list, the others with the record. */
export const BEGINS = { heads: 'askHeadOpinion', inquiries: 'raiseHeadInquiry', secondments: 'requestSecondment', changes: 'recordStaffChange' } as const;

const BEGINNING: ReadonlySet<string> = new Set(Object.values(BEGINS));

export const ofRecord = (moves: readonly Move[]): readonly Move[] => moves.filter((m) => !BEGINNING.has(m.mutation));
export const beginning = (moves: readonly Move[], mutation: string): readonly Move[] => moves.filter((m) => m.mutation === mutation);
