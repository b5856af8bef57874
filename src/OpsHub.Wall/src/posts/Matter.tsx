import type { ReactNode } from 'react';
import { MoveButtons } from '../act/MoveButtons';
import { inOrder } from '../act/usual';
import type { Move } from '../api/types';
import { Badge, type Tone } from '../case/Badge';
import { due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { openTerm, type Term } from './subject';

export type Pick = (move: Move) => void;

/** One matter: what it is and where it stands, who has until when, what was said, and what the viewer may do. */
export function Matter({ id, title, stage, tone, terms, now, moves, again, onPick, children }: {
  id: string;
  title: string;
  stage: string;
  tone: Tone;
  terms: readonly Term[];
  now: number;
  moves: readonly Move[];
  /** A step that was taken and may be taken once more: it is never the obvious one. */
  again?: string | undefined;
  onPick: Pick;
  children: ReactNode;
}) {
  const { t, language } = useMessages();
  const dueWord = useDueWord(now);
  const term = openTerm(terms);
  const offered = inOrder(moves);
  return (
    <article className="matter" data-matter={id}>
      <h3>{title}<Badge tone={tone}>{stage}</Badge></h3>
      {term && (
        <p className="meta term" title={language === 'zh' ? term.explainZh : term.explainEn}>
          {nameOf(term, language)}<Dot />{nameOf(term.holder, language)}<Dot />{t.facts.until(due(instant(term.dueAt), language))}
          <Badge tone={dueTone(term.dueAt, now)}>{dueWord(term.dueAt)}</Badge>
          {term.basis === 'ASSUMED' && <Badge tone="dashed">{t.casePage.basisAssumed}</Badge>}
        </p>
      )}
      {children}
      {offered.length > 0 && <MoveButtons moves={offered} all={offered.filter((m) => m.mutation !== again)} onPick={onPick} />}
    </article>
  );
}

/** What somebody wrote, with what it is called. */
export const Said = ({ label, text }: { label: string; text: string | null | undefined }) => (text ? <p className="said"><b>{label}</b> {text}</p> : null);

/** A list of matters, the newest first, with the step that begins another. */
export function Matters({ title, none, begins, shown, hidden, onPick, children }: {
  title: string;
  none: string;
  begins: readonly Move[];
  shown: number;
  hidden: boolean;
  onPick: Pick;
  children: ReactNode;
}) {
  const { t } = useMessages();
  return (
    <section className="card matters-of">
      <h2>{title}<span className="meta">{hidden ? t.posts.onlyLast(shown) : shown > 0 ? shown : ''}</span></h2>
      {shown === 0 && <p className="meta none">{none}</p>}
      {children}
      {begins.length > 0 && <div className="begins"><MoveButtons moves={begins} all={begins} onPick={onPick} /></div>}
    </section>
  );
}
