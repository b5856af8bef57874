import type { DutyComponent, EvidenceKind } from '../api/generated/graphql';
import { Badge } from '../case/Badge';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { NoFigure } from '../scoreboard/Bars';
import type { OpenCases } from './Evidence';
import { asWritten, figure, percent } from './figures';
import { figureOf, type Part, type Sight } from './reading';
import type { YearRead } from './useYear';

type Line = NonNullable<YearRead['scorecard']>[number];

const PART = { COMPONENT: 'duty', SATISFACTION: 'satisfaction', STATUTORY: 'statutory', TOTAL: 'total', TOWNSHIP_RATE: 'total' } as const satisfies Readonly<Record<Line['kind'], Part>>;

function useName() {
  const { t } = useMessages();
  const y = t.year;
  return (line: Line): string => {
    if (line.kind === 'COMPONENT' && line.component) return y.components[line.component];
    return line.kind === 'SATISFACTION' ? `${y.long.satisfaction} S` : line.kind === 'STATUTORY' ? `${y.long.statutory} D` : line.kind === 'TOTAL' ? `${y.long.total} T` : `${y.long.rate} R`;
  };
}

/** The number of the evidence whose cases stand behind a component. */
const CASES: Readonly<Partial<Record<DutyComponent, EvidenceKind>>> = { MATTERS_HANDLED: 'DUE', COORDINATION: 'DISPATCHED' };

function Row({ line, sight, onCases }: { line: Line; sight: Sight; onCases: (open: OpenCases) => void }) {
  const { t, language } = useMessages();
  const y = t.year;
  const name = useName();
  const value = figureOf(line.value, sight, PART[line.kind], line.township?.code);
  const sum = line.kind === 'TOTAL' || line.kind === 'TOWNSHIP_RATE';
  const { figures, adjusted, township } = line;
  const kind = line.component ? CASES[line.component] : undefined;
  return (
    <tr role="row" className={sum ? 'sum' : ''} data-line={line.kind}>
      <th role="rowheader" scope="row">{name(line)}
        <small className="meta">
          {township && nameOf(township, language)}
          {figures && line.component && <><Dot />{y.figures[line.component](figures.part, figures.of)}{figures.deducted > 0 && <><Dot />{y.deducted(figures.deducted)}</>}</>}
          {adjusted && <><Dot />{y.adjustedTo} {figure(adjusted.value)}（{y.computed} {figure(line.computed)}）<Dot />{adjusted.reason}</>}
          {kind && township && figures && <><Dot /><button className="to" onClick={() => onCases({ township: township.code, kind })}>{y.toCases}</button></>}
        </small></th>
      <td role="cell" className="rest"><span className="meta">{line.clause} {line.rule}</span>{line.basis === 'ASSUMED' && <Badge tone="dashed">{y.assumed}</Badge>}</td>
      <td role="cell" className="num">{value.kind === 'known' ? (line.kind === 'TOWNSHIP_RATE' ? percent(value.value) : figure(value.value)) : <NoFigure kind={value.kind} />}</td>
      <td role="cell" className="num meta">{sum ? '' : `× ${asWritten(line.worth)}`}</td>
      <td role="cell" className="num pts">{line.kind === 'TOWNSHIP_RATE' ? '' : line.points == null ? '—' : <b>{figure(line.points)}</b>}</td>
    </tr>
  );
}

/** Where every point of the score comes from: value, what it counts, the rule it rests on, and whether that is the text or our default. */
export function Scorecard({ found, sight, onCases }: { found: YearRead; sight: Sight; onCases: (open: OpenCases) => void }) {
  const { t } = useMessages();
  const y = t.year;
  if (!found.scorecard) return null;
  return (
    <section className="card scorecard">
      <h2>{y.scorecard}<span className="meta">{y.scorecardNote}</span></h2>
      <div className="wide">
        <table role="table" className="lines">
          <thead role="rowgroup">
            <tr role="row">{[y.item, y.restsOn, y.value, y.worth, y.points].map((c, i) => <th key={c} role="columnheader" scope="col" className={i > 1 ? 'num' : ''}>{c}</th>)}</tr>
          </thead>
          <tbody role="rowgroup">{found.scorecard.map((line) => <Row key={[line.kind, line.township?.code, line.component].join()} line={line} sight={sight} onCases={onCases} />)}</tbody>
        </table>
      </div>
      {found.scorecard.some((l) => l.basis === 'ASSUMED') && <p className="meta foot"><Badge tone="dashed">{y.assumed}</Badge> {y.assumedNote}</p>}
    </section>
  );
}
