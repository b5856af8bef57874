import { ageText, countdown } from '../format/durations';
import { dayAndTime, due, instant, HOUR } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot, Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { Wait } from '../api/types';
import { Badge, type Tone } from './Badge';
import type { CaseRead } from './useCase';

/** How near a wait's end is: late, within a day, later, or not counted at present. */
export function toneOf(wait: Wait, now: number): Tone {
  if (wait.suspended || !wait.until) return 'dashed';
  const left = instant(wait.until) - now;
  return left <= 0 ? 'late' : left < 24 * HOUR ? 'soon' : 'ok';
}

function Left({ wait, now }: { wait: Wait; now: number }) {
  const { t, language } = useMessages();
  const tone = toneOf(wait, now);
  if (!wait.until || wait.suspended) return <Badge tone="dashed"><Icon name="halt" />{t.facts.suspended}</Badge>;
  const left = instant(wait.until) - now;
  return <Badge tone={tone}>{left <= 0 ? `${t.overdue} ${ageText(-left, language)}` : t.facts.leftFor(countdown(left, language))}</Badge>;
}

/** Everything it waits for, nearest first: whose move, since when, until when. A click explains the term. */
export function Waits({ found, now, chosen, onChoose }: { found: CaseRead; now: number; chosen: string | null; onChoose: (term: string) => void }) {
  const { t, language } = useMessages();
  const f = t.facts;
  return (
    <section className="card waits">
      <h2>{f.waits}<span className="meta"><Dotted text={f.waitsNote} /></span></h2>
      {found.waits.length === 0 && <p className="meta">{f.nothing}</p>}
      {found.waits.map((w) => (
        <button key={w.term.id} className={w.term.id === chosen ? 'wait here' : 'wait'} onClick={() => onChoose(w.term.id)}>
          <b>{language === 'zh' ? w.what : w.whatEn}</b>
          <span>{nameOf(w.organ, language)}</span>
          <span className="meta">
            {f.since(dayAndTime(instant(w.since)))}
            {w.until && <><Dot />{f.until(due(instant(w.until), language))}</>}
            {w.term.provisional && <> <Badge tone="dashed">{t.provisional}</Badge></>}
          </span>
          <Left wait={w} now={now} />
        </button>
      ))}
    </section>
  );
}
