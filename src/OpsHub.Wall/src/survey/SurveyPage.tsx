import { useCallback, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { MoveButtons } from '../act/MoveButtons';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import { hubOf } from '../act/useSheet';
import { choicesOf } from '../act/words';
import { SurveyPageDocument, SurveyTraceDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Move, Place } from '../api/types';
import { goTo, goToYear, scoreboardPath, surveyPath, yearPath } from '../app/router';
import { Said } from '../console/Said';
import { dayEnd, date } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { enYear } from '../i18n/enYear';
import { zhYear } from '../i18n/zhYear';
import { Away, Unread } from '../live/Away';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';
import { YearNav } from '../scoreboard/YearNav';
import { Dot } from '../theme/Dotted';
import { SlipPrint } from './SlipPrint';
import { slipHub, slipsPath, type Slips } from './slips';
import type { Card } from './steps';
import { SurveyCard } from './SurveyCard';
import '../case/case.css';
import '../consultation/consultation.css';
import '../scoreboard/scoreboard.css';
import '../assessment/year.css';
import './survey.css';

const SINCE = 20;
const GROUPS = choicesOf([zhYear.groups, enYear.groups]);
const SUBJECT = { kind: 'survey', id: '' } as const;

interface Open {
  readonly session: ActSession;
  readonly township: Place;
}

/** The satisfaction survey of an agency's year, township by township: the office that runs it plans, issues, extends and closes it from here. A024, A025. */
export function SurveyPage({ agency, year, token, onSignedOut }: { agency: string; year: number; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const s = t.survey;
  const ask = useCallback((signal: AbortSignal) => query(SurveyPageDocument, { agency, year }, token, signal), [agency, year, token]);
  const state = useReading(ask, onSignedOut);
  const now = useMoments(state.clock);
  const [open, setOpen] = useState<Open | null>(null);
  const [slips, setSlips] = useState<(Slips & { readonly township: Place }) | null>(null);
  const [fresh, setFresh] = useState<{ readonly township: string; readonly sequence: number | null } | null>(null);
  const toast = useToast();

  const since = (township: string) => async () => {
    const { survey } = await query(SurveyTraceDocument, { agency, year, township, last: SINCE, before: null }, token);
    return survey ? { version: survey.version, moves: survey.nextMoves, entries: survey.trace.nodes } : null;
  };
  const pick = (move: Move, township: Place, survey: Card | null) => {
    const printed = move.mutation === 'issueSurveyTokens';
    const plain = { ...hubOf('survey', null, token, onSignedOut), since: since(township.code) };
    const hub = printed
      ? slipHub(slipsPath(agency, year, township.code), token, onSignedOut, (found) => setSlips({ ...found, township }), plain.since)
      : plain;
    const about = move.mutation === 'planSurvey' || !survey ? { agency, year, township: township.code } : { surveyId: survey.id };
    setOpen({ township, session: new ActSession(move, { fixed: { ...about, ...(survey ? { expectedVersion: survey.version } : {}) } }, now.server, hub) });
  };
  const done = (label: string, sequence: number | null) => {
    if (open) setFresh({ township: open.township.code, sequence });
    setOpen(null);
    toast.show(t.act.done(label, sequence));
    state.reread();
  };

  const found = state.data?.agency;
  if (!state.data || !found) {
    const wrong = state.malformed ? s.malformed : state.refused || state.data ? s.missing : null;
    return (
      <main className="case year office">
        {wrong ? <p className="state">{wrong}</p> : <Unread state={state} name={s.open} onRetry={state.reread} />}
        {wrong && <button className="act" onClick={() => goTo(scoreboardPath(agency.split('-')[0] ?? agency))}>{t.year.toBoard}</button>}
      </main>
    );
  }
  const { surveys, surveyToPlan: toPlan } = state.data;
  const name = nameOf(found, language);
  const county = found.host.parent;
  return (
    <main className="case consultation year office">
      <header>
        <p className="meta crumbs">
          {county && <><button onClick={() => goToYear(scoreboardPath(county.code), year)}>{nameOf(county, language)}</button>{' › '}</>}
          <button onClick={() => goToYear(scoreboardPath(found.host.code), year)}>{nameOf(found.host, language)} {t.year.toBoard}</button>{' › '}
          <button onClick={() => goTo(yearPath(agency, year))}>{t.year.yearN(year)} {s.toYear}</button>
          <span className="back"><YearNav year={year} onYear={(next) => goTo(surveyPath(agency, next))} /></span>
        </p>
        <div className="hd"><h1>{name} <span>{s.title(year)}</span></h1></div>
        <p className="meta">{surveys.nodes.map((x, i) => <span key={x.id}>{i > 0 && <Dot />}{s.runBy(nameOf(x.township, language))}</span>)}</p>
      </header>
      <Away state={state} now={now} />
      {toPlan && (
        <section className="card" data-survey={toPlan.township.code}>
          <h2>{nameOf(toPlan.township, language)}<span className="meta">{s.toPlan}</span></h2>
          <p className="meta">{s.toPlanNote(date(dayEnd(toPlan.opens) - 1, language), date(dayEnd(toPlan.closes) - 1, language))}</p>
          <div className="mine"><h3>{s.may}</h3><MoveButtons moves={toPlan.nextMoves} all={toPlan.nextMoves} onPick={(m) => pick(m, toPlan.township, null)} /></div>
        </section>
      )}
      {surveys.nodes.length === 0 && !toPlan && <section className="card"><Said icon="lock" title={s.none} lines={[s.noneNote]} /></section>}
      {surveys.nodes.map((x) => <SurveyCard key={x.id} survey={x} agency={agency} now={now.server} token={token} fresh={fresh?.township === x.township.code ? fresh.sequence : null} onPick={(m) => pick(m, x.township, x)} />)}
      {open && (
        <ActSheet key={open.township.code + open.session.snapshot().move.mutation} session={open.session} subject={SUBJECT} given={GROUPS} token={token}
          about={`${name} ${s.title(year)} ${nameOf(open.township, language)}`} onClose={() => setOpen(null)} onDone={done} onStale={state.reread} />
      )}
      {slips && <SlipPrint slips={slips} about={`${name} ${nameOf(slips.township, language)}`} onClose={() => setSlips(null)} />}
      {toast.view}
    </main>
  );
}
