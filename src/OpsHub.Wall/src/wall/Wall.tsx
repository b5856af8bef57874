import type { UnitLevel } from '../api/generated/graphql';
import type { Viewer } from '../api/types';
import { Holders } from '../county/Holders';
import { useMessages } from '../i18n/useMessages';
import { phaseOf } from '../live/connection';
import { useMoments, NowContext } from '../live/useNow';
import type { ServerClock } from '../live/serverClock';
import type { UnitState } from '../live/unitState';
import { Children } from './Children';
import { Counters } from './counters/Counters';
import { Header } from './header/Header';
import { Deadlines } from './lists/Deadlines';
import { MayOpenCases } from './lists/OpenCase';
import { Overdue } from './lists/Overdue';
import { OnTime } from './rates/OnTime';
import { Ticker } from './Ticker';
import { ConsultationStrip, hasConsultations } from './consultations/Strip';
import { useBurnIn } from './useBurnIn';
import './wall.css';
import './header.css';
import './counters.css';
import './lists.css';
import './map.css';
import './phases.css';
import '../county/county.css';
import './consultations/strip.css';
import './narrow.css';

interface WallProps {
  readonly state: UnitState;
  readonly clock: ServerClock;
  /** Null while the hub has not said who is asking. */
  readonly viewer: Viewer | null;
  /** Known before the frame has come, so that the first load already has its layout. */
  readonly expected: UnitLevel;
}

/** One unit's wall: what is late, what falls next, who holds it, and whether this is still true. */
export function Wall({ state, clock, viewer, expected }: WallProps) {
  const { language, t } = useMessages();
  const moment = useMoments(clock);
  const shift = useBurnIn();
  const level = state.frame?.level ?? expected;
  const phase = phaseOf(state.connection, moment.monotonic);
  const consultations = state.summary?.consultations;
  const strip = hasConsultations(consultations);
  if (state.missing) return <div className="notice">{t.missing}</div>;
  return (
    <NowContext value={moment}>
      <MayOpenCases value={viewer !== null && viewer.role !== 'WALL_KEY'}>
        <div className={`wall ${phase} ${language} ${strip ? 'cons' : ''}`} style={{ transform: shift }}>
          <Header state={state} viewer={viewer} phase={phase} />
          <Counters state={state} phase={phase} now={moment.server} />
          {strip && <ConsultationStrip code={state.code} figures={consultations} dues={state.announcements} level={level} phase={phase} />}
          <Children state={state} level={level} />
          <div className="col mid">
            <Deadlines due={state.due} level={level} phase={phase} rows={strip ? 2 : 5} />
            {level === 'CITY'
              ? <OnTime rates={state.rates} city={state.summary?.onTimePerMille ?? null} />
              : <Holders holders={state.holders} />}
          </div>
          <Overdue late={state.late} level={level} phase={phase} most={strip ? 8 : 10} />
          <Ticker events={state.events} level={level} />
        </div>
      </MayOpenCases>
    </NowContext>
  );
}
