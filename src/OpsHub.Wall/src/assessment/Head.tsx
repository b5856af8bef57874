import { agencyPath, departmentPath, follow, goTo, goToYear, postsPath, scoreboardPath, surveyPath, yearPath } from '../app/router';
import { Badge } from '../case/Badge';
import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { YearNav } from '../scoreboard/YearNav';
import { Dot } from '../theme/Dotted';
import { GradeBadge } from './GradeBadge';
import { Papers } from './Papers';
import type { Term, YearRead } from './useYear';

/** Whose year it is, by both lines, where it stands, and what of it can be printed. */
export function Head({ found, nearest, now, token }: { found: YearRead; nearest: Term | undefined; now: number; token: string }) {
  const { t, language } = useMessages();
  const y = t.year;
  const dueWord = useDueWord(now);
  const county = found.host.parent;
  const name = nameOf(found.agency, language);
  return (
    <header>
      <p className="meta crumbs">
        {county && <><button onClick={() => goToYear(scoreboardPath(county.code), found.year)}>{nameOf(county, language)}</button>{' › '}</>}
        <button onClick={() => goToYear(scoreboardPath(found.host.code), found.year)}>{nameOf(found.host, language)} {y.toBoard}</button>
        <Dot />{y.department} <button onClick={() => goToYear(departmentPath(found.department.code), found.year)}>{nameOf(found.department, language)}</button>
        <span className="back"><YearNav year={found.year} onYear={(next) => goTo(yearPath(found.agency.code, next))} /></span>
      </p>
      <div className="hd">
        <h1>{name} <span>{y.yearTitle(found.year)}</span></h1>
        <Badge tone="none">{y.stages[found.stage]}</Badge>
        {found.grade && <GradeBadge grade={found.grade} />}
        {found.headGrade && <Badge tone="none">{y.headGrade} {t.act.choices[found.headGrade]}</Badge>}
        {nearest && <Badge tone={dueTone(nearest.dueAt, now)}>{nameOf(nearest, language)}<Dot />{dueWord(nearest.dueAt)}</Badge>}
        {nearest?.provisional && <Badge tone="dashed">{t.provisional}</Badge>}
        <p className="papers ways">
          <a className="act" href={agencyPath(found.agency.code)} onClick={follow(agencyPath(found.agency.code))}>{t.agencyPage.title}</a>
          <a className="act" href={surveyPath(found.agency.code, found.year)} onClick={follow(surveyPath(found.agency.code, found.year))}>{t.survey.open}</a>
          <a className="act" href={postsPath(found.agency.code)} onClick={follow(postsPath(found.agency.code))}>{t.posts.title}</a>
        </p>
        <Papers agency={found.agency.code} year={found.year} token={token} />
      </div>
      <p className="meta">
        {found.sharedAt.map((s) => <span key={s.target}>{y.sharedTo[s.target]} {dayAndTime(instant(s.at))}<Dot /></span>)}
        {found.sharedAt.length === 0 && found.shareableFrom && <span>{y.shareableFrom} {due(instant(found.shareableFrom), language)}<Dot /></span>}
        {found.publishedAt && <span>{y.publishedAt} {dayAndTime(instant(found.publishedAt))} {found.publishedWhere}<Dot /></span>}
        <span>{y.ruleSet(found.rules.version)}</span>
      </p>
    </header>
  );
}
