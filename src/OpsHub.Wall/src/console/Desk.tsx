import { useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { useToast } from '../act/Toast';
import { useSheet } from '../act/useSheet';
import type { Role } from '../api/generated/graphql';
import type { Item, Move, Viewer } from '../api/types';
import { clock as hourOf, clockSeconds, date, dayKey, due, instant, weekday } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { Dotted } from '../theme/Dotted';
import { Icon, type IconName } from '../theme/Icon';
import { ChannelsLink } from './ChannelsLink';
import { Decisions } from './Decisions';
import { LateItems } from './LateItems';
import { OfficeColumn } from './OfficeColumn';
import { Morning } from './Morning';
import { mineOf } from './order';
import { Said } from './Said';
import { TalkColumn } from './TalkColumn';
import { TaskColumn, TasksLink } from './TaskColumn';
import { assessedBy } from './taskOrder';
import { groupsOf } from './talkOrder';
import { Units } from './Units';
import { useTalks } from './useTalks';
import { useOnline } from './useOnline';
import { isOld, useConsole } from './useConsole';
import { useYears } from './useYears';
import { YearColumn } from './YearColumn';
import { owedBy, readsYears } from './yearOrder';

type Tab = 'today' | 'items' | 'talks' | 'years' | 'units';

const TABS: readonly (readonly [Tab, IconName])[] = [['today', 'day'], ['items', 'list'], ['talks', 'talk'], ['years', 'score'], ['units', 'tree']];

/** Roles that have consultations of their own to begin, also where none is open. */
const READS_TALKS: ReadonlySet<Role> = new Set<Role>(['TOWNSHIP_GOVERNMENT', 'COMMUNITY_COMMITTEE']);

const asLabelled = (item: Item, language: 'zh' | 'en') => (language === 'en' ? item.category.nameEn : item.category.name);

function Count({ tone, value, label }: { tone: string; value: number | null; label: string }) {
  const { language } = useMessages();
  return <div>{value === null ? <i className="sk" /> : <b className={value > 0 ? tone : ''}>{count(value, language)}</b>}<span>{label}</span></div>;
}

/** Layout and labels at once, blocks for what is not known. */
export function Skeleton({ title }: { title: string }) {
  const { t } = useMessages();
  const c = t.console;
  return (
    <>
      <div className="bar1"><h1>{title}</h1><span className="meta state">{t.connecting}</span></div>
      <div className="kp">{[c.mine, c.late, c.today, c.urged].map((l) => <Count key={l} tone="" value={null} label={l} />)}</div>
      <div className="cols"><div className="main"><h2>{c.decide}</h2>{[1, 2, 3].map((n) => <div key={n} className="card skel"><i className="sk" /><i className="sk" /><i className="sk" /></div>)}</div></div>
    </>
  );
}

export function Desk({ viewer, unit, token, onSignedOut }: { viewer: Viewer; unit: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const c = t.console;
  const state = useConsole(viewer, unit, token, onSignedOut);
  const { data, summary, below } = state;
  const { server, monotonic } = useMoments(state.clock);
  const online = useOnline();
  const [tab, setTab] = useState<Tab>('today');
  const sheet = useSheet(token, onSignedOut);
  const [about, setAbout] = useState('');
  const toast = useToast();
  const title = nameOf(viewer.organ, language);
  const pushes = viewer.organ.kind === 'UNIT';
  const reading = summary?.consultations;
  const { talks } = useTalks(unit, viewer.organ.code, reading ? JSON.stringify(reading) : '', state.clock, token, onSignedOut);
  // A role that reads only figures of consultations has an empty list: then there is no column.
  const shown = talks !== null && (READS_TALKS.has(viewer.role) || talks.open.totalCount > 0 || talks.reports.nodes.length > 0);
  const years = useYears(viewer, unit, state.clock, token, onSignedOut);
  const agencies = years !== null && years.length > 0;
  // Who assesses communities has a column of years without any agency, too.
  const assessed = agencies || assessedBy(viewer.role) !== null;
  const owed = years ? owedBy(viewer.organ.code, years).length : 0;
  const own = viewer.unit ?? viewer.organ.unit;

  if (!data) {
    if (state.failed === null) return <main className="console"><Skeleton title={title} /></main>;
    return (
      <main className="console">
        <div className="bar1"><h1>{title}</h1><span className="meta state">{t.noData}</span></div>
        <Said icon="mark" title={c.failed(title)} lines={[c.failedNote]} small={`${c.retryIn} (${state.failed})`}>
          <button className="p" onClick={state.reread}>{c.retry}</button>
        </Said>
      </main>
    );
  }

  const waiting = data.waiting.nodes;
  const mine = mineOf(viewer.organ.code, waiting.filter((i) => i.holder.code === viewer.organ.code), waiting);
  const beyond = Math.max(0, data.waiting.totalCount - waiting.length);
  const figures = pushes && summary ? { late: summary.overdue, today: summary.dueToday, urged: summary.urged }
    : { late: data.late.totalCount, today: data.today.totalCount, urged: data.urged.totalCount };
  const old = isOld(state, monotonic, online);
  const asOf = server - (monotonic - (state.readAt ?? monotonic));
  const pick = (item: Item, move: Move) => {
    setAbout(`${asLabelled(item, language)} ${item.number}`);
    void sheet.showFor(item.id, move, server).then((shown) => {
      if (shown) return;
      toast.show(c.notOpened, item.id);
      state.reread();
    });
  };
  const done = (label: string, sequence: number | null) => {
    toast.show(t.act.done(label, sequence), sheet.open?.subject.id ?? null);
    sheet.close();
    state.reread();
  };
  const [next] = data.next.nodes;
  return (
    <main className={`console tab-${tab} ${old ? 'old' : ''}`}>
      <div className="bar1">
        <h1>{title}</h1>
        <span className="meta scope">{below?.parent && nameOf(below.parent, language)}{viewer.organ.kind === 'AGENCY' && c.roles.AGENCY_STAFF}</span>
        <TasksLink viewer={viewer} unit={unit} />
        <ChannelsLink viewer={viewer} />
        <span className="meta state">
          <i className={old ? 'dot away' : 'dot'} /><Dotted text={old ? c.offlineWord : `${t.live} · ${t.asOf(clockSeconds(asOf))}`} />
          <span className="date">{date(server, language)} {weekday(server, language)}</span>
        </span>
      </div>
      {old && <div className="off" role="alert"><Icon name="cloud" /><span>{c.offline(hourOf(asOf))}<br />{c.offlineNote}</span></div>}
      <div className="kp">
        <Count tone="" value={mine.length + beyond} label={c.mine} />
        <Count tone="late-t" value={figures.late} label={c.late} />
        <Count tone="soon-t" value={figures.today} label={c.today} />
        <Count tone="" value={figures.urged} label={c.urged} />
      </div>
      <Morning digest={data.viewer.notices.nodes[0]} now={server} />
      <div className={`cols ${shown || assessed ? 'three' : ''} ${pushes ? '' : 'agency'}`}>
        {pushes && below && <aside data-tab="units"><Units below={below} live={state.children} own={summary} year={readsYears(viewer.role) ? Number(dayKey(server).slice(0, 4)) : null} /></aside>}
        <div className="main">
          <section data-tab="today">
            <h2>{c.decide}<span className="meta">{c.decideNote}</span></h2>
            {mine.length === 0 ? (
              <div className="card">
                <Said icon="done" title={c.none} lines={[next?.dueAt ? c.nextDue(due(instant(next.dueAt), language), language === 'en' ? next.category.nameEn : next.category.name) : c.noneAhead]}>
                  {figures.late > 0 && <button className="narrow" onClick={() => setTab('items')}>{c.seeLate(count(figures.late, language))}</button>}
                </Said>
              </div>
            ) : <Decisions mine={mine} now={server} today={dayKey(server)} onPick={pick} />}
            {beyond > 0 && <p className="meta more">{c.more(beyond)}</p>}
          </section>
          <section data-tab="today items">
            <h2>{c.lateTitle(count(data.late.totalCount, language))}<span className="meta"><Dotted text={c.lateNote} /></span></h2>
            {data.late.nodes.length === 0 ? <div className="card"><p className="meta none">{c.noLate}</p></div> : <LateItems items={data.late.nodes} total={data.late.totalCount} now={server} onPick={pick} />}
          </section>
        </div>
        {(shown || assessed) && (
          <div className="talks-tab" data-tab="talks years">
            {assessed && <div data-tab="years">{agencies && <YearColumn lines={years} viewer={viewer} unit={unit} now={server} />}<TaskColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /><OfficeColumn viewer={viewer} unit={unit} now={server} token={token} onSignedOut={onSignedOut} /></div>}
            {shown && <div data-tab="talks"><TalkColumn talks={talks} unit={unit} community={own?.level === 'COMMUNITY' ? own.code : null} now={server} /></div>}
          </div>
        )}
      </div>
      <nav className="tabs">
        {TABS.filter(([name]) => (name !== 'units' || pushes) && (name !== 'talks' || shown) && (name !== 'years' || assessed)).map(([name, icon]) => (
          <button key={name} className={tab === name ? 'on' : ''} aria-current={tab === name ? 'page' : undefined} onClick={() => (setTab(name), scrollTo(0, 0))}>
            <Icon name={icon} />{c.tabs[name]}{name === 'today' && mine.length + beyond > 0 && <em>{mine.length + beyond}</em>}
            {name === 'years' && owed > 0 && <em>{owed}</em>}
            {name === 'talks' && talks && groupsOf(talks).announce.length > 0 && <em>{groupsOf(talks).announce.length}</em>}
          </button>
        ))}
      </nav>
      {sheet.open && (
        <ActSheet key={sheet.open.subject.id + sheet.open.session.snapshot().move.mutation} {...sheet.open} token={token} about={about} onClose={sheet.close} onDone={done} onStale={state.reread} />
      )}
      {toast.view}
    </main>
  );
}
