import { useEffect, useRef, useState, type FormEvent } from 'react';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { problemsOf } from './check';
import { readChoices, type Choices } from './choices';
import type { Refusal } from './command';
import { Field } from './Field';
import type { ActSession, Sheet } from './session';
import { useSession } from './useSheet';
import './act.css';

interface ActSheetProps {
  readonly session: ActSession;
  readonly caseId: string;
  readonly token: string;
  /** What it is about, in one line. */
  readonly about: string;
  readonly onClose: () => void;
  readonly onDone: (label: string, sequence: number | null) => void;
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

function Notice({ sheet }: { sheet: Sheet }) {
  const { t, language } = useMessages();
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
            #{e.sequence} {dayAndTime(instant(e.at))} {t.events[e.event] ?? e.event}<Dot />{nameOf(e.organ, language)}
            {e.to && e.to !== e.from ? ` → ${t.stages[e.to]}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a step asks for, field by field as the API lists it, and what became of it. */
export function ActSheet({ session, caseId, token, about, onClose, onDone, onStale }: ActSheetProps) {
  const { t, language } = useMessages();
  const { move, values, sheet } = useSession(session);
  const [choices, setChoices] = useState<Choices | null>(null);
  const [unread, setUnread] = useState(false);
  const [tried, setTried] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const label = language === 'zh' ? move.label : move.labelEn;
  const picks = move.inputs.some((i) => ['PARTIES', 'ORGANS', 'ORGAN', 'CASE'].includes(i.kind));

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (picks) readChoices(caseId, move.inputs, token).then(setChoices, () => setUnread(true));
  }, [picks, caseId, move.inputs, token]);
  useEffect(() => {
    if (sheet.phase === 'done') onDone(label, sheet.sequence);
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
          <p>{about}{move.to && <> → {t.stages[move.to]}</>}</p>
        </header>
        <div className="body">
          <Notice sheet={sheet} />
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
