import { Badge } from '../case/Badge';
import { ageText, countdown } from '../format/durations';
import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import { toneOf } from './duties';
import type { ConsultationRead } from './useConsultation';

/** Everything it waits for: whose move, since when, until when, and whether lateness is a violation. A click explains the duty. */
export function Waits({ found, now, chosen, onChoose }: { found: ConsultationRead; now: number; chosen: string | null; onChoose: (duty: string) => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  return (
    <section className="card waits">
      <h2>{c.waits}<span className="meta"><Dotted text={c.waitsNote} /></span></h2>
      {found.waits.length === 0 && <p className="meta">{c.noWaits}</p>}
      {found.waits.map((w, i) => {
        const left = w.until ? instant(w.until) - now : null;
        return (
          <button key={w.duty?.id ?? i} disabled={!w.duty} className={w.duty && w.duty.id === chosen ? 'wait here' : 'wait'} onClick={() => w.duty && onChoose(w.duty.id)}>
            <b>{language === 'zh' ? w.what : w.whatEn}</b>
            <span>{nameOf(w.organ, language)}</span>
            <span className="meta">
              {t.facts.since(dayAndTime(instant(w.since)))}
              {w.until && <><Dot />{t.facts.until(due(instant(w.until), language))}</>}
              {w.duty && <><Dot />{w.hard ? c.hard : c.soft}</>}
              {w.duty?.term.provisional && <> <Badge tone="dashed">{t.provisional}</Badge></>}
            </span>
            {left === null || !w.until
              ? <Badge tone="none">{c.noTerm}</Badge>
              : <Badge tone={toneOf(w.until, now)}>{left <= 0 ? `${w.hard ? c.breach : t.overdue} ${ageText(-left, language)}` : t.facts.leftFor(countdown(left, language))}</Badge>}
          </button>
        );
      })}
    </section>
  );
}
