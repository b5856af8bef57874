import { Badge } from '../case/Badge';
import { due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { To } from '../app/To';
import { belongsTo, pathOf, type OpenTerm } from './parts';

/** Everything of the agency that somebody still has to do, of its cases, its years and its people, the nearest first: who, what, until when. */
export function Terms({ terms, more, agency, now }: { terms: readonly OpenTerm[]; more: boolean; agency: string; now: number }) {
  const { t, language } = useMessages();
  const a = t.agencyPage;
  const dueWord = useDueWord(now);
  return (
    <section className="card terms">
      <h2>{a.terms}<span className="meta">{more ? a.onlyFirst(terms.length) : terms.length > 0 ? terms.length : ''}</span></h2>
      {terms.length === 0 && <p className="meta none">{a.noTerms}</p>}
      <ul>
        {terms.map((d) => {
          const of = belongsTo(d);
          const { term } = d;
          return (
            <li key={`${d.case?.id ?? of} ${d.agencyYear?.year ?? ''} ${term?.id ?? ''}`} data-term={of}>
              <Badge tone="none">{a.of[of]}</Badge>
              <div>
                <To path={pathOf(d, agency)} className="what">
                  {term ? nameOf(term, language) : a.met}{d.case && <> <span className="meta">{d.case.number}</span></>}{d.agencyYear && <> <span className="meta">{t.year.yearN(d.agencyYear.year)}</span></>}
                </To>
                <p className="meta" title={(language === 'zh' ? term?.explainZh : term?.explainEn) ?? ''}>
                  {term && <>{nameOf(term.holder, language)}<Dot /></>}{t.facts.until(due(instant(d.dueAt), language))}{d.case && <><Dot />{language === 'en' ? d.case.category.nameEn : d.case.category.name}</>}
                  {term?.basis === 'ASSUMED' && <> <Badge tone="dashed">{t.casePage.basisAssumed}</Badge></>}
                </p>
              </div>
              <Badge tone={dueTone(d.dueAt, now)}>{dueWord(d.dueAt)}</Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
