import type { Holder } from '../api/types';
import { meanHeld } from '../format/durations';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Empty, Panel, Pending } from '../wall/Panel';

/** Bars are cut into fixed steps of cases, so that a bar's length only changes its meaning when a step is passed. */
const STEPS = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

export const barFull = (most: number): number => STEPS.find((s) => s >= most) ?? most;

export function Holders({ holders }: { holders: readonly Holder[] | null }) {
  const { t, language } = useMessages();
  const full = barFull(Math.max(0, ...(holders ?? []).map((h) => h.held)));
  const width = (n: number) => ({ width: `${(n / full) * 100}%` });
  return (
    <Panel className="hold" title={t.holders} note={t.holdersNote}>
      {!holders && <Pending rows={5} />}
      {holders?.length === 0 && <Empty text={t.noHolder} />}
      {holders?.map((h) => (
        <div key={h.organ.code} className="row">
          <span>{nameOf(h.organ, language)}</span>
          <div className="bar"><i style={width(h.held)} /><u style={width(h.overdue)} /></div>
          <b>{count(h.held, language)}<span className={h.overdue > 0 ? 'late-t' : 'flat'}> {count(h.overdue, language)}</span></b>
          <em>{meanHeld(h.meanHours, language)}</em>
        </div>
      ))}
    </Panel>
  );
}
