import type { EvidenceKind } from '../api/generated/graphql';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Badge } from '../case/Badge';
import { NoFigure } from '../scoreboard/Bars';
import { Dot } from '../theme/Dotted';
import { Cases } from './Cases';
import { asWritten, figure, gain } from './figures';
import { counts } from './parts';
import { seesEvidence, type Sight } from './reading';
import type { ForecastComponent, YearRead } from './useYear';

const KINDS = [
  ['DISPATCHED', 'dispatched'], ['ACCEPTED', 'accepted'], ['REFUSED', 'refused'], ['DUE', 'due'], ['ON_TIME', 'onTime'], ['RETURNED', 'returned'], ['REWORKED', 'reworked'],
  ['URGED', 'urged'], ['MEETINGS_CALLED', 'meetingsCalled'], ['MEETINGS_ATTENDED', 'meetingsAttended'],
] as const satisfies readonly (readonly [EvidenceKind, keyof YearRead['evidence'][number]['totals']])[];

/** Which cases are listed: those of one township behind one number. */
export interface OpenCases {
  readonly township: string;
  readonly kind: EvidenceKind;
}

/** The cases that an address asks for: of the first township, the host first, that has any behind that number. */
export function openOf(found: YearRead, asked: string): OpenCases | null {
  const [kind, field] = KINDS.find(([name]) => name === asked) ?? [];
  const own = field && found.evidence.filter((e) => e.totals[field] > 0);
  const row = own?.find((e) => e.township.code === found.host.code) ?? own?.[0];
  return kind && row ? { township: row.township.code, kind } : null;
}

/** The totals of one township; each number opens the cases behind it. */
function Totals({ row, chosen, onChoose }: { row: YearRead['evidence'][number]; chosen: EvidenceKind | null; onChoose: (kind: EvidenceKind | null) => void }) {
  const { t } = useMessages();
  const y = t.year;
  return (
    <p className="totals">
      {KINDS.map(([kind, field]) => (
        <button key={kind} data-kind={kind} disabled={row.totals[field] === 0} aria-expanded={chosen === kind} className={chosen === kind ? 'on' : ''}
          onClick={() => onChoose(chosen === kind ? null : kind)}>
          <b>{row.totals[field]}</b>{y.kinds[kind]}
          {row.recounted && row.differs?.includes(kind) && <small className="since" title={y.sinceNote}>{y.since(row.recounted[field])}</small>}
        </button>
      ))}
      {row.submitted && <span className="frozen">{row.differs && row.differs.length > 0 ? y.frozenDiffers : y.frozen}</span>}
    </p>
  );
}

/** A component: its figures, what they give, what holds, its points of how many, and what one more would add. */
function Component({ of }: { of: ForecastComponent }) {
  const { t } = useMessages();
  const y = t.year;
  const { figures, adjusted } = of;
  const share = of.points == null ? 0 : (of.points / of.most) * 100;
  return (
    <tr role="row" data-component={of.component}>
      <th role="rowheader" scope="row">{y.components[of.component]}
        <small className="meta">{figures ? <>{y.figures[of.component](figures.part, figures.of)}{figures.deducted > 0 && <><Dot />{y.deducted(figures.deducted)}</>}</> : y.noEvidence}</small></th>
      <td role="cell" className="num">{of.standing == null ? <em className="gap">{y.missing}</em> : <b>{figure(of.standing)}</b>}
        {adjusted && <small className="meta">{y.computed} {figure(of.computed)}</small>}</td>
      <td role="cell" className={of.points == null ? 'missing' : ''}>
        <i className="track"><i style={{ width: `${share}%` }} /></i><small className="meta">{figure(of.points)} / {figure(of.most)}</small></td>
      <td role="cell" className="more">
        {adjusted && <Badge tone="urged">{y.adjustedTo} {figure(adjusted.value)}</Badge>}
        {!adjusted && of.oneMore != null && of.oneMore > 0 && <span className="plus">{y.oneMore[of.component](gain(of.oneMore))}</span>}</td>
    </tr>
  );
}

/** The evidence by township and component: it fills itself from the trace all year. A020-A023. */
export function Evidence({ found, sight, token, open, onOpen }: { found: YearRead; sight: Sight; token: string; open: OpenCases | null; onOpen: (open: OpenCases | null) => void }) {
  const { t, language } = useMessages();
  const y = t.year;
  const townships = found.served.filter((s) => counts(s, found));
  const through = found.evidence[0]?.totals.through;
  return (
    <section className="card evidence">
      <h2>{y.evidence}<span className="meta">{through && y.evidenceThrough(dayAndTime(instant(through)))}</span></h2>
      {townships.map(({ township, weight }) => {
        const listed = open?.township === township.code ? open : null;
        const totals = found.evidence.find((e) => e.township.code === township.code);
        const forecast = found.forecast?.townships.find((f) => f.township.code === township.code);
        return (
          <div key={township.code} className="town" id={`evidence-${township.code}`}>
            <h3>{nameOf(township, language)}<span className="meta">{y.weight(asWritten(weight))}{forecast?.submitted && <><Dot />{y.submitted}</>}</span>{forecast && <b>L {figure(forecast.duty)}</b>}</h3>
            {totals
              ? <Totals row={totals} chosen={listed?.kind ?? null} onChoose={(kind) => onOpen(kind && { township: township.code, kind })} />
              : <p className="meta">{seesEvidence(sight, township.code) ? y.noEvidence : <NoFigure kind="shut" />}</p>}
            {listed && (
              <Cases key={listed.kind} agency={found.agency.code} year={found.year} township={township.code} kind={listed.kind} token={token}
                title={y.cases(y.kinds[listed.kind], nameOf(township, language))} onClose={() => onOpen(null)} />
            )}
            {forecast && forecast.components.length > 0 && (
              <table role="table" className="comps"><tbody role="rowgroup">{forecast.components.map((c) => <Component key={c.component} of={c} />)}</tbody></table>
            )}
          </div>
        );
      })}
    </section>
  );
}
