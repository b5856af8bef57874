import { useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { MoveButtons } from '../act/MoveButtons';
import { useToast } from '../act/Toast';
import { inOrder } from '../act/usual';
import { useSheet } from '../act/useSheet';
import type { Move } from '../api/types';
import { goTo } from '../app/router';
import { instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { CaseHead } from './CaseHead';
import { Explain } from './Explain';
import { Facts } from './Facts';
import { TermLanes } from './TermLanes';
import { Trace } from './Trace';
import { useCase, type Term } from './useCase';
import { Waits } from './Waits';
import './case.css';

/** The term to explain first: the nearest one still running, else the last. */
const nearest = (terms: readonly Term[]): Term | undefined =>
  terms.filter((t) => !t.doneAt).sort((a, b) => instant(a.dueAt) - instant(b.dueAt))[0] ?? terms.at(-1);

/** A case: where it stands, what this person may do about it, its terms and why they are due then, and everything that happened to it. */
export function CasePage({ id, token, onSignedOut }: { id: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const { found, missing, older, olderFrom, clock, read, readOlder } = useCase(id, token, onSignedOut);
  const { server } = useMoments(clock);
  const [chosen, setChosen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const sheet = useSheet(token, onSignedOut);
  const toast = useToast();
  if (!found)
    return (
      <main className="case">
        <p className="state">{missing ? t.casePage.missing : t.casePage.loading}</p>
        {missing && <button className="act" onClick={() => goTo('/')}>{t.casePage.back}</button>}
      </main>
    );
  const term = found.terms.find((x) => x.id === chosen) ?? nearest(found.terms);
  const entries = [...older, ...found.trace.nodes];
  const paused = new Set(found.waits.filter((w) => w.suspended).map((w) => w.term.id));
  const pick = (move: Move) =>
    void sheet.showFor(found.id, move, server, found.version).then((shown) => {
      if (shown) return;
      toast.show(t.console.notOpened);
      void read();
    });
  const done = (label: string, sequence: number | null) => {
    sheet.close();
    setChosen(null);
    setFresh(sequence);
    toast.show(t.act.done(label, sequence));
    void read();
  };
  const category = language === 'en' ? found.category.nameEn : found.category.name;
  return (
    <main className="case">
      <CaseHead found={found} now={server} nearest={nearest(found.terms.filter((x) => !x.doneAt && !paused.has(x.id)))} />
      <div className="top2">
        <Waits found={found} now={server} chosen={term?.id ?? null} onChoose={setChosen} />
        <section className="card mine">
          <h2>{t.facts.may}</h2>
          {found.nextMoves.length === 0
            ? <p className="meta">{t.facts.mayNot}</p>
            : <MoveButtons moves={inOrder(found.nextMoves)} all={found.nextMoves} onPick={pick} />}
        </section>
      </div>
      <div className="g">
        <div>
          <TermLanes terms={found.terms} paused={paused} now={server} chosen={term?.id ?? null} onChoose={setChosen} />
          <Facts found={found} />
          <Trace entries={entries} found={found} term={term} fresh={fresh} onOlder={olderFrom ? () => void readOlder() : null} />
        </div>
        {term && <Explain term={term} />}
      </div>
      {sheet.open && (
        <ActSheet key={sheet.open.subject.id} {...sheet.open} token={token} about={`${found.number} ${category}`} onClose={sheet.close} onDone={done} onStale={() => void read()} />
      )}
      {toast.view}
    </main>
  );
}
