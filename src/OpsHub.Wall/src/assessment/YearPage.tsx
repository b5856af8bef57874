import { useEffect, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { useToast } from '../act/Toast';
import { useSheet } from '../act/useSheet';
import type { Move } from '../api/types';
import { goTo, scoreboardPath, useSearch } from '../app/router';
import { useViewer } from '../app/useViewer';
import { Explain } from '../case/Explain';
import { instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { Adjustments, Appeals, Revisions } from './Contested';
import { Evidence, openOf, type OpenCases } from './Evidence';
import { Facts, Flags } from './Facts';
import { Head } from './Head';
import { Letter } from './Letter';
import { Linked } from './Linked';
import { hasLinked } from './follows';
import { isAssessed, sightOf } from './reading';
import { Moves, Owed } from './Owed';
import { Satisfaction } from './Satisfaction';
import { Scorecard } from './Scorecard';
import { Snapshots } from './Snapshots';
import { Standing } from './Standing';
import { Trace } from './Trace';
import { Track } from './Track';
import { useYear } from './useYear';
import '../case/case.css';
import '../consultation/consultation.css';
import '../scoreboard/scoreboard.css';
import './year.css';

/** The year of one agency as it goes: what is next and whose move it is, where the score stands and why, and everything that happened. */
export function YearPage({ agency, year, token, onSignedOut }: { agency: string; year: number; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const { found, missing, malformed, older, olderFrom, clock, read, readOlder } = useYear(agency, year, token, onSignedOut);
  const viewer = useViewer(token, onSignedOut);
  const { server } = useMoments(clock);
  const [chosen, setChosen] = useState<string | null>(null);
  const [cases, setCases] = useState<OpenCases | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const sheet = useSheet(token, onSignedOut, 'year');
  const toast = useToast();
  const toCases = (next: OpenCases) => {
    setCases(next);
    document.getElementById(`evidence-${next.township}`)?.scrollIntoView({ block: 'start' });
  };
  const wanted = new URLSearchParams(useSearch()).get('evidence');
  const isRead = found !== null;
  useEffect(() => {
    const first = found && wanted && openOf(found, wanted);
    if (first) toCases(first);
  }, [isRead, wanted]); // eslint-disable-line -- once, when the year has come
  if (!found)
    return (
      <main className="case year">
        <p className="state">{malformed ? t.year.malformed : missing ? t.year.yearMissing : t.casePage.loading}</p>
        {missing && <button className="act" onClick={() => goTo(scoreboardPath(agency.split('-')[0] ?? agency))}>{t.year.toBoard}</button>}
      </main>
    );
  const sight = sightOf(found, viewer);
  const open = found.terms.filter((x) => !x.doneAt).toSorted((a, b) => instant(a.dueAt) - instant(b.dueAt));
  const term = found.terms.find((x) => x.id === chosen) ?? open[0];
  const pick = (move: Move) =>
    void sheet.showFor(found.id, move, server, found.version).then((shown) => {
      if (shown) return;
      toast.show(t.console.notOpened);
      void read();
    });
  const done = (label: string, sequence: number | null) => {
    sheet.close();
    setFresh(sequence);
    toast.show(t.act.done(label, sequence));
    void read();
  };
  return (
    <main className="case consultation year">
      <Head found={found} nearest={found.publishedAt ? undefined : open[0]} now={server} token={token} />
      <Track found={found} now={server} />
      <div className="top2">
        <Owed found={found} now={server} chosen={term?.id ?? null} onChoose={setChosen} />
        <Moves found={found} onPick={pick} />
      </div>
      <div className="g">
        <div>
          <Standing found={found} sight={sight} />
          <Letter found={found} now={server} />
          <Evidence found={found} sight={sight} token={token} open={cases} onOpen={setCases} />
          <Satisfaction found={found} sight={sight} />
          <Scorecard found={found} sight={sight} onCases={toCases} />
          <Adjustments found={found} />
          <Appeals found={found} now={server} />
          {hasLinked(found, isAssessed(found.stage)) && <Linked found={found} sight={sight} onPick={pick} />}
          <Revisions found={found} />
          <Snapshots found={found} />
          {found.trace && <Trace entries={[...older, ...found.trace.nodes]} found={found} fresh={fresh} onOlder={olderFrom ? () => void readOlder() : null} />}
        </div>
        <div className="aside">
          {term && <Explain term={term} />}
          <Flags found={found} />
          <Facts found={found} />
        </div>
      </div>
      {sheet.open && (
        <ActSheet key={sheet.open.subject.id} {...sheet.open} token={token} about={`${nameOf(found.agency, language)} ${t.year.yearN(found.year)}`}
          onClose={sheet.close} onDone={done} onStale={() => void read()} />
      )}
      {toast.view}
    </main>
  );
}
