import type { Client } from 'graphql-ws';
import { query, QueryFailed, SignedOut } from '../api/query';
import { follow } from '../api/subscribe';
import { UnitAnnouncementsDocument, UnitEventsDocument, UnitFrameDocument, UnitListsDocument, UnitLiveDocument } from '../api/generated/graphql';
import type { UnitLiveSubscription } from '../api/generated/graphql';
import type { Happening, StripFigures } from '../api/types';
import { instant, MINUTE, SECOND } from '../format/instants';
import { backoff } from './backoff';
import { onAttempt, onChange, onMessage, silentFor } from './connection';
import { readDetails } from './details';
import { shouldReread, type LastRead } from './reread';
import { ServerClock } from './serverClock';
import { emptyState, withEvent, withSummaries, type UnitState } from './unitState';

/** The frame (names, counts, trends, calendar) moves by the hour. */
const FRAME_EVERY = 5 * MINUTE;
/** Heartbeats come every 5 s at least; two missed and the socket is taken for dead and opened anew. */
const DEAD_SOCKET = 12 * SECOND;

/** What of the figures the list of announcements follows. */
const owedBy = (c: StripFigures | null | undefined): string =>
  c ? [c.announcementsDueToday, c.announcementsLate, c.nextAnnouncementDue, c.byStage.map((s) => s.stage + s.count)].join() : '';

/** One unit, live: the subscription drives the figures, lists follow the version, events fill the ticker. */
export class UnitFeed {
  readonly clock = new ServerClock();
  private state: UnitState;
  private listeners = new Set<() => void>();
  private stopping = new AbortController();
  private lastRead: LastRead | null = null;
  private frameReadAt = -Infinity;
  private terminatedAt = 0;
  private reading = false;
  private failures = 0;
  private notBefore = 0;

  constructor(
    private readonly code: string,
    private readonly token: string,
    private readonly socket: Client,
    private readonly onSignedOut: () => void,
  ) {
    this.state = emptyState(code, performance.now());
  }

  readonly snapshot = (): UnitState => this.state;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): () => void {
    const { signal } = this.stopping;
    void follow(
      this.socket,
      UnitLiveDocument,
      () => ({ code: this.code, epoch: this.state.summary?.epoch ?? null, version: this.state.summary?.version ?? null }),
      {
        onNext: (m) => this.onSummary(m),
        onAttempt: () => this.set({ connection: onAttempt(this.state.connection) }),
      },
      signal,
    );
    const timer = setInterval(() => void this.tick(), SECOND);
    void this.tick();
    return () => {
      clearInterval(timer);
      this.stopping.abort();
    };
  }

  private set(change: Partial<UnitState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private onSummary({ unitSummary }: UnitLiveSubscription): void {
    const now = performance.now();
    this.clock.observe(instant(unitSummary.serverTime), now);
    const next = withSummaries(this.state, unitSummary.summary, unitSummary.children);
    const before = this.state.summary?.consultations;
    this.set({ ...next, connection: onMessage(this.state.connection, now) });
    // An announcement made, or a session ended, stands on the wall at once and not with the next reading of the lists.
    if (owedBy(before) !== owedBy(this.state.summary?.consultations)) void this.readAnnouncements().catch(() => {});
  }

  private async tick(): Promise<void> {
    const now = performance.now();
    const silent = silentFor(this.state.connection, now);
    if (silent > DEAD_SOCKET && now - this.terminatedAt > DEAD_SOCKET) {
      this.terminatedAt = now;
      this.socket.terminate();
    }
    if (this.reading || silent > DEAD_SOCKET || now < this.notBefore) return;
    this.reading = true;
    try {
      if (now - this.frameReadAt > FRAME_EVERY || this.dayChanged(now)) await this.readFrame(now);
      const serverNow = this.clock.now(now, Date.now());
      if (shouldReread(this.lastRead, this.state.summary, now, serverNow)) await this.readLists(now);
      this.failures = 0;
    } catch (error) {
      if (error instanceof SignedOut) this.onSignedOut();
      else if (error instanceof QueryFailed && error.refused) this.set({ missing: true });
      // Anything else is tried again, ever more slowly: a hub that answers RETRY_LATER is not helped by its walls.
      this.notBefore = performance.now() + backoff(this.failures++, Math.random);
    } finally {
      this.reading = false;
    }
  }

  private dayChanged(now: number): boolean {
    const { today } = this.state;
    if (!today || now - this.frameReadAt < 30 * SECOND) return false;
    return !new Date(this.clock.now(now, Date.now()) + 8 * 60 * MINUTE).toISOString().startsWith(today.date);
  }

  private async readFrame(now: number): Promise<void> {
    const answer = await query(UnitFrameDocument, { code: this.code }, this.token, this.stopping.signal);
    if (!this.clock.known) this.clock.observe(instant(answer.serverTime), performance.now());
    this.frameReadAt = now;
    this.set({ frame: answer.unit ?? null, today: answer.today, missing: !answer.unit });
  }

  private async readLists(now: number): Promise<void> {
    const position = this.state.summary;
    const answer = await query(UnitListsDocument, { code: this.code }, this.token, this.stopping.signal);
    const lists = answer.unit;
    if (!lists) return;
    const dues = lists.nextDue.flatMap((c) => (c.dueAt ? [instant(c.dueAt)] : []));
    const first = this.lastRead === null;
    this.lastRead = { at: now, position, nextDueAt: dues.length > 0 ? Math.min(...dues) : null };
    this.set({ late: lists.lateCases, due: lists.nextDue });
    if (first) this.followEvents(lists.recentEvents);
    await this.readAnnouncements();
    const level = this.state.frame?.level;
    if (level) this.set(await readDetails(level, this.code, this.token, this.stopping.signal));
  }

  /** Read only where some are owed, by the figures at hand. */
  private async readAnnouncements(): Promise<void> {
    const owed = this.state.summary?.consultations;
    if (!owed) return;
    if (owed.nextAnnouncementDue == null && owed.announcementsLate + owed.announcementsDueToday === 0) return this.set({ announcements: [] });
    const { announcementsDue } = await query(UnitAnnouncementsDocument, { code: this.code }, this.token, this.stopping.signal);
    this.set({ announcements: announcementsDue });
  }

  private followEvents(recent: readonly Happening[]): void {
    this.set({ events: recent });
    void follow(
      this.socket,
      UnitEventsDocument,
      () => ({ code: this.code, after: this.state.events[0]?.position ?? null }),
      { onNext: (m) => this.onEvent(m.unitCaseEvents), onAttempt: () => {} },
      this.stopping.signal,
    );
  }

  private onEvent(event: Happening): void {
    const next = withEvent(this.state, event);
    if (next === this.state) return;
    const now = performance.now();
    const ago = this.clock.now(now, Date.now()) - instant(event.at);
    this.set({ ...next, connection: onChange(next.connection, now, ago) });
  }
}
