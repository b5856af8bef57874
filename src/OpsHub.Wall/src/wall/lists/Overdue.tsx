import type { ListedCase, Place } from '../../api/types';
import { age, ageText } from '../../format/durations';
import { instant } from '../../format/instants';
import { nameOf } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import { REORDER_EVERY, useSteady } from '../../live/steady';
import { useNow } from '../../live/useNow';
import { Dot } from '../../theme/Dotted';
import { Empty, Panel, Pending } from '../Panel';
import { CaseName } from './CaseName';
import { OpenCase } from './OpenCase';
import { orderOf } from './order';
import { Urging } from './Urging';
import { useGlide } from './useGlide';

function Row({ listed, level }: { listed: ListedCase; level: Place['level'] }) {
  const { language } = useMessages();
  const { server } = useNow();
  const late = listed.dueAt ? age(server - instant(listed.dueAt), language) : null;
  return (
    <OpenCase id={listed.caseId} className="row">
      <div className="a">{late?.figure ?? '—'}<small>{late?.unit}</small></div>
      <div className="what">
        <CaseName listed={listed} within={level} />
        <div className="h">
          <b>{nameOf(listed.holder, language)}</b><Dot />{ageText(server - instant(listed.holderSince), language)}
        </div>
      </div>
      <Urging level={listed.urgedLevel} />
    </OpenCase>
  );
}

/** The longest overdue, as many as the panel holds: how late, what, where, in whose hands and since when. */
export function Overdue({ late, level, phase, most }: { late: readonly ListedCase[] | null; level: Place['level']; phase: Phase; most: number }) {
  const { t } = useMessages();
  const all = useSteady(late, orderOf(late), REORDER_EVERY);
  const shown = all?.slice(0, most);
  const list = useGlide(orderOf(shown ?? null), phase === 'live');
  return (
    <Panel className="od" title={shown?.length === 0 ? t.overdue : t.late(shown?.length ?? most, !all || all.length >= most)} note={t.lateNote}>
      {!shown && <Pending rows={10} />}
      {shown?.length === 0 && <Empty text={t.noLate} />}
      <div ref={list}>{shown?.map((c) => <Row key={c.caseId} listed={c} level={level} />)}</div>
    </Panel>
  );
}
