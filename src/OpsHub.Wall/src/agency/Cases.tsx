import { useEffect, useState } from 'react';
import { casePath, evidencePath } from '../app/router';
import { To } from '../app/To';
import { Badge } from '../case/Badge';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { PAGE, readTo } from './more';
import type { CaseList, Counts, ListName } from './parts';

interface CasesProps {
  readonly agency: string;
  readonly year: number;
  readonly lists: Readonly<Record<ListName, CaseList>>;
  readonly counts: Counts | null;
  readonly now: number;
  readonly token: string;
}

/** The cases under urging, the late ones, then all that are open; what all of the year's count for, each number with the way to the cases behind it. A004, A022, A023. */
export function Cases({ agency, year, lists, counts, now, token }: CasesProps) {
  const { t } = useMessages();
  const a = t.agencyPage;
  const parts = counts && [
    ['ON_TIME', t.year.onTimeOf(counts.onTime, counts.due)], ['REFUSED', t.year.refusedOf(counts.refused, counts.dispatched)], ['ACCEPTED', a.acceptedOf(counts.accepted, counts.dispatched)],
    ['REWORKED', a.reworked(counts.reworked)], ['URGED', t.year.urgedN(counts.urged)], ['MEETINGS_CALLED', a.meetingsOf(counts.meetingsAttended, counts.meetingsCalled)],
  ] as const;
  const listed = { agency, now, token };
  return (
    <section className="card cases-of">
      <h2>{a.cases}</h2>
      <p className="meta counted" data-part="counts">{parts ? <><b>{t.year.yearN(year)}</b>{parts.map(([kind, text]) => <To key={kind} path={evidencePath(agency, year, kind)} className="to">{text}</To>)}</> : a.noCounts}</p>
      <Listed name="urged" title={a.urgedCases} none={a.noUrged} first={lists.urged} {...listed} />
      <Listed name="late" title={a.lateCases} none={a.noLate} first={lists.late} {...listed} />
      <Listed name="open" title={a.openCases} none={a.noOpen} first={lists.open} {...listed} />
    </section>
  );
}

/** A list by due, the nearest first. Its first page comes with the agency's page; what was opened below is read again with it. */
function Listed({ name, title, none, first, agency, now, token }: { name: ListName; title: string; none: string; first: CaseList; agency: string; now: number; token: string }) {
  const { t, language } = useMessages();
  const dueWord = useDueWord(now);
  const [size, setSize] = useState(0);
  const [wide, setWide] = useState<CaseList | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (size === 0) return;
    let stopped = false;
    readTo(size, agency, name, first, token).then((list) => stopped || (setWide(list), setFailed(false)), () => stopped || setFailed(true));
    return () => void (stopped = true);
  }, [size, first, agency, name, token]);
  const list = wide ?? first;
  return (
    <div data-list={name}>
      <h3>{title}<b>{first.totalCount}</b></h3>
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
      {list.pageInfo.hasNextPage && <button className="act" data-more onClick={() => setSize(list.nodes.length + PAGE)}>{t.agencyPage.more(list.nodes.length, first.totalCount ?? list.nodes.length)}</button>}
      {failed && <p className="meta" role="alert">{t.agencyPage.unread}</p>}
    </div>
  );
}
