import { useCallback, useEffect, useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { none, type Choices } from '../act/choices';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import { hubOf } from '../act/useSheet';
import { CommunityMovesDocument, CommunitySupportDocument, type CommunitySupportQuery } from '../api/generated/graphql';
import { query } from '../api/query';
import type { CommunityStep, Move, Subject } from '../api/types';
import { useMessages } from '../i18n/useMessages';
import { seekFinished } from './seek';
import { SupportCard, type SupportRecord } from './SupportCard';
import './community.css';

const RECORDS = 20;

interface Open {
  readonly session: ActSession;
  readonly subject: Subject;
  readonly given: Choices;
  readonly about: string;
}

/** A further page of support records below those that are there, each once. */
export const withMore = (held: CommunitySupportQuery | null, page: CommunitySupportQuery): CommunitySupportQuery => {
  const nodes = [...(held?.supportRecords.nodes ?? []), ...page.supportRecords.nodes];
  return { ...page, supportRecords: { ...page.supportRecords, nodes: [...new Map(nodes.map((r) => [r.id, r])).values()] } };
};

/** Support records of a unit of any level, and what may be recorded for it: some kinds are a community's, some its township's, county's or city's (C063, C073, T088 and others). */
export function UnitSupport({ code, place, token, onSignedOut }: { code: string; place: string; token: string; onSignedOut: () => void }) {
  const { t } = useMessages();
  const [support, setSupport] = useState<CommunitySupportQuery | null>(null);
  const [moves, setMoves] = useState<readonly CommunityStep[]>([]);
  const [open, setOpen] = useState<Open | null>(null);
  const toast = useToast();
  const failed = () => toast.show(t.console.notOpened);

  const read = useCallback(() => {
    query(CommunitySupportDocument, { code, first: RECORDS, after: null }, token).then(setSupport, () => setSupport(null));
    query(CommunityMovesDocument, { code }, token).then((found) => setMoves(found.supportMoves), () => setMoves([]));
  }, [code, token]);
  useEffect(read, [read]);
  const more = async () => {
    const after = support?.supportRecords.pageInfo.endCursor ?? null;
    if (!after) return;
    const page = await query(CommunitySupportDocument, { code, first: RECORDS, after }, token);
    setSupport((held) => withMore(held, page));
  };

  const show = (move: Move, subject: Subject, fixed: Record<string, unknown>, given: Choices, about: string) =>
    setOpen({ about, subject, given, session: new ActSession(move, { fixed }, Date.now(), hubOf(subject.kind, null, token, onSignedOut), undefined, {}) });
  // Bounds such as 'not in the future' are those of the moment: the step is read anew, and may be gone.
  const record = async (move: CommunityStep) => {
    const { supportMoves } = await query(CommunityMovesDocument, { code }, token);
    const present = supportMoves.find((m) => m.mutation === move.mutation && m.kind === move.kind);
    if (!present) {
      read();
      throw new Error(`${move.mutation} is no longer offered`);
    }
    const words = { ...Object.fromEntries((support?.supportKinds ?? []).map((k) => [k.kind, k])), ...Object.fromEntries(Object.entries(t.consult.risks).map(([risk, name]) => [risk, { name, nameEn: name }])) };
    show(present, { kind: 'support', id: '' }, { unit: code }, { ...none, seek: seekFinished(code, token), words }, place);
  };
  const end = (r: SupportRecord, move: CommunityStep) => show(move, { kind: 'support', id: r.id }, { recordId: r.id }, none, r.text);
  const done = (label: string, sequence: number | null) => {
    setOpen(null);
    toast.show(t.act.done(label, sequence));
    read();
  };

  // Where nothing stands and nothing may be recorded there is nothing to say.
  if (!support || (support.supportRecords.totalCount === 0 && moves.length === 0)) return null;
  return (
    <>
      <SupportCard support={support} moves={moves} onRecord={(m) => void record(m).catch(failed)} onEnd={end} onMore={() => void more().catch(failed)} />
      {open && (
        <ActSheet key={open.subject.id} session={open.session} subject={open.subject} given={open.given} token={token} about={open.about}
          onClose={() => setOpen(null)} onDone={done} onStale={read} />
      )}
      {toast.view}
    </>
  );
}
