import { countdown, ageText } from '../format/durations';
import { date, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { ledgerOf } from './ledger';
import { LANES, scaleOf, type Scale } from './scale';
import type { Term } from './useCase';

interface LaneProps {
  readonly term: Term;
  readonly row: number;
  readonly scale: Scale;
  readonly now: number;
  readonly paused: boolean;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

function Lane({ term, row, scale, now, paused, chosen, onChoose }: LaneProps) {
  const { t, language } = useMessages();
  const { pauses, liftedAt } = ledgerOf(term, now);
  const y = LANES.top + row * LANES.height + LANES.height / 2;
  const dueAt = instant(term.dueAt);
  const end = term.doneAt ? instant(term.doneAt) : now;
  const late = term.late;
  const tone = liftedAt !== null ? 'lifted' : paused ? 'halt' : term.doneAt ? (late ? 'late' : 'done') : late ? 'late' : dueAt - now < 24 * 3_600_000 ? 'soon' : 'ok';
  const at = due(dueAt, language);
  const note = liftedAt !== null
    ? t.facts.lifted(due(liftedAt, language))
    : paused
      ? t.facts.suspended
      : term.doneAt
    ? (late ? t.casePage.lateAt : t.casePage.onTimeAt)(due(end, language), at)
    : late
      ? t.casePage.overdueBy(at, ageText(now - dueAt, language))
      : t.casePage.left(at, countdown(dueAt - now, language));
  const [left, right] = [scale.x(instant(term.openedAt)), scale.x(end)];
  // The note stands above its bar: beside it there is no room as soon as a term runs long.
  const leftward = left > LANES.width - 340;
  return (
    <g className={`lane ${tone} ${chosen ? 'chosen' : ''}`} onClick={() => onChoose(term.id)}>
      <rect className="ground" x={0} y={y - 25} width={LANES.width} height={50} />
      <text className="name" x={8} y={y - 4}>{nameOf(term, language)}</text>
      <text className="who" x={8} y={y + 15}>{nameOf(term.holder, language)}</text>
      <rect className="ran" x={left} y={y + 3} width={Math.max(4, right - left)} height={14} />
      {pauses.map((p) => <rect key={p.from} className="pause" x={scale.x(p.from)} y={y + 3} width={Math.max(3, scale.x(p.to) - scale.x(p.from))} height={14} />)}
      <path className="due" d={`M${scale.x(dueAt)} ${y - 2}v24`} />
      <text className="note" x={leftward ? Math.max(right, scale.x(dueAt)) : left} y={y - 6} textAnchor={leftward ? 'end' : 'start'}>{note}</text>
      <line x1={0} x2={LANES.width} y1={y + 25} y2={y + 25} />
    </g>
  );
}

/** One lane per term with the organ it binds: solid ran, thick mark due, dashed line now. */
export function TermLanes({ terms, paused, now, chosen, onChoose }: {
  readonly terms: readonly Term[];
  /** Ids of the terms that are suspended now. */
  readonly paused: ReadonlySet<string>;
  readonly now: number;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t, language } = useMessages();
  const height = LANES.top + terms.length * LANES.height;
  const scale = scaleOf(terms, now);
  return (
    <section className="card">
      <h2>{t.casePage.terms(terms.length)}<span className="meta"><Dotted text={t.casePage.termsNote} /></span></h2>
      {terms.length === 0 && <p className="meta">{t.casePage.noTerms}</p>}
      {terms.length > 0 && (
        <svg viewBox={`0 0 ${LANES.width} ${height}`}>
          <defs>
            <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="8" height="8" className="hatch-ground" /><rect width="3" height="8" className="hatch-line" />
            </pattern>
          </defs>
          {scale.ticks.map((at) => <text key={at} className="tick" x={scale.x(at)} y={16} textAnchor="middle">{date(at, language)}</text>)}
          {terms.map((term, row) => (
            <Lane key={term.id} term={term} row={row} scale={scale} now={now} paused={paused.has(term.id)} chosen={term.id === chosen} onChoose={onChoose} />
          ))}
          <path className="now" d={`M${scale.x(now)} 22V${height}`} />
        </svg>
      )}
    </section>
  );
}
