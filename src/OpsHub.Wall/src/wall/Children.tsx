import type { UnitLevel } from '../api/generated/graphql';
import { Tiles } from '../county/Tiles';
import { Townships } from '../county/Townships';
import { useMessages } from '../i18n/useMessages';
import type { UnitState } from '../live/unitState';
import { CountyMap } from './map/CountyMap';
import { drawsAll } from './map/features';
import { ShareLegend } from './map/ShareLegend';
import { Panel } from './Panel';

/** The left column: what stands directly below this unit. */
export function Children({ state, level }: { state: UnitState; level: UnitLevel }) {
  const { t } = useMessages();
  const { frame, children, cells } = state;
  if (level === 'CITY' && (!frame || drawsAll(frame.children.nodes.map((c) => c.code))))
    return (
      <Panel title={t.mapTitle} note={t.schematic}>
        <CountyMap shares={children} />
        <ShareLegend />
      </Panel>
    );
  if (!frame) return <Panel title="" note="">{null}</Panel>;
  if (level === 'COUNTY') return <Townships frame={frame} figures={children} cells={cells} />;
  return <Tiles frame={frame} figures={children} />;
}
