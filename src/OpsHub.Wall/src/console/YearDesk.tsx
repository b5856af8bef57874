import { useState } from 'react';
import type { Viewer } from '../api/types';
import { date, weekday } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { ServerClock } from '../live/serverClock';
import { useMoments } from '../live/useNow';
import { countOf } from '../scoreboard/order';
import { ChannelsLink } from './ChannelsLink';
import { OfficeColumn } from './OfficeColumn';
import { Said } from './Said';
import { TaskColumn, TasksLink } from './TaskColumn';
import { useYears } from './useYears';
import { YearColumn } from './YearColumn';

/** Of all years that run: what others owe too. */
const COUNTED = ['late', 'unsigned', 'inputs', 'appeals'] as const;

/** The console of those whose work is assessing: performance organ and organisation department. */
export function YearDesk({ viewer, unit, token, onSignedOut }: { viewer: Viewer; unit: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const [clock] = useState(() => new ServerClock());
  const { server } = useMoments(clock);
  const lines = useYears(viewer, unit, clock, token, onSignedOut);
  return (
    <main className="console">
      <div className="bar1">
        <h1>{nameOf(viewer.organ, language)}</h1>
        <span className="meta scope">{t.console.roles[viewer.role]}</span>
        <TasksLink viewer={viewer} unit={unit} />
        <ChannelsLink viewer={viewer} />
        <span className="meta state"><span className="date">{date(server, language)} {weekday(server, language)}</span></span>
      </div>
      <div className="kp">
        {COUNTED.map((n) => {
          const found = lines && countOf(lines, n);
          return <div key={n}>{lines ? <b className={found ? (n === 'late' ? 'late-t' : 'soon-t') : ''}>{count(found, language)}</b> : <i className="sk" />}<span>{t.year.narrows[n]}</span></div>;
        })}
      </div>
      <div className="year-desk">{lines ? <><YearColumn lines={lines} viewer={viewer} unit={unit} now={server} /><TaskColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /><OfficeColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /></> : <Said icon="mark" title={t.consult.reading} lines={[]} />}</div>
    </main>
  );
}
