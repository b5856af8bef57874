import { figure } from '../assessment/figures';
import { GradeBadge } from '../assessment/GradeBadge';
import { figureOf, sightOf, type Part } from '../assessment/reading';
import type { Viewer, YearLine } from '../api/types';
import { yearPath } from '../app/router';
import { Badge } from '../case/Badge';
import { date, dayAndTime, dayEnd, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Bar, NoFigure, RateBar } from '../scoreboard/Bars';
import { MiniTrack } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { To } from '../app/To';
import type { Plan } from './parts';

/** This year: where it stands, the letter with its signatures, the plan's targets with their dates, and where the score stands. A033, A040. */
export function Year({ line, plan, viewer, now }: { line: YearLine; plan: Plan | null; viewer: Viewer | null; now: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  const sight = sightOf(line, viewer);
  const of = (value: number | null | undefined, part: Part) => figureOf(value, sight, part);
  const total = of(line.total ?? line.forecastTotal, 'total');
  const letter = plan?.letter;
  const signed: readonly (readonly [string, string | null | undefined])[] = [[y.signatures.consent, letter?.consentedAt], [y.signatures.agency, letter?.agencySignedAt], [y.signatures.township, letter?.townshipSignedAt]];
  return (
    <section className="card year-of">
      <h2><To path={yearPath(line.agency.code, line.year)} className="what">{y.yearTitle(line.year)}</To>{line.grade && <GradeBadge grade={line.grade} />}</h2>
      <MiniTrack line={line} />
      <div className="bars">
        <Bar of={of(line.duty, 'duty')} label="L" word={y.noEvidenceShort} />
        <Bar of={of(line.satisfaction, 'satisfaction')} label="S" />
        <Bar of={of(line.statutory, 'statutory')} label="D" />
        <div className="t"><span className="narrow-label">T</span>{total.kind === 'known' ? <><b>{figure(total.value)}</b><small>{line.total != null ? y.final : y.soFar}</small></> : <NoFigure kind={total.kind} />}</div>
        <RateBar of={of(line.townshipRate ?? line.forecastRate, 'total')} said={line.grade === 'EXCELLENT' ? true : null} note="" />
      </div>
      <h3>{y.letter}{letter && <b>{letter.inForce ? t.agencyPage.inForce : y.narrows.unsigned}</b>}</h3>
      <p className="meta">{signed.map(([label, at], i) => <span key={label}>{i > 0 && <Dot />}{label} {at ? dayAndTime(instant(at)) : y.notYet}</span>)}</p>
      <ul>
        {plan?.targets.map((x) => (
          <li key={x.number} className={x.done ? 'done' : ''}>
            <div><p>{x.number}. {x.text}</p><p className="meta">{x.measure}<Dot />{t.facts.until(date(dayEnd(x.due) - 1, language))}</p></div>
            <Badge tone={x.done ? 'ok' : dayEnd(x.due) <= now ? 'late' : 'none'}>{x.done ? y.targetDone : `${x.progress}%`}</Badge>
          </li>
        ))}
      </ul>
      {plan && plan.targets.length === 0 && <p className="meta none">{y.noTargets}</p>}
      <h3>{y.owes}<b>{line.owed.length}</b></h3>
      {line.owed.length === 0 && <p className="meta none">{y.nothingOwed}</p>}
      <ul>{line.owed.map((o, i) => <li key={`${o.what} ${o.by.code} ${i}`}><div><p>{nameOf(o.by, language)} <span className="meta">{language === 'zh' ? o.label : o.labelEn}</span></p></div></li>)}</ul>
    </section>
  );
}
