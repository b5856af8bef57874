import { useState } from 'react';
import { goTo } from '../app/router';
import { instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { CaseHead } from './CaseHead';
import { Explain } from './Explain';
import { TermLanes } from './TermLanes';
import { Trace } from './Trace';
import { useCase, type Term } from './useCase';
import './case.css';

/** The term to explain first: the nearest one still running, else the last. */
const nearest = (terms: readonly Term[]): Term | undefined =>
  terms.filter((t) => !t.doneAt).sort((a, b) => instant(a.dueAt) - instant(b.dueAt))[0] ?? terms.at(-1);

/** A case: where it stands, its terms and why they are due then, and everything that happened to it. */
export function CasePage({ id, token, onSignedOut }: { id: string; token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const { found, missing, older, olderFrom, clock, readOlder } = useCase(id, token, onSignedOut);
  const { server } = useMoments(clock);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!found)
    return (
      <main className="case">
        <p className="state">{missing ? t.casePage.missing : t.casePage.loading}</p>
        {missing && <button className="act" onClick={() => goTo('/')}>{t.casePage.back}</button>}
      </main>
    );
  const term = found.terms.find((x) => x.id === chosen) ?? nearest(found.terms);
  return (
    <main className="case">
      <CaseHead found={found} now={server} nearest={nearest(found.terms.filter((x) => !x.doneAt))} />
      <div className="g">
        <div>
          <TermLanes terms={found.terms} now={server} chosen={term?.id ?? null} onChoose={setChosen} />
          <Trace entries={[...older, ...found.trace.nodes]} term={term} terms={found.terms} onOlder={olderFrom ? () => void readOlder() : null} />
        </div>
        {term && <Explain term={term} />}
      </div>
    </main>
  );
}
