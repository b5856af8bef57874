import { NoFigure, RateBar } from '../scoreboard/Bars';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { figure, sumOf } from './figures';
import { partsOf, widthOf } from './parts';
import { figureOf, untold, type Part, type Sight } from './reading';
import type { YearRead } from './useYear';

/** The score as it stands: one bar of 100 in three parts, what is there, what is missing, what it can still become; below it R against the 90 % line. */
export function Standing({ found, sight }: { found: YearRead; sight: Sight }) {
  const { t } = useMessages();
  const y = t.year;
  if (!found.scorecard) return null;
  const parts = partsOf(found.scorecard, sight);
  const total = found.score?.total ?? found.forecast?.total;
  const open = parts.filter((p) => !p.shut);
  const now = total ?? sumOf(open.map((p) => p.now));
  const missing = sumOf(open.map((p) => p.missing));
  const of = total == null ? [y.pointsMost(figure(sumOf(open.map((p) => p.most)), 0)), missing > 0 && y.pointsMissing(figure(missing, 0))] : [y.pointsMost('100')];
  const gapOf = (part: Part) => (figureOf(null, sight, part, sight.own).kind === 'missing' ? 'missing' : 'ahead');
  const rate = figureOf(found.score?.townshipRate ?? found.forecast?.townshipRate, sight, 'total');
  const needed = rate.kind === 'known' ? null : found.forecast?.satisfactionForExcellent;
  return (
    <section className="card standing">
      <h2>{found.score ? y.scored : y.standing}<span className="meta">{!found.score && y.standingNote}</span></h2>
      <div className="sum">
        <p className="t"><b>{figure(now)}</b><small>{total == null ? y.pointsNow : y.long.total} <Dotted text={of.filter(Boolean).join(' · ')} /></small></p>
        <div className="three" role="img" aria-label={parts.map((p) => `${y.long[p.part]} ${p.shut ? (untold(sight) === 'held' ? y.held : y.shut) : figure(p.now)}`).join(', ')}>
          {parts.map((p) => (
            <div key={p.part} style={{ flexGrow: widthOf(p, parts) }} className={p.shut ? 'shut' : ''}>
              <span>
                <b>{y.long[p.part]}</b>
                {p.shut ? <NoFigure kind={untold(sight)} /> : <em>{p.missing >= p.most ? <NoFigure kind={gapOf(p.part)} /> : figure(p.now)}<small> / {figure(p.most, 0)}</small></em>}
              </span>
              <i className="track">
                {!p.shut && <i className="now" style={{ width: `${(p.now / p.most) * 100}%` }} />}
                {!p.shut && p.missing > 0 && <i className="open" style={{ left: `${(p.now / p.most) * 100}%`, width: `${(p.missing / p.most) * 100}%` }} />}
              </i>
            </div>
          ))}
        </div>
        <div className="r">
          <span><b>{y.long.rate} R</b><small className="meta">70–100%，{y.bar}</small></span>
          <RateBar of={rate} said={found.score?.mayBeExcellent ?? null} note={needed == null ? '' : needed > 100 ? y.outOfReach : y.needsS(figure(needed))} />
        </div>
      </div>
    </section>
  );
}
