import { Badge } from '../case/Badge';
import { dayAndTime, due, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { toneOf } from './duties';
import type { ConsultationRead, Session } from './useConsultation';

function Row({ session: s, found }: { session: Session; found: ConsultationRead }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const words = t.act.choices;
  const duty = found.duties.find((d) => d.stem === 'announce' && d.session === s.number);
  return (
    <div className="session">
      <p>
        <b>{c.session(s.number)}</b> <span className="meta">{c.round(s.round)}<Dot />{dayAndTime(instant(s.startedAt))}{s.endedAt && ` – ${dayAndTime(instant(s.endedAt))}`}<Dot />{c.presides} {words[s.presider]}</span>
        {s.outcome ? <Badge tone={s.outcome === 'CONSENSUS' ? 'ok' : 'urged'}>{words[s.outcome]}</Badge> : <Badge tone="soon">{s.adjourned ? c.adjourned : c.running}</Badge>}
        {found.complaints.some((x) => x.session === s.number) && <> <Badge tone="late">{c.complaint} C018</Badge></>}
        {s.endedAt && duty && !duty.term.doneAt && <span className="meta"><Icon name="bell" /> {c.dutyNames['announce']} {due(instant(duty.term.dueAt), language)}</span>}
      </p>
      {s.pauses.map((p) => (
        <p key={p.from} className="meta pause"><Icon name="halt" /> {p.until ? c.pause(dayAndTime(instant(p.from)), dayAndTime(instant(p.until))) : p.resumesAt ? c.pauseUntil(dayAndTime(instant(p.from)), dayAndTime(instant(p.resumesAt))) : c.pauseOpen(dayAndTime(instant(p.from)))}<Dot />{p.reason}</p>
      ))}
      {s.attendance != null && (
        <p className="meta">{c.attended(s.attendance)}{s.heard.length > 0 && <><Dot />{c.heard} {s.heard.map((k) => words[k]).join(language === 'zh' ? '、' : ', ')}</>}</p>
      )}
      {s.opinion && <p className="said">{s.opinion}</p>}
    </div>
  );
}

/** Sessions, newest first: adjournments do not end one; only its end starts the announcement's clock. */
export function Sessions({ found }: { found: ConsultationRead }) {
  const { t } = useMessages();
  if (found.sessions.length === 0) return null;
  return (
    <section className="card">
      <h2>{t.consult.sessions}</h2>
      {found.sessions.toReversed().map((s) => <Row key={s.number} session={s} found={found} />)}
    </section>
  );
}

/** Each dissent with its explanation, or that one is owed. C053, C074. */
export function Dissents({ found, now }: { found: ConsultationRead; now: number }) {
  const { t, language } = useMessages();
  const c = t.consult;
  if (found.dissents.length === 0) return null;
  return (
    <section className="card">
      <h2>{c.dissents}<span className="meta">{found.dissents.length}</span></h2>
      {found.dissents.map((d) => {
        const duty = found.duties.find((x) => x.dissent === d.number);
        return (
          <div key={d.number} className="session">
            <p>
              <b>{c.dissentN(d.number)}</b> <span className="meta">{t.act.choices[d.kind]}<Dot />{c.session(d.session)}</span>
              {d.allegesHarm && <Badge tone="urged">{c.harm}</Badge>}
              {d.explainedAt ? <Badge tone="ok">{c.explained(dayAndTime(instant(d.explainedAt)))}</Badge> : <Badge tone={duty ? toneOf(duty.term.dueAt, now) : 'none'}>{c.unexplained}{duty && ` ${due(instant(duty.term.dueAt), language)}`}</Badge>}
            </p>
            <p>{d.text}</p>
            {d.explanation && <p className="said">{d.explanation}</p>}
          </div>
        );
      })}
    </section>
  );
}
