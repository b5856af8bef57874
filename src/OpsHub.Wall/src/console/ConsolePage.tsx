import { useEffect, useState, type ReactNode } from 'react';
import { goTo } from '../app/router';
import { useViewer } from '../app/useViewer';
import type { Role } from '../api/generated/graphql';
import type { Viewer } from '../api/types';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { startUnit } from '../wall/header/breadcrumb';
import { ChannelsLink } from './ChannelsLink';
import { Desk, Skeleton } from './Desk';
import { Said } from './Said';
import { TalkDesk } from './TalkDesk';
import { YearDesk } from './YearDesk';
import './console.css';
import '../consultation/list.css';

/** Roles that act on cases for a unit or an agency of theirs. */
const ROLES: ReadonlySet<Role> = new Set<Role>([
  'TOWNSHIP_GOVERNMENT', 'TOWNSHIP_GOVERNANCE_CENTRE', 'COMMUNITY_COMMITTEE', 'AGENCY_STAFF', 'COUNTY_COMMAND_CENTRE',
]);

/** Roles whose work is consultations alone. */
const TALKS: ReadonlySet<Role> = new Set<Role>(['COMMUNITY_PARTY', 'GROUP_PARTY', 'COUNCIL', 'SUPERVISION_COMMITTEE', 'COUNTY_GOVERNMENT', 'DEPARTMENT']);

/** Roles whose work is assessing. */
const YEARS: ReadonlySet<Role> = new Set<Role>(['PERFORMANCE_ORGAN', 'ORGANISATION_DEPARTMENT']);

const Frame = ({ children }: { children: ReactNode }) => <main className="console">{children}</main>;

/** The console of a unit's leader: what must I decide today, what is late and who holds it. */
export function ConsolePage({ token, onSignedOut }: { token: string; onSignedOut: () => void }) {
  const viewer = useViewer(token, onSignedOut);
  const unit = viewer ? startUnit(viewer)?.code : null;
  if (!viewer) return <Frame><Waiting /></Frame>;
  if (TALKS.has(viewer.role) && unit) return <TalkDesk viewer={viewer} unit={unit} token={token} onSignedOut={onSignedOut} />;
  if (YEARS.has(viewer.role) && unit) return <YearDesk viewer={viewer} unit={unit} token={token} onSignedOut={onSignedOut} />;
  if (!ROLES.has(viewer.role) || !unit) return <Frame><Denied viewer={viewer} /></Frame>;
  return <Desk viewer={viewer} unit={unit} token={token} onSignedOut={onSignedOut} />;
}

/** A hub that answers at once needs no skeleton. */
function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Skeleton title="" /> : null;
}

function Denied({ viewer }: { viewer: Viewer }) {
  const { t, language } = useMessages();
  const c = t.console;
  return (
    <Said icon="lock" title={c.denied} lines={[c.deniedNote(c.roles[viewer.role], nameOf(viewer.organ, language))]} small={c.deniedRule}>
      <button className="p" onClick={() => goTo('/')}>{c.wall}</button>
      <ChannelsLink viewer={viewer} />
    </Said>
  );
}
