import type { Today } from '../../api/types';
import { date, dayKey, weekday } from '../../format/instants';
import { useMessages } from '../../i18n/useMessages';
import { Dotted } from '../../theme/Dotted';

/** The date by the hub's clock, and what kind of day the official calendar makes of it. */
export function DateNote({ now, today }: { now: number; today: Today | null }) {
  const { t, language } = useMessages();
  const known = today && today.date === dayKey(now) ? today : null;
  const kind = known ? (known.name ?? (known.isWorkingDay ? t.workingDay : t.restDay)) : '';
  const day = `${date(now, language)} ${weekday(now, language)}`;
  const english = `${weekday(now, language)} ${date(now, language)}`;
  return (
    <div className="date">
      <Dotted text={language === 'zh' ? `${day} ${kind}` : kind ? `${english} · ${kind}` : english} />
      {known && !known.covered && <em className="badge dashed">{t.beyondHorizon}</em>}
    </div>
  );
}
