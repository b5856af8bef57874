import { useEffect, useRef, useSyncExternalStore, type FormEvent } from 'react';
import { Refused } from '../act/ActSheet';
import type { AssessmentGrade } from '../api/generated/graphql';
import type { YearLine } from '../api/types';
import { figure, percent } from '../assessment/figures';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import type { Held, Plan } from './batch';
import { goingOf, type BatchRow, type BatchSession, type Told } from './batchSession';
import '../act/act.css';
import './batch.css';

const GRADES: readonly AssessmentGrade[] = ['EXCELLENT', 'GOOD', 'COMPETENT', 'NOT_COMPETENT'];

/** What a judgement rests on: T and R, final or as they stand. */
function Figures({ line }: { line: YearLine }) {
  const { t } = useMessages();
  const [total, rate] = [line.total ?? line.forecastTotal, line.townshipRate ?? line.forecastRate];
  return <span className="figs">T <b>{figure(total)}</b> R <b>{percent(rate)}</b>{line.total == null && <small>{t.year.soFar}</small>}</span>;
}

function Name({ line }: { line: YearLine }) {
  const { language } = useMessages();
  return <span className="who">{nameOf(line.agency, language)}<small>{nameOf(line.host, language)}<Dot />{nameOf(line.department, language)}</small></span>;
}

/** What became of one year, or nothing yet. */
function Outcome({ told }: { told: Told | null }) {
  const { t } = useMessages();
  if (!told) return null;
  if (!told.done) return <div className="why">{told.errors.map((e) => <Refused key={e.code} refusal={e} />)}</div>;
  return <p className="why done-t" role="status"><Icon name="done" /> {t.batch.done(told.sequence)}</p>;
}

function Grade({ row, session, locked }: { row: BatchRow; session: BatchSession; locked: boolean }) {
  const { t, language } = useMessages();
  const barred = GRADES.filter((g) => !row.grades.includes(g));
  return (
    <span className="give">
      <select aria-label={`${nameOf(row.line.agency, language)} ${t.year.grade}`} value={row.grade} disabled={locked} onChange={(e) => session.grade(row.line.id, e.target.value as AssessmentGrade | '')}>
        <option value="">{t.batch.noGrade}</option>
        {row.grades.map((g) => <option key={g} value={g}>{t.act.choices[g]}</option>)}
      </select>
      {barred.length > 0 && <small>{t.batch.barred(barred.map((g) => t.act.choices[g] ?? g))}</small>}
    </span>
  );
}

function Going({ row, session, sending, unsure }: { row: BatchRow; session: BatchSession; sending: boolean; unsure: boolean }) {
  const done = row.told?.done === true;
  return (
    <li className={done ? 'done' : ''} data-year={row.line.id}>
      <label className="tick">
        {done ? <Icon name="done" /> : <input type="checkbox" checked={row.ticked} disabled={sending} onChange={(e) => session.tick(row.line.id, e.target.checked)} />}
        <Name line={row.line} />
      </label>
      <Figures line={row.line} />
      {session.name === 'gradeAgencies' && <Grade row={row} session={session} locked={done || sending || unsure} />}
      <Outcome told={row.told} />
    </li>
  );
}

/** Those that stand in the right stage and may not go, each with its rule; the others by stage alone. */
function NotGoing({ held, elsewhere }: { held: readonly Held[]; elsewhere: Plan['elsewhere'] }) {
  const { t, language } = useMessages();
  const b = t.batch;
  // Two stages may have one word.
  const byWord = new Map<string, number>();
  for (const [stage, n] of elsewhere) byWord.set(t.year.stages[stage], (byWord.get(t.year.stages[stage]) ?? 0) + n);
  return (
    <>
      {held.length > 0 && (
        <section data-held>
          <h3>{b.held(held.length)}</h3>
          <ul>
            {held.map(({ line, why }) => (
              <li key={line.id} data-year={line.id}>
                <Name line={line} />
                <p className="why">{why ? <>{language === 'zh' ? why.message : why.messageEn}<small>{t.act.rests(why.rule, why.clause)}</small></> : b.movedOn}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {elsewhere.length > 0 && <p className="plain" data-elsewhere>{b.elsewhere(elsewhere.reduce((n, [, some]) => n + some, 0))}{[...byWord].map(([word, n]) => `${word} ${n}`).join(t.act.and)}</p>}
    </>
  );
}

/** A step for many years at once: which go, which do not and why, and after it was sent what became of each. */
export function BatchSheet({ session, plan, about, onClose }: { session: BatchSession; plan: Plan; about: string; onClose: () => void }) {
  const { t, language } = useMessages();
  const b = t.batch;
  const { rows, phase, whole } = useSyncExternalStore(session.listen, session.snapshot, session.snapshot);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const sending = phase === 'sending';
  const going = goingOf(session.name, rows);
  const [done, refused] = [rows.filter((r) => r.told?.done).length, rows.filter((r) => r.told?.done === false).length];
  const grades = GRADES.filter((g) => rows.some((r) => r.grades.includes(g)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void session.submit();
  };
  const step = plan.move ? (language === 'zh' ? plan.move.label : plan.move.labelEn) : '';
  return (
    <dialog ref={dialog} className="sheet batch" aria-label={b.names[session.name]} onCancel={(e) => sending && e.preventDefault()} onClose={onClose}>
      <form method="dialog" noValidate onSubmit={submit}>
        <header>
          <h2>{b.names[session.name]}<small>{plan.move?.rule}</small></h2>
          <p>{about}</p>
        </header>
        <div className="body">
          {whole.map((e) => <Refused key={e.code} refusal={e} />)}
          {phase === 'unsure' && <p className="told" role="alert">{t.act.unsure}</p>}
          {done + refused > 0 && <p className="told sum" role="status" data-told>{b.told(done, refused)}</p>}
          <section data-going>
            <h3>
              {b.ready(rows.length)}
              {grades.length > 0 && (
                <select aria-label={b.gradeAll} value="" disabled={sending || phase === 'unsure'} onChange={(e) => session.gradeAll(e.target.value as AssessmentGrade)}>
                  <option value="" disabled>{b.gradeAll}</option>
                  {grades.map((g) => <option key={g} value={g}>{t.act.choices[g]}</option>)}
                </select>
              )}
            </h3>
            <ul>{rows.map((row) => <Going key={row.line.id} row={row} session={session} sending={sending} unsure={phase === 'unsure'} />)}</ul>
          </section>
          <NotGoing held={plan.held} elsewhere={plan.elsewhere} />
        </div>
        <footer>
          <button type="button" disabled={sending} onClick={() => dialog.current?.close()}>{done + refused > 0 ? t.act.close : t.act.cancel}</button>
          {done < rows.length && <button className="p" disabled={sending || going.length === 0}>{sending ? t.act.sending : phase === 'choosing' ? b.send(step, going.length) : b.sendAgain(step, going.length)}</button>}
        </footer>
      </form>
    </dialog>
  );
}
