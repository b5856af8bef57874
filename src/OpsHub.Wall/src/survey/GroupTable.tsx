import { figure } from '../assessment/figures';
import { Badge } from '../case/Badge';
import { useMessages } from '../i18n/useMessages';
import type { Card } from './steps';

type Group = Card['groups'][number];

const DIMENSIONS = ['DAILY_MANAGEMENT', 'PROBLEM_HANDLING', 'ATTITUDE', 'STYLE'] as const;

/** Mean and spread on 0 to 100 and the dimensions; of too few answers nothing, and before closing nothing at all. */
function Result({ group, least, closed }: { group: Group; least: number; closed: boolean }) {
  const { t } = useMessages();
  const y = t.year;
  const result = group.result;
  if (!closed || result?.mean == null)
    return <td role="cell" colSpan={6} className="meta untold">{closed ? y.tooFew(least) : t.survey.untold}</td>;
  const spread = result.spread ?? 0;
  const [from, to] = [Math.max(0, result.mean - spread), Math.min(100, result.mean + spread)];
  return (
    <>
      <td role="cell" className="num"><span className="narrow-label">{y.mean}</span><b>{figure(result.mean)}</b></td>
      <td role="cell" className="spread">
        <i className="track whisker"><i style={{ width: `${result.mean}%` }} /><u style={{ left: `${from}%`, width: `${to - from}%` }} /></i>
        <small className="meta">{y.spread} {figure(result.spread)}</small>
      </td>
      {DIMENSIONS.map((d) => (
        <td key={d} role="cell" className="num dim-cell"><span className="narrow-label">{y.dimensions[d]}</span>{figure(result.dimensions.find((x) => x.dimension === d)?.mean, 1)}</td>
      ))}
    </>
  );
}

/** Tokens, answers and result of each rater group. A024, A025. */
export function GroupTable({ survey }: { survey: Card }) {
  const { t } = useMessages();
  const [s, y] = [t.survey, t.year];
  const closed = survey.closedAt != null;
  const least = survey.leastBallots;
  return (
    <table role="table" className="groups tallies">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{s.group}</th><th role="columnheader" scope="col" className="num">{s.issued}</th><th role="columnheader" scope="col">{s.valid}</th>
          <th role="columnheader" scope="col" className="num">{y.mean}</th><th role="columnheader" scope="col" />
          {DIMENSIONS.map((d) => <th key={d} role="columnheader" scope="col" className="num">{y.dimensions[d]}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {survey.groups.map((g) => (
          <tr key={g.group} role="row" data-group={g.group}>
            <th role="rowheader" scope="row">{y.groups[g.group]}</th>
            <td role="cell" className="num"><span className="narrow-label">{s.issued}</span>{s.tokens(g.issued)}</td>
            <td role="cell">
              {g.result?.ballots != null && <b>{y.ballots(g.result.ballots)} </b>}
              <Badge tone={g.enough ? 'ok' : closed ? 'none' : 'soon'}>{g.enough ? s.enough(least) : s.notEnough(least)}</Badge>
            </td>
            <Result group={g} least={least} closed={closed} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
