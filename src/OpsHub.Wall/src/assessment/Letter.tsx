import { Badge } from '../case/Badge';
import { date, dayAndTime, dayEnd, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { Target, YearRead } from './useYear';

function TargetRow({ target, now }: { target: Target; now: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  const due = dayEnd(target.due);
  const late = !target.done && (target.late || due <= now);
  return (
    <li className={target.done ? 'done' : late ? 'late' : ''} data-target={target.number}>
      <span className="n">{target.number}</span>
      <div className="what">
        <p>{target.text}</p>
        <p className="meta">{y.measure} {target.measure}<Dot />{y.until(`${date(due - 1, language)} 24:00`)}</p>
        {target.note && <p className="said">{target.note}</p>}
      </div>
      <div className="progress" role="img" aria-label={`${target.progress}%`}><i className="track"><i style={{ width: `${target.progress}%` }} /></i><b>{target.progress}%</b></div>
      {target.done ? <Badge tone="ok">{y.targetDone}</Badge> : late ? <Badge tone="late">{y.targetLate}</Badge> : <span />}
    </li>
  );
}

/** The letter: who consented and signed when, and its targets with measure, date and how far they are. A020, A039, A040. */
export function Letter({ found, now }: { found: YearRead; now: number }) {
  const { t } = useMessages();
  const y = t.year;
  const signs = [[y.signatures.consent, found.letter.consentedAt], [y.signatures.agency, found.letter.agencySignedAt], [y.signatures.township, found.letter.townshipSignedAt]] as const;
  return (
    <section className="card letter">
      <h2>{y.letter}<span className="meta">{y.targetsOf(found.targets.filter((x) => x.done).length, found.targets.length)}</span></h2>
      <ul className="signs">
        {signs.map(([name, at]) => <li key={name} className={at ? 'done' : ''}>{at ? <Icon name="done" /> : <i />}<b>{name}</b><span className="meta">{at ? dayAndTime(instant(at)) : y.notYet}</span></li>)}
      </ul>
      {found.targets.length === 0 && <p className="meta">{y.noTargets}</p>}
      <ol className="targets">{found.targets.map((x) => <TargetRow key={x.number} target={x} now={now} />)}</ol>
    </section>
  );
}
