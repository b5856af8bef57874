import type { Figures } from '../../api/types';
import { count } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import { Icon, type IconName } from '../../theme/Icon';

/** What presses right now, beside what arrived today. */
export function Arrivals({ summary }: { summary: Figures | null }) {
  const { t, language } = useMessages();
  const rows: readonly [IconName, string, number | undefined, string][] = [
    ['in', '--text-2', summary?.reportedLastHour, t.thisHour],
    ['soon', '--st-soon', summary?.dueWithinHour, t.withinHour],
    ['emergency', '--text-1', summary?.emergencies, t.emergencies],
  ];
  return (
    <div className="split">
      {rows.map(([icon, colour, n, label]) => (
        <div key={label}>
          <span className="mark" style={{ color: `var(${colour})` }}><Icon name={icon} /></span>
          {n === undefined
            ? <b className="block" />
            : <b style={{ color: n > 0 ? `var(${colour})` : 'var(--text-3)' }}>{count(n, language)}</b>}
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
}
