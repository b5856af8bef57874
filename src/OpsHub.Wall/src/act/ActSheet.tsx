import { useEffect, useRef, useState, type FormEvent } from 'react';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { problemsOf } from './check';
import type { AgencyYearStage, CaseStage, ConsultationStage } from '../api/generated/graphql';
import type { Stage, Subject } from '../api/types';
import { readChoices, reads, type Choices } from './choices';
import type { Entry } from '../case/useCase';
import type { Refusal } from './command';
import { Field } from './Field';
import type { ActSession, Sheet } from './session';
import { useSession } from './useSheet';
import './act.css';

interface ActSheetProps {
  readonly session: ActSession;
  readonly subject: Subject;
  /** What its fields choose from, where the page knows; else it is read. */
  readonly given?: Choices;
  readonly token: string;
  /** What it is about, in one line. */
  readonly about: string;
  readonly onClose: () => void;
  readonly onDone: (label: string, sequence: number | null, subjectId: string | null) => void;
  /** Others acted: the page behind should read again. */
  readonly onStale: () => void;
}

export function Refused({ refusal }: { refusal: Refusal }) {
  const { t, language } = useMessages();
  return (
    <p className="refusal" role="alert">
      <Icon name="late" /> {language === 'zh' ? refusal.message : refusal.messageEn}
      <small>{t.act.rests(refusal.rule, refusal.clause)}</small>
    </p>
  );
}

/** A stage in words; the kinds of subjects share the names of some. */
export const useStageWord = (kind: Subject['kind']) => {
  const { t } = useMessages();
  return (stage: Stage): string =>
    (kind === 'case' ? t.stages[stage as CaseStage] : kind === 'year' ? t.year.stages[stage as AgencyYearStage] : t.consult.stages[stage as ConsultationStage]) ?? stage;
};

function Notice({ sheet, kind }: { sheet: Sheet; kind: Subject['kind'] }) {
  const { t, language } = useMessages();
  const stageWord = useStageWord(kind);
  if (sheet.phase === 'refused') return <>{sheet.whole.map((e) => <Refused key={e.code} refusal={e} />)}</>;
  if (sheet.phase === 'unsure') return <p className="told" role="alert">{t.act.unsure}</p>;
  if (sheet.phase === 'busy') return <p className="told" role="alert">{t.act.busy}</p>;
  if (sheet.phase !== 'stale') return null;
  return (
    <div className="told" role="alert">
      <b>{sheet.still ? t.act.stale : t.act.gone}</b>
      <ul>
        {sheet.since.map((e) => (
          <li key={e.sequence}>
            #{e.sequence} {dayAndTime(instant(e.at))} {t.events[e.event] ?? t.consult.events[e.event] ?? t.year.events[e.event] ?? t.survey.events[e.event] ?? t.posts.events[e.event] ?? e.event}<Dot />{nameOf(e.organ, language)}
            {movedTo(e) ? ` → ${stageWord(movedTo(e)!)}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

const movedTo = (e: Entry): Stage | null =>
  e.to && e.to !== e.from ? e.to : e.consultationTo && e.consultationTo !== e.consultationFrom ? e.consultationTo : e.yearTo && e.yearTo !== e.yearFrom ? e.yearTo : null;

/** What a step asks for, field by field as the API lists it, and what became of it. */
export function ActSheet({ session, subject, given, token, about, onClose, onDone, onStale }: ActSheetProps) {
  const { t, language } = useMessages();
  const { move, values, sheet } = useSession(session);
  const [choices, setChoices] = useState<Choices | null>(given ?? null);
  const [unread, setUnread] = useState(false);
  const [tried, setTried] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const label = language === 'zh' ? move.label : move.labelEn;
  const picks = !given && move.inputs.some(reads);
  const stageWord = useStageWord(subject.kind);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (picks) readChoices(subject, move.inputs, token).then(setChoices, () => setUnread(true));
  }, [picks, subject, move.inputs, token]);
  useEffect(() => {
    if (sheet.phase === 'done') onDone(label, sheet.sequence, sheet.subjectId);
    if (sheet.phase === 'stale') onStale();
  }, [sheet.phase]); // eslint-disable-line -- told once for each outcome

  const problems = problemsOf(move.inputs, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length === 0) void session.submit();
  };
  const gone = sheet.phase === 'stale' && !sheet.still;
  const again = sheet.phase === 'unsure' || sheet.phase === 'busy' || sheet.phase === 'stale';
  return (
    <dialog ref={dialog} className="sheet" aria-label={label} onCancel={(e) => sheet.phase === 'sending' && e.preventDefault()} onClose={onClose}>
      <form method="dialog" noValidate onSubmit={submit}>
        <header>
          <h2>{label}<small>{move.rule}</small></h2>
          <p>{about}{move.to && <> → {stageWord(move.to)}</>}</p>
        </header>
        <div className="body">
          <Notice sheet={sheet} kind={subject.kind} />
          {unread && <p className="told" role="alert">{t.act.unread}</p>}
          {!gone && move.inputs.map((i) => (
            <Field
              key={i.name} input={i} value={values[i.name]!} choices={choices} onPut={(v) => session.put(i.name, v)}
              problem={tried ? problems[i.name] : undefined} refusal={sheet.phase === 'refused' ? sheet.at[i.name] : undefined}
            />
          ))}
          {!gone && move.inputs.length === 0 && <p className="plain">{t.act.noInput}</p>}
        </div>
        <footer>
          <button type="button" disabled={sheet.phase === 'sending'} onClick={() => dialog.current?.close()}>{gone ? t.act.close : t.act.cancel}</button>
          {!gone && <button className="p" disabled={sheet.phase === 'sending'}>{sheet.phase === 'sending' ? t.act.sending : again ? t.act.again(label) : label}</button>}
        </footer>
      </form>
    </dialog>
  );
}
