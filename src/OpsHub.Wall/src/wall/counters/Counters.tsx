import { trend } from '../../charts/trend';
import { clockSeconds, DAY, instant, weekday } from '../../format/instants';
import { count, perMille } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import type { UnitState } from '../../live/unitState';
import { Dotted } from '../../theme/Dotted';
import { Icon } from '../../theme/Icon';
import { Arrivals } from './Arrivals';
import { Counter } from './Counter';
import { Delta } from './Delta';

/** Five counters: open, due today, overdue, closed today, arriving. Zero overdue is good news and stays grey. */
export function Counters({ state, phase, now }: { state: UnitState; phase: Phase; now: number }) {
  const { t, language } = useMessages();
  const { summary: s, frame } = state;
  const then = frame?.sameHourLastWeek ?? null;
  const history = frame?.dailyHistory ?? [];
  const day = weekday(now - 7 * DAY, language);
  const marks = phase === 'live';
  const stale = phase === 'stale' && s ? <span className="soon-t">{t.asOfPlain(clockSeconds(instant(s.asOf)))}</span> : null;
  const points = (series: Parameters<typeof trend>[1], today: number | undefined) =>
    s ? trend(history, series, today ?? null, now) : [];
  return (
    <>
      <div className="kg">
        <Counter name="open" label={t.open} value={s?.open ?? null} marks={marks} points={points('open', s?.open)}
          sub={stale ?? (s && <Delta now={s.open} then={then?.open ?? null} better="down" weekday={day} />)} />
        <Counter name="dueToday" tone={s?.dueToday === 0 ? '' : 'due'} label={t.dueToday} value={s ? s.dueToday + s.dueTodayDone : null} marks={marks}
          points={points('dueToday', s ? s.dueToday + s.dueTodayDone : undefined)} colour="--st-soon"
          sub={stale ?? (s && (
            <>
              <Dotted text={`${t.done(count(s.dueTodayDone, language))} · `} />
              <b className={s.dueToday > 0 ? 'soon-t' : 'flat'}>{t.left(count(s.dueToday, language))}</b>
            </>
          ))} />
      </div>
      <div className="kg">
        <Counter name="overdue" tone={s?.overdue === 0 ? '' : 'late'} value={s?.overdue ?? null} marks={marks} points={points('overdue', s?.overdue)} colour="--st-late"
          label={<><Icon name="late" /> {t.overdue} <small>{s && perMille(s.overduePerMille)}</small></>}
          sub={stale ?? (s && <Delta now={s.overdue} then={then?.overdue ?? null} better="down" weekday={day} />)} />
        <Counter name="closedToday" label={t.closedToday} value={s?.closedToday ?? null} marks={marks} points={points('closedToday', s?.closedToday)}
          sub={stale ?? (s && <Delta now={s.closedToday} then={then?.closedToday ?? null} better="up" weekday={day} />)} />
      </div>
      <Counter name="reportedToday" tone="wide" label={t.arriving} value={s?.reportedToday ?? null} marks={marks}
        points={points('reportedToday', s?.reportedToday)}
        sub={stale ?? (s && <Delta now={s.reportedToday} then={then?.reportedToday ?? null} better="neither" weekday={day} />)}>
        <Arrivals summary={s} />
      </Counter>
    </>
  );
}
