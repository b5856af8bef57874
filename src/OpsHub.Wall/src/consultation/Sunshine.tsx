import type { ReactNode } from 'react';
import { Badge } from '../case/Badge';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { ConsultationRead } from './useConsultation';

export const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

function Milestones({ found }: { found: ConsultationRead }) {
  const { t } = useMessages();
  const c = t.consult;
  return (
    <ol className="milestones">
      {found.adoption?.milestones.map((m) => (
        <li key={m.number} className={m.doneAt ? 'past' : m.late ? 'late' : ''}>
          <Icon name={m.doneAt ? 'done' : m.late ? 'late' : 'ok'} />
          <span>{m.text}</span>
          <small>{m.doneAt ? c.reached(dayAndTime(instant(m.doneAt))) : m.due}{m.late && m.doneAt && <> <Badge tone="late">{c.flagged}</Badge></>}</small>
        </li>
      ))}
    </ol>
  );
}

/** After the agreement, in the open: who carries it out, by when, how far it is, what the supervisors say. C055-C060. */
export function Sunshine({ found }: { found: ConsultationRead }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const { adoption: a, survey } = found;
  if (!a && found.progress.length + found.supervisionNotes.length + found.feedbacks.length === 0 && !survey && !found.file) return null;
  return (
    <section className="card facts sunshine">
      <h2>{c.sunshine}{a?.sunshineEntry && <span className="meta">{c.entry} {a.sunshineEntry}</span>}</h2>
      <dl>
        {a && <Row label={c.body}>{a.implementingBody}</Row>}
        {a && <Row label={c.post}>{a.owner}</Row>}
        {a && a.milestones.length > 0 && <Row label={c.milestones}><Milestones found={found} /></Row>}
        {found.progress.length > 0 && (
          <Row label={c.progress}>
            {found.progress.toReversed().map((p) => <div key={p.at}><span className="meta">{dayAndTime(instant(p.at))}{p.milestone != null && <><Dot />{c.milestones} {p.milestone}</>}</span><p>{p.text}</p></div>)}
          </Row>
        )}
        {found.supervisionNotes.length > 0 && (
          <Row label={c.supervision}>{found.supervisionNotes.toReversed().map((n) => <div key={n.at}><span className="meta">{dayAndTime(instant(n.at))}</span><p>{n.text}</p></div>)}</Row>
        )}
        {found.feedbacks.length > 0 && (
          <Row label={c.feedback}>
            {found.feedbacks.map((f) => <div key={f.at}><span className="meta">{dayAndTime(instant(f.at))}<Dot />{f.audiences.map((x) => t.act.choices[x]).join(language === 'zh' ? '、' : ', ')}</span><p>{f.text}</p></div>)}
          </Row>
        )}
        {survey && (
          <Row label={c.survey}>
            {survey.hidden || survey.ballots == null || survey.satisfied == null ? c.hiddenSmall : c.satisfied(survey.percent ?? '', survey.satisfied, survey.ballots)}
            <span className="meta"><Dot />{survey.visitRecord}</span>
          </Row>
        )}
        {found.file && <Row label={c.file}>{found.file.materials.join(language === 'zh' ? '、' : ', ')}<span className="meta"><Dot />{dayAndTime(instant(found.file.at))}</span></Row>}
      </dl>
    </section>
  );
}

const AT = { NONE: -1, TO_REPORT: 0, REPORTED: 1, STUDIED: 2, ADOPTED: 3, REFUSED: 3, FED_BACK: 4, VOID: -1 } as const;

/** What government or a department entrusted: reported up, studied, answered, fed back. SM2 row Z. */
export function Delegated({ found }: { found: ConsultationRead }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const organ = found.delegated?.organ ?? found.matter.delegatedBy;
  if (!organ) return null;
  const d = found.delegated;
  const at = d ? AT[d.stage] : -1;
  return (
    <section className="card">
      <h2>{c.delegated}<span className="meta">{nameOf(organ, language)}</span></h2>
      <ol className="after">
        {c.delegatedSteps.map((name, i) => <li key={name} className={i < at ? 'past' : i === at ? 'here' : 'ahead'}>{i < at ? <Icon name="done" /> : <i className={i === at ? 'here' : ''} />}{name}</li>)}
      </ol>
      {d && (
        <>
          <p><Badge tone={d.stage === 'REFUSED' || d.stage === 'VOID' ? 'urged' : 'none'}>{t.act.choices[d.stage]}</Badge>{d.reportedAt && <span className="meta"> {dayAndTime(instant(d.reportedAt))}</span>}</p>
          {d.report && <p className="said">{d.report}</p>}
          {d.decision && <p className="said">{d.decision}</p>}
        </>
      )}
    </section>
  );
}
