import type { ConsultationStage } from '../api/generated/graphql';

/** The seven steps (C024), numbered 1 to 7: collect, determine, plan, notice, participants, deliberate, report. */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type StepState = 'past' | 'here' | 'ahead';

/** What comes after the seven steps, by what must be done next. */
export type After = 'vote' | 'adopt' | 'carryOut' | 'feedBack' | 'survey' | 'archive';

/** Which step a stage waits for. `PLANNED` waits for 4 and 5, in either order; after 7 it is one of the further parts. */
const WAITS_FOR: Readonly<Record<ConsultationStage, Step | After | null>> = {
  COLLECTING: 1,
  TOPIC_PROPOSED: 2,
  TOPIC_DETERMINED: 3,
  PLANNED: 4,
  PREPARED: 6,
  IN_SESSION: 6,
  SESSION_ENDED: 7,
  VOTE_REQUIRED: 'vote',
  VOTE_FAILED: 'vote',
  CONCLUDED: 'adopt',
  VOTE_PASSED: 'adopt',
  ADOPTED: 'carryOut',
  IMPLEMENTING: 'carryOut',
  IMPLEMENTED: 'feedBack',
  FED_BACK: 'survey',
  SURVEYED: 'archive',
  NOT_ADOPTED: 'archive',
  ARCHIVED: null,
  CORRECTED: null,
  WITHDRAWN: null,
};

export const AFTER: readonly After[] = ['vote', 'adopt', 'carryOut', 'feedBack', 'survey', 'archive'];

const ENDED: ReadonlySet<ConsultationStage> = new Set(['ARCHIVED', 'CORRECTED', 'WITHDRAWN']);

export const hasEnded = (stage: ConsultationStage): boolean => ENDED.has(stage);

export interface Standing {
  readonly stage: ConsultationStage;
  /** Published in this round. */
  readonly noticed: boolean;
  /** Participants fixed in this round. */
  readonly fixed: boolean;
  /** An announcement is still to be made. */
  readonly announcementOpen: boolean;
  /** A session has ended, in any round. */
  readonly heard: boolean;
}

/**
 * Where each of the seven steps stands. Notice and participants are two flags: whichever is missing is the one it waits for. Step 7
 * is past only when nothing is left to announce: a vote or an adoption does not stand in for it.
 */
export function stepStates({ stage, noticed, fixed, announcementOpen, heard }: Standing): readonly StepState[] {
  const at = WAITS_FOR[stage];
  const last: StepState = announcementOpen ? 'here' : heard && (at === 7 || typeof at !== 'number') ? 'past' : at === 7 ? 'here' : 'ahead';
  if (typeof at === 'number' && at < 7)
    return [1, 2, 3, 4, 5, 6].map((n): StepState => {
      if (at === 4 && (n === 4 || n === 5)) return (n === 4 ? noticed : fixed) ? 'past' : 'here';
      if (at < 4 && ((n === 4 && noticed) || (n === 5 && fixed))) return 'past';
      return n < at ? 'past' : n === at ? 'here' : 'ahead';
    }).concat(announcementOpen ? 'here' : 'ahead');
  if (stage === 'WITHDRAWN') return [...Array<StepState>(6).fill('ahead'), last];
  return [...Array<StepState>(6).fill('past'), last];
}

/** Where the parts after the seven steps stand; a vote that was never called for is left out. */
export function afterStates(stage: ConsultationStage, voted: boolean): readonly (readonly [After, StepState])[] {
  const at = WAITS_FOR[stage];
  const here = typeof at === 'string' ? AFTER.indexOf(at) : stage === 'ARCHIVED' ? AFTER.length : -1;
  return AFTER.filter((a) => a !== 'vote' || voted || at === 'vote').map((a) => {
    const n = AFTER.indexOf(a);
    return [a, n < here ? 'past' : n === here ? 'here' : 'ahead'] as const;
  });
}

/** A session that ended and was announced waits for what follows, no longer for its announcement. */
export const isAnnounced = (stage: ConsultationStage, announcementOpen: boolean): boolean => stage === 'SESSION_ENDED' && !announcementOpen;

/** The eight cells of a wall: one a step, notice and participants together since they come in either order, and the two parts after. */
export type Cell = 'collect' | 'topic' | 'plan' | 'prepare' | 'meet' | 'report' | 'decide' | 'carryOut';

export const CELLS: readonly Cell[] = ['collect', 'topic', 'plan', 'prepare', 'meet', 'report', 'decide', 'carryOut'];

const CELL: Readonly<Record<ConsultationStage, Cell | null>> = {
  COLLECTING: 'collect',
  TOPIC_PROPOSED: 'topic',
  TOPIC_DETERMINED: 'plan',
  PLANNED: 'prepare',
  PREPARED: 'meet',
  IN_SESSION: 'meet',
  SESSION_ENDED: 'report',
  CONCLUDED: 'decide',
  VOTE_REQUIRED: 'decide',
  VOTE_PASSED: 'decide',
  VOTE_FAILED: 'decide',
  NOT_ADOPTED: 'carryOut',
  ADOPTED: 'carryOut',
  IMPLEMENTING: 'carryOut',
  IMPLEMENTED: 'carryOut',
  FED_BACK: 'carryOut',
  SURVEYED: 'carryOut',
  ARCHIVED: null,
  CORRECTED: null,
  WITHDRAWN: null,
};

export const cellOf = (stage: ConsultationStage): Cell | null => CELL[stage];

/** The stages that a cell gathers, for a list's filter. */
export const stagesOf = (cell: Cell): readonly ConsultationStage[] =>
  (Object.keys(CELL) as ConsultationStage[]).filter((s) => CELL[s] === cell);

/** Open consultations by cell. */
export function byCell(stages: readonly { readonly stage: ConsultationStage; readonly count: number }[]): Readonly<Record<Cell, number>> {
  const counts = Object.fromEntries(CELLS.map((c) => [c, 0])) as Record<Cell, number>;
  for (const { stage, count } of stages) {
    const cell = CELL[stage];
    if (cell) counts[cell] += count;
  }
  return counts;
}
