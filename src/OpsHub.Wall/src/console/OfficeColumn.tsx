import { useCallback } from 'react';
import { OfficeDeskDocument } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Viewer } from '../api/types';
import { follow, postsPath, surveyPath } from '../app/router';
import { Badge } from '../case/Badge';
import { dayKey } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { useReading } from '../live/useReading';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { runningSurveys, scopeOf, type OfficeScope } from './officeOrder';

const MOST = 6;

/** Surveys that the viewer's township runs, and people decisions in which somebody still has to act. Nothing where neither is theirs. */
export function OfficeColumn({ viewer, unit, now, token, onSignedOut }: { viewer: Viewer; unit: string; now: number; token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const scope = scopeOf(viewer, unit);
  if (viewer.organ.kind === 'AGENCY' && viewer.role === 'AGENCY_STAFF') {
    const path = postsPath(viewer.organ.code);
    return <section className="talks office-desk"><h2>{t.posts.desk}</h2><div className="card"><a className="talk" href={path} onClick={follow(path)}><span className="t"><b>{t.posts.title}</b></span></a></div></section>;
  }
  return scope && <Column scope={scope} own={viewer.organ.code} now={now} token={token} onSignedOut={onSignedOut} />;
}

function Column({ scope: { unit, department, surveys }, own, now, token, onSignedOut }: { scope: OfficeScope; own: string; now: number; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const p = t.posts;
  const dueWord = useDueWord(now);
  const year = Number(dayKey(now).slice(0, 4));
  const ask = useCallback(
    (signal: AbortSignal) => query(OfficeDeskDocument, { unit, department, year, former: year - 1, surveys, first: MOST }, token, signal),
    [unit, department, year, surveys, token],
  );
  const { data } = useReading(ask, onSignedOut);
  if (!data) return null;
  const running = runningSurveys([...(data.past?.nodes ?? []), ...(data.present?.nodes ?? [])], own);
  const { nodes: matters, totalCount } = data.postMatters;
  if (running.length === 0 && matters.length === 0) return null;
  return (
    <section className="talks office-desk">
      <h2>{p.desk}<span className="meta">{running.length + totalCount}</span></h2>
      <div className="card">
        {running.slice(0, MOST).map((s) => {
          const path = surveyPath(s.agency.code, s.year);
          const at = s.stage === 'PLANNED' ? s.opensAt : s.stage === 'OPEN' ? s.closesAt : null;
          return (
            <a key={s.id} className="talk" href={path} onClick={follow(path)} data-survey={s.agency.code}>
              <span className="t"><b>{t.survey.open}</b><Dot />{t.survey.stages[s.stage]}{s.round > 1 && <> {t.survey.round(s.round)}</>}</span>
              {at && <Badge tone={dueTone(at, now)}>{dueWord(at)}</Badge>}
              <span className="meta"><span>{nameOf(s.agency, language)}</span></span>
            </a>
          );
        })}
        {matters.map((m) => m.agency && (
          <a key={`${m.agency.code} ${m.kind} ${m.number}`} className="talk" href={postsPath(m.agency.code)} onClick={follow(postsPath(m.agency.code))} data-posts={m.agency.code}>
            <span className="t"><b>{p.kinds[m.kind]}</b></span>
            {m.dueAt && <Badge tone={dueTone(m.dueAt, now)}>{dueWord(m.dueAt)}</Badge>}
            <span className="meta"><span>{nameOf(m.agency, language)}</span></span>
          </a>
        ))}
        {totalCount > matters.length && <p className="meta none">{p.deskMore(totalCount - matters.length)}</p>}
      </div>
    </section>
  );
}
