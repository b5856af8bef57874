import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { Entry, Term } from './useCase';

/** The entries that a term rests on: the one that opened it and the one that closed it. */
const bears = (entry: Entry, term: Term | undefined): boolean =>
  term !== undefined && [term.openedAt, term.doneAt].some((at) => at != null && instant(at) === instant(entry.at));

function Line({ entry, term }: { entry: Entry; term: Term | undefined }) {
  const { t, language } = useMessages();
  const tinted = bears(entry, term);
  const moved = entry.to && entry.to !== entry.from ? `→ ${t.stages[entry.to]}` : '';
  return (
    <div className={`tr ${tinted ? 'hi' : ''}`}>
      <span className="n">#{entry.sequence}</span>
      <span className="dim">{dayAndTime(instant(entry.at))}</span>
      <div>
        <b>{t.events[entry.event] ?? entry.event}</b><Dot />{nameOf(entry.organ, language)} <span className="dim">{moved}</span>
        {entry.reason && <div className="o">{entry.reason}</div>}
        {entry.clause && <div className="o dim">{entry.clause} {entry.rule}</div>}
      </div>
      <div className="h" title={entry.hash}>
        {entry.hash.slice(0, 8)}…
        {tinted && <div className="to"><Icon name="link" /> {term?.name}</div>}
      </div>
    </div>
  );
}

/** Everything that happened, newest first; nobody can edit or delete a line. */
export function Trace({ entries, term, onOlder }: { entries: readonly Entry[]; term: Term | undefined; onOlder: (() => void) | null }) {
  const { t } = useMessages();
  const newest = entries.toReversed();
  return (
    <section className="card">
      <h2>{t.casePage.trace(entries.at(-1)?.sequence ?? 0)}<span className="meta"><Dotted text={t.casePage.traceNote} /></span></h2>
      {newest.map((e) => <Line key={e.sequence} entry={e} term={term} />)}
      {onOlder && <button className="act" onClick={onOlder}>{t.casePage.older}</button>}
    </section>
  );
}
