import { date, dayAndTime, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { RULES, STEPS, stepStates, termOf, type Step, type StepState } from './steps';
import type { YearRead } from './useYear';

/** When a step was done, where the record says it itself. */
function doneAt(found: YearRead, step: Step): string | null | undefined {
  switch (step) {
    case 'consent':
      return found.letter.consentedAt;
    case 'letter':
      return found.letter.inForce ? [found.letter.agencySignedAt, found.letter.townshipSignedAt].sort().at(-1) : null;
    case 'score':
      return found.scoredAt;
    case 'grade':
      return found.gradedAt;
    case 'share':
      return found.sharedAt.map((s) => s.at).sort().at(-1);
    case 'publish':
      return found.publishedAt;
    default:
      return null;
  }
}

const Mark = ({ state }: { state: StepState }) => (state === 'past' ? <Icon name="done" /> : state === 'left' ? <Icon name="late" /> : <i className={state} />);

/** The eleven steps of the year: where it stands, what was passed over, and until when each is due by which rule. */
export function Track({ found, now }: { found: YearRead; now: number }) {
  const { t, language } = useMessages();
  const y = t.year;
  const states = stepStates({
    stage: found.stage, hasLetter: found.letter.inForce, hasDuties: found.duties.length > 0, consented: found.letter.consentedAt != null, published: found.publishedAt != null,
  });
  return (
    <section className="card track">
      <h2>{y.track}<span className="meta"><Dotted text={y.trackNote} /></span></h2>
      <ol className="seven eleven">
        {STEPS.map((step, i) => {
          const state = states[i]!;
          const term = termOf(step, found.terms);
          const done = state === 'past' ? (doneAt(found, step) ?? term?.doneAt) : null;
          const owed = !done && term && !term.doneAt && state !== 'past' ? term : null;
          const late = owed && instant(owed.dueAt) <= now;
          return (
            <li key={step} className={state} data-step={step} aria-current={state === 'here' ? 'step' : undefined}>
              <span className="bar" />
              <b><em>{i + 1}</em>{y.steps[step]}</b>
              <small>
                <Mark state={state} />
                {done ? dayAndTime(instant(done)).slice(0, 5) : state === 'left' ? y.stepStates.left : null}
                {state !== 'left' && owed && <span className={late ? 'late-t' : ''}>{y.until(date(instant(owed.dueAt) - 1, language))}</span>}
              </small>
              <small className="rule">{owed?.rule ?? RULES[step]}{term?.basis === 'ASSUMED' && owed ? ` ${y.assumed}` : ''}</small>
            </li>
          );
        })}
      </ol>
      {found.objection && <p className="told"><b>{y.objection}</b> {found.objection}</p>}
      {found.determinedWhy && <p className="meta">{y.determined}：{found.determinedWhy}</p>}
    </section>
  );
}
