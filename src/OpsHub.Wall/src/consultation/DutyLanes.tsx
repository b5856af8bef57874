import { LANES, scaleOf, type Scale } from '../case/scale';
import { ageText, countdown } from '../format/durations';
import { date, due, HOUR, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { announcedWord } from './announced';
import { inOrder } from './duties';
import type { Duty } from './useConsultation';

/** A lane's name with what it is for: 协商情况公告 第 2 场. */
function useName() {
  const { t, language } = useMessages();
  return (d: Duty): string => {
    const about = d.announces ? announcedWord(d.announces, t, language) : d.milestone != null ? t.consult.of.milestone(d.milestone) : d.session != null ? t.consult.of.session(d.session) : d.dissent != null ? t.consult.of.dissent(d.dissent) : '';
    return [d.announces ? '' : nameOf(d.term, language), about].filter(Boolean).join(' ');
  };
}

function Lane({ duty, row, scale, now, chosen, onChoose }: { duty: Duty; row: number; scale: Scale; now: number; chosen: boolean; onChoose: (id: string) => void }) {
  const { t, language } = useMessages();
  const name = useName();
  const { term } = duty;
  const y = LANES.top + row * LANES.height + LANES.height / 2;
  const dueAt = instant(term.dueAt);
  const end = term.doneAt ? instant(term.doneAt) : now;
  const late = term.late || (!term.doneAt && dueAt <= now);
  const tone = late ? 'late' : term.doneAt ? 'done' : dueAt - now < 24 * HOUR ? 'soon' : 'ok';
  const at = due(dueAt, language);
  const word = term.doneAt
    ? (late ? t.casePage.lateAt : t.casePage.onTimeAt)(due(end, language), at)
    : late ? t.casePage.overdueBy(at, ageText(now - dueAt, language)) : t.casePage.left(at, countdown(dueAt - now, language));
  const note = duty.breached ? `${t.consult.breach} · ${word}` : word;
  const [left, right] = [scale.x(instant(term.openedAt)), scale.x(end)];
  const leftward = left > LANES.width - 360;
  return (
    <g className={`lane ${tone} ${duty.hard ? 'hard' : 'easy'} ${chosen ? 'chosen' : ''}`} data-duty={duty.id} onClick={() => onChoose(duty.id)}>
      <rect className="ground" x={0} y={y - 25} width={LANES.width} height={50} />
      <text className="name" x={8} y={y - 4}>{name(duty)}</text>
      <text className="who" x={8} y={y + 15}>{duty.hard ? t.consult.hard : t.consult.soft} {nameOf(term.holder, language)}</text>
      <rect className="ran" x={left} y={y + 3} width={Math.max(4, right - left)} height={14} />
      {late && right > scale.x(dueAt) && <rect className="over" x={scale.x(dueAt)} y={y + 3} width={right - scale.x(dueAt)} height={14} />}
      <path className="due" d={`M${scale.x(dueAt)} ${y - 2}v24`} />
      {duty.breached && <path className="breach" d={`M${LANES.names - 26} ${y - 14}l8 13h-16Z`} />}
      <text className="note" x={leftward ? Math.min(LANES.width - 4, Math.max(right, scale.x(dueAt))) : left + 6} y={y - 6} textAnchor={leftward ? 'end' : 'start'}>{note}</text>
      <line x1={0} x2={LANES.width} y1={y + 25} y2={y + 25} />
    </g>
  );
}

/** One lane per duty, what is owed first: solid ran, thick mark due, a triangle where a hard one was breached. */
export function DutyLanes({ duties, now, chosen, onChoose }: { duties: readonly Duty[]; now: number; chosen: string | null; onChoose: (id: string) => void }) {
  const { t, language } = useMessages();
  const ordered = inOrder(duties);
  const height = LANES.top + ordered.length * LANES.height;
  const scale = scaleOf(ordered.map((d) => d.term), now);
  return (
    <section className="card">
      <h2>{t.consult.duties(ordered.length)}<span className="meta"><Dotted text={t.consult.dutiesNote} /></span></h2>
      {ordered.length === 0 && <p className="meta">{t.consult.noDuties}</p>}
      {ordered.length > 0 && (
        <svg viewBox={`0 0 ${LANES.width} ${height}`}>
          {scale.ticks.map((at) => <text key={at} className="tick" x={scale.x(at)} y={16} textAnchor="middle">{date(at, language)}</text>)}
          {ordered.map((d, row) => <Lane key={d.id} duty={d} row={row} scale={scale} now={now} chosen={d.id === chosen} onChoose={onChoose} />)}
          <path className="now" d={`M${scale.x(now)} 22V${height}`} />
        </svg>
      )}
    </section>
  );
}
