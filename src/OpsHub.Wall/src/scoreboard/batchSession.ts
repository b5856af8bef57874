import type { AssessmentGrade, BatchToldFragment } from '../api/generated/graphql';
import type { Refusal } from '../act/command';
import { MOST, type BatchName, type Ready } from './batch';

/** What became of one year. */
export type Told = { readonly done: true; readonly sequence: number | null } | { readonly done: false; readonly errors: readonly Refusal[] };

export interface BatchRow extends Ready {
  readonly ticked: boolean;
  /** Empty while none is chosen: a grade is a judgement, none is proposed. */
  readonly grade: AssessmentGrade | '';
  readonly told: Told | null;
}

export interface BatchState {
  readonly rows: readonly BatchRow[];
  /** `unsure`: it may or may not have arrived, and is sent again under the same id. */
  readonly phase: 'choosing' | 'sending' | 'unsure' | 'told';
  /** Why a batch was refused as a whole. */
  readonly whole: readonly Refusal[];
}

/** The batch's input, of one command for all of them. */
export const inputOf = (name: BatchName, commandId: string, rows: readonly BatchRow[]): Record<string, unknown> =>
  name === 'gradeAgencies' ? { commandId, grades: rows.map((r) => ({ yearId: r.line.id, grade: r.grade })) } : { commandId, yearIds: rows.map((r) => r.line.id) };

/** The rows that would be sent. */
export const goingOf = (name: BatchName, rows: readonly BatchRow[]): readonly BatchRow[] =>
  rows.filter((r) => r.ticked && !r.told?.done && (name !== 'gradeAgencies' || r.grade !== ''));

const isBusy = (told: Told | null): boolean => told?.done === false && told.errors.some((e) => e.__typename === 'RetryLaterError');

/** One sheet of a batch: one command id from opening to closing. Each year's own id is derived from it, so that nothing is done twice however often it is sent. */
export class BatchSession {
  private state: BatchState;
  private listeners = new Set<() => void>();

  constructor(
    readonly name: BatchName,
    ready: readonly Ready[],
    private readonly send: (input: Record<string, unknown>) => Promise<BatchToldFragment>,
    private readonly commandId: string = crypto.randomUUID(),
  ) {
    this.state = { rows: ready.map((r) => ({ ...r, ticked: true, grade: '', told: null })), phase: 'choosing', whole: [] };
  }

  readonly snapshot = (): BatchState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  tick(id: string, ticked: boolean): void {
    this.each((r) => (r.line.id === id ? { ...r, ticked } : r));
  }

  /** A grade that is corrected no longer carries its refusal. */
  grade(id: string, grade: AssessmentGrade | ''): void {
    this.each((r) => (r.line.id === id ? { ...r, grade, ticked: r.ticked || grade !== '', told: null } : r));
  }

  /** The same grade for all that are ticked and may be given it. */
  gradeAll(grade: AssessmentGrade | ''): void {
    this.each((r) => (r.ticked && !r.told?.done && (grade === '' || r.grades.includes(grade)) ? { ...r, grade, told: null } : r));
  }

  async submit(): Promise<void> {
    const going = goingOf(this.name, this.state.rows);
    if (this.state.phase === 'sending' || going.length === 0) return;
    this.set({ phase: 'sending', whole: [] });
    try {
      for (let from = 0; from < going.length; from += MOST) {
        const { results, errors } = await this.send(inputOf(this.name, this.commandId, going.slice(from, from + MOST)));
        this.put(results);
        if (errors.length > 0) {
          this.set({ whole: errors });
          break;
        }
      }
      this.set({ phase: 'told' });
    } catch {
      this.set({ phase: 'unsure' });
    }
  }

  /** What was refused is sent again only where somebody ticks it anew, except what a busy hub did not take. */
  private put(results: BatchToldFragment['results']): void {
    const by = new Map(results.map((r) => [r.yearId, r]));
    this.each((row) => {
      const result = by.get(row.line.id);
      if (!result) return row;
      const told: Told = result.done ? { done: true, sequence: result.outcome.sequence ?? null } : { done: false, errors: result.outcome.errors };
      return { ...row, told, ticked: told.done || isBusy(told) };
    });
  }

  private each(change: (row: BatchRow) => BatchRow): void {
    this.set({ rows: this.state.rows.map(change) });
  }

  private set(change: Partial<BatchState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
