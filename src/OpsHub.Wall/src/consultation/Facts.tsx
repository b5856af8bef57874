import { FLAGS } from '../act/compound';
import { Badge } from '../case/Badge';
import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Row } from './Sunshine';
import type { ConsultationRead } from './useConsultation';

/** What it is about and how it was prepared: topic, plan, notice, participants by class and how chosen, opinions by source. */
export function Facts({ found }: { found: ConsultationRead }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const words = t.act.choices;
  const list = (values: readonly string[]) => values.map((v) => words[v] ?? v).join(language === 'zh' ? '、' : ', ');
  const { topic, plan, notice, participants } = found;
  const flags = FLAGS.filter((f) => found.matter[f]);
  return (
    <section className="card facts">
      <h2>{t.facts.title}</h2>
      <dl>
        {flags.length > 0 && <Row label={c.matter}>{flags.map((f) => <Badge key={f} tone="none">{t.act.flags[f]}</Badge>)}</Row>}
        {topic && <Row label={c.topic}>{topic.text}<div className="meta">{words[topic.category]}<Dot />{list(topic.kindsConcerned)}</div></Row>}
        {plan && (
          <Row label={c.plan}>
            {c.planAt(due(instant(plan.start), language))}<Dot />{words[plan.venue]} {plan.place}<Dot />{words[plan.form]}{plan.type && <><Dot />{words[plan.type]}</>}
            <p>{plan.content}</p><p>{plan.participantRule}</p>
          </Row>
        )}
        {notice && <Row label={c.notice}>{notice.start && <>{c.planAt(due(instant(notice.start), language))}<Dot />{notice.meetingPlace}<Dot /></>}{dayAndTime(instant(notice.at))}<Dot />{list(notice.channels)}{notice.place && <><Dot />{notice.place}</>}</Row>}
        {participants && (
          <Row label={c.participants}>
            {c.people(participants.count)}<Dot />{c.elected} {participants.electionRecord}
            <ul className="classes">
              {participants.classes.map((x) => (
                <li key={x.kind + x.community.code}><b>{x.count}</b> {words[x.kind]}<span className="meta"> {nameOf(x.community, language)}<Dot />{words[x.method]}</span></li>
              ))}
            </ul>
          </Row>
        )}
        {found.workMeetings.length > 0 && <Row label={c.meetings}>{found.workMeetings.map((m) => <div key={m.at}>{dayAndTime(instant(m.at))}<Dot />{m.record}</div>)}</Row>}
        {found.solicitations.length > 0 && (
          <Row label={c.solicited}>{found.solicitations.map((s) => <div key={s.at + s.kind + s.community.code}>{nameOf(s.community, language)}<Dot />{words[s.kind]}<span className="meta"> {s.record}</span></div>)}</Row>
        )}
        {found.opinionCount > 0 && (
          <Row label={c.opinions(found.opinionCount)}>
            {found.opinions.nodes.toReversed().map((o) => (
              <div key={o.id}><span className="meta">{words[o.source]}<Dot />{nameOf(o.community, language)}{o.kind && <><Dot />{words[o.kind]}</>}<Dot />{dayAndTime(instant(o.at))}</span><p>{o.text}</p></div>
            ))}
          </Row>
        )}
        {found.corrections.length > 0 && (
          <Row label={c.correction}>{found.corrections.map((x) => <div key={x.at}><Badge tone="urged">{x.annulled ? c.annulled : c.reopened}</Badge> {nameOf(x.by, language)}<Dot />{dayAndTime(instant(x.at))}<p>{x.ground}</p></div>)}</Row>
        )}
        {found.warnings.length > 0 && (
          <Row label={c.warnings}>
            {found.warnings.map((w) => <div key={w.rule + w.at + w.note}>{language === 'zh' ? w.textZh : w.textEn} <span className="meta">{[w.clause, w.rule].filter(Boolean).join(' ')}</span></div>)}
            <span className="meta">{c.warningsNote}</span>
          </Row>
        )}
      </dl>
    </section>
  );
}
