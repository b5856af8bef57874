import type { Entry } from '../case/useCase';
import type { Move, Subject } from '../api/types';
import { act, envelopeOf, inputOf, placed, type Envelope, type Refusal } from './command';
import { emptyValues, type Value, type Values } from './values';

/** What has become of an act. */
export type Sheet =
  | { readonly phase: 'filling' }
  | { readonly phase: 'sending' }
  /** It may or may not have arrived: the same command id is sent again, so that it cannot happen twice. */
  | { readonly phase: 'unsure' }
  /** The hub is busy and has not taken it. */
  | { readonly phase: 'busy' }
  | { readonly phase: 'refused'; readonly at: Readonly<Record<string, Refusal>>; readonly whole: readonly Refusal[] }
  /** Others acted since: what they did, and whether the step can still be taken. */
  | { readonly phase: 'stale'; readonly since: readonly Entry[]; readonly still: boolean }
  | { readonly phase: 'done'; readonly sequence: number | null; readonly subjectId: string | null };

export interface ActState {
  readonly move: Move;
  readonly values: Values;
  readonly sheet: Sheet;
}

/** What a sheet asks of the hub. */
export interface Hub {
  send(mutation: string, input: Record<string, unknown>): Promise<Awaited<ReturnType<typeof act>>>;
  since(version: string): Promise<{ readonly version: string; readonly moves: readonly Move[]; readonly entries: readonly Entry[] } | null>;
}

/** One sheet: one command id from opening to closing, whatever is sent, retried or corrected in it. */
export class ActSession {
  private state: ActState;
  private envelope: Envelope;
  private listeners = new Set<() => void>();

  constructor(
    move: Move,
    about: { readonly subject: Subject; readonly version: string } | { readonly fixed: Record<string, unknown> },
    now: number,
    private readonly hub: Hub,
    commandId: string = crypto.randomUUID(),
    /** What is known already and may be changed. */
    known: Values = {},
  ) {
    // What does not exist yet has no version: it is begun with what is fixed, e.g. where.
    this.envelope = 'fixed' in about ? { ...about.fixed, commandId } : envelopeOf(about.subject, commandId, about.version);
    this.state = { move, values: { ...emptyValues(move.inputs, now), ...known }, sheet: { phase: 'filling' } };
  }

  readonly snapshot = (): ActState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  put(name: string, value: Value): void {
    const { sheet } = this.state;
    // A corrected field no longer carries its refusal.
    const next: Sheet = sheet.phase === 'refused' ? { ...sheet, at: without(sheet.at, name) } : sheet;
    this.set({ values: { ...this.state.values, [name]: value }, sheet: next });
  }

  async submit(): Promise<void> {
    if (this.state.sheet.phase === 'sending' || this.state.sheet.phase === 'done') return;
    const { move, values } = this.state;
    this.set({ sheet: { phase: 'sending' } });
    try {
      const outcome = await this.hub.send(move.mutation, inputOf(move.inputs, values, this.envelope));
      if (outcome.errors.length === 0) return this.set({ sheet: { phase: 'done', sequence: outcome.sequence, subjectId: outcome.subjectId } });
      if (outcome.errors.some((e) => e.__typename === 'RetryLaterError')) return this.set({ sheet: { phase: 'busy' } });
      if (outcome.errors.some((e) => e.__typename === 'StaleVersionError')) return await this.reread();
      this.set({ sheet: { phase: 'refused', ...placed(outcome.errors, move.inputs) } });
    } catch {
      this.set({ sheet: { phase: 'unsure' } });
    }
  }

  /** Shows what others did and goes on from there: what was filled in stays, the step takes the inputs that it has now. */
  private async reread(): Promise<void> {
    const version = this.envelope.expectedVersion ?? '0';
    const now = await this.hub.since(version);
    const move = now?.moves.find((m) => m.mutation === this.state.move.mutation);
    const seen = Number(version);
    if (now) this.envelope = { ...this.envelope, expectedVersion: now.version };
    const since = now?.entries.filter((e) => e.sequence > seen) ?? [];
    const sheet: Sheet = { phase: 'stale', since, still: move !== undefined };
    if (!move) return this.set({ sheet });
    this.set({ move, sheet, values: { ...emptyValues(move.inputs, Date.now()), ...this.state.values } });
  }

  private set(change: Partial<ActState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const without = <T>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
