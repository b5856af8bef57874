import { dayAndTime, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { Dotted } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { owedAnnouncements } from './duties';
import { afterStates, stepStates, type StepState } from './steps';
import type { ConsultationRead } from './useConsultation';

/** When each step was done, where the record knows it. */
function doneAt(found: ConsultationRead): readonly (string | null | undefined)[] {
  const ended = found.sessions.findLast((s) => s.endedAt)?.endedAt;
  return [found.topic?.proposedAt, found.topic?.determinedAt, found.plan?.madeAt, found.notice?.at, found.participants?.at, ended, found.announcements.at(-1)?.at];
}

const Mark = ({ state }: { state: StepState }) => (state === 'past' ? <Icon name="done" /> : state === 'here' ? <i className="here" /> : <i />);

/** The seven steps and where it stands; notice and participants are two flags of their own. Below, what comes after the agreement. */
export function Track({ found }: { found: ConsultationRead }) {
  const { t } = useMessages();
  const c = t.consult;
  const states = stepStates({
    stage: found.stage, noticed: found.notice !== null && found.notice !== undefined, fixed: found.participants !== null && found.participants !== undefined,
    announcementOpen: owedAnnouncements(found.duties).length > 0, heard: found.sessions.some((s) => s.endedAt),
  });
  const dates = doneAt(found);
  const voted = found.votes.length > 0 || found.requiredVote != null;
  return (
    <section className="card track">
      <h2>{c.sevenSteps}<span className="meta"><Dotted text={c.eitherOrder} /></span></h2>
      <ol className="seven">
        {states.map((state, i) => {
          const at = state === 'past' ? dates[i] : null;
          return (
            <li key={i} className={state} data-step={i + 1} aria-current={state === 'here' ? 'step' : undefined}>
              <span className="bar" /><b><em>{i + 1}</em>{c.steps[i]}</b><small><Mark state={state} />{at ? dayAndTime(instant(at)) : ''}</small>
            </li>
          );
        })}
      </ol>
      <ol className="after">
        {afterStates(found.stage, voted).map(([part, state]) => (
          <li key={part} className={state} data-part={part}><Mark state={state} />{c.after[part]}</li>
        ))}
      </ol>
    </section>
  );
}
