import { figure } from '../assessment/figures';
import { GradeBadge } from '../assessment/GradeBadge';
import { figureOf, reads, sightOf, untold, type Part } from '../assessment/reading';
import { STEPS, stepStates } from '../assessment/steps';
import type { Viewer, YearLine } from '../api/types';
import { agencyPath, follow, yearPath } from '../app/router';
import { Badge } from '../case/Badge';
import { ageText, countdown } from '../format/durations';
import { DAY, date, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { Bar, NoFigure, RateBar } from './Bars';
import { owedInOrder } from './order';

/** The year as eleven cells: done, now, ahead, passed over. */
export function MiniTrack({ line }: { line: YearLine }) {
  const { t } = useMessages();
  const y = t.year;
  const states = stepStates({ stage: line.stage, hasLetter: line.hasLetter, published: line.publishedAt != null });
  return (
    <div className="stage">
      <span>{line.publishedAt ? y.publishedAt : y.stages[line.stage]}</span>
      <i className="eleven-cells" aria-hidden="true">{states.map((s, i) => <i key={STEPS[i]} className={s} title={`${y.steps[STEPS[i]!]} ${y.stepStates[s]}`} />)}</i>
      {!line.hasLetter && states[STEPS.indexOf('letter')] === 'left' && <small className="late-t">{y.narrows.unsigned}</small>}
    </div>
  );
}

/** How near something owed is. */
export const dueTone = (due: string | null | undefined, now: number): 'none' | 'late' | 'soon' | 'ok' => {
  if (!due) return 'none';
  const left = instant(due) - now;
  return left <= 0 ? 'late' : left < 7 * DAY ? 'soon' : 'ok';
};

/** Its due in words: overdue in days, near ones as what is left, others as a date. */
export function useDueWord(now: number) {
  const { t, language } = useMessages();
  return (due: string | null | undefined): string => {
    if (!due) return t.console.noTerm;
    const left = instant(due) - now;
    if (left <= 0) return `${t.overdue} ${ageText(-left, language)}`;
    return left < 7 * DAY ? countdown(left, language) : date(instant(due) - 1, language);
  };
}

/** By whom something is owed, the nearest first; two are named, the rest counted. */
function Owes({ line, now }: { line: YearLine; now: number }) {
  const { t, language } = useMessages();
  const dueWord = useDueWord(now);
  const owed = owedInOrder(line.owed);
  if (owed.length === 0) return <span className="meta">{t.year.nothingOwed}</span>;
  return (
    <ul className="owes">
      {owed.slice(0, 2).map((o, i) => (
        <li key={`${o.what} ${o.by.code} ${i}`}>
          <span>{nameOf(o.by, language)}<small>{language === 'zh' ? o.label : o.labelEn}</small></span>
          <Badge tone={dueTone(o.due, now)}>{dueWord(o.due)}</Badge>
        </li>
      ))}
      {owed.length > 2 && <li className="meta">{t.year.more(owed.length - 2)}</li>}
    </ul>
  );
}

/** What its cases say so far, in one line. */
function Evidence({ line }: { line: YearLine }) {
  const { t } = useMessages();
  // Never counted is not ten noughts.
  const { due, onTime, refused, dispatched, urged } = line.evidence ?? { due: 0, onTime: 0, refused: 0, dispatched: 0, urged: 0 };
  const parts = [
    line.targets > 0 && t.year.targetsOf(line.targetsDone, line.targets), due > 0 && t.year.onTimeOf(onTime, due),
    dispatched > 0 && t.year.refusedOf(refused, dispatched), urged > 0 && t.year.urgedN(urged),
  ].filter(Boolean);
  return <small className="meta"><Dotted text={parts.join(' · ')} /></small>;
}

export function Row({ line, now, home, viewer }: { line: YearLine; now: number; home: string | null; viewer: Viewer | null }) {
  const { t, language } = useMessages();
  const y = t.year;
  const path = yearPath(line.agency.code, line.year);
  const open = follow(path);
  const all = follow(agencyPath(line.agency.code));
  const sight = sightOf(line, viewer);
  const of = (value: number | null | undefined, part: Part) => figureOf(value, sight, part);
  const total = of(line.total ?? line.forecastTotal, 'total');
  const rate = of(line.townshipRate ?? line.forecastRate, 'total');
  const needed = line.townshipRate == null && line.satisfaction == null ? line.satisfactionForExcellent : null;
  const where = home === line.host.code ? nameOf(line.department, language) : nameOf(line.host, language);
  return (
    <tr role="row" data-agency={line.agency.code}>
      <th role="rowheader" scope="row"><a href={path} onClick={open}>{nameOf(line.agency, language)}</a><small className="meta">{where} <a className="all" href={agencyPath(line.agency.code)} onClick={all}>{t.agencyPage.title}</a></small><Evidence line={line} /></th>
      <td role="cell"><MiniTrack line={line} /></td>
      <td role="cell"><Bar of={of(line.duty, 'duty')} label="L" word={y.noEvidenceShort} /></td>
      <td role="cell"><Bar of={of(line.satisfaction, 'satisfaction')} label="S" /></td>
      <td role="cell"><Bar of={of(line.statutory, 'statutory')} label="D" /></td>
      <td role="cell" className="total">
        <span className="narrow-label">T</span>
        {total.kind === 'known' ? <><b>{figure(total.value)}</b><small>{line.total != null ? y.final : y.soFar}</small></> : <NoFigure kind={total.kind} />}
      </td>
      <td role="cell"><RateBar of={rate} said={line.grade === 'EXCELLENT' ? true : null} note={needed == null ? '' : needed > 100 ? y.outOfReach : y.needsS(figure(needed))} /></td>
      <td role="cell"><Owes line={line} now={now} /></td>
      <td role="cell" className="grade">
        {line.grade ? <GradeBadge grade={line.grade} /> : reads(sight, 'total') ? <span className="meta">—</span> : <NoFigure kind={untold(sight)} />}
        {line.headGrade && <small className="meta">{y.headGrade} {t.act.choices[line.headGrade]}</small>}
      </td>
    </tr>
  );
}
