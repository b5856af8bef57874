import { useEffect, useState } from 'react';
import type { UnitLevel } from '../api/generated/graphql';
import type { Viewer } from '../api/types';
import { useMessages } from '../i18n/useMessages';
import { ServerClock } from '../live/serverClock';
import { emptyState } from '../live/unitState';
import { useUnit } from '../live/useUnit';
import { above, startUnit } from '../wall/header/breadcrumb';
import { Wall } from '../wall/Wall';
import { levelOf } from './levelOf';
import { goTo, unitPath } from './router';
import { useIdleCursor } from './useIdleCursor';
import { useViewer } from './useViewer';

interface UnitPageProps {
  readonly code: string | null;
  readonly token: string;
  readonly onSignedOut: () => void;
}

/** The wall of one unit: the one in the address, else the viewer's own. */
export function UnitPage({ code, token, onSignedOut }: UnitPageProps) {
  const { t } = useMessages();
  const viewer = useViewer(token, onSignedOut);
  const shown = code ?? (viewer ? (startUnit(viewer)?.code ?? null) : null);
  if (viewer && !shown) return <div className="notice">{t.noUnit}</div>;
  if (!viewer || !shown) return <FirstLoad expected={code ? levelOf(code) : 'CITY'} />;
  return <LiveUnit key={shown} code={shown} token={token} viewer={viewer} onSignedOut={onSignedOut} />;
}

/** Layout and labels at once, blocks for figures, before it is known who asks. */
function FirstLoad({ expected }: { expected: UnitLevel }) {
  const [clock] = useState(() => new ServerClock());
  const [state] = useState(() => emptyState('', performance.now()));
  return <Wall state={state} clock={clock} viewer={null} expected={expected} />;
}

function LiveUnit({ code, token, viewer, onSignedOut }: { code: string; token: string; viewer: Viewer; onSignedOut: () => void }) {
  const live = useUnit(code, token, onSignedOut);
  const frame = live?.state.frame;
  useIdleCursor();
  useEffect(() => {
    const up = (event: KeyboardEvent) => {
      const parent = event.key === 'Escape' && frame ? above(frame, viewer) : null;
      if (parent) goTo(unitPath(parent));
    };
    addEventListener('keydown', up);
    return () => removeEventListener('keydown', up);
  }, [frame, viewer]);
  return live && <Wall state={live.state} clock={live.feed.clock} viewer={viewer} expected={levelOf(code)} />;
}
