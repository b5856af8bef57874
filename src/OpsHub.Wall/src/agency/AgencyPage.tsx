import { useCallback } from 'react';
import { AgencyPageDocument, AgencyYearsDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import { departmentPath, goTo, postsPath, scoreboardPath, search, surveyPath, useSearch, withYear, yearOf, yearPath } from '../app/router';
import { To } from '../app/To';
import { useViewer } from '../app/useViewer';
import { Said } from '../console/Said';
import { dayKey, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { YearNav } from '../scoreboard/YearNav';
import { Dot } from '../theme/Dotted';
import { Figures, Flags, Party } from '../posts/Counts';
import { Cases } from './Cases';
import { LISTS, shownYear } from './parts';
import { Strip } from './Strip';
import { Surveys } from './Surveys';
import { Terms } from './Terms';
import { Year } from './Year';
import '../case/case.css';
import '../consultation/consultation.css';
import '../scoreboard/scoreboard.css';
import '../assessment/year.css';
import '../survey/survey.css';
import '../posts/posts.css';
import './agency.css';

/** The nearest terms, and cases of each list. */
const TERMS = 30;
const CASES = 8;

/** One place for an agency: its cases, urges, meetings, terms, letter, forecast, surveys and posts, each part as far as the viewer reads it. A001, A002, A004. */
export function AgencyPage({ agency, token, onSignedOut }: { agency: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const a = t.agencyPage;
  const viewer = useViewer(token, onSignedOut);
  const address = useSearch();
  const asked = yearOf(address);
  // Which year it is says the hub's clock, not this device's.
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const known = await query(AgencyYearsDocument, { agency }, token, signal);
      const year = shownYear(known.agency?.years ?? [], Number(dayKey(instant(known.serverTime)).slice(0, 4)), asked);
      return { ...(await query(AgencyPageDocument, { agency, year, terms: TERMS, cases: CASES, ...LISTS }, token, signal)), year };
    },
    [agency, asked, token],
  );
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  const found = state.data?.agency;
  if (!state.data || !found) {
    const wrong = state.malformed ? t.posts.malformed : state.refused || state.data ? t.posts.missing : null;
    return (
      <main className="case year office">
        {wrong ? <p className="state">{wrong}</p> : <Unread state={state} name={a.title} onRetry={state.reread} />}
        {wrong && <button className="act" onClick={() => goTo('/')}>{t.console.wall}</button>}
      </main>
    );
  }
  const { posts, served, host, years } = found;
  const { agencyYear, surveys, year } = state.data;
  const line = years.find((l) => l.year === year);
  return (
    <main className="case consultation year office posts agency-place">
      <header>
        <p className="meta crumbs">
          {host.parent && <><button onClick={() => goTo(scoreboardPath(host.parent!.code))}>{nameOf(host.parent, language)}</button>{' › '}</>}
          <button onClick={() => goTo(scoreboardPath(host.code))}>{nameOf(host, language)} {t.year.toBoard}</button>
          <Dot />{t.year.department} <button onClick={() => goTo(departmentPath(found.department.code))}>{nameOf(found.department, language)}</button>
          <span className="back"><YearNav year={year} onYear={(next) => search(withYear(address, next))} /></span>
        </p>
        <div className="hd">
          <h1>{nameOf(found, language)} <span>{a.title}</span></h1>
          <p className="papers ways">
            <To path={yearPath(agency, year)}>{t.year.yearTitle(year)}</To>
            <To path={surveyPath(agency, year)}>{t.survey.open}</To>
            <To path={postsPath(agency)}>{t.posts.title}</To>
          </p>
        </div>
        <p className="meta">{t.year.served} {served.map((u) => nameOf(u, language)).join(language === 'zh' ? '、' : ', ')}{posts?.openMatters != null && <><Dot />{a.matters(posts.openMatters)}</>}</p>
      </header>
      <Away state={state} now={now} />
      <Strip agency={found} year={year} />
      <div className="pair">
        <Terms terms={found.terms.nodes} more={found.terms.pageInfo.hasNextPage} agency={agency} now={now.server} />
        <Cases agency={agency} year={year} lists={found} counts={found.counts ?? null} now={now.server} token={token} />
      </div>
      <div className="pair">
        {line ? <Year line={line} plan={agencyYear ?? null} viewer={viewer} now={now.server} /> : <section className="card"><h2>{t.year.yearTitle(year)}</h2><Said icon="lock" title={a.noYear} lines={[]} /></section>}
        <Surveys agency={agency} year={year} surveys={surveys.nodes} former={years.filter((l) => l.year !== year)} />
      </div>
      <section className="people">
        <h2>{a.people}</h2>
        {!posts && <section className="card"><Said icon="lock" title={t.posts.notYours} lines={[]} /></section>}
        {posts && <><Figures posts={posts} year={String(year)} /><div className="pair"><Flags posts={posts} /><Party posts={posts} /></div></>}
      </section>
    </main>
  );
}
