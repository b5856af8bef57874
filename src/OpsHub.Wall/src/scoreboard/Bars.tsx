import { figure, percent } from '../assessment/figures';
import { AXIS, placeOf, reaches } from '../assessment/rate';
import type { Figure } from '../assessment/reading';
import { useMessages } from '../i18n/useMessages';
import { Icon } from '../theme/Icon';

/** What stands where no figure does: missing by name, a dash where none is asked for yet, a lock where it is not theirs to read, a word where it will be once it is final. */
export function NoFigure({ kind, word }: { kind: 'missing' | 'ahead' | 'shut' | 'held'; word?: string }) {
  const { t } = useMessages();
  if (kind === 'ahead') return <em className="yet" title={t.year.notYetAsked} aria-label={t.year.notYetAsked}>—</em>;
  if (kind === 'held') return <em className="yet" title={t.year.heldNote}>{t.year.held}</em>;
  return kind === 'shut'
    ? <em className="shut" title={t.year.shutNote}><Icon name="lock" /><span className="word">{t.year.shut}</span></em>
    : <em className="gap">{word ?? t.year.missing}</em>;
}

/** 0 to 100 as a bar with its exact figure; without one the track is hatched, so that it is no zero. */
export function Bar({ of, label, word }: { of: Figure; label: string; word?: string }) {
  return (
    <div className={`fig ${of.kind}`}>
      <span className="narrow-label">{label}</span>
      {of.kind === 'known' ? <b>{figure(of.value)}</b> : <NoFigure kind={of.kind} {...(word ? { word } : {})} />}
      <i className="track">{of.kind === 'known' && <i style={{ width: `${Math.min(100, of.value)}%` }} />}</i>
    </div>
  );
}

/** R from 70 to 100 % against the 90 % line. A033. */
export function RateBar({ of, said, note }: { of: Figure; said: boolean | null; note: string }) {
  const { t } = useMessages();
  const known = of.kind === 'known';
  const good = known && reaches(of.value, said);
  return (
    <div className={`rate ${of.kind} ${known ? (good ? 'good' : 'under') : ''}`}>
      <span className="narrow-label">R</span>
      {known ? <b title={good ? t.year.reached : t.year.notReached}>{percent(of.value)} {good && <Icon name="done" />}</b> : <NoFigure kind={of.kind} />}
      <i className="track">
        {known && <i style={{ width: `${placeOf(of.value) * 100}%` }} />}
        <u style={{ left: `${placeOf(AXIS.bar) * 100}%` }} />
      </i>
      {note && <small>{note}</small>}
    </div>
  );
}
