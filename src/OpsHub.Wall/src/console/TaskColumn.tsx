import { useCallback } from 'react';
import { TaskDeskDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Viewer } from '../api/types';
import { follow, tasksPath } from '../app/router';
import { To } from '../app/To';
import { Badge } from '../case/Badge';
import { dayKey } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { useReading } from '../live/useReading';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { assessedBy, owedOf, readOf, readsTasksOf } from './taskOrder';

/** More of one kind and year than one page are told as more than that. */
const PAGE = 100;

/** To the yearly tasks of the viewer's unit, for those who read some and have no column of what they owe. */
export function TasksLink({ viewer, unit }: { viewer: Viewer; unit: string }) {
  const { t } = useMessages();
  return readsTasksOf(viewer.role, unit) && !assessedBy(viewer.role) ? <To path={tasksPath(unit)} className="to-channels">{t.tasks.open}</To> : null;
}

/** Results of yearly assessments that the viewer's organ still owes, by year and kind. R038. Nothing for those who assess nobody. */
export function TaskColumn({ viewer, unit, now, token, onSignedOut }: { viewer: Viewer; unit: string; now: number; token: string; onSignedOut: () => void }) {
  const kinds = assessedBy(viewer.role);
  return kinds && <Column county={kinds.includes('TOWNSHIPS')} unit={unit} own={viewer.organ.code} now={now} token={token} onSignedOut={onSignedOut} />;
}

function Column({ county, unit, own, now, token, onSignedOut }: { county: boolean; unit: string; own: string; now: number; token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const w = t.tasks;
  const dueWord = useDueWord(now);
  const year = Number(dayKey(now).slice(0, 4));
  const ask = useCallback(
    (signal: AbortSignal) => query(TaskDeskDocument, { unit, year, former: year - 1, owner: own, county, first: PAGE }, token, signal),
    [unit, year, own, county, token],
  );
  const { data } = useReading(ask, onSignedOut);
  if (!data) return null;
  const owed = owedOf(readOf(data), own);
  const all = tasksPath(unit);
  return (
    <section className="talks task-desk">
      <h2>{w.title}<a className="meta all" href={all} onClick={follow(all)}>{t.tasks.toAll} ›</a></h2>
      <div className="card">
        {owed.length === 0 && <p className="meta none">{w.deskNone}</p>}
        {owed.map((o) => {
          const path = `${all}?year=${o.year}`;
          return (
            <a key={`${o.year} ${o.kind}`} className="talk" href={path} onClick={follow(path)} data-tasks={`${o.year} ${o.kind}`}>
              <span className="t"><b>{w.kinds[o.kind]}</b><Dot />{t.year.yearN(o.year)}</span>
              <Badge tone={dueTone(o.dueAt, now)}>{dueWord(o.dueAt)}</Badge>
              <span className="meta"><span>{w.deskOpen(o.count >= PAGE ? `${PAGE}+` : String(o.count))}</span></span>
            </a>
          );
        })}
      </div>
    </section>
  );
}
