import { useCallback, useEffect, useState } from 'react';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { afterPage, afterRead, type Older } from '../live/older';
import { Dot, Dotted } from '../theme/Dotted';
import type { Entry } from './useCase';

/** A page of a trace; null where it is not theirs to read. */
export type Page = { readonly nodes: readonly Entry[]; readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor?: string | null } } | null;

interface State extends Older<Entry> {
  readonly newest: readonly Entry[] | null;
}

const startOf = (page: NonNullable<Page>): string | null => (page.pageInfo.hasPreviousPage ? (page.pageInfo.startCursor ?? null) : null);

/** Everything that happened, in words, newest first. Nothing is shown where the trace is not theirs. @param read Must stay the same function; read again when `version` changes. */
export function History({ read, version, events, fresh }: {
  read: (before: string | null) => Promise<Page>;
  version: string;
  events: Readonly<Record<string, string>>;
  fresh: number | null;
}) {
  const { t, language } = useMessages();
  const [state, setState] = useState<State>({ newest: null, older: [], olderFrom: null });
  useEffect(() => {
    let stopped = false;
    read(null).then((page) => !stopped && setState((s) => (page ? { newest: page.nodes, ...afterRead(s, s.newest ?? [], page.nodes, startOf(page)) } : { ...s, newest: null })), () => {});
    return () => void (stopped = true);
  }, [read, version]);
  const readOlder = useCallback(async () => {
    const held = state.newest ?? [];
    const page = await read(state.olderFrom).catch(() => null);
    if (page) setState((s) => ({ ...s, ...afterPage(s, page.nodes, startOf(page), held, s.newest ?? []) }));
  }, [read, state]);
  if (!state.newest || state.newest.length === 0) return null;
  const entries = [...state.older, ...state.newest];
  return (
    <section className="card history">
      <h2>{t.casePage.trace(entries.at(-1)?.sequence ?? 0)}<span className="meta"><Dotted text={t.casePage.traceNote} /></span></h2>
      {entries.toReversed().map((e) => (
        <div key={e.sequence} className={`tr ${e.sequence === fresh ? 'fresh' : ''}`}>
          <span className="n">#{e.sequence}</span>
          <span className="dim">{dayAndTime(instant(e.at))}</span>
          <div>
            <b>{events[e.event] ?? e.event}</b><Dot />{nameOf(e.organ, language)}
            {e.reason && <div className="o"><Dotted text={e.reason} /></div>}
            {e.occurredAt && instant(e.occurredAt) !== instant(e.at) && <div className="o dim">{t.casePage.occurred(dayAndTime(instant(e.occurredAt)))}</div>}
            {e.clause && <div className="o dim">{e.clause} {e.rule}</div>}
          </div>
          <div className="h" title={e.hash}>{e.hash.slice(0, 8)}…</div>
        </div>
      ))}
      {state.olderFrom && <button className="act" onClick={() => void readOlder()}>{t.casePage.older}</button>}
    </section>
  );
}
