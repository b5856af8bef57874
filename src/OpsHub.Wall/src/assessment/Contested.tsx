import { Badge } from '../case/Badge';
import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { figure, percent } from './figures';
import type { YearRead } from './useYear';

type Line = YearRead['appeals'][number]['line'];

/** A line of the score in words: 属地职责 白关镇 参与重点工作. */
export function useLine() {
  const { t, language } = useMessages();
  return (line: Line): string =>
    [t.year.lines[line.line] ?? line.line, line.township && nameOf(line.township, language), line.component && t.year.components[line.component]].filter(Boolean).join(' ');
}

/** Components that were set by hand, each beside what was computed, with who says why. */
export function Adjustments({ found }: { found: YearRead }) {
  const { t, language } = useMessages();
  const y = t.year;
  if (found.adjustments.length === 0) return null;
  return (
    <section className="card adjustments">
      <h2>{y.adjustments}<span className="meta">{found.adjustments.length}</span></h2>
      {found.adjustments.toReversed().map((a) => (
        <div key={a.at + a.component} className={a.withdrawnAt ? 'session withdrawn' : 'session'}>
          <p><b>{y.components[a.component]}</b> {a.withdrawnAt ? <><s>{figure(a.value)}</s> <Badge tone="none">{y.withdrawn}</Badge></> : <><s>{figure(a.computed)}</s> → <b>{figure(a.value)}</b></>}<span className="meta">{nameOf(a.township, language)}<Dot />{dayAndTime(instant(a.at))}</span></p>
          <p className="said">{a.reason}{a.withoutLetter && <><br />{y.withoutLetter}：{a.withoutLetter}</>}</p>
          {a.withdrawnAt && <p className="said answer"><span className="meta">{y.withdrawn} {dayAndTime(instant(a.withdrawnAt))}<Dot />{y.byEvidence}</span><br />{a.withdrawnReason}</p>}
        </div>
      ))}
    </section>
  );
}

/** What the agency contests, who answers by when, and what was answered. */
export function Appeals({ found, now }: { found: YearRead; now: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  const line = useLine();
  const dueWord = useDueWord(now);
  if (found.appeals.length === 0) return null;
  return (
    <section className="card appeals">
      <h2>{y.appeals}<span className="meta">{found.appeals.length}</span></h2>
      {found.appeals.toReversed().map((a) => (
        <div key={a.number} className="session" data-appeal={a.number}>
          <p>
            <b>{y.appealOf(a.number)}</b> {line(a.line)}<span className="meta">{dayAndTime(instant(a.at))}</span>
            {a.answeredAt
              ? <Badge tone={a.upheld ? 'ok' : 'none'}>{a.upheld ? y.upheld : y.rejected}</Badge>
              : <Badge tone={dueTone(a.term?.dueAt, now)}>{y.unanswered}{a.term && <><Dot />{dueWord(a.term.dueAt)}</>}</Badge>}
          </p>
          <p className="said">{a.text}</p>
          <p className="meta">{a.evidence.join(language === 'zh' ? '、' : ', ')}</p>
          {a.answeredAt
            ? <p className="said answer"><b>{nameOf(a.answers, language)}</b> <span className="meta">{dayAndTime(instant(a.answeredAt))}</span><br />{a.answer}</p>
            : <p className="meta">{y.answersBy(nameOf(a.answers, language))}{a.term && <><Dot />{t.facts.until(due(instant(a.term.dueAt), language))}</>}</p>}
        </div>
      ))}
    </section>
  );
}

const Former = ({ name, was, is }: { name: string; was: string; is: string }) => <><dt>{name}</dt><dd><s>{was}</s> → {is}</dd></>;

/** Former results: kept with what they were, when and why they were revised. */
export function Revisions({ found }: { found: YearRead }) {
  const { t, language } = useMessages();
  const y = t.year;
  const line = useLine();
  if (found.revisions.length === 0) return null;
  return (
    <section className="card revisions">
      <h2>{y.revisions}<span className="meta">{found.revisions.length}</span></h2>
      {found.revisions.map((r, i) => (
        <div key={r.at} className="session">
          <p>
            <b>{y.revisionOf(i + 1, dayAndTime(instant(r.at)))}</b>
            {r.grade && <Badge tone="none">{y.formerly} {t.act.choices[r.grade]}</Badge>}
            {r.headGrade && <Badge tone="none">{y.headGrade} {y.formerly} {t.act.choices[r.headGrade]}</Badge>}
          </p>
          <p className="said">{r.reason}</p>
          <dl className="former">
            {r.score && <Former name="T" was={figure(r.score.total)} is={figure(found.score?.total)} />}
            {r.score && <Former name="R" was={percent(r.score.townshipRate)} is={percent(found.score?.townshipRate)} />}
            {r.part && <Former name="L" was={figure(r.part.duty)} is={figure(found.score?.duty ?? found.forecast?.duty)} />}
            {r.part && <Former name="S" was={figure(r.part.satisfaction)} is={figure(found.score?.satisfaction ?? found.forecast?.satisfaction)} />}
          </dl>
          {r.lines.length > 0 && <p className="meta">{y.anew}：{r.lines.map(line).join(language === 'zh' ? '、' : ', ')}</p>}
        </div>
      ))}
    </section>
  );
}
