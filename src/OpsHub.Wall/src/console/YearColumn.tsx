import { departmentPath, follow, goTo, goToYear, scoreboardPath, surveyPath, yearPath } from '../app/router';
import type { Viewer, YearLine } from '../api/types';
import { Badge } from '../case/Badge';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { owedBy } from './yearOrder';

/** How many are listed before the board says the rest. */
const MOST = 8;

/** One's own year where nothing is owed: the way there all the same, with the nearest target where one runs. */
function Own({ line, now }: { line: YearLine; now: number }) {
  const { t } = useMessages();
  const dueWord = useDueWord(now);
  const target = line.dueTerm === 'target' ? line.dueAt : null;
  const path = yearPath(line.agency.code, line.year);
  return (
    <a className="talk" href={path} onClick={follow(path)}>
      <span className="t"><b>{t.year.yearN(line.year)}</b><Dot />{t.year.stages[line.stage]}</span>
      {target && <Badge tone={dueTone(target, now)}>{dueWord(target)}</Badge>}
      {target && <span className="meta"><span>{t.year.nextTarget}</span></span>}
    </a>
  );
}

/** What the viewer's organ owes of the annual assessment, the nearest first, each with the way to its year. */
export function YearColumn({ lines, viewer, unit, now }: { lines: readonly YearLine[]; viewer: Viewer; unit: string; now: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  const dueWord = useDueWord(now);
  const mine = owedBy(viewer.organ.code, lines);
  const agency = viewer.organ.kind === 'AGENCY';
  const board = viewer.organ.kind === 'DEPARTMENT' ? departmentPath(viewer.organ.code) : scoreboardPath(unit);
  const all = () => goTo(board);
  const years = [...new Set(lines.map((l) => l.year))].sort();
  return (
    <section className="talks years-desk">
      <h2>{y.title}{agency ? <span className="meta">{mine.length}</span> : <button className="meta all" onClick={all}>{y.toBoard} ›</button>}</h2>
      <div className="card">
        {mine.length === 0 && <p className="meta none">{y.deskNone}</p>}
        {mine.slice(0, MOST).map(({ line, owed }, i) => {
          // What a survey has to give is given on its own page.
          const path = owed.what === 'survey' ? surveyPath(line.agency.code, line.year) : yearPath(line.agency.code, line.year);
          return (
            <a key={`${line.id} ${owed.what} ${i}`} className="talk" href={path} onClick={follow(path)} data-year={line.agency.code}>
              <span className="t"><b>{language === 'zh' ? owed.label : owed.labelEn}</b>{years.length > 1 && <><Dot />{y.yearN(line.year)}</>}</span>
              <Badge tone={dueTone(owed.due, now)}>{dueWord(owed.due)}</Badge>
              {!agency && <span className="meta"><span>{nameOf(line.agency, language)}</span></span>}
            </a>
          );
        })}
        {mine.length > MOST && <button className="more" onClick={all}>{y.more(mine.length - MOST)} ›</button>}
        {agency && lines.filter((l) => !mine.some((m) => m.line.id === l.id)).map((l) => <Own key={l.id} line={l} now={now} />)}
        {!agency && years.length > 1 && mine.length > 0 && <button className="more" onClick={() => goToYear(board, years[0]!)}>{y.yearN(years[0]!)} {y.toBoard} ›</button>}
      </div>
    </section>
  );
}
