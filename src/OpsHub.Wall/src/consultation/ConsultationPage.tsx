import { useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { MoveButtons } from '../act/MoveButtons';
import { useToast } from '../act/Toast';
import { inOrder } from '../act/usual';
import { useSheet } from '../act/useSheet';
import type { Move } from '../api/types';
import { goTo } from '../app/router';
import { Explain } from '../case/Explain';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { Announcements } from './Announcements';
import { nearest } from './duties';
import { DutyLanes } from './DutyLanes';
import { Facts } from './Facts';
import { Head } from './Head';
import { Dissents, Sessions } from './Sessions';
import { Delegated, Sunshine } from './Sunshine';
import { Trace } from './Trace';
import { Track } from './Track';
import { useConsultation } from './useConsultation';
import { Votes } from './Votes';
import { Waits } from './Waits';
import '../case/case.css';
import './consultation.css';

/** A consultation: its seven steps, what it owes and until when, what was said, voted and announced, and everything that happened. */
export function ConsultationPage({ number, id, token, onSignedOut }: { number: string | null; id: string | null; token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const { found, missing, older, olderFrom, clock, read, readOlder } = useConsultation(number, id, token, onSignedOut);
  const { server } = useMoments(clock);
  const [chosen, setChosen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const sheet = useSheet(token, onSignedOut, 'consultation');
  const toast = useToast();
  if (!found)
    return (
      <main className="case consultation">
        <p className="state">{missing ? t.consult.missing : t.casePage.loading}</p>
        {missing && <button className="act" onClick={() => goTo('/')}>{t.casePage.back}</button>}
      </main>
    );
  const duty = found.duties.find((d) => d.id === chosen) ?? nearest(found.duties);
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
  return (
    <main className="case consultation">
      <Head found={found} nearest={nearest(found.duties)} now={server} token={token} />
      <Track found={found} />
      <div className="top2">
        <Waits found={found} now={server} chosen={duty?.id ?? null} onChoose={setChosen} />
        <section className="card mine">
          <h2>{t.consult.may}</h2>
          {found.nextMoves.length === 0 ? <p className="meta">{t.consult.mayNot}</p> : <MoveButtons moves={inOrder(found.nextMoves)} all={found.nextMoves} onPick={pick} />}
        </section>
      </div>
      <div className="g">
        <div>
          <Announcements found={found} now={server} />
          <DutyLanes duties={found.duties} now={server} chosen={duty?.id ?? null} onChoose={setChosen} />
          <Votes found={found} />
          <Sessions found={found} />
          <Dissents found={found} now={server} />
          <Sunshine found={found} />
          {found.history && <Trace entries={[...older, ...found.history.nodes]} found={found} duty={duty} fresh={fresh} onOlder={olderFrom ? () => void readOlder() : null} />}
        </div>
        <div className="aside">
          {duty && <Explain term={duty.term} />}
          <Delegated found={found} />
          <Facts found={found} />
        </div>
      </div>
      {sheet.open && (
        <ActSheet key={sheet.open.subject.id} {...sheet.open} token={token} about={`${found.number} ${found.title}`} onClose={sheet.close} onDone={done} onStale={() => void read()} />
      )}
      {toast.view}
    </main>
  );
}
