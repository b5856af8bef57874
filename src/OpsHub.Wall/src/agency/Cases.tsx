import { casePath } from '../app/router';
import { Badge } from '../case/Badge';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot, Dotted } from '../theme/Dotted';
import { To } from '../app/To';
import type { CaseList, Counts } from './parts';

/** The cases under urging, then the late ones; what all of the year's count for. A004, A022, A023. */
export function Cases({ late, urged, counts, now }: { late: CaseList; urged: CaseList; counts: Counts | null; now: number }) {
  const { t } = useMessages();
  const a = t.agencyPage;
  const parts = counts && [t.year.onTimeOf(counts.onTime, counts.due), t.year.refusedOf(counts.refused, counts.dispatched), a.acceptedOf(counts.accepted, counts.dispatched), a.reworked(counts.reworked), t.year.urgedN(counts.urged), a.meetingsOf(counts.meetingsAttended, counts.meetingsCalled)];
  return (
    <section className="card cases-of">
      <h2>{a.cases}</h2>
      <p className="meta" data-part="counts">{parts ? <><b>{a.yearCounts}</b> <Dotted text={parts.join(' · ')} /></> : a.noCounts}</p>
      <Listed title={a.urgedCases} none={a.noUrged} list={urged} now={now} />
      <Listed title={a.lateCases} none={a.noLate} list={late} now={now} />
    </section>
  );
}

function Listed({ title, none, list, now }: { title: string; none: string; list: CaseList; now: number }) {
  const { t, language } = useMessages();
  const dueWord = useDueWord(now);
  return (
    <>
      <h3>{title}<b>{list.totalCount}</b></h3>
      {list.nodes.length === 0 && <p className="meta none">{none}</p>}
      <ul>
        {list.nodes.map((c) => (
          <li key={c.id} data-case={c.number}>
            <div>
              <To path={casePath(c.id)} className="what">{c.title}</To>
              <p className="meta">{c.number}<Dot />{language === 'en' ? c.category.nameEn : c.category.name}<Dot />{t.inHandsOf(nameOf(c.holder, language))}</p>
            </div>
            <span className="marks">
              {c.urgedLevel > 0 && <Badge tone="urged">{t.facts.levels[c.urgedLevel as 1 | 2 | 3]}</Badge>}
              {c.dueAt && <Badge tone={dueTone(c.dueAt, now)}>{dueWord(c.dueAt)}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
