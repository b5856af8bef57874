import type { TownshipRate } from '../../api/types';
import { perMille } from '../../format/numbers';
import { nameOf } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import { Empty, Panel, Pending } from '../Panel';
import { Histogram } from './Histogram';
import { rankingOf, type Ranked } from './ranking';

function Ends({ rows }: { rows: readonly Ranked[] }) {
  const { language } = useMessages();
  return (
    <div>
      {rows.map((r) => (
        <div key={r.rate.code} className={`r ${r.perMille < 900 ? 'lo' : ''}`}>
          <span className="k">{r.rank}</span>
          <span>{nameOf(r.rate.unit, language)}</span>
          <b>{perMille(r.perMille)}</b>
        </div>
      ))}
    </div>
  );
}

/** How many of all townships close on time, and the first and last five. */
export function OnTime({ rates, city }: { rates: readonly TownshipRate[] | null; city: number | null }) {
  const { t } = useMessages();
  const ranking = rankingOf(rates ?? []);
  return (
    <Panel title={t.onTime} note={rates ? t.onTimeNote(ranking.unranked) : ''}>
      {!rates && <Pending rows={4} />}
      {rates && ranking.ranked.length === 0 && <Empty text={t.noneRanked} />}
      {ranking.ranked.length > 0 && (
        <>
          <Histogram ranking={ranking} city={city} />
          <div className="rk"><Ends rows={ranking.first} /><Ends rows={ranking.last} /></div>
        </>
      )}
    </Panel>
  );
}
