import type { Figures, Frame } from '../api/types';
import { goTo, unitPath } from '../app/router';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { binOf, seqClass } from '../theme/chartTheme';
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
  const columns = units.length <= 8 ? 2 : 3;
  return (
    <Panel className="tiles" title={title} note={<CellLegend note={t.shareLegend} />}>
      {units.length === 0 && <Empty text={t.noData} />}
      <div className="grid" style={{ gridTemplateColumns: `repeat(${columns},1fr)` }}>
        {units.map((u) => {
          const s = figures.get(u.code);
          const share = s?.overduePerMille ?? (s?.open === 0 ? 0 : null);
          return (
            <div key={u.code} className={`tile ${seqClass(share)} ${binOf(share) === 4 ? 'on-late' : ''} ${level === 'GRID' ? '' : 'opens'}`}
              {...(level === 'GRID' ? {} : { onClick: () => goTo(unitPath(u.code)) })}>
              <span>{nameOf(u, language)}</span>
              <b>{count(s?.open, language)}</b>
              <em>{s && s.overdue > 0 ? `${t.overdueShort} ${count(s.overdue, language)}` : ''}</em>
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
