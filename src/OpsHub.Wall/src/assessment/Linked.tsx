import type { ReactNode } from 'react';
import type { Move } from '../api/types';
import { useMessages } from '../i18n/useMessages';
import { NoFigure } from '../scoreboard/Bars';
import { Dot } from '../theme/Dotted';
import { asWritten, figure, percent } from './figures';
import { GradeBadge } from './GradeBadge';
import { recorded, yuan, type Records } from './follows';
import { reads, untold, type Sight } from './reading';
import type { YearRead } from './useYear';
import './linked.css';

/** One thing that follows: what it is, how it stands, and the rule that links it. */
const Line = ({ name, rule, at, children }: { name: string; rule: string; at: string; children: ReactNode }) => (
  <li data-linked={at}><span className="name">{name}</span><div>{children}</div><span className="meta">{rule}</span></li>
);

/** What follows from the year for the agency's head and staff as a whole: no person's result. A029-A031, A034, A035. */
export function Linked({ found, sight, onPick }: { found: YearRead; sight: Sight; onPick: (move: Move) => void }) {
  const { t } = useMessages();
  const l = t.linked;
  const { linked, headGrade, grade } = found;
  const record = (step: Records) => {
    const move = found.nextMoves.find((m) => m.mutation === step);
    return move && <button className="act" data-record={step} onClick={() => onPick(move)}>{recorded(linked, step) ? l.correct : l.record}</button>;
  };
  const missing = (who: string) => <em className="gap">{l.missing}<small className="meta">{who}</small></em>;
  if (!reads(sight, 'total')) return <section className="card linked"><h2>{l.title}</h2><p><NoFigure kind={untold(sight)} /></p></section>;
  return (
    <section className="card linked">
      <h2>{l.title}<span className="meta">{l.note}</span></h2>
      <ul>
        <Line at="head" name={l.head} rule={l.rules.head}>
          {headGrade ? <GradeBadge grade={headGrade} /> : <em className="gap">{grade ? l.notGraded : l.afterAgency}</em>}
        </Line>
        <Line at="host" name={l.host} rule={l.rules.host}>
          {linked?.hostGrade ? <><GradeBadge grade={linked.hostGrade} /> {l.coefficient} <b>{asWritten(linked.coefficient)}</b></> : missing(l.by.recordHostResult)}
          {record('recordHostResult')}
        </Line>
        <Line at="band" name={l.band} rule={l.rules.band}>
          {linked?.band ? <><GradeBadge grade={linked.band} /> <span className="meta">{l.asHost}</span></> : missing(linked?.hostGrade ? l.by.recordStaffResult : l.hostFirst)}
          {record('recordStaffResult')}
        </Line>
        <Line at="bonus" name={l.bonus} rule={l.rules.bonus}>
          {linked?.bonusBase == null ? <em className="gap">{l.missing}<small className="meta">{l.paidBy}</small></em>
            : linked.bonus == null ? <>{l.amount(yuan(linked.bonusBase))} <span className="meta">{l.beforeCoefficient}</span></>
            : <><b>{l.amount(yuan(linked.bonus))}</b> <span className="meta">{yuan(linked.bonusBase)} × {asWritten(linked.coefficient)}<Dot />{l.paidBy}</span></>}
        </Line>
        <Line at="daily" name={l.daily} rule={l.rules.daily}>
          {linked?.dailyScore == null ? missing(l.dailyUntold)
            : <><b>{figure(linked.dailyScore)}</b> <span className="meta">{linked.dailyPosts != null && l.posts(linked.dailyPosts)}</span></>}
          {record('recordDailyWork')}
        </Line>
        <Line at="annual" name={l.annual} rule={l.rules.annual}>
          {linked?.annualScore != null
            ? <><b>{figure(linked.annualScore)}</b> <span className="meta">{l.weighed(percent(linked.dailyWeight, 0))}</span></>
            : <em className="gap">{linked && linked.dailyWeight == null ? l.noWeight : l.notYet}</em>}
        </Line>
      </ul>
    </section>
  );
}
