import { countdown, countdownParts } from '../../format/durations';
import { HOUR, instant } from '../../format/instants';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import { useNow } from '../../live/useNow';

/** From here on a deadline is coloured as due soon (临期). */
const SOON = 2 * HOUR;

export const isSoon = (dueAt: string, now: number): boolean => instant(dueAt) - now < SOON;

interface CountdownProps {
  readonly dueAt: string;
  readonly phase: Phase;
  readonly hero?: boolean;
}

/**
 * Due instants are absolute, so countdowns run on while data is old. What passes zero then is due with its state
 * unknown: it may long be done, and calling it overdue would be a guess.
 */
export function Countdown({ dueAt, phase, hero = false }: CountdownProps) {
  const { t, language } = useMessages();
  const { server } = useNow();
  const left = instant(dueAt) - server;
  if (left <= 0) return <div className="c soon past">{phase === 'stale' ? t.dueUnknown : t.dueNow}</div>;
  const soon = isSoon(dueAt, server) ? 'soon' : '';
  if (!hero) return <div className={`c ${soon}`}>{countdown(left, language)}</div>;
  return (
    <div className={`cd ${soon}`}>
      {countdownParts(left, language).map((p) => (
        <span key={p.unit}>{p.figure}<small>{p.unit}</small></span>
      ))}
    </div>
  );
}
