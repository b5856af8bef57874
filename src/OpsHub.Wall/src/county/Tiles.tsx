import type { Figures, Frame } from '../api/types';
import { goTo, unitPath } from '../app/router';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { binOf, seqClass, shareOf } from '../theme/chartTheme';
import { Empty, Panel } from '../wall/Panel';
import { CellLegend } from './CellLegend';

interface TilesProps {
  readonly frame: Frame;
  readonly figures: ReadonlyMap<string, Figures>;
}

/** A township's communities, or a community's grids, as cells with their name, open and overdue. */
export function Tiles({ frame, figures }: TilesProps) {
  const { t, language } = useMessages();
  const units = frame.children.nodes;
  const level = units[0]?.level;
  const title = level && level !== 'CITY' ? t.childrenTitle[level](units.length) : '';
  const columns = units.length <= 12 ? 2 : units.length <= 30 ? 3 : 4;
  const rows = Math.max(1, Math.ceil(units.length / columns));
  return (
    <Panel className="tiles" title={title} note={<CellLegend note={t.shareLegend} />}>
      {units.length === 0 && <Empty text={t.noData} />}
      <div className="grid" style={{ gridTemplate: `repeat(${rows},minmax(0,5.75rem))/repeat(${columns},minmax(0,1fr))` }}>
        {units.map((u) => {
          const s = figures.get(u.code);
          const share = shareOf(s);
          return (
            <div key={u.code} className={`tile ${seqClass(share)} ${binOf(share) === 4 ? 'on-late' : ''} ${level === 'GRID' ? '' : 'opens'}`}
              {...(level === 'GRID' ? {} : { onClick: () => goTo(unitPath(u.code)) })}>
              <span>{nameOf(u, language)}</span>
              <div><i>{t.openShort}</i> <b>{count(s?.open, language)}</b></div>
              <em>{s && s.overdue > 0 && <>{t.overdueShort} <b>{count(s.overdue, language)}</b></>}</em>
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
