import type { Frame, Viewer } from '../../api/types';
import { goTo, scoreboardPath, unitPath } from '../../app/router';
import { readsYears } from '../../console/yearOrder';
import { clock, instant } from '../../format/instants';
import { count } from '../../format/numbers';
import { nameOf } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import type { UnitState } from '../../live/unitState';
import { useNow } from '../../live/useNow';
import { Dotted } from '../../theme/Dotted';
import { MiniMap } from '../map/MiniMap';
import { ConnectionNote } from './ConnectionNote';
import { DateNote } from './DateNote';
import { StaleBar } from './StaleBar';
import { visibleAncestors } from './breadcrumb';

function Title({ frame, viewer }: { frame: Frame; viewer: Viewer }) {
  const { t, language } = useMessages();
  if (frame.level === 'CITY') return <h1>{t.wallTitle(nameOf(frame, language))}</h1>;
  return (
    <h1>
      {visibleAncestors(frame, viewer).map((a) => (
        <span key={a.code} className="up">
          {a.reachable ? <button onClick={() => goTo(unitPath(a.code))}>{nameOf(a, language)}</button> : nameOf(a, language)}
          {' › '}
        </span>
      ))}
      {nameOf(frame, language)}
    </h1>
  );
}

function Scope({ frame }: { frame: Frame }) {
  const { t, language } = useMessages();
  const { counties, townships, communities, grids } = frame.counts;
  const said = [
    [counties, t.counties],
    [townships, t.townships],
    [communities, t.communities],
    [grids, t.grids],
  ] as const;
  const parts = said.flatMap(([n, word]) => (n > 0 ? [word(count(n, language))] : []));
  return (
    <div className="scope">
      <Dotted text={(language === 'en' ? parts.slice(0, 2) : parts).join(' · ')} />
      {frame.generated && <em className="badge dashed">{t.generated}</em>}
    </div>
  );
}

/** From a township's or county's wall to the year of its agencies, for those who read it. */
function ToScoreboard({ frame, viewer }: { frame: Frame; viewer: Viewer }) {
  const { t } = useMessages();
  if ((frame.level !== 'COUNTY' && frame.level !== 'TOWNSHIP') || !readsYears(viewer.role)) return null;
  return <button className="to-board" onClick={() => goTo(scoreboardPath(frame.code))}>{t.year.title} ›</button>;
}

export function Header({ state, viewer, phase }: { state: UnitState; viewer: Viewer | null; phase: Phase }) {
  const { server } = useNow();
  const { frame, summary, connection } = state;
  const asOf = summary ? instant(summary.asOf) : null;
  const county = frame && frame.level !== 'CITY' ? (frame.level === 'COUNTY' ? frame.code : (frame.ancestors[1]?.code ?? null)) : null;
  return (
    <header>
      {phase === 'stale' && <StaleBar connection={connection} asOf={asOf} />}
      <MiniMap county={county} />
      {frame && viewer && <Title frame={frame} viewer={viewer} />}
      {frame ? <Scope frame={frame} /> : <div className="scope" />}
      {frame && viewer && <ToScoreboard frame={frame} viewer={viewer} />}
      <ConnectionNote phase={phase} connection={connection} asOf={asOf} />
      <DateNote now={server} today={state.today} />
      <div className="clock">{server > 0 ? clock(server) : ''}</div>
    </header>
  );
}
