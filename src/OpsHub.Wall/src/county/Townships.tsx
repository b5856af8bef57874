import type { CommunityCell, Figures, Frame } from '../api/types';
import { goTo, unitPath } from '../app/router';
import { count, perMille } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { seqClass, shareOf } from '../theme/chartTheme';
import { Panel } from '../wall/Panel';
import { CellLegend } from './CellLegend';

interface TownshipsProps {
  readonly frame: Frame;
  readonly figures: ReadonlyMap<string, Figures>;
  readonly cells: readonly CommunityCell[] | null;
}

type Child = Frame['children']['nodes'][number];

function Row({ unit, s, cells }: { unit: Child; s: Figures | undefined; cells: readonly CommunityCell[] }) {
  const { t, language } = useMessages();
  const hot = (bad: boolean) => (bad ? 'hot' : '');
  return (
    <div className="row opens" onClick={() => goTo(unitPath(unit.code))}>
      <div className="l1">
        <div className="name">{nameOf(unit, language)}</div>
        <span><i>{t.openShort}</i> <b>{count(s?.open, language)}</b></span>
        <span className={hot((s?.overduePerMille ?? 0) >= 60)}><i>{t.overdueShort}</i> <b>{count(s?.overdue, language)}</b></span>
        <span className={hot(s?.onTimePerMille != null && s.onTimePerMille < 900)}><i>{t.rateShort}</i> <b>{perMille(s?.onTimePerMille)}</b></span>
      </div>
      <div className="cells">{cells.map((c) => <i key={c.code} className={seqClass(shareOf(c))} />)}</div>
    </div>
  );
}

/** A county's townships, one cell per community. Up to nine stand in two lines each, more in one. */
export function Townships({ frame, figures, cells }: TownshipsProps) {
  const { t } = useMessages();
  const units = frame.children.nodes;
  const byParent = Map.groupBy(cells ?? [], (c) => c.unit.parent?.code ?? '');
  const dense = units.length > 9;
  return (
    <Panel className={`tw ${dense ? 'dense' : ''}`} title={t.childrenTitle.TOWNSHIP(units.length)} note={<CellLegend note={dense ? '' : t.cellNote} />}>
      {dense && (
        <div className="heads"><span>{t.openShort}</span><span>{t.overdueShort}</span><span>{t.rateShort}</span><span className="cellnote">{t.cellNote}</span></div>
      )}
      <div className="rows" style={{ gridTemplateRows: `repeat(${units.length},minmax(0,1fr))` }}>
        {units.map((u) => <Row key={u.code} unit={u} s={figures.get(u.code)} cells={byParent.get(u.code) ?? []} />)}
      </div>
    </Panel>
  );
}
