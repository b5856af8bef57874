import { dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Badge } from './Badge';
import type { Term } from './useCase';

/** Why a term is due when it is: the sentence, what opened it, what it rests on, and the same in the other language. */
export function Explain({ term }: { term: Term }) {
  const { t, language } = useMessages();
  const c = t.casePage;
  const [first, second] = language === 'zh' ? [term.explainZh, term.explainEn] : [term.explainEn, term.explainZh];
  return (
    <section className="card explain">
      <h2>{c.why(due(instant(term.dueAt), language))}<span className="meta">{c.term(nameOf(term, language))}</span></h2>
      <p>{first}</p>
      <dl>
        <dt>{c.opened}</dt><dd>{dayAndTime(instant(term.openedAt))}</dd>
        <dt>{c.basis}</dt>
        <dd>
          <Badge tone="none">{term.basis === 'ASSUMED' ? c.basisAssumed : c.basisText}</Badge>{' '}
          {term.provisional && <Badge tone="dashed">{t.provisional}</Badge>}
        </dd>
        <dt>{c.clause}</dt><dd className="q">{term.clause} {term.rule}</dd>
        {term.fired.length > 0 && <><dt>{c.rungs}</dt><dd>{term.fired.map((r) => c.rungNames[r] ?? r).join('、')}</dd></>}
      </dl>
      <p className="other" lang={language === 'zh' ? 'en' : 'zh-CN'}>{second}</p>
    </section>
  );
}
