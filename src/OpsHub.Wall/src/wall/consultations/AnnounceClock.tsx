import { runningClock } from '../../format/durations';
import { instant } from '../../format/instants';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import { useNow } from '../../live/useNow';
import { Icon } from '../../theme/Icon';
import { isSoon } from '../lists/Countdown';

/** What is left for one announcement, or how late it is. While data is old, one past its due may long be made: then nothing is claimed. */
export function AnnounceClock({ dueAt, phase }: { dueAt: string; phase: Phase }) {
  const { t, language } = useMessages();
  const { server } = useNow();
  const left = instant(dueAt) - server;
  const { figure, unit } = runningClock(Math.abs(left), language);
  if (left <= 0 && phase === 'stale') return <div className="c past">{t.consult.dueUnknown}</div>;
  return (
    <div className={`c ${left <= 0 ? 'late-t' : isSoon(dueAt, server) ? 'soon-t' : ''}`} data-late={left <= 0}>
      {left <= 0 && <Icon name="late" />}<b>{figure}</b><small>{unit}</small>
    </div>
  );
}
