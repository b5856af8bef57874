import type { Happening, Place } from '../api/types';
import { clockSeconds, dayAndTime, dayKey, instant } from '../format/instants';
import { categoryOf, nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { useNow } from '../live/useNow';
import { STEP_EVERY, useSteady } from '../live/steady';
import { eventKey } from '../live/unitState';
import { Icon, type IconName } from '../theme/Icon';

const icons: readonly [RegExp, IconName][] = [
  [/Closed|CaseVerified|Evaluated|UrgeAnswered/, 'done'],
  [/Escalated/, 'up'],
  [/Suspended/, 'halt'],
  [/Joined|Merged/, 'link'],
  [/Dispatched|Accepted|Triaged|PartsAssigned|Coordination/, 'send'],
  [/Returned|Declined|Failed|Withdrawn|Reopened|Refused/, 'back'],
  [/Rung|Term|Urged/, 'bell'],
  [/Reported/, 'in'],
];

const iconOf = (event: string): IconName => icons.find(([pattern]) => pattern.test(event))?.[1] ?? 'step';

const TOWARDS = new Set(['CaseReported', 'CaseDispatched', 'CaseRedispatched', 'PartsAssigned', 'CoordinationBegun', 'CaseUrged']);

function Event({ event, level, newest }: { event: Happening; level: Place['level']; newest: boolean }) {
  const { t, language } = useMessages();
  const { server } = useNow();
  const at = instant(event.at);
  const place = nameOf(level === 'CITY' || level === 'COUNTY' ? event.township : event.community, language);
  const what = categoryOf(event, language);
  const verb = t.events[event.event] ?? t.stages[event.stage];
  // Only some events name whom they are meant for; of the others the organ is who acted, and an arrow would mislead.
  const to = TOWARDS.has(event.event) ? ` → ${nameOf(event.organ, language)}` : '';
  return (
    <div className={newest ? 'new' : ''}>
      <time>{dayKey(at) === dayKey(server) ? clockSeconds(at) : dayAndTime(at)}</time>
      <Icon name={iconOf(event.event)} />
      <span>{language === 'zh' ? `${place} ${what} ${verb}${to}` : `${place}: ${what} ${verb}${to}`}</span>
    </div>
  );
}

/** The three newest events, newest left; it steps, it never scrolls. */
export function Ticker({ events, level }: { events: readonly Happening[]; level: Place['level'] }) {
  const newest = events.slice(0, 3);
  const shown = useSteady(newest, newest.map(eventKey).join(), STEP_EVERY);
  return (
    <div className="tick">
      {shown.map((e, i) => <Event key={eventKey(e)} event={e} level={level} newest={i === 0} />)}
    </div>
  );
}
