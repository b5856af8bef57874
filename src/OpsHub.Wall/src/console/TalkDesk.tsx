import { useState } from 'react';
import type { Viewer } from '../api/types';
import { date, instant, weekday } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { ServerClock } from '../live/serverClock';
import { useMoments } from '../live/useNow';
import { ChannelsLink } from './ChannelsLink';
import { ReadMorning } from './Morning';
import { OfficeColumn } from './OfficeColumn';
import { Said } from './Said';
import { TalkColumn } from './TalkColumn';
import { groupsOf } from './talkOrder';
import { TaskColumn, TasksLink } from './TaskColumn';
import { assessedBy } from './taskOrder';
import { useTalks } from './useTalks';
import { useYears } from './useYears';
import { YearColumn } from './YearColumn';

/** The console of those whose work is consultations: party organisation, council, supervision committee, government. */
export function TalkDesk({ viewer, unit, token, onSignedOut }: { viewer: Viewer; unit: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const [clock] = useState(() => new ServerClock());
  const { server } = useMoments(clock);
  const { talks, refused } = useTalks(unit, viewer.organ.code, '', clock, token, onSignedOut);
  const years = useYears(viewer, unit, clock, token, onSignedOut);
  const assessed = years !== null && years.length > 0;
  const title = nameOf(viewer.organ, language);
  const groups = talks && groupsOf(talks);
  const late = groups?.announce.filter((a) => a.talk.announcementDueAt && instant(a.talk.announcementDueAt) <= server).length ?? 0;
  const own = viewer.unit ?? viewer.organ.unit;
  const kp: readonly (readonly [string, number | null, string])[] = [
    [c.toAnnounce, groups?.announce.length ?? null, 'soon-t'], [c.flagged, talks ? late : null, 'late-t'], [c.desk.plan, talks?.plans.totalCount ?? null, 'soon-t'], [c.desk.vote, talks?.votes.totalCount ?? null, ''],
  ];
  const column = talks ? <TalkColumn talks={talks} unit={unit} community={own?.level === 'COMMUNITY' ? own.code : null} now={server} /> : <p className="meta">{c.reading}</p>;
  return (
    <main className="console">
      <div className="bar1">
        <h1>{title}</h1>
        <span className="meta scope">{t.console.roles[viewer.role]}</span>
        <TasksLink viewer={viewer} unit={unit} />
        <ChannelsLink viewer={viewer} />
        <span className="meta state"><span className="date">{date(server, language)} {weekday(server, language)}</span></span>
      </div>
      {!refused && <div className="kp">{kp.map(([label, n, tone]) => <div key={label}>{n === null ? <i className="sk" /> : <b className={n > 0 ? tone : ''}>{count(n, language)}</b>}<span>{label}</span></div>)}</div>}
      {viewer.role === 'COUNTY_GOVERNMENT' && <ReadMorning token={token} onSignedOut={onSignedOut} />}
      {refused && !assessed && <Said icon="lock" title={c.missing} lines={[]} />}
      {assessed || assessedBy(viewer.role) ? <div className="desk2">{!refused && column}<div>{assessed && <YearColumn lines={years} viewer={viewer} unit={unit} now={server} />}<TaskColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /><OfficeColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /></div></div> : !refused && column}
    </main>
  );
}
