import { signed, UNKNOWN } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import { Icon } from '../../theme/Icon';

export type Better = 'up' | 'down' | 'neither';

/** Against the same hour seven days ago; coloured by better or worse, not by direction. */
export function Delta({ now, then, better, weekday }: { now: number; then: number | null; better: Better; weekday: string }) {
  const { t } = useMessages();
  const label = t.versusLastWeek(weekday);
  if (then === null) return <><span className="flat">{UNKNOWN}</span> {label}</>;
  const change = now - then;
  const tone = change === 0 || better === 'neither' ? 'flat' : change > 0 === (better === 'up') ? 'ok-t' : 'late-t';
  return (
    <>
      <span className={tone}>
        {change !== 0 && <Icon name={change > 0 ? 'up' : 'down'} />} {signed(change)}
      </span>{' '}
      {label}
    </>
  );
}
