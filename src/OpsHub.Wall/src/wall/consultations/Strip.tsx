import { useContext } from 'react';
import type { DueAnnouncement, Place, StripFigures } from '../../api/types';
import { consultationPath, consultationsPath, goTo } from '../../app/router';
import { byCell, CELLS } from '../../consultation/steps';
import { count } from '../../format/numbers';
import { nameOf, shortName } from '../../i18n/names';
import { useMessages } from '../../i18n/useMessages';
import type { Phase } from '../../live/connection';
import { useNow } from '../../live/useNow';
import { Dot, Dotted } from '../../theme/Dotted';
import { Icon } from '../../theme/Icon';
import { MayOpenCases } from '../lists/OpenCase';
import { AnnounceClock } from './AnnounceClock';
import { duesOf, keyOf, keysOf, shownOf } from './dues';

/** Whether a wall has anything to say of consultations: something open, or something still owed. */
export const hasConsultations = (figures: StripFigures | null | undefined): figures is StripFigures =>
  figures != null && (figures.open > 0 || figures.announcementsLate + figures.announcementsDueToday > 0);

/** Open ones by step: eight cells of one width, so that a place on the bar means the same tomorrow. */
function Steps({ figures, code }: { figures: StripFigures; code: string }) {
  const { t, language } = useMessages();
  const may = useContext(MayOpenCases);
  const cells = byCell(figures.byStage);
  return (
    <section className={`panel cs-steps ${may ? 'opens' : ''}`} {...(may ? { onClick: () => goTo(consultationsPath(code)) } : {})}>
      <div className="cs-h">
        <h2>{t.consult.title}</h2><span className="n">{t.consult.openNow} <b>{count(figures.open, language)}</b></span>
      </div>
      <div className="cs-cells">
        {CELLS.map((c, i) => (
          <div key={c} className={cells[c] > 0 ? 'on' : ''} data-cell={c}>
            <b>{count(cells[c], language)}</b><i /><span>{t.consult.cells[i]}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

function DueRow({ due, level, phase, wide }: { due: DueAnnouncement; level: Place['level']; phase: Phase; wide: boolean }) {
  const { t, language } = useMessages();
  const may = useContext(MayOpenCases);
  const { number } = due;
  const place = level === 'COMMUNITY' || level === 'GRID' ? null : due.community ?? due.township;
  const what = due.title ?? t.act.choices[due.variant];
  return (
    <div className={`cs-due ${may && number ? 'opens' : ''}`} data-key={keyOf(due)} {...(may && number ? { onClick: () => goTo(consultationPath(number)) } : {})}>
      <AnnounceClock dueAt={due.dueAt} phase={phase} />
      <span>
        {place && shortName(nameOf(place, language))}
        {(wide || !place) && <em>{place && <Dot />}{what}</em>}
      </span>
    </div>
  );
}

/** Each announcement to make with its own clock, the late ones first; up to three with their topic, up to six by place alone, more of them page by page. */
function Announcements({ figures, dues, level, phase }: { figures: StripFigures; dues: readonly DueAnnouncement[] | null; level: Place['level']; phase: Phase }) {
  const { t, language } = useMessages();
  const { server } = useNow();
  const sorted = duesOf(dues ?? [], server);
  const shown = shownOf(sorted, server);
  const all = sorted.late.length + sorted.today.length + sorted.later.length;
  const wide = all <= 3;
  const late = Math.max(figures.announcementsLate, sorted.late.length);
  const today = figures.announcementsDueToday;
  const later = sorted.later.length;
  const more = late + today + later - all;
  return (
    <section className="panel cs-dues">
      <div className="cs-h">
        <h2 className={late + today + later > 0 ? '' : 'calm'}>
          {late > 0
            ? <Icon name="late" className="late-t" />
            : <Icon name={today > 0 ? 'soon' : later > 0 ? 'ok' : 'done'} className={today > 0 ? 'soon-t' : later > 0 ? 'ok-t' : 'flat'} />} {t.consult.toAnnounce}
        </h2>
        <span className="n">
          <Dotted text={[late > 0 && t.consult.lateN(count(late, language)), today > 0 && t.consult.todayN(count(today, language)), later > 0 && t.consult.laterN(count(later, language)), more > 0 && dues && t.consult.moreN(count(more, language))].filter(Boolean).join(' · ')} />
        </span>
      </div>
      {shown.length > 0
        ? <div className={`cs-list ${wide ? 'wide' : ''}`}>{shown.map((d, i) => <DueRow key={keysOf(shown)[i]} due={d} level={level} phase={phase} wide={wide} />)}</div>
        : <p className="cs-none">{late + today > 0 ? t.consult.reading : t.consult.noneDue}</p>}
    </section>
  );
}

/** Plans, breaches, further rounds, votes and sessions; what is zero stays grey. */
function Counts({ figures: f }: { figures: StripFigures }) {
  const { t, language } = useMessages();
  const w = t.consult.counts;
  const rows: readonly [string, number, string][] = [
    [w.plansToday, f.plansDueToday, 'soon-t'], [w.plansLate, f.plansLate, 'late-t'], [w.breached, f.breached, 'late-t'],
    [w.sessions, f.sessionsToday, ''], [w.votes, f.votesAhead, ''], [w.rounds, f.furtherRounds, ''],
  ];
  return (
    <section className="panel cs-counts">
      {rows.map(([label, n, tone]) => <div key={label}><b className={n > 0 ? tone : 'flat'}>{count(n, language)}</b><span>{label}</span></div>)}
    </section>
  );
}

/** The consultations of a unit in one strip on the columns of the wall: where they stand, what must be announced, what else is near. */
export function ConsultationStrip({ code, figures, dues, level, phase }: {
  readonly code: string;
  readonly figures: StripFigures;
  readonly dues: readonly DueAnnouncement[] | null;
  readonly level: Place['level'];
  readonly phase: Phase;
}) {
  return (
    <div className="cs">
      <Steps figures={figures} code={code} />
      <Announcements figures={figures} dues={dues} level={level} phase={phase} />
      <Counts figures={figures} />
    </div>
  );
}
