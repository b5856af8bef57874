import { useState } from 'react';
import { ActSheet } from '../act/ActSheet';
import { agenciesOf, communitiesOf, none, type Choices } from '../act/choices';
import { ActSession } from '../act/session';
import { useToast } from '../act/Toast';
import type { Values } from '../act/values';
import { hubOf } from '../act/useSheet';
import { CommunityMovesDocument, LinkOpinionDocument, type OpinionSource } from '../api/generated/graphql';
import { query } from '../api/query';
import type { CommunityStep, LedgerEntry, Move, OrganName, Subject } from '../api/types';
import { consultationIdPath, consultationsPath, follow, goTo, unitPath } from '../app/router';
import { Badge } from '../case/Badge';
import { Said } from '../console/Said';
import { dayAndTime, instant } from '../format/instants';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { CouncilCard } from './CouncilCard';
import { beginMove, enterMove, linkMove } from './moves';
import { seekJoinable } from './seek';
import { UnitSupport } from './UnitSupport';
import { useCommunity, type Sought } from './useCommunity';
import '../console/console.css';
import '../consultation/list.css';
import './community.css';

const SOURCES: readonly OpinionSource[] = ['BOX', 'ONLINE_FORUM', 'HOUSEHOLD_VISIT', 'HOTLINE_12345'];

interface Open {
  readonly session: ActSession;
  readonly subject: Subject;
  readonly given: Choices;
  /** The opinion that it is about, where it is about one. */
  readonly entry: LedgerEntry | null;
  readonly about: string;
}

/** What became of an entry: its consultation by name, and that the township is to decide on the way where it proposed another. C013. */
function Joined({ entry, id }: { entry: LedgerEntry; id: string }) {
  const { t } = useMessages();
  const c = t.consult;
  const { consultation: of } = entry;
  const said = of ? <><Icon name="link" /> <b>{of.number}</b> {of.title}</> : <><Icon name="link" /> {c.linkedTo}</>;
  return (
    <p className="joined">
      {!of || of.reads ? <a className="to" href={consultationIdPath(id)} onClick={follow(consultationIdPath(id))}>{said}</a> : <span className="to away">{said}</span>}
      {of && <span className="meta">{c.stages[of.stage]}{of.proposedVariant && <><Dot />{c.proposed(t.act.choices[of.proposedVariant] ?? of.proposedVariant)}</>}{!of.reads && !of.proposedVariant && <><Dot />{c.elsewhere}</>}</span>}
    </p>
  );
}

function Entry({ entry, onLink, onBegin }: { entry: LedgerEntry; onLink: (() => void) | null; onBegin: (() => void) | null }) {
  const { t } = useMessages();
  const { consultationId } = entry;
  return (
    <article className="opinion" data-entry={entry.id}>
      <p className="meta">
        <b>{t.act.choices[entry.source]}</b><Dot />{entry.on}{entry.kind && <><Dot />{t.act.choices[entry.kind]}</>}{entry.ticket && <><Dot />{entry.ticket}</>}<Dot />{dayAndTime(instant(entry.enteredAt))}
      </p>
      <p>{entry.text}</p>
      {consultationId
        ? <Joined entry={entry} id={consultationId} />
        : (onLink || onBegin) && (
          <div className="moves">
            {onLink && <button data-move="linkOpinion" onClick={onLink}>{t.consult.link}</button>}
            {onBegin && <button data-move="openConsultation" className="e" onClick={onBegin}>{t.consult.begin}</button>}
          </div>
        )}
    </article>
  );
}

