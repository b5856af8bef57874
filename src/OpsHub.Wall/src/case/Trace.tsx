import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { headlineOf } from './headline';
import { noticesOf } from './notices';
import type { CaseRead, Entry, Term } from './useCase';

/** The entries that a term rests on: the one that opened it and the one that closed it. */
const bears = (entry: Entry, term: Term | undefined): boolean =>
  term !== undefined && [term.openedAt, term.doneAt].some((at) => at != null && instant(at) === instant(entry.occurredAt ?? entry.at));

/** Why, in words: a notice lists what fired by ids. */
function useReason(entry: Entry, terms: readonly Term[]): string | null {
  const { t, language } = useMessages();
  if (!entry.reason || entry.event !== 'CaseRungsFired') return entry.reason ?? null;
  const term = (id: string) => {
    const found = terms.find((x) => x.id === id);
    return found ? nameOf(found, language) : t.casePage.formerTerm;
  };
  return noticesOf(entry.reason, term, (r) => t.casePage.rungNames[r] ?? r, language === 'zh' ? '、' : ', ') ?? entry.reason;
}

function Line({ entry, term, found, fresh }: { entry: Entry; term: Term | undefined; found: CaseRead; fresh: boolean }) {
  const speech = useMessages();
  const { t, language } = speech;
  const reason = useReason(entry, found.terms);
  const late = entry.occurredAt && instant(entry.occurredAt) !== instant(entry.at) ? instant(entry.occurredAt) : null;
  const tinted = bears(entry, term);
  const moved = entry.to && entry.to !== entry.from ? `→ ${t.stages[entry.to]}` : '';
  return (
    <div className={`tr ${tinted ? 'hi' : ''} ${fresh ? 'fresh' : ''}`}>
      <span className="n">#{entry.sequence}</span>
      <span className="dim">{dayAndTime(instant(entry.at))}</span>
      <div>
        <b>{headlineOf(entry, found, speech)}</b><Dot />{nameOf(entry.organ, language)} <span className="dim">{moved}</span>
        {reason && <div className="o"><Dotted text={reason} /></div>}
        {late !== null && <div className="o dim">{t.casePage.occurred(dayAndTime(late))}</div>}
        {entry.clause && <div className="o dim">{entry.clause} {entry.rule}</div>}
      </div>
      <div className="h" title={entry.hash}>
        {entry.hash.slice(0, 8)}…
        {tinted && <div className="to"><Icon name="link" /> {term && nameOf(term, language)}</div>}
      </div>
    </div>
  );
}

/** Everything that happened, newest first; nobody can edit or delete a line. */
export function Trace({ entries, found, term, fresh, onOlder }: {
  readonly entries: readonly Entry[];
  readonly found: CaseRead;
  readonly term: Term | undefined;
  /** The entry of one's own act just now. */
  readonly fresh: number | null;
  readonly onOlder: (() => void) | null;
}) {
  const { t } = useMessages();
  const newest = entries.toReversed();
  return (
    <section className="card">
      <h2>{t.casePage.trace(entries.at(-1)?.sequence ?? 0)}<span className="meta"><Dotted text={t.casePage.traceNote} /></span></h2>
      {newest.map((e) => <Line key={e.sequence} entry={e} term={term} found={found} fresh={e.sequence === fresh} />)}
      {onOlder && <button className="act" onClick={onOlder}>{t.casePage.older}</button>}
    </section>
  );
}
