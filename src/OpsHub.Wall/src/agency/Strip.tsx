import { count } from '../format/numbers';
import { useMessages } from '../i18n/useMessages';
import type { AgencyRead } from './parts';

/** Where the agency stands this moment, and what it was urged to and called to this year. A004. */
export function Strip({ agency, year }: { agency: AgencyRead; year: number }) {
  const { t, language } = useMessages();
  const a = t.agencyPage;
  const { summary, counts } = agency;
  const cells: readonly (readonly [string, number | null | undefined, string, string?])[] = [
    [a.open, summary?.open, ''], [a.overdue, summary?.overdue, 'late-t'], [a.dueToday, summary?.dueToday, 'soon-t'], [a.urgedNow, summary?.urged, 'late-t'],
    [a.urges(year), counts?.urged, 'soon-t', 'urges'], [a.refused(year), counts?.refused, ''],
  ];
  return (
    <div className="kp" data-part="strip">
      {cells.map(([label, value, tone, part]) => <div key={label} data-figure={part}><b className={value ? tone : 'dim'}>{count(value ?? null, language)}</b><span>{label}</span></div>)}
      <div><b className={counts?.meetingsCalled ? '' : 'dim'}>{counts ? `${counts.meetingsAttended}/${counts.meetingsCalled}` : count(null, language)}</b><span>{a.meetings}</span></div>
    </div>
  );
}
