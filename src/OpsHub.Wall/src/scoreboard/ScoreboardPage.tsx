import { Fragment, useState } from 'react';
import { useToast } from '../act/Toast';
import type { Viewer } from '../api/types';
import { goTo, goToYear, scoreboardPath, search, tasksPath, unitPath, useSearch, withYear, yearOf } from '../app/router';
import { useViewer } from '../app/useViewer';
import { Said } from '../console/Said';
import { readsTasksOf } from '../console/taskOrder';
import { clockSeconds, dayKey, instant } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { ServerClock } from '../live/serverClock';
import { useMoments } from '../live/useNow';
import { Dotted } from '../theme/Dotted';
import { startUnit } from '../wall/header/breadcrumb';
import { Batches } from './Batches';
import { download } from './excel';
import { chosen, EVERYTHING } from './choice';
import { Choices } from './Choices';
import { belongs, countOf, NARROWS, type Narrow } from './order';
import { Row } from './Row';
import { Shared } from './Shared';
import { useBoardUnit, useScoreboard } from './useScoreboard';
import { YearNav } from './YearNav';
import '../console/console.css';
import './scoreboard.css';

/** Counts in which more than none asks for action. */
const TONES: Readonly<Record<Narrow, string>> = { all: '', late: 'late-t', unsigned: 'soon-t', inputs: 'soon-t', appeals: 'soon-t', shared: '' };

/** From when on a board says that it is old. */
const OLD_AFTER = 30_000;

export function ScoreboardPage({ unit, department, token, onSignedOut }: { unit: string | null; department: string | null; token: string; onSignedOut: () => void }) {
  const viewer = useViewer(token, onSignedOut);
  const own = viewer?.role === 'DEPARTMENT' ? viewer.organ.code : null;
  const shown = unit ?? (department || own ? null : viewer ? (startUnit(viewer)?.code ?? null) : null);
  const line = department ?? (unit ? null : own);
  return shown || line ? <Scoreboard unit={shown} department={line} viewer={viewer} token={token} onSignedOut={onSignedOut} /> : <main className="console" />;
}

/** The agencies of a township, a county or a department with their year: what needs action first. */
function Scoreboard({ unit, department, viewer, token, onSignedOut }: { unit: string | null; department: string | null; viewer: Viewer | null; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const y = t.year;
  const [clock] = useState(() => new ServerClock());
  const { server, monotonic } = useMoments(clock);
  const asked = useSearch();
  const year = yearOf(asked) ?? Number(dayKey(server).slice(0, 4));
  const { lines, asOf, refused, malformed, readAt } = useScoreboard(unit, department, year, clock, token, onSignedOut);
  const place = useBoardUnit(unit, token);
  const [narrow, setNarrow] = useState<Narrow>('all');
  const [choice, setChoice] = useState(EVERYTHING);
  const toast = useToast();
  if (refused || malformed) return <main className="console"><Said icon={malformed ? 'mark' : 'lock'} title={malformed ? y.malformed : y.boardShut} lines={[]}><button className="p" onClick={() => goTo('/')}>{t.console.wall}</button></Said></main>;
  const name = place ? nameOf(place, language) : lines?.[0] && department ? nameOf(lines[0].department, language) : '';
  const shown = chosen((lines ?? []).filter((l) => belongs(l, narrow)), choice);
  const old = readAt !== null && monotonic - readAt > OLD_AFTER;
  // Results are shared with townships and departments, with no county.
  const counts = department ?? (place?.level === 'TOWNSHIP' ? unit : null);
  const columns = [y.agency, y.stage, y.duty, y.satisfaction, y.statutory, y.total, y.rate, y.owes, y.grade];
  return (
    <main className={`console board ${old ? 'old' : ''}`}>
      <div className="bar1">
        <h1>{name ? y.boardOf(name) : y.title}</h1>
        {place?.parent && place.level !== 'COUNTY' && <button className="meta up" onClick={() => goToYear(scoreboardPath(place.parent!.code), year)}>‹ {nameOf(place.parent, language)}</button>}
        <YearNav year={year} onYear={(next) => search(withYear(asked, next))} />
        <span className="meta state">
          {asOf && <span className="as-of"><i className={old ? 'dot away' : 'dot'} /><Dotted text={t.asOf(clockSeconds(instant(asOf)))} /></span>}
          <button className="up" onClick={() => void download(unit ?? department ?? '', year, token).catch(() => toast.show(y.excelFailed))}>{y.excel}</button>
          {unit && viewer && readsTasksOf(viewer.role, unit) && <button className="up" onClick={() => goToYear(tasksPath(unit), year)}>{t.tasks.open}</button>}
          {unit && <button className="up" onClick={() => goTo(unitPath(unit))}>{t.console.wall}</button>}
        </span>
      </div>
      <nav className="counts" aria-label={y.title}>
        {NARROWS.map((n) => {
          const found = lines && countOf(lines, n);
          return (
            <button key={n} className={narrow === n ? 'on' : ''} aria-pressed={narrow === n} data-narrow={n} onClick={() => setNarrow(n)}>
              {lines ? <b className={found ? TONES[n] : 'dim'}>{count(found, language)}</b> : <i className="sk" />}<span>{y.narrows[n]}</span>
            </button>
          );
        })}
      </nav>
      {lines && lines.length > 1 && <Choices lines={lines} choice={choice} onChoose={setChoice} />}
      {lines && <Batches of={{ unit, department }} year={year} lines={shown} viewer={viewer} about={`${name} ${y.yearTitle(year)}`} token={token} onSignedOut={onSignedOut} onSay={toast.show} />}
      <p className="sums">
        <span>{y.notAssessed}</span>
        <span className="key">{(['past', 'here', 'left'] as const).map((s) => <Fragment key={s}><i className={s} />{y.stepStates[s]}</Fragment>)}</span>
      </p>
      <div className="card">
        <table role="table" className="years">
          <thead role="rowgroup"><tr role="row">{columns.map((c) => <th key={c} role="columnheader" scope="col">{c}</th>)}</tr></thead>
          <tbody role="rowgroup">{shown.map((line) => <Row key={line.id} line={line} now={server} home={unit} viewer={viewer} />)}</tbody>
        </table>
        {!lines && [1, 2, 3].map((n) => <div key={n} className="skel"><i className="sk" /><i className="sk" /></div>)}
        {lines && shown.length === 0 && <p className="meta none">{y.noAgencies}</p>}
      </div>
      {lines && counts && <Shared organ={counts} name={name} year={year} lines={lines} token={token} onSignedOut={onSignedOut} />}
      {toast.view}
    </main>
  );
}
