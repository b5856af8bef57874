import type {
  AnnouncementToMakeFragment,
  AgencyDeskQuery,
  AgencyYearInputKind,
  AgencyYearStage,
  AssessmentInputKind,
  CaseStage,
  CommunityCellsQuery,
  CommunityCouncilQuery,
  CommunityInputKind,
  CommunityLedgerQuery,
  CommunityStepFragment,
  ConsultationDeskQuery,
  ConsultationInputKind,
  ConsultationItemFragment,
  ConsultationReadingFragment,
  ConsultationStage,
  ConsoleUnitsQuery,
  FiguresFragment,
  HappeningFragment,
  LedgerEntryFragment,
  ItemFragment,
  LateOrDueFragment,
  MoveFragment,
  MoveInputKind,
  PostInputKind,
  SurveyInputKind,
  OrganNameFragment,
  PastFragment,
  PlaceFragment,
  ScoreboardLiveSubscription,
  TownshipRatesQuery,
  UnitFrameQuery,
  UnitHoldersQuery,
  ViewerQuery,
  WaitFragment,
  YearLineFragment,
} from './generated/graphql';

export type Figures = FiguresFragment;
export type Happening = HappeningFragment;
export type ListedCase = LateOrDueFragment;
export type OrganName = OrganNameFragment;
export type Past = PastFragment;
export type Place = PlaceFragment;
export type Frame = NonNullable<UnitFrameQuery['unit']>;
export type Today = UnitFrameQuery['today'];
export type Holder = NonNullable<UnitHoldersQuery['unit']>['holders'][number];
export type TownshipRate = NonNullable<TownshipRatesQuery['unit']>['summaries'][number];
export type CommunityCell = NonNullable<CommunityCellsQuery['unit']>['summaries'][number];
export type Viewer = ViewerQuery['viewer'];
/** An input of a step, of a case, a consultation, a council or an agency's year: they differ only in the kinds that they use. */
export type MoveInput = Omit<MoveFragment['inputs'][number], 'kind' | 'after' | 'before' | '__typename'> & {
  readonly kind: MoveInputKind | ConsultationInputKind | AgencyYearInputKind | SurveyInputKind | PostInputKind | CommunityInputKind | AssessmentInputKind;
  readonly after?: string | null;
  readonly before?: string | null;
};
export type Move = Omit<MoveFragment, 'inputs' | 'to' | '__typename'> & { readonly to?: Stage | null; readonly inputs: readonly MoveInput[] };
export type Stage = CaseStage | ConsultationStage | AgencyYearStage;
/** What a step is taken in. */
export interface Subject {
  readonly kind: 'case' | 'consultation' | 'opinion' | 'year' | 'council' | 'support' | 'survey' | 'posts' | 'channel' | 'task';
  readonly id: string;
}
export type StripFigures = ConsultationReadingFragment;
export type DueAnnouncement = AnnouncementToMakeFragment;
export type Wait = WaitFragment;
export type Item = ItemFragment;
export type Below = NonNullable<ConsoleUnitsQuery['unit']>;
export type Talk = ConsultationItemFragment;
export type Talks = ConsultationDeskQuery;
export type YearLine = YearLineFragment;
export type BoardChange = ScoreboardLiveSubscription['scoreboardChanged'];
export type AgencyDesk = AgencyDeskQuery;
export type Ledger = NonNullable<CommunityLedgerQuery['opinionLedger']>;
export type LedgerEntry = LedgerEntryFragment;
export type Council = CommunityCouncilQuery['council'];
export type CommunityStep = CommunityStepFragment;
