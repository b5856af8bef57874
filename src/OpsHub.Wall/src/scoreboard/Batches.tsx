import { useCallback, useState } from 'react';
import { FinaliseBatchDocument, GradeBatchDocument, type BatchToldFragment, type FinaliseAgencyScoresInput, type GradeAgenciesInput } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Viewer, YearLine } from '../api/types';
import { count } from '../format/numbers';
import { useMessages } from '../i18n/useMessages';
import { NAMES, planOf, type BatchName, type Plan } from './batch';
import { BatchSession } from './batchSession';
import { BatchSheet } from './BatchSheet';
import { useOffers } from './useOffers';
import type { BoardOf } from './wholeBoard';

const send = async (name: BatchName, input: Record<string, unknown>, token: string): Promise<BatchToldFragment> =>
  name === 'gradeAgencies'
    ? (await query(GradeBatchDocument, { input: input as GradeAgenciesInput }, token)).batch
    : (await query(FinaliseBatchDocument, { input: input as FinaliseAgencyScoresInput }, token)).batch;

interface BatchesProps {
  readonly of: BoardOf;
  readonly year: number;
  /** The lines that are shown: those, and no others, may go. */
  readonly lines: readonly YearLine[];
  readonly viewer: Viewer | null;
  readonly about: string;
  readonly token: string;
  readonly onSignedOut: () => void;
  readonly onSay: (text: string) => void;
}

/** Steps for many years at once, each offered where at least one of the years shown offers it. */
export function Batches({ of, year, lines, viewer, about, token, onSignedOut, onSay }: BatchesProps) {
  const { t, language } = useMessages();
  const { offers, read } = useOffers(of, year, lines, viewer, token, onSignedOut);
  const [open, setOpen] = useState<{ session: BatchSession; plan: Plan } | null>(null);
  const close = useCallback(() => setOpen(null), []);
  const show = async (name: BatchName) => {
    try {
      // As they stand now: one may have been contested or graded since.
      const plan = planOf(name, lines, await read());
      if (plan.ready.length === 0) return onSay(t.batch.noneReady);
      setOpen({ plan, session: new BatchSession(name, plan.ready, (input) => send(name, input, token).catch((error: unknown) => told(error, onSignedOut))) });
    } catch (error) {
      if (error instanceof SignedOut) onSignedOut();
      else onSay(t.batch.notRead);
    }
  };
  const offered = NAMES.map((name) => ({ name, ready: planOf(name, lines, offers).ready.length })).filter((b) => b.ready > 0);
  return (
    <>
      {offered.length > 0 && (
        <div className="moves batches">
          {offered.map(({ name, ready }) => <button key={name} className="e" data-batch={name} onClick={() => void show(name)}>{t.batch.names[name]} <b>{count(ready, language)}</b></button>)}
        </div>
      )}
      {open && <BatchSheet {...open} about={about} onClose={close} />}
    </>
  );
}

/** What the hub answers without a result: refused as a whole where it says why, else not known. */
function told(error: unknown, onSignedOut: () => void): BatchToldFragment {
  if (error instanceof SignedOut) onSignedOut();
  if (!(error instanceof QueryFailed) || !(error.refused || error.malformed)) throw error;
  return { results: [], errors: [{ __typename: 'InvalidInputError', code: error.code ?? '', rule: 'HUB', clause: '', field: null, message: error.message, messageEn: error.message }] };
}
