import { goTo, surveyPath } from '../app/router';
import { NoFigure } from '../scoreboard/Bars';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { figure } from './figures';
import { reads, untold, type Sight } from './reading';
import type { YearRead } from './useYear';

type Town = YearRead['satisfaction'][number];
type Group = Town['groups'][number];

/** A group's mean with its spread as a whisker, on 0 to 100; a group with too few answers shows nothing of them. */
function GroupRow({ group, least }: { group: Group; least: number }) {
  const { t } = useMessages();
  const y = t.year;
  if (group.mean == null || group.ballots == null)
    return <tr role="row" className="few"><th role="rowheader" scope="row">{y.groups[group.group]}</th><td role="cell" colSpan={7} className="meta">{y.tooFew(least)}</td></tr>;
  const spread = group.spread ?? 0;
  const [from, to] = [Math.max(0, group.mean - spread), Math.min(100, group.mean + spread)];
  return (
    <tr role="row" data-group={group.group}>
      <th role="rowheader" scope="row">{y.groups[group.group]}<small className="meta">{y.ballots(group.ballots)}</small></th>
      <td role="cell" className="num"><b>{figure(group.mean)}</b></td>
      <td role="cell">
        <i className="track whisker"><i style={{ width: `${group.mean}%` }} /><u style={{ left: `${from}%`, width: `${to - from}%` }} /></i>
        <small className="meta">{y.spread} {figure(group.spread)}</small></td>
      {group.dimensions.map((d) => <td key={d.dimension} role="cell" className="num dim-cell"><span className="narrow-label">{y.dimensions[d.dimension]}</span>{figure(d.mean, 1)}</td>)}
    </tr>
  );
}

function TownResult({ town }: { town: Town }) {
  const { t, language } = useMessages();
  const y = t.year;
  const dimensions = town.groups.find((g) => g.dimensions.length > 0)?.dimensions.map((d) => d.dimension) ?? [];
  return (
    <div className="town">
      <h3>
        {nameOf(town.township, language)}
        <span className="meta">
          {dayAndTime(instant(town.at))}
          {town.missing.length > 0 && <><Dot />{town.missing.map((g) => y.groups[g]).join(language === 'zh' ? '、' : ', ')} {y.missing}</>}
        </span>
        <b>S {figure(town.score)}</b>
      </h3>
      <table role="table" className="groups">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" /><th role="columnheader" scope="col" className="num">{y.mean}</th><th role="columnheader" scope="col" />
            {dimensions.map((d) => <th key={d} role="columnheader" scope="col" className="num">{y.dimensions[d]}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">{town.groups.map((g) => <GroupRow key={g.group} group={g} least={town.leastBallots} />)}</tbody>
      </table>
    </div>
  );
}

/** Satisfaction by township, rater group and dimension: counts, means and spread, never a ballot. A024, A025. */
export function Satisfaction({ found, sight }: { found: YearRead; sight: Sight }) {
  const { t } = useMessages();
  const y = t.year;
  const mine = reads(sight, 'satisfaction', sight.own);
  return (
    <section className="card survey">
      <h2>{y.survey}<button className="meta to" onClick={() => goTo(surveyPath(found.agency.code, found.year))}>{t.survey.toSurvey} ›</button></h2>
      {!mine && found.satisfaction.length === 0 && <p><NoFigure kind={untold(sight)} /></p>}
      {mine && found.satisfaction.length === 0 && <p className="meta">{y.noSurvey}</p>}
      {found.satisfaction.map((town) => <TownResult key={town.township.code} town={town} />)}
    </section>
  );
}