/** A community: what people said, by where it came from, and what became of it; and its council. */
export function CommunityPage({ code, token, onSignedOut }: { code: string; token: string; onSignedOut: () => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const [sought, setSought] = useState<Sought>({ source: null, linked: null });
  const { unit, ledger, entries, next, shut, council, moves, read, readBeside } = useCommunity(code, sought, token, onSignedOut);
  const [open, setOpen] = useState<Open | null>(null);
  const toast = useToast();
  const failed = () => toast.show(t.console.notOpened);

  const show = (move: Move, entry: LedgerEntry | null, subject: Subject, fixed: Record<string, unknown>, given: Choices, known: Values = {}, about: string = entry?.text ?? '') =>
    setOpen({ entry, about, subject, given, session: new ActSession(move, { fixed }, Date.now(), hubOf(subject.kind, null, token, onSignedOut), undefined, known) });

  const link = (entry: LedgerEntry) => show(linkMove(), entry, { kind: 'opinion', id: entry.id }, { entryId: entry.id }, { ...none, seek: seekJoinable(code, token) });
  const begin = async (entry: LedgerEntry | null) => {
    const places = ledger?.beginsAt ?? [];
    const only = places.length === 1 ? places[0]!.code : null;
    const own: OrganName = { code, kind: 'UNIT', name: unit?.name ?? code, nameEn: unit?.nameEn ?? null };
    const parent = unit?.parent;
    const [near, organs] = parent
      ? await Promise.all([communitiesOf(parent.code, token).catch(() => []), agenciesOf(parent.code, token).catch(() => none)])
      : [[], none];
    const communities = [own, ...near.filter((o) => o.code !== code)];
    const words = Object.fromEntries(places.map((p) => [p.code, p]));
    show(beginMove(places.map((p) => p.code)), entry, { kind: 'consultation', id: '' }, only ? { unit: only } : {}, { ...none, communities, parties: organs.departments, words },
      { communities: { kind: 'organs', codes: [code] } }, entry?.text ?? place);
  };
  const place = unit ? nameOf(unit, language) : code;
  const enter = () => show(enterMove(ledger?.enters), null, { kind: 'opinion', id: '' }, { community: code }, none, {}, place);
  // Bounds such as 'not in the future' are those of the moment: the step is read anew, and may be gone.
  const present = async (move: CommunityStep): Promise<CommunityStep> => {
    const { councilDesk } = await query(CommunityMovesDocument, { code }, token);
    const found = councilDesk?.nextMoves.find((m) => m.mutation === move.mutation && m.kind === move.kind);
    if (found) return found;
    readBeside();
    throw new Error(`${move.mutation} is no longer offered`);
  };
  const step = async (move: CommunityStep) => show(await present(move), null, { kind: 'council', id: code }, { community: code }, none, {}, place);
  const done = async (label: string, sequence: number | null, subjectId: string | null) => {
    const about = open;
    setOpen(null);
    toast.show(t.act.done(label, sequence));
    if (about?.subject.kind === 'council') return readBeside();
    if (about?.subject.kind !== 'consultation' || !subjectId) return void read();
    if (!about.entry) return goTo(consultationIdPath(subjectId));
    // What was begun takes the opinion with it: linking enters it there.
    const linked = await query(LinkOpinionDocument, { input: { commandId: crypto.randomUUID(), entryId: about.entry.id, consultationId: subjectId } }, token).catch(() => null);
    const refusal = linked?.linkOpinion.errors[0];
    if (refusal) toast.show(language === 'zh' ? refusal.message : refusal.messageEn);
    goTo(consultationIdPath(subjectId));
  };

  return (
    <main className="console community">
      <div className="bar1">
        <h1>{unit && nameOf(unit, language)}</h1>
        {unit?.parent && <button className="meta up" onClick={() => goTo(consultationsPath(unit.parent!.code))}>‹ {nameOf(unit.parent, language)}</button>}
        <span className="meta state"><button className="up" onClick={() => goTo(consultationsPath(code))}>{c.toList}</button><button className="up" onClick={() => goTo(unitPath(code))}>{t.console.wall}</button></span>
      </div>
      <div className="two">
        <section>
          <h2>{c.ledger}<span className="meta">{ledger && c.ledgerNote(count(ledger.linked, language), count(ledger.count, language))}</span>{ledger && ledger.beginsAt.length > 0 && <button className="up" data-move="openConsultation" onClick={() => void begin(null).catch(failed)}>{c.begin}</button>}{ledger && ledger.enters.length > 0 && <button className="up enter" data-move="enterOpinion" onClick={enter}>{c.enter}</button>}</h2>
          <nav className="sources">
            <button className={sought.source === null ? 'on' : ''} onClick={() => setSought({ ...sought, source: null })}>{c.allSources} {count(ledger?.count, language)}</button>
            {SOURCES.map((s) => (
              <button key={s} className={sought.source === s ? 'on' : ''} onClick={() => setSought({ ...sought, source: s })}>{t.act.choices[s]} {count(ledger?.bySource.find((x) => x.source === s)?.count ?? 0, language)}</button>
            ))}
            <button className={`part ${sought.linked === false ? 'on' : ''}`} onClick={() => setSought({ ...sought, linked: sought.linked === false ? null : false })}>{c.unlinked}</button>
            <button className={sought.linked === true ? 'on' : ''} onClick={() => setSought({ ...sought, linked: sought.linked === true ? null : true })}>{c.linkedOnly}</button>
          </nav>
          <div className="card">
            {shut && <Said icon="lock" title={c.ledgerShut} lines={[]} />}
            {ledger && entries.length === 0 && <p className="meta none">{c.noOpinions}</p>}
            {!ledger && !shut && <p className="meta none">{c.reading}</p>}
            {entries.map((e) => <Entry key={e.id} entry={e} onLink={ledger?.links ? () => link(e) : null} onBegin={ledger && ledger.beginsAt.length > 0 ? () => void begin(e).catch(failed) : null} />)}
            {next && <button className="more" onClick={() => void read(next)}>{c.more}</button>}
          </div>
        </section>
        <aside>
          {ledger?.visitDueOn && (
            <p className="visit"><Badge tone={ledger.visitOverdue ? 'late' : 'ok'}>{ledger.visitOverdue ? c.visitLate(ledger.visitDueOn) : c.visitDue(ledger.visitDueOn)}</Badge>{ledger.lastVisitOn && <span className="meta">{c.lastVisit(ledger.lastVisitOn)}</span>}</p>
          )}
          <CouncilCard council={council} reads={moves?.councilDesk?.reads ?? true} moves={moves?.councilDesk?.nextMoves ?? []} onStep={(m) => void step(m).catch(failed)} />
          <UnitSupport code={code} place={place} token={token} onSignedOut={onSignedOut} />
        </aside>
      </div>
      {open && (
        <ActSheet key={(open.entry?.id ?? open.subject.id) + open.subject.kind} session={open.session} subject={open.subject} given={open.given} token={token} about={open.about}
          onClose={() => setOpen(null)} onDone={(...told) => void done(...told)} onStale={() => void read()} />
      )}
      {toast.view}
    </main>
  );
}
