import { Fragment, type ReactNode } from 'react';
import { agencyPath, casePath, goTo } from '../app/router';
import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import type { OrganName } from '../api/types';
import { Dot } from '../theme/Dotted';
import { Badge } from './Badge';
import type { CaseRead } from './useCase';

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

const To = ({ id, number }: { id: string; number: string }) => <button className="to" onClick={() => goTo(casePath(id))}>{number}</button>;

/** The organs of the present dispatch. */
function Organs({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  const named = (organ: OrganName) => (organ.kind === 'AGENCY' ? <button key={organ.code} className="to" onClick={() => goTo(agencyPath(organ.code))}>{nameOf(organ, language)}</button> : nameOf(organ, language));
  return (
    <>
      {found.lead && <Row label={t.facts.lead}>{named(found.lead)}</Row>}
      {found.assists.length > 0 && <Row label={t.facts.assists}>{found.assists.map((o, i) => <Fragment key={o.code}>{i > 0 && (language === 'zh' ? '、' : ', ')}{named(o)}</Fragment>)}</Row>}
      {found.coordinator && <Row label={t.facts.coordinator}>{named(found.coordinator)}</Row>}
      {found.supervisor && <Row label={t.facts.supervisor}>{named(found.supervisor)}</Row>}
    </>
  );
}

function Pending({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  const { extension: x, suspension: s } = found;
  const f = t.facts;
  return (
    <>
      {x && (
        <Row label={f.extension}>
          {nameOf(x.by, language)} {f.asks(due(instant(x.until), language))}<Dot />{f.decides(nameOf(x.decider, language))}<p>{x.reason}</p>
        </Row>
      )}
      {s && (
        <Row label={f.suspension}>
          {nameOf(s.by, language)} {dayAndTime(instant(s.at))}<Dot />{f.heldUntil(due(instant(s.until), language))}<p>{s.reason}</p>
        </Row>
      )}
    </>
  );
}

function Parts({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  return found.parts.length > 0 && (
    <Row label={t.facts.parts}>
      {found.parts.map((p) => (
        <div key={p.term}>
          {nameOf(p.organ, language)}<Dot />{p.fedBackAt ? dayAndTime(instant(p.fedBackAt)) : <Badge tone="none">{t.facts.owed}</Badge>}
          {p.result && <p>{p.result}</p>}
          {p.evidence.length > 0 && <p>{t.facts.evidence} {p.evidence.join(' ')}</p>}
        </div>
      ))}
    </Row>
  );
}

function Meetings({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  return found.meetings.length > 0 && (
    <Row label={t.facts.meetings}>
      {found.meetings.map((m) => (
        <div key={m.recordedAt}>
          {dayAndTime(instant(m.heldAt))}<Dot />{t.facts.attended} {m.attended.map((o) => nameOf(o, language)).join(language === 'zh' ? '、' : ', ')}{m.reference && <><Dot />{m.reference}</>}
          <p>{m.minutes}</p>
        </div>
      ))}
    </Row>
  );
}

function Urges({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  return found.urges.length > 0 && (
    <Row label={t.facts.urges}>
      {found.urges.map((u) => (
        <div key={u.term}>
          {t.facts.levels[u.level as 1 | 2 | 3]} → {nameOf(u.organ, language)}<Dot />{nameOf(u.by, language)} {dayAndTime(instant(u.at))}
          <p>{u.note}</p>
          {u.answer ? <p className="answer">{u.answeredAt && dayAndTime(instant(u.answeredAt))} {u.answer}</p> : <Badge tone="none">{t.facts.unanswered}</Badge>}
        </div>
      ))}
    </Row>
  );
}

function Evaluations({ found }: { found: CaseRead }) {
  const { t, language } = useMessages();
  const known = [found.community, found.township, found.county, found.holder, ...(found.lead ? [found.lead] : []), ...(found.dispatcher ? [found.dispatcher] : [])];
  const who = (code: string) => {
    const organ = known.find((o) => o.code === code);
    return code === 'reporter' ? t.facts.reporter : code.startsWith('reporter:') ? `${t.facts.reporter} ${code.slice(9)}` : organ ? nameOf(organ, language) : code;
  };
  return found.evaluations.length > 0 && (
    <Row label={t.facts.evaluations}>
      {found.evaluations.map((e) => (
        <div key={`${e.evaluator}${e.at}`}>
          <b>{t.facts.score(e.score)}</b> {who(e.evaluator)}<Dot />{dayAndTime(instant(e.at))}<Dot />{t.facts.cycle(e.cycle)} {e.late && <Badge tone="none">{t.facts.afterWindow}</Badge>}
        </div>
      ))}
    </Row>
  );
}

/** What stands beside the straight path; a row is there only where there is something to say. */
export function Facts({ found }: { found: CaseRead }) {
  const { t } = useMessages();
  const there = found.lead ?? found.coordinator ?? found.supervisor ?? found.mergedInto ?? found.extension ?? found.suspension;
  if (!there && [found.meetings, found.urges, found.evaluations, found.joined, found.parts, found.evidence].every((x) => x.length === 0)) return null;
  return (
    <section className="card facts">
      <h2>{t.facts.title}</h2>
      <dl>
        <Organs found={found} />
        <Pending found={found} />
        <Parts found={found} />
        <Meetings found={found} />
        <Urges found={found} />
        {found.evidence.length > 0 && <Row label={t.facts.evidence}>{found.evidence.join(' ')}</Row>}
        <Evaluations found={found} />
        {found.mergedInto && <Row label={t.facts.mergedInto}><To {...found.mergedInto} /></Row>}
        {found.joined.length > 0 && <Row label={t.facts.joined}>{found.joined.map((j) => <To key={j.id} {...j} />)}</Row>}
      </dl>
    </section>
  );
}
