import { useCallback, useEffect, useState } from 'react';
import { ConsultationListDocument, ConsultationUnitDocument, type ConsultationFilter, type ConsultationListQuery, type ConsultationOrder, type ConsultationUnitQuery, type ConsultationVariant, type TopicCategory } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Talk } from '../api/types';
import { communityPath, consultationsPath, goTo, scoreboardPath, unitPath } from '../app/router';
import { useViewer } from '../app/useViewer';
import { UnitSupport } from '../community/UnitSupport';
import { Said } from '../console/Said';
import { instant, SECOND } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { ServerClock } from '../live/serverClock';
import { useMoments } from '../live/useNow';
import { startUnit } from '../wall/header/breadcrumb';
import { ListSearch, NOTHING, type Sought } from './ListSearch';
import { byCell, CELLS, isAnnounced, stagesOf, type Cell } from './steps';
import { TalkRow, type Ask } from './TalkRow';
import '../console/console.css';
import './list.css';

const PAGE = 30;
const EVERY = 15 * SECOND;

/** Levels that have agencies. */
const BOARDS: ReadonlySet<string> = new Set(['COUNTY', 'TOWNSHIP']);

type Filter = Cell | 'open' | 'ended';
type Read = NonNullable<ConsultationUnitQuery['unit']>;

/** What narrows a list beside its step: each is one of the sums above it. */
type Only = 'overdue' | 'breached' | 'voteAhead' | 'furtherRound' | 'wayProposed' | 'reviewOpen';

const filterOf = (filter: Filter, only: Only | null, sought: Sought): ConsultationFilter => ({
  ...(filter === 'open' ? { openOnly: true } : filter === 'ended' ? { stages: ['ARCHIVED', 'CORRECTED', 'WITHDRAWN', 'NOT_ADOPTED'] } : { stages: [...stagesOf(filter)], openOnly: true }),
  ...(only ? { [only]: true } : {}),
  ...(sought.text.trim() ? { text: sought.text.trim() } : {}),
  ...(sought.variant ? { variants: [sought.variant as ConsultationVariant] } : {}),
  ...(sought.category ? { category: sought.category as TopicCategory } : {}),
});

/** What is open by what is due next; what has ended by what ended last. */
const orderOf = (filter: Filter): ConsultationOrder => (filter === 'ended' ? 'CHANGED_AT_DESCENDING' : filter === 'report' ? 'ANNOUNCE_DUE_AT' : 'DUE_AT');

type Rows = ConsultationListQuery['consultations'];

/** Each once: between two pages a row may have moved. */
const joined = (first: readonly Talk[], rest: readonly Talk[]): Rows['nodes'] => [...new Map([...first, ...rest].map((x) => [x.id, x])).values()];

const ASK: Readonly<Partial<Record<Filter, Ask>>> = { report: 'announce', meet: 'session' };

/** What is asked first of a row where a list mixes all steps: an announcement that is owed before anything else. */
const askOf = (talk: Talk, filter: Filter): Ask => ASK[filter] ?? (talk.announcementDueAt ? 'announce' : null);

export function ListPage({ unit, token, onSignedOut }: { unit: string | null; token: string; onSignedOut: () => void }) {
  const viewer = useViewer(token, onSignedOut);
  const code = unit ?? (viewer ? (startUnit(viewer)?.code ?? null) : null);
  return code ? <List code={code} token={token} onSignedOut={onSignedOut} /> : <main className="console" />;
}

