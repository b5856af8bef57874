import { useCallback, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { none as NOTHING } from '../act/choices';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import type { Move, Viewer } from '../api/types';
import { goTo, goToYear, scoreboardPath, search, tasksPath, unitPath, useSearch, withYear, yearOf } from '../app/router';
import { useViewer } from '../app/useViewer';
import { Said } from '../console/Said';
import { dayKey } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { YearNav } from '../scoreboard/YearNav';
import { startUnit } from '../wall/header/breadcrumb';
import { GroupCard } from './GroupCard';
import { countsOf, groupsOf, type Task } from './groups';
import { fixedOf, knownOf, taskHub } from './taskHub';
import { countyOf, wholeTasks } from './wholeTasks';
import '../console/console.css';
import '../scoreboard/scoreboard.css';
import './tasks.css';

const SUBJECT = { kind: 'task', id: '' } as const;
const TONES = { open: 'soon-t', late: 'late-t', done: '', excluded: '' } as const;

/** The yearly tasks of assessment of a unit, or of the viewer's own. R038. */
export function TasksPage({ unit, token, onSignedOut }: { unit: string | null; token: string; onSignedOut: () => void }) {
  const viewer = useViewer(token, onSignedOut);
  const shown = unit ?? (viewer ? (startUnit(viewer)?.code ?? null) : null);
  if (shown && /^\d{4}$/.test(shown)) return <Unchosen city={shown} />;
  return shown ? <Tasks key={shown} unit={shown} viewer={viewer} token={token} onSignedOut={onSignedOut} /> : <main className="console" />;
}

/** A city has none of its own. */
function Unchosen({ city }: { city: string }) {
  const { t } = useMessages();
  return <main className="console board tasks"><Said icon="mark" title={t.tasks.chooseCounty} lines={[t.tasks.chooseCountyNote]}><button className="p" onClick={() => goTo(unitPath(city))}>{t.console.wall}</button></Said></main>;
}

/** Who owes the result of whom until when: late first, then one's own, what is done folded. */
function Tasks({ unit, viewer, token, onSignedOut }: { unit: string; viewer: Viewer | null; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const w = t.tasks;
  const asked = useSearch();
  const [present] = useState(() => Number(dayKey(Date.now()).slice(0, 4)));
  const year = yearOf(asked) ?? present;
  const ask = useCallback((signal: AbortSignal) => wholeTasks(unit, year, token, signal), [unit, year, token]);
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  const [open, setOpen] = useState<{ readonly session: ActSession; readonly about: string } | null>(null);
  const toast = useToast();
  const { data } = state;
  const place = data?.unit ?? null;
  const own = viewer?.organ.code ?? null;
  const county = countyOf(place);
  const counts = data && countsOf(data.tasks, now.server);
  const above = place?.ancestors.findLast((a) => a.level !== 'CITY') ?? null;

  const pick = (task: Task, move: Move) => {
    if (!county) return;
    setOpen({ about: w.about(nameOf(task.target, language), task.year), session: new ActSession(move, { fixed: fixedOf(county, task) }, now.server, taskHub(token, onSignedOut), undefined, knownOf(move, task)) });
  };
  const done = (label: string) => {
    setOpen(null);
    toast.show(t.act.done(label, null));
    state.reread();
  };
  return (
    <main className="console board tasks">
      <div className="bar1">
        <h1>{place ? w.of(nameOf(place, language)) : w.title}</h1>
        {above && viewer && startUnit(viewer)?.code !== unit && <button className="meta up" onClick={() => goToYear(tasksPath(above.code), year)}>‹ {nameOf(above, language)}</button>}
        <YearNav year={year} onYear={(next) => search(withYear(asked, next))} />
        <span className="meta state">
          {place && place.level !== 'COMMUNITY' && <button className="up" onClick={() => goToYear(scoreboardPath(unit), year)}>{t.year.toBoard}</button>}
          <button className="up" onClick={() => goTo('/township')}>{t.channels.toConsole}</button>
        </span>
      </div>
      <Away state={state} now={now} />
      {(state.refused || state.malformed) && <Said icon={state.malformed ? 'mark' : 'lock'} title={state.malformed ? w.malformed : w.missing} lines={[]} />}
      {!data && !state.refused && !state.malformed && <Unread state={state} name={w.title} onRetry={state.reread} />}
      {counts && (
        <div className="kp">
          {(['open', 'late', 'done', 'excluded'] as const).map((n) => <div key={n} data-count={n}><b className={counts[n] > 0 ? TONES[n] : ''}>{count(counts[n], language)}</b><span>{w.counts[n]}</span></div>)}
        </div>
      )}
      {data?.formerOpen && <p className="former"><button className="up" data-former onClick={() => search(withYear(asked, year - 1))}>{w.formerOpen(year - 1)} ›</button></p>}
      {data && data.tasks.length === 0 && <div className="card"><Said icon="mark" title={w.none} lines={[w.noneNote]} /></div>}
      {data && <div className="of">{groupsOf(data.tasks, own, now.server).map((g) => <GroupCard key={`${g.kind} ${g.owner.code}`} group={g} own={own} now={now.server} onPick={pick} />)}</div>}
      {open && <ActSheet session={open.session} subject={SUBJECT} given={NOTHING} token={token} about={open.about} onClose={() => setOpen(null)} onDone={done} onStale={state.reread} />}
      {toast.view}
    </main>
  );
}
