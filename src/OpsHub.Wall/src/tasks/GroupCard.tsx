import { MoveButtons } from '../act/MoveButtons';
import type { Move } from '../api/types';
import { yearPath } from '../app/router';
import { To } from '../app/To';
import { asWritten } from '../assessment/figures';
import { Badge } from '../case/Badge';
import { date, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { dueTone, useDueWord } from '../scoreboard/Row';
import { Dot } from '../theme/Dotted';
import { stepsOf, type Group, type Task } from './groups';

/** How many of one's own, and of others', open ones are listed before the rest folds. */
const MOST = { mine: 10, others: 5 } as const;

type Pick = (task: Task, move: Move) => void;

/** One target: what came of it or until when it is owed, and the steps that the viewer may take. */
function TaskRow({ task, now, onPick }: { task: Task; now: number; onPick: Pick }) {
  const { t, language } = useMessages();
  const w = t.tasks;
  const dueWord = useDueWord(now);
  const name = nameOf(task.target, language);
  const agency = task.kind === 'AGENCIES';
  return (
    <li className={task.open ? 'open' : ''} data-task={task.target.code}>
      <span className="who">{agency ? <To path={yearPath(task.target.code, task.year)} className="to"><b>{name}</b></To> : <b>{name}</b>}{task.class && <small className="meta">{w.classes[task.class] ?? task.class}</small>}</span>
      {agency && task.open && task.dueAt && <Badge tone={dueTone(task.dueAt, now)}>{dueWord(task.dueAt)}</Badge>}
      {!task.open && (
        <span className="meta came">
          {task.excluded != null && <span>{w.excluded(task.excluded)}</span>}
          {task.score != null && <span>{w.score} <b>{asWritten(task.score)}</b></span>}
          {task.satisfaction != null && <span>{w.satisfaction} <b>{asWritten(task.satisfaction)}</b></span>}
          {task.closedAt && <span>{w.closedOn(date(instant(task.closedAt), language))}</span>}
          {task.late && <Badge tone="urged">{w.late}</Badge>}
          {task.revision && <span className="why">{w.revision(task.revision)}</span>}
        </span>
      )}
      {task.nextMoves.length > 0 && <MoveButtons moves={stepsOf(task)} all={[]} onPick={(move) => onPick(task, move)} />}
    </li>
  );
}

const Rows = ({ tasks, now, onPick }: { tasks: readonly Task[]; now: number; onPick: Pick }) => (
  <ul>{tasks.map((task) => <TaskRow key={task.id} task={task} now={now} onPick={onPick} />)}</ul>
);

/** Tasks of one kind and assessor: what is open, and folded what is done. */
export function GroupCard({ group, own, now, onPick }: { group: Group; own: string | null; now: number; onPick: Pick }) {
  const { t, language } = useMessages();
  const w = t.tasks;
  const dueWord = useDueWord(now);
  const { kind, owner, open, done, dueAt } = group;
  const mine = owner.code === own;
  const shown = mine && kind !== 'AGENCIES' ? MOST.mine : MOST.others;
  const all = open.length + done.length;
  return (
    <section className="card task-group" data-group={`${kind} ${owner.code}`} data-mine={mine}>
      <h2>
        <span>{w.kinds[kind]}<small className="meta">{mine ? w.mine : w.by(nameOf(owner, language))}</small></span>
        {open.length === 0 ? <Badge tone="none">{w.allDone}</Badge> : dueAt && <Badge tone={dueTone(dueAt, now)}>{dueWord(dueAt)}</Badge>}
      </h2>
      <p className="meta sum">{w.doneOf(done.length, all)}{dueAt && kind !== 'AGENCIES' && <><Dot />{w.dueOn(due(instant(dueAt), language))}</>}</p>
      <i className="track" aria-hidden="true"><i style={{ width: `${(done.length * 100) / all}%` }} /></i>
      <Rows tasks={open.slice(0, shown)} now={now} onPick={onPick} />
      {open.length > shown && <details><summary>{w.more(open.length - shown)}</summary><Rows tasks={open.slice(shown)} now={now} onPick={onPick} /></details>}
      {done.length > 0 && <details className="done"><summary>{w.done(done.length)}</summary><Rows tasks={done} now={now} onPick={onPick} /></details>}
    </section>
  );
}
