import { useEffect, useState } from 'react';
import { SharedResultsDocument, type SharedResultsQuery } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { YearLine } from '../api/types';
import { yearPath } from '../app/router';
import { To } from '../app/To';
import { figure, percent } from '../assessment/figures';
import { GradeBadge } from '../assessment/GradeBadge';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { insist } from '../live/insist';

type Result = SharedResultsQuery['sharedResults'][number];

/** What of a board says that another result was shared. */
export const sharedKey = (lines: readonly YearLine[]): string => lines.flatMap((l) => l.sharedAt.map((s) => `${l.id} ${s.target} ${s.at}`)).toSorted().join();

/** The agencies' results that count in this township's or department's own assessment, each once; whoever may not read the list is shown none. A032. */
export function Shared({ organ, name, year, lines, token, onSignedOut }: { organ: string; name: string; year: number; lines: readonly YearLine[]; token: string; onSignedOut: () => void }) {
  const [results, setResults] = useState<readonly Result[]>([]);
  const key = sharedKey(lines);
  useEffect(() => {
    setResults([]);
    if (key === '') return;
    const stopping = new AbortController();
    const stop = insist(() => query(SharedResultsDocument, { organ, year }, token, stopping.signal).then(
      (found) => (setResults(found.sharedResults), true),
      (error: unknown) => {
        if (error instanceof SignedOut) onSignedOut();
        return stopping.signal.aborted || error instanceof SignedOut || (error instanceof QueryFailed && (error.refused || error.malformed));
      },
    ));
    return () => (stopping.abort(), stop());
  }, [organ, year, key, token, onSignedOut]);
  return <SharedList results={results} name={name} year={year} />;
}

export function SharedList({ results, name, year }: { results: readonly Result[]; name: string; year: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  if (results.length === 0) return null;
  return (
    <section className="card shared-in">
      <h2>{y.sharedIn(name, results.length)}<span className="meta">{y.sharedInNote} 二(四) A032</span></h2>
      <table role="table">
        <thead role="rowgroup"><tr role="row">{[y.agency, y.total, y.rate, y.grade, y.headGrade, y.sharedOn].map((c) => <th key={c} role="columnheader" scope="col">{c}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {results.map((r) => (
            <tr key={`${r.agency.code} ${r.target}`} role="row" data-shared={r.agency.code}>
              <th role="rowheader" scope="row"><To path={yearPath(r.agency.code, year)} className="what">{nameOf(r.agency, language)}</To></th>
              <td role="cell"><span className="narrow-label">T </span><b>{figure(r.total)}</b></td>
              <td role="cell"><span className="narrow-label">R </span>{percent(r.townshipRate)}</td>
              <td role="cell">{r.grade && <GradeBadge grade={r.grade} />}</td>
              <td role="cell">{r.headGrade && <><span className="narrow-label">{y.headGrade} </span>{t.act.choices[r.headGrade]}</>}</td>
              <td role="cell" className="meta">{dayAndTime(instant(r.sharedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
