import type { ListedCase, Place } from '../../api/types';
import { HOUR, instant } from '../../format/instants';
import { nameOf } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import { REORDER_EVERY, useSteady } from '../../live/steady';
import { useNow } from '../../live/useNow';
import { Dot } from '../../theme/Dotted';
import { Icon } from '../../theme/Icon';
import { Empty, Panel, Pending } from '../Panel';
import { CaseName } from './CaseName';
import { Countdown, isSoon } from './Countdown';
import { orderOf } from './order';
import { OpenCase } from './OpenCase';
import { useGlide } from './useGlide';

interface DeadlinesProps {
  readonly due: readonly ListedCase[] | null;
  readonly level: Place['level'];
  readonly phase: Phase;
  /** How many stand below the nearest. */
  readonly rows: number;
}

/** The nearest deadline large, the next ones below, each with who holds it. */
export function Deadlines({ due, level, phase, rows }: DeadlinesProps) {
  const { t, language } = useMessages();
  const { server } = useNow();
  const shown = useSteady(due, orderOf(due), REORDER_EVERY);
  const list = useGlide(orderOf(shown), phase === 'live');
  const [first, ...rest] = shown ?? [];
  return (
    <Panel className="dl" title={t.next} note={t.nextNote}>
      {!shown && <Pending rows={rows + 1} />}
      {shown && !first && <Empty text={t.noDeadline} />}
      {first?.dueAt && (
        <OpenCase id={first.caseId} className="first">
          <div className="what">
            <CaseName listed={first} within={level} />
            <div className="h">
              {isSoon(first.dueAt, server) ? <Icon name="soon" className="soon-t" /> : <Icon name="ok" className="ok-t" />} {t.nearest}
              <Dot />{t.inHandsOf(nameOf(first.holder, language))}
            </div>
          </div>
          <Countdown dueAt={first.dueAt} phase={phase} hero />
        </OpenCase>
      )}
      <div ref={list} className={rest.some((c) => c.dueAt && instant(c.dueAt) - server >= 10 * HOUR) ? 'far' : ''}>
        {rest.slice(0, rows).map((c) => c.dueAt && (
          <OpenCase key={c.caseId} id={c.caseId} className="row">
            <Countdown dueAt={c.dueAt} phase={phase} />
            <CaseName listed={c} within={level} />
            <div className="h">{nameOf(c.holder, language)}</div>
          </OpenCase>
        ))}
      </div>
    </Panel>
  );
}
