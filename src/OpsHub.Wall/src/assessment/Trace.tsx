import { noticesOf } from '../case/notices';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import type { Entry, YearRead } from './useYear';

function Line({ entry, found, fresh }: { entry: Entry; found: YearRead; fresh: boolean }) {
  const { t, language } = useMessages();
  const named = (id: string) => {
    const term = found.terms.find((x) => x.id === id);
    return term ? nameOf(term, language) : t.year.formerTerm;
  };
  const reason = entry.reason && entry.event === 'AgencyYearRungsFired'
    ? noticesOf(entry.reason, named, (r) => t.casePage.rungNames[r] ?? r, language === 'zh' ? '、' : ', ') ?? entry.reason
    : entry.reason;
  const late = entry.occurredAt && instant(entry.occurredAt) !== instant(entry.at) ? instant(entry.occurredAt) : null;
  const moved = entry.yearTo && entry.yearTo !== entry.yearFrom ? `→ ${t.year.stages[entry.yearTo]}` : '';
  return (
    <div className={`tr ${fresh ? 'fresh' : ''}`}>
      <span className="n">#{entry.sequence}</span>
      <span className="dim">{dayAndTime(instant(entry.at))}</span>
      <div>
        <b>{t.year.events[entry.event] ?? entry.event}</b><Dot />{nameOf(entry.organ, language)} <span className="dim">{moved}</span>
        {reason && <div className="o"><Dotted text={reason} /></div>}
        {late !== null && <div className="o dim">{t.casePage.occurred(dayAndTime(late))}</div>}
        {entry.clause && <div className="o dim">{entry.clause} {entry.rule}</div>}
      </div>
      <div className="h" title={entry.hash}>{entry.hash.slice(0, 8)}…</div>
    </div>
  );
}

/** Everything that happened in the year, newest first; nobody can edit or delete a line. */
export function Trace({ entries, found, fresh, onOlder }: { entries: readonly Entry[]; found: YearRead; fresh: number | null; onOlder: (() => void) | null }) {
  const { t } = useMessages();
  return (
    <section className="card">
      <h2>{t.casePage.trace(entries.at(-1)?.sequence ?? 0)}<span className="meta"><Dotted text={t.casePage.traceNote} /></span></h2>
      {entries.toReversed().map((e) => <Line key={e.sequence} entry={e} found={found} fresh={e.sequence === fresh} />)}
      {onOlder && <button className="act" onClick={onOlder}>{t.casePage.older}</button>}
    </section>
  );
}
