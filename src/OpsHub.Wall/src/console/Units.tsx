import { goTo, unitPath, yearPath } from '../app/router';
import type { Below, Figures } from '../api/types';
import { count, perMille } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';

interface RowProps {
  readonly name: string;
  readonly figures: { readonly open: number; readonly overdue: number; readonly overduePerMille?: number | null } | null | undefined;
  readonly onOpen?: () => void;
  readonly here?: boolean;
}

function Row({ name, figures, onOpen, here = false }: RowProps) {
  const { language } = useMessages();
  const late = figures?.overdue ?? 0;
  return (
    <button className={here ? 'on' : ''} disabled={!onOpen} onClick={onOpen}>
      <span>{name}</span><b>{count(figures?.open, language)}</b><b className={late > 0 ? 'late-t' : 'dim'}>{count(figures?.overdue, language)}</b>
      <small>{figures?.open ? perMille(figures.overduePerMille) : ''}</small>
    </button>
  );
}

/** Both lines: the units below, and the agencies that serve here, each with the way to its year for those who read it. Most overdue first among those with open cases, the rest by code. */
export function Units({ below, live, own, year }: { below: Below; live: ReadonlyMap<string, Figures>; own: Figures | null; year: number | null }) {
  const { t, language } = useMessages();
  const c = t.console;
  const children = below.children.nodes.map((u) => ({ ...u, figures: live.get(u.code) ?? u.summary }));
  const shown = children.toSorted((a, b) => b.figures.open - a.figures.open || a.code.localeCompare(b.code));
  return (
    <div className="card tree">
      <div className="hd"><span>{c.communities}</span><span>{t.openShort}</span><span>{t.overdueShort}</span><small /></div>
      <Row name={nameOf(below, language)} figures={own ?? below.summary} here onOpen={() => goTo(unitPath(below.code))} />
      {shown.map((u) => <Row key={u.code} name={nameOf(u, language)} figures={u.figures} onOpen={() => goTo(unitPath(u.code))} />)}
      {below.agencies.nodes.length > 0 && <div className="hd line"><span>{c.agencies}</span></div>}
      {below.agencies.nodes.map((a) => <Row key={a.code} name={a.name} figures={a.summary} {...(year === null ? {} : { onOpen: () => goTo(yearPath(a.code, year)) })} />)}
    </div>
  );
}
