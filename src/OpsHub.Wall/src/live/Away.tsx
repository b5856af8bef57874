import { isOld } from '../console/useConsole';
import { Said } from '../console/Said';
import { useOnline } from '../console/useOnline';
import { clock as hourOf } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Icon } from '../theme/Icon';
import type { Moment } from './useNow';
import type { Reading } from './useReading';

/** Says that what is shown is old, and of when it is. */
export function Away({ state, now }: { state: Reading<unknown>; now: Moment }) {
  const { t } = useMessages();
  const online = useOnline();
  if (!isOld(state, now.monotonic, online)) return null;
  const asOf = now.server - (now.monotonic - (state.readAt ?? now.monotonic));
  return <div className="off" role="alert"><Icon name="cloud" /><span>{t.console.offline(hourOf(asOf))}<br />{t.console.offlineNote}</span></div>;
}

/** Nothing was read yet: it is on its way, or there was no answer. */
export function Unread({ state, name, onRetry }: { state: Reading<unknown>; name: string; onRetry: () => void }) {
  const { t } = useMessages();
  if (state.failed === null) return <p className="state">{t.casePage.loading}</p>;
  return (
    <Said icon="mark" title={t.console.failed(name)} lines={[t.console.failedNote]} small={`${t.console.retryIn} (${state.failed})`}>
      <button className="p" onClick={onRetry}>{t.console.retry}</button>
    </Said>
  );
}