function List({ code, token, onSignedOut }: { code: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const [clock] = useState(() => new ServerClock());
  const { server } = useMoments(clock);
  const [unit, setUnit] = useState<Read | null>(null);
  const [refused, setRefused] = useState(false);
  const [filter, setFilter] = useState<Filter>('open');
  const [only, setOnly] = useState<Only | null>(null);
  const [sought, setSought] = useState<Sought>(NOTHING);
  const [list, setList] = useState<Rows | null>(null);

  const fail = useCallback((error: unknown) => {
    if (error instanceof SignedOut) onSignedOut();
    else if (error instanceof QueryFailed && error.refused) setRefused(true);
  }, [onSignedOut]);

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const read = async () => {
      try {
        const [about, found] = await Promise.all([
          query(ConsultationUnitDocument, { code }, token, signal),
          query(ConsultationListDocument, { unit: code, filter: filterOf(filter, only, sought), order: orderOf(filter), first: PAGE, after: null }, token, signal),
        ]);
        clock.observe(instant(about.serverTime), performance.now());
        setUnit(about.unit ?? null);
        // What was read further down stays; only the first page is fresh.
        setList((held) => (held && held.nodes.length > PAGE ? { ...held, totalCount: found.consultations.totalCount, nodes: joined(found.consultations.nodes, held.nodes.slice(PAGE)) } : found.consultations));
      } catch (error) {
        if (!signal.aborted) fail(error);
      }
    };
    void read();
    const timer = setInterval(() => void read(), EVERY);
    return () => {
      clearInterval(timer);
      stopping.abort();
    };
  }, [code, filter, only, sought, token, clock, fail]);

  const more = () => {
    if (!list) return;
    query(ConsultationListDocument, { unit: code, filter: filterOf(filter, only, sought), order: orderOf(filter), first: PAGE, after: list.pageInfo.endCursor ?? null }, token)
      .then(({ consultations: next }) => setList({ ...next, nodes: joined(list.nodes, next.nodes) }), fail);
  };
  const choose = (next: Filter) => {
    if (next === filter) return;
    setFilter(next);
    setList(null);
  };
  const narrow = (next: Only) => {
    setOnly(next === only ? null : next);
    setList(null);
  };
  const seek = (next: Sought) => {
    setSought(next);
    setList(null);
  };
  const figures = unit?.summary.consultations;
  const cells = byCell(figures?.byStage ?? []);
  if (refused) return <main className="console"><Said icon="lock" title={c.missing} lines={[]}><button className="p" onClick={() => goTo('/')}>{t.console.wall}</button></Said></main>;
  return (
    <main className="console list">
      <div className="bar1">
        <h1>{unit ? c.listTitle(nameOf(unit, language)) : c.title}</h1>
        {unit?.parent && <button className="meta up" onClick={() => goTo(consultationsPath(unit.parent!.code))}>‹ {nameOf(unit.parent, language)}</button>}
        {unit && (
          <span className="meta state">
            {BOARDS.has(unit.level) && <button className="up" onClick={() => goTo(scoreboardPath(unit.code))}>{t.year.title}</button>}
            <button className="up" onClick={() => goTo(unitPath(unit.code))}>{t.console.wall}</button>
          </span>
        )}
      </div>
      <nav className="cells" aria-label={c.everyStep}>
        <button className={filter === 'open' ? 'on' : ''} aria-pressed={filter === 'open'} onClick={() => choose('open')}><b>{count(figures?.open, language)}</b><span>{c.allOpen}</span></button>
        {CELLS.map((cell, i) => (
          <button key={cell} className={filter === cell ? 'on' : ''} aria-pressed={filter === cell} data-cell={cell} onClick={() => choose(cell)}>
            <b className={cells[cell] > 0 ? '' : 'dim'}>{count(figures ? cells[cell] : null, language)}</b><span>{c.cells[i]}</span>
          </button>
        ))}
        <button className={filter === 'ended' ? 'on' : ''} aria-pressed={filter === 'ended'} onClick={() => choose('ended')}><b>·</b><span>{c.ended}</span></button>
      </nav>
      {figures && (
        <p className="sums">
          <span className={figures.announcementsLate > 0 ? 'late-t' : ''}>{c.toAnnounce} {c.lateN(count(figures.announcementsLate, language))}</span>
          <span>{c.todayN(count(figures.announcementsDueToday, language))}</span>
          <span className={figures.plansLate > 0 ? 'late-t' : ''}>{c.counts.plansLate} {count(figures.plansLate, language)}</span>
          <span>{c.counts.sessions} {count(figures.sessionsToday, language)}</span>
          {([['overdue', c.listOnly.overdue, null, ''], ['breached', c.counts.breached, figures.breached, 'late-t'], ['voteAhead', c.counts.votes, figures.votesAhead, ''],
            ['furtherRound', c.counts.rounds, figures.furtherRounds, ''], ['wayProposed', c.listOnly.ways, null, ''], ['reviewOpen', c.review, null, '']] as const).map(([name, label, n, tone]) => (
            <button key={name} className={`${n ? tone : ''} ${only === name ? 'on' : ''}`} aria-pressed={only === name} onClick={() => narrow(name)}>{label}{n === null ? '' : ` ${count(n, language)}`}</button>
          ))}
        </p>
      )}
      <ListSearch sought={sought} onSeek={seek} />
      <div className="two">
        <section>
          <h2>{filter === 'open' ? c.allOpen : filter === 'ended' ? c.ended : c.cells[CELLS.indexOf(filter)]}<span className="meta">{list && c.shown(list.nodes.length, list.totalCount)}</span></h2>
          <div className="card">
            {!list && [1, 2, 3].map((n) => <div key={n} className="skel"><i className="sk" /><i className="sk" /></div>)}
            {list?.nodes.length === 0 && <p className="meta none">{c.none}</p>}
            {list?.nodes.map((talk) => <TalkRow key={talk.id} talk={talk} ask={askOf(talk, filter)} now={server} what={isAnnounced(talk.stage, talk.announcementDueAt != null) ? c.announced : c.stages[talk.stage]} />)}
            {list?.pageInfo.hasNextPage && <button className="more" onClick={more}>{c.more}</button>}
          </div>
        </section>
        {unit && unit.children.nodes.length > 0 && unit.level !== 'COMMUNITY' && (
          <aside>
            <h2>{unit.level === 'TOWNSHIP' ? c.units : t.console.communities}<span className="meta">{c.openNow}</span></h2>
            <div className="card below">
              {unit.children.nodes.map((u) => {
                const s = u.summary.consultations;
                const due = s ? s.announcementsLate + s.announcementsDueToday : 0;
                return (
                  <button key={u.code} onClick={() => goTo(u.level === 'COMMUNITY' ? communityPath(u.code) : consultationsPath(u.code))}>
                    <span>{nameOf(u, language)}</span>{due > 0 && <em className={s && s.announcementsLate > 0 ? 'late-t' : 'soon-t'}>{c.toAnnounce} {due}</em>}<b className={s && s.open > 0 ? '' : 'dim'}>{count(s?.open, language)}</b>
                  </button>
                );
              })}
            </div>
            <UnitSupport key={unit.code} code={unit.code} place={nameOf(unit, language)} token={token} onSignedOut={onSignedOut} />
          </aside>
        )}
        {unit?.level === 'COMMUNITY' && (
          <aside><h2>{c.ledger}</h2><div className="card below"><button onClick={() => goTo(communityPath(unit.code))}><span>{c.ledgerAndCouncil}</span><b>›</b></button></div></aside>
        )}
      </div>
    </main>
  );
}
