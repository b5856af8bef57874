import { Badge } from '../case/Badge';
import { ageText, runningClock } from '../format/durations';
import { dayAndTime, due, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { announcedWord } from './announced';
import { owedAnnouncements, toneOf } from './duties';
import { inLanguage } from './papers';
import type { ConsultationRead } from './useConsultation';

/** What is still to be announced with its clock, and what was: on time or how late, and where everyone can read it. C040. */
export function Announcements({ found, now }: { found: ConsultationRead; now: number }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const owed = owedAnnouncements(found.duties);
  if (owed.length === 0 && found.announcements.length === 0) return null;
  return (
    <section className="card announcements">
      <h2>{c.announcements}</h2>
      {owed.map((d) => {
        const left = instant(d.term.dueAt) - now;
        const clock = runningClock(Math.abs(left), language);
        const tone = toneOf(d.term.dueAt, now);
        return (
          <div key={d.id} className={`owed ${tone}`} data-owed={d.id}>
            <Icon name={tone === 'late' ? 'late' : tone === 'soon' ? 'soon' : 'ok'} />
            <span><b>{d.announces ? announcedWord(d.announces, t, language) : c.dutyNames['announce']}</b><br /><small>{due(instant(d.term.dueAt), language)}<Dot />{d.hard ? c.hard : c.soft}</small></span>
            <em>{left <= 0 && <small>{c.flagged}</small>} {clock.figure}<small>{clock.unit}</small></em>
          </div>
        );
      })}
      {found.announcements.toReversed().map((a) => (
        <div key={a.number} className="session">
          <p>
            <b>{announcedWord(a, t, language)}</b> <span className="meta">{dayAndTime(instant(a.at))}</span>
            {a.dueAt && <Badge tone={a.late ? 'late' : 'ok'}>{a.late ? c.lateBy(ageText(instant(a.at) - instant(a.dueAt), language)) : c.onTime}</Badge>}
            <a className="to" href={inLanguage(a.publicPath, language)} target="_blank" rel="noreferrer"><Icon name="link" /> {c.publicPage}</a>
          </p>
          <p className="meta">{c.postedAt(a.place)}{a.channels.length > 0 && <><Dot />{a.channels.map((x) => t.act.choices[x]).join(language === 'zh' ? '、' : ', ')}</>}</p>
          <p className="said">{a.text}</p>
        </div>
      ))}
    </section>
  );
}
