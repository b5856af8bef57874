import { consultationPath, follow } from '../app/router';
import type { Talk } from '../api/types';
import { Badge, type Tone } from '../case/Badge';
import { ageText, countdown, runningClock } from '../format/durations';
import { DAY, due, instant } from '../format/instants';
import { nameOf, shortName } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { toneOf } from './duties';

/** What a row is about: an announcement with its running clock, another duty, a session ahead, or what waits without a term. */
export type Ask = 'announce' | 'plan' | 'vote' | 'session' | 'way' | 'review' | 'report' | null;

interface Shown {
  readonly tone: Tone;
  readonly text: string;
}

/** The deadline of a row in words; the same words as on its page. */
export function useDeadline(now: number) {
  const { t, language } = useMessages();
  return (talk: Talk, ask: Ask): Shown => {
    const owed = ask === 'announce' ? talk.announcementDueAt : ask === 'session' ? talk.sessionAt : talk.dueAt;
    if (!owed) return ask === 'session' ? { tone: 'ok', text: t.consult.stages[talk.stage] } : { tone: 'none', text: t.consult.noTerm };
    const left = instant(owed) - now;
    if (ask === 'session') return { tone: left < 0 ? 'none' : left < DAY ? 'soon' : 'ok', text: due(instant(owed), language) };
    if (ask === 'announce') {
      const clock = runningClock(Math.abs(left), language);
      return { tone: toneOf(owed, now), text: `${left <= 0 ? `${t.consult.flagged} ` : ''}${clock.figure} ${clock.unit}` };
    }
    return { tone: toneOf(owed, now), text: left <= 0 ? `${t.overdue} ${ageText(-left, language)}` : countdown(left, language) };
  };
}

/** What of its open duties comes first, in a word. */
const firstDuty = (talk: Talk): Talk['openDuties'][number] | undefined =>
  talk.openDuties.toSorted((a, b) => instant(a.term.dueAt) - instant(b.term.dueAt))[0];

export function TalkRow({ talk, ask, now, what }: { talk: Talk; ask: Ask; now: number; what: string | null }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const deadline = useDeadline(now)(talk, ask);
  const open = follow(consultationPath(talk.number));
  const place = shortName(nameOf(talk.community ?? talk.township, language));
  const duty = firstDuty(talk);
  const said = what ?? (duty ? nameOf(duty.term, language) : c.stages[talk.stage]);
  return (
    <a className="talk" href={consultationPath(talk.number)} onClick={open} data-talk={talk.number}>
      <span className="t"><b>{said}</b><Dot />{place}</span>
      <Badge tone={deadline.tone}>{deadline.text}</Badge>
      <span className="meta"><span>{talk.title}</span>{talk.round > 1 && <Badge tone="urged">{c.round(talk.round)}</Badge>}{talk.breached && <Badge tone="late">{c.breach}</Badge>}</span>
    </a>
  );
}
