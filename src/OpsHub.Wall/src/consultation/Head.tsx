import { communityPath, consultationsPath, goTo, unitPath } from '../app/router';
import { Badge } from '../case/Badge';
import { ageText, runningClock } from '../format/durations';
import { due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { owedAnnouncements, toneOf } from './duties';
import { Papers } from './Papers';
import { hasEnded, isAnnounced } from './steps';
import type { ConsultationRead, Duty } from './useConsultation';

/** The nearest duty; an announcement shows its running clock, as the wall does. */
function Nearest({ duty, now }: { duty: Duty; now: number }) {
  const { t, language } = useMessages();
  const at = instant(duty.term.dueAt);
  const left = at - now;
  const clock = runningClock(Math.abs(left), language);
  const name = nameOf(duty.term, language);
  return (
    <>
      <Badge tone={toneOf(duty.term.dueAt, now)}>
        {name}<Dot />{duty.stem === 'announce' ? `${left <= 0 ? `${t.consult.flagged} ` : ''}${clock.figure} ${clock.unit}` : left <= 0 ? `${t.overdue} ${ageText(-left, language)}` : due(at, language)}
      </Badge>
      {duty.term.provisional && <Badge tone="dashed">{t.provisional}</Badge>}
    </>
  );
}

export function Head({ found, nearest, now, token }: { found: ConsultationRead; nearest: Duty | undefined; now: number; token: string }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const places = [found.county, found.township, found.community, found.grid].flatMap((u) => (u ? [u] : []));
  const [owed] = owedAnnouncements(found.duties);
  const shown = owed ?? (nearest && !nearest.term.doneAt ? nearest : undefined);
  const others = found.communities.filter((u) => u.code !== found.community?.code);
  return (
    <header>
      <p className="meta crumbs">
        {places.map((u, i) => (
          <span key={u.code}>{i > 0 && ' › '}<button onClick={() => goTo(u.level === 'COMMUNITY' ? communityPath(u.code) : unitPath(u.code))}>{nameOf(u, language)}</button></span>
        ))}
        <Dot />{c.number(found.number)}
        <button className="back" onClick={() => goTo(consultationsPath((found.community ?? found.township).code))}>{c.toList} ›</button>
      </p>
      <div className="hd">
        <h1>{found.title}</h1>
        {found.breached && <Badge tone="late">{c.breach}</Badge>}
        <Badge tone="none">{t.act.choices[found.variant]}</Badge>
        <Badge tone="none">{isAnnounced(found.stage, owed !== undefined) ? c.announced : c.stages[found.stage]}</Badge>
        {found.round > 1 && <Badge tone="urged">{c.round(found.round)}</Badge>}
        {shown && !hasEnded(found.stage) && <Nearest duty={shown} now={now} />}
        {found.reviewOpen && <Badge tone="urged">{c.review}</Badge>}
        {found.simplifiedBy && <Badge tone="dashed">{[c.simplified, ...found.dropped.map((x) => t.act.decided['dropped']?.[x] ?? x)].join(' ')}</Badge>}
        {(found.plan ?? found.notice ?? found.announcements[0]) && <Papers number={found.number} token={token} />}
      </div>
      <p className="meta">
        {c.lead(nameOf(found.lead, language))}
        {found.category && <><Dot />{t.act.choices[found.category]}</>}
        {others.length > 0 && <><Dot />{t.consult.beginFields.communities} {found.communities.map((u) => nameOf(u, language)).join(language === 'zh' ? '、' : ', ')}</>}
      </p>
      {found.proposedVariant && <p className="proposed">{c.proposed(t.act.choices[found.proposedVariant] ?? found.proposedVariant)}
        {found.communitiesElsewhere.length > 0 && <><Dot />{c.alsoFrom(found.communitiesElsewhere.map((u) => nameOf(u, language)).join(language === 'zh' ? '、' : ', '))}</>}</p>}
      {found.reason && <p className="meta">{found.reason}</p>}
    </header>
  );
}
