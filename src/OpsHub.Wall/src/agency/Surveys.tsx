import { figure } from '../assessment/figures';
import { GradeBadge } from '../assessment/GradeBadge';
import type { YearLine } from '../api/types';
import { surveyPath, yearPath } from '../app/router';
import { Badge } from '../case/Badge';
import { date, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { To } from '../app/To';
import type { SurveyLine } from './parts';

/** The year's surveys, township by township, and the years before. A024. */
export function Surveys({ agency, year, surveys, former }: { agency: string; year: number; surveys: readonly SurveyLine[]; former: readonly YearLine[] }) {
  const { t, language } = useMessages();
  return (
    <section className="card surveys-of">
      <h2><To path={surveyPath(agency, year)} className="what">{t.survey.title(year)}</To></h2>
      {surveys.length === 0 && <p className="meta none">{t.survey.none}</p>}
      <ul>
        {surveys.map((s) => (
          <li key={s.id}>
            <div>
              <p>{nameOf(s.township, language)}{s.round > 1 && <> <span className="meta">{t.survey.round(s.round)}</span></>}</p>
              <p className="meta">{t.survey.window(date(instant(s.opensAt), language), date(instant(s.closesAt) - 1, language))}<Dot />{t.agencyPage.groupsEnough(s.groups.filter((g) => g.enough).length, s.groups.length)}</p>
            </div>
            <Badge tone="none">{t.survey.stages[s.stage]}</Badge>
          </li>
        ))}
      </ul>
      <h3>{t.agencyPage.former}</h3>
      {former.length === 0 && <p className="meta none">{t.agencyPage.noFormer}</p>}
      <ul>
        {former.map((l) => (
          <li key={l.id}>
            <To path={yearPath(agency, l.year)} className="what">{t.year.yearN(l.year)} <span className="meta">{t.year.stages[l.stage]}</span></To>
            <span className="marks">{l.total != null && <b>{figure(l.total)}</b>}{l.grade && <GradeBadge grade={l.grade} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
