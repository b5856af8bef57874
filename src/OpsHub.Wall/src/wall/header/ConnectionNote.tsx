import { clockSeconds, SECOND } from '../../format/instants';
import { count } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import type { Connection, Phase } from '../../live/connection';
import { useNow } from '../../live/useNow';
import { Dotted } from '../../theme/Dotted';

interface ConnectionNoteProps {
  readonly phase: Phase;
  readonly connection: Connection;
  readonly asOf: number | null;
}

/** What the connection is doing and how old the data is; a screen whose own clock is wrong says so. */
export function ConnectionNote({ phase, connection, asOf }: ConnectionNoteProps) {
  const { t, language } = useMessages();
  const { screenError } = useNow();
  const words: Record<Phase, string[]> = {
    loading: [t.connecting],
    live: [t.live],
    reconnecting: [t.reconnecting],
    stale: [],
    restored: connection.caughtUp > 0 ? [t.restored, t.caughtUp(count(connection.caughtUp, language))] : [t.restored],
  };
  const age = phase !== 'loading' && asOf !== null ? [t.asOf(clockSeconds(asOf))] : [];
  const error = screenError === null ? [] : [t.screenClock(Math.round(screenError / SECOND))];
  return (
    <div className={`conn ${phase}`} data-phase={phase}>
      <span className="dot" />
      <span><Dotted text={[...words[phase], ...age].join(' · ')} /></span>
      {error.length > 0 && <span className="soon-t">{error}</span>}
    </div>
  );
}
