import { useCallback, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { MoveButtons } from '../act/MoveButtons';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import { inOrder } from '../act/usual';
import { hubOf } from '../act/useSheet';
import { choicesOf } from '../act/words';
import { PostsPageDocument, PostsTraceDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Move } from '../api/types';
import { departmentPath, goTo, scoreboardPath, yearPath } from '../app/router';
import { History } from '../case/History';
import { Said } from '../console/Said';
import { dayKey } from '../format/instants';
import { nameOf } from '../i18n/names';
import { enPosts, zhPosts } from '../i18n/postsMessages';
import { useMessages } from '../i18n/useMessages';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { Dot } from '../theme/Dotted';
import { Figures, Flags, Party } from './Counts';
import { HeadMatter } from './Heads';
import { Matters } from './Matter';
import { ChangeMatter, InquiryMatter, SecondmentMatter } from './Others';
import { beginning, BEGINS, fixedOf, movesOf, ofRecord, RECORD, type About } from './subject';
import '../case/case.css';
import '../consultation/consultation.css';
import '../assessment/year.css';
import '../survey/survey.css';
import './posts.css';

/** The newest of each kind. */
const LAST = 10;
const ENTRIES = 32;
const CHOICES = choicesOf([zhPosts.matters, enPosts.matters], [zhPosts.opinions, enPosts.opinions], [zhPosts.moves, enPosts.moves]);
const SUBJECT = { kind: 'posts', id: '' } as const;

interface Open {
  readonly session: ActSession;
  readonly key: string;
}

/** Posts and people decisions of an agency: counts, consultations on its head, inquiries, secondments, changes of staff. A005-A016, A046. */
export function PostsPage({ agency, token, onSignedOut }: { agency: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const p = t.posts;
  const ask = useCallback((signal: AbortSignal) => query(PostsPageDocument, { agency, last: LAST }, token, signal), [agency, token]);
  const trace = useCallback(
    async (before: string | null) => (await query(PostsTraceDocument, { agency, last: ENTRIES, before }, token)).agency?.posts?.trace ?? null,
    [agency, token],
  );
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  const [open, setOpen] = useState<Open | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const toast = useToast();

  const pick = (about: About, version: string | null | undefined) => (move: Move) => {
    const since = async () => {
      const posts = (await query(PostsPageDocument, { agency, last: LAST }, token)).agency?.posts;
      return posts?.version ? { version: posts.version, moves: movesOf(posts, about), entries: (await trace(null))?.nodes ?? [] } : null;
    };
    const hub = { ...hubOf('posts', null, token, onSignedOut), since };
    setOpen({ key: `${about.matter} ${about.number} ${move.mutation}`, session: new ActSession(move, { fixed: fixedOf(agency, about, version) }, now.server, hub) });
  };
  const done = (label: string, sequence: number | null) => {
    setOpen(null);
    setFresh(sequence);
    toast.show(t.act.done(label, sequence));
    state.reread();
  };

  const found = state.data?.agency;
  if (!state.data || !found) {
    const wrong = state.malformed ? p.malformed : state.refused || state.data ? p.missing : null;
    return (
      <main className="case year office">
        {wrong ? <p className="state">{wrong}</p> : <Unread state={state} name={p.title} onRetry={state.reread} />}
        {wrong && <button className="act" onClick={() => goTo(scoreboardPath(agency.split('-')[0] ?? agency))}>{t.year.toBoard}</button>}
      </main>
    );
  }
  const { posts, served } = found;
  const year = dayKey(now.server).slice(0, 4);
  const name = nameOf(found, language);
  const county = found.host.parent;
  const whole = posts?.headConsultations != null;
  const record = posts ? inOrder(whole ? ofRecord(posts.moves) : posts.moves) : [];
  return (
    <main className="case consultation year office posts">
      <header>
        <p className="meta crumbs">
          {county && <><button onClick={() => goTo(scoreboardPath(county.code))}>{nameOf(county, language)}</button>{' › '}</>}
          <button onClick={() => goTo(scoreboardPath(found.host.code))}>{nameOf(found.host, language)} {t.year.toBoard}</button>
          <Dot />{t.year.department} <button onClick={() => goTo(departmentPath(found.department.code))}>{nameOf(found.department, language)}</button>
          <button className="back" onClick={() => goTo(yearPath(agency, Number(year)))}>{t.year.yearN(Number(year))} {t.survey.toYear}</button>
        </p>
        <div className="hd"><h1>{name} <span>{p.title}</span></h1></div>
        <p className="meta">{t.year.served} {served.map((u) => nameOf(u, language)).join(language === 'zh' ? '、' : ', ')}{posts?.openMatters != null && <><Dot />{p.openMatters(posts.openMatters)}</>}</p>
      </header>
      <Away state={state} now={now} />
      {!posts && <section className="card"><Said icon="lock" title={p.notYours} lines={[]} /></section>}
      {posts && (
        <>
          <Figures posts={posts} year={year} />
          <div className="top2">
            <Flags posts={posts} />
            <section className="card own">
              <h2>{p.may}{posts.posts === 0 && <span className="meta">{p.noPosts}</span>}</h2>
              {record.length > 0 ? <MoveButtons moves={record} all={record} onPick={pick(RECORD, posts.version)} /> : <p className="meta">{posts.moves.length > 0 ? p.mayBelow : p.mayNot}</p>}
            </section>
            <Party posts={posts} />
          </div>
          {!whole && <section className="card"><Said icon="lock" title={p.countsOnly} lines={[]} /></section>}
          {whole && (
            <div className="four">
              <Matters title={p.heads} none={p.noHeads} begins={beginning(posts.moves, BEGINS.heads)} shown={posts.headConsultations!.nodes.length} hidden={posts.headConsultations!.pageInfo.hasPreviousPage} onPick={pick(RECORD, posts.version)}>
                {posts.headConsultations!.nodes.toReversed().map((h) => <HeadMatter key={h.number} head={h} now={now.server} onPick={pick({ matter: 'consultation', number: h.number }, posts.version)} />)}
              </Matters>
              <Matters title={p.inquiries} none={p.noInquiries} begins={beginning(posts.moves, BEGINS.inquiries)} shown={posts.inquiries?.nodes.length ?? 0} hidden={posts.inquiries?.pageInfo.hasPreviousPage ?? false} onPick={pick(RECORD, posts.version)}>
                {posts.inquiries?.nodes.toReversed().map((i) => <InquiryMatter key={i.number} inquiry={i} now={now.server} onPick={pick({ matter: 'inquiry', number: i.number }, posts.version)} />)}
              </Matters>
              <Matters title={p.secondments} none={p.noSecondments} begins={beginning(posts.moves, BEGINS.secondments)} shown={posts.secondments?.nodes.length ?? 0} hidden={posts.secondments?.pageInfo.hasPreviousPage ?? false} onPick={pick(RECORD, posts.version)}>
                {posts.secondments?.nodes.toReversed().map((a) => <SecondmentMatter key={a.number} away={a} served={served} now={now.server} onPick={pick({ matter: 'secondment', number: a.number }, posts.version)} />)}
              </Matters>
              <Matters title={p.changes} none={p.noChanges} begins={beginning(posts.moves, BEGINS.changes)} shown={posts.staffChanges?.nodes.length ?? 0} hidden={posts.staffChanges?.pageInfo.hasPreviousPage ?? false} onPick={pick(RECORD, posts.version)}>
                {posts.staffChanges?.nodes.toReversed().map((c) => <ChangeMatter key={c.number} change={c} now={now.server} onPick={pick({ matter: 'change', number: c.number }, posts.version)} />)}
              </Matters>
            </div>
          )}
          {posts.version && <History read={trace} version={posts.version} events={p.events} fresh={fresh} />}
        </>
      )}
      {open && (
        <ActSheet key={open.key} session={open.session} subject={SUBJECT} given={CHOICES} token={token} about={`${name} ${p.title}`}
          onClose={() => setOpen(null)} onDone={done} onStale={state.reread} />
      )}
      {toast.view}
    </main>
  );
}
