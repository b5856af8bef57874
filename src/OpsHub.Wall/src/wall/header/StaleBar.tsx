import { clock, clockSeconds } from '../../format/instants';
import { silence } from '../../format/durations';
import { useMessages } from '../../i18n/useMessages';
import { silentFor, type Connection } from '../../live/connection';
import { useNow } from '../../live/useNow';
import { Dotted } from '../../theme/Dotted';
import { Icon } from '../../theme/Icon';

/** Takes over the header without moving the page: old data must look old from five metres. */
export function StaleBar({ connection, asOf }: { connection: Connection; asOf: number | null }) {
  const { t, language } = useMessages();
  const { server, monotonic } = useNow();
  const gap = silence(silentFor(connection, monotonic), language);
  return (
    <div className="banner" role="alert" data-phase="stale">
      <Icon name="late" />
      <span>{asOf === null ? t.nothingYet(gap) : t.stoppedAt(clockSeconds(asOf), gap)}</span>
      <small><Dotted text={`${t.tryNumber(Math.max(1, connection.attempts))} · ${t.countdownsRun}`} /></small>
      <span className="r">{clock(server)}</span>
    </div>
  );
}
