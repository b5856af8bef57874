import { MoveButtons } from '../act/MoveButtons';
import { inOrder } from '../act/usual';
import type { Move } from '../api/types';
import { Badge } from '../case/Badge';
import { due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { owedInOrder } from '../scoreboard/order';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dotted } from '../theme/Dotted';
import { stemOf, termsOfOwed } from './steps';
import type { YearRead } from './useYear';

/** What is still owed, by name of the unit, the nearest first; then the targets that run. A click explains its term. */
export function Owed({ found, now, chosen, onChoose }: { found: YearRead; now: number; chosen: string | null; onChoose: (term: string) => void }) {
  const { t, language } = useMessages();
  const y = t.year;
  const dueWord = useDueWord(now);
  const targets = found.terms.filter((x) => !x.doneAt && stemOf(x.id) === 'target').toSorted((a, b) => instant(a.dueAt) - instant(b.dueAt));
  const owed = owedInOrder(found.owed);
  const terms = termsOfOwed(owed, found.terms);
  return (
    <section className="card waits">
      <h2>{y.owed}<span className="meta"><Dotted text={y.owedNote} /></span></h2>
      {found.owed.length === 0 && targets.length === 0 && <p className="meta">{y.noOwed}</p>}
      {owed.map((o, i) => {
        const term = terms[i];
        return (
          <button key={`${o.what} ${o.by.code} ${i}`} disabled={!term} className={term && term.id === chosen ? 'wait here' : 'wait'} onClick={() => term && onChoose(term.id)}>
            <b>{language === 'zh' ? o.label : o.labelEn}</b>
            <span>{nameOf(o.by, language)}</span>
            <span className="meta">{o.due && t.facts.until(due(instant(o.due), language))}</span>
            <Badge tone={dueTone(o.due, now)}>{dueWord(o.due)}</Badge>
          </button>
        );
      })}
      {targets.map((term) => (
        <button key={term.id} className={term.id === chosen ? 'wait here' : 'wait'} onClick={() => onChoose(term.id)}>
          <b>{y.targetN(term.id.split('-')[1] ?? '')}</b>
          <span>{nameOf(term.holder, language)}</span>
          <span className="meta">{t.facts.until(due(instant(term.dueAt), language))}</span>
          <Badge tone={dueTone(term.dueAt, now)}>{dueWord(term.dueAt)}</Badge>
        </button>
      ))}
    </section>
  );
}

/** What the viewer may do now, and what is in their hands but may not be done yet, with the reason. */
export function Moves({ found, onPick }: { found: YearRead; onPick: (move: Move) => void }) {
  const { t, language } = useMessages();
  const y = t.year;
  const moves = inOrder(found.nextMoves);
  return (
    <section className="card mine">
      <h2>{y.may}</h2>
      {moves.length === 0 && found.blockedMoves.length === 0 && <p className="meta">{y.mayNot}</p>}
      {moves.length > 0 && <MoveButtons moves={moves} all={moves} onPick={onPick} />}
      {found.blockedMoves.length > 0 && (
        <ul className="blocked">
          {found.blockedMoves.map((m) => (
            <li key={m.mutation}>
              <button disabled>{language === 'zh' ? m.label : m.labelEn}</button>
              <span className="meta">{language === 'zh' ? m.message : m.messageEn} {[m.clause, m.rule].filter(Boolean).join(' ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
