import type {
  CommunityCellsQuery,
  ConsoleUnitsQuery,
  FiguresFragment,
  HappeningFragment,
  ItemFragment,
  LateOrDueFragment,
  MoveFragment,
  OrganNameFragment,
  PastFragment,
  PlaceFragment,
  TownshipRatesQuery,
  UnitFrameQuery,
  UnitHoldersQuery,
  ViewerQuery,
  WaitFragment,
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
export type Move = MoveFragment;
export type MoveInput = MoveFragment['inputs'][number];
export type Wait = WaitFragment;
export type Item = ItemFragment;
export type Below = NonNullable<ConsoleUnitsQuery['unit']>;
