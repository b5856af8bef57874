import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { figure } from './figures';
import { monthsOf, runsOf } from './months';
import type { YearRead } from './useYear';

const BOX = { width: 920, height: 190, left: 44, right: 20, top: 26, bottom: 52 } as const;

const x = (month: number) => BOX.left + ((month - 0.5) / 12) * (BOX.width - BOX.left - BOX.right);
/** 0 to 100, fixed. */
const y = (value: number) => BOX.top + (1 - value / 100) * (BOX.height - BOX.top - BOX.bottom);

/** L at the end of each month with the targets done by then; a month without a snapshot, or without evidence, is a gap and no zero. */
export function Snapshots({ found }: { found: YearRead }) {
  const { t } = useMessages();
  const w = t.year;
  if (found.snapshots.length === 0) return null;
  const months = monthsOf(found.snapshots, found.year);
  const said = months.filter((m) => m.duty !== null).map((m) => `${w.month(m.month)} ${figure(m.duty)}`).join(', ');
  return (
    <section className="card snapshots">
      <h2>{w.snapshots}<span className="meta"><Dotted text={w.snapshotsNote} /></span></h2>
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={said}>
        {[0, 50, 100].map((v) => (
          <g key={v}>
            <line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(v)} y2={y(v)} className="grid" />
            <text x={BOX.left - 8} y={y(v) + 5} textAnchor="end" className="tick">{v}</text>
          </g>
        ))}
        <line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(90)} y2={y(90)} className="bar90" />
        {runsOf(months).map((run) => <path key={run[0]!.month} className="run" d={run.map((m, i) => `${i === 0 ? 'M' : 'L'}${x(m.month)} ${y(m.duty!)}`).join('')} />)}
        {months.map((m) => (
          <g key={m.month}>
            {m.duty !== null && <circle cx={x(m.month)} cy={y(m.duty)} r={4.5} className="dot-at" />}
            {m.duty !== null && <text x={x(m.month)} y={y(m.duty) - 10} textAnchor="middle" className="val">{figure(m.duty, 1)}</text>}
            <text x={x(m.month)} y={BOX.height - 30} textAnchor="middle" className="tick">{w.month(m.month)}</text>
            {m.of !== null && m.of > 0 && <text x={x(m.month)} y={BOX.height - 10} textAnchor="middle" className="tick small">{m.done}/{m.of}</text>}
          </g>
        ))}
      </svg>
    </section>
  );
}
