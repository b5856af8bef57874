import { noticesOf } from '../case/notices';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { ConsultationRead, Duty, Entry } from './useConsultation';

/** The entries that a duty rests on: the one that opened it and the one that closed it. */
const bears = (entry: Entry, duty: Duty | undefined): boolean =>
  duty !== undefined && [duty.term.openedAt, duty.term.doneAt].some((at) => at != null && instant(at) === instant(entry.occurredAt ?? entry.at));

function Line({ entry, duty, found, fresh }: { entry: Entry; duty: Duty | undefined; found: ConsultationRead; fresh: boolean }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const named = (id: string) => {
    const term = found.duties.find((d) => d.id === id)?.term;
    return term ? nameOf(term, language) : c.formerDuty;
  };
  const reason = entry.reason && entry.event === 'ConsultationRungsFired'
    ? noticesOf(entry.reason, named, (r) => t.casePage.rungNames[r] ?? r, language === 'zh' ? '、' : ', ') ?? entry.reason
    : entry.reason;
  const late = entry.occurredAt && instant(entry.occurredAt) !== instant(entry.at) ? instant(entry.occurredAt) : null;
  const tinted = bears(entry, duty);
  const moved = entry.consultationTo && entry.consultationTo !== entry.consultationFrom ? `→ ${c.stages[entry.consultationTo]}` : '';
  return (
    <div className={`tr ${tinted ? 'hi' : ''} ${fresh ? 'fresh' : ''}`}>
      <span className="n">#{entry.sequence}</span>
      <span className="dim">{dayAndTime(instant(entry.at))}</span>
      <div>
        <b>{c.events[entry.event] ?? entry.event}</b><Dot />{nameOf(entry.organ, language)} <span className="dim">{moved}</span>
        {reason && <div className="o"><Dotted text={reason} /></div>}
        {late !== null && <div className="o dim">{t.casePage.occurred(dayAndTime(late))}</div>}
        {entry.clause && <div className="o dim">{entry.clause} {entry.rule}</div>}
      </div>
      <div className="h" title={entry.hash}>
        {entry.hash.slice(0, 8)}…
        {tinted && <div className="to"><Icon name="link" /> {duty && nameOf(duty.term, language)}</div>}
      </div>
    </div>
  );
}

/** Everything that happened, newest first; nobody can edit or delete a line. */
export function Trace({ entries, found, duty, fresh, onOlder }: {
  readonly entries: readonly Entry[];
  readonly found: ConsultationRead;
  readonly duty: Duty | undefined;
  /** The entry of one's own act just now. */
  readonly fresh: number | null;
  readonly onOlder: (() => void) | null;
}) {
  const { t } = useMessages();
  return (
    <section className="card">
      <h2>{t.casePage.trace(entries.at(-1)?.sequence ?? 0)}<span className="meta"><Dotted text={t.casePage.traceNote} /></span></h2>
      {entries.toReversed().map((e) => <Line key={e.sequence} entry={e} duty={duty} found={found} fresh={e.sequence === fresh} />)}
      {onOlder && <button className="act" onClick={onOlder}>{t.casePage.older}</button>}
    </section>
  );
}
