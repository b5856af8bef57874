import type { ReactNode } from 'react';
import { channelsPath, follow } from '../app/router';
import { Badge, type Tone } from '../case/Badge';
import { ageText } from '../format/durations';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Icon } from '../theme/Icon';
import { Past } from './Past';
import { verbsOf, type Channel, type Verb } from './verbs';
import { NOTICE_KINDS, NOTICE_SUBJECTS } from './words';

const TONES: Readonly<Record<Channel['state'], Tone>> = { FAILING: 'late', WORKING: 'ok', UNUSED: 'none', SWITCHED_OFF: 'dashed' };

const Row = ({ label, children }: { label: string; children: ReactNode }) => <div><dt>{label}</dt><dd>{children}</dd></div>;

/** One channel: where it leads, how it goes, what goes through it, and what the viewer may do. */
export function ChannelCard({ channel: c, now, token, onPick, foreign = false }: {
  channel: Channel;
  now: number;
  token: string;
  onPick: ((verb: Verb) => void) | null;
  /** Among those of other organs: it says whose it is. */
  foreign?: boolean;
}) {
  const { t, language } = useMessages();
  const w = t.channels;
  const verbs = onPick ? verbsOf(c) : [];
  const listed = (all: number, words: readonly string[]) => (words.length === all ? w.all : words.join(language === 'zh' ? '、' : ', '));
  return (
    <article className="card channel" data-channel={c.id} data-state={c.state}>
      <h2>
        <span><small>{w.kinds[c.kind]}</small><b>{c.target}</b></span>
        <Badge tone={TONES[c.state]}>{w.states[c.state]}</Badge>
      </h2>
      {foreign && <p className="meta"><a href={channelsPath(c.organ.code)} onClick={follow(channelsPath(c.organ.code))}>{nameOf(c.organ, language)}</a></p>}
      {c.failingSince && (
        <div className="down" role="status">
          <p>{w.failingSince(dayAndTime(instant(c.failingSince)), ageText(Math.max(0, now - instant(c.failingSince)), language), c.failures)}</p>
          {c.lastError && <p className="error">{c.lastError}</p>}
          {c.nextTry && <p>{instant(c.nextTry) > now ? w.nextTry(dayAndTime(instant(c.nextTry))) : w.nextNow}</p>}
        </div>
      )}
      {c.givenUp > 0 && <p className="lost"><Icon name="late" /> {w.givenUp(c.givenUp)}</p>}
      <dl>
        <Row label={w.rows.kinds}>{c.kinds.length === 0 ? w.noKinds : listed(NOTICE_KINDS.length, NOTICE_KINDS.filter((k) => c.kinds.includes(k)).map((k) => w.notices[k]))}</Row>
        <Row label={w.rows.subjects}>{listed(NOTICE_SUBJECTS.length, NOTICE_SUBJECTS.filter((s) => c.subjects.includes(s)).map((s) => w.subjects[s]))}</Row>
        <Row label={w.rows.language}>{w.languages[c.language]}</Row>
        <Row label={w.rows.lastSent}>{c.lastSentAt ? dayAndTime(instant(c.lastSentAt)) : w.never}</Row>
      </dl>
      {verbs.length > 0 && onPick && (
        <div className="moves">
          {verbs.map((v) => <button key={v} data-verb={v} className={v === 'resend' ? 'p' : ''} onClick={() => onPick(v)}>{w.moves[v]}</button>)}
        </div>
      )}
      {!foreign && <Past id={c.id} organ={c.organ.code} version={c.version} token={token} />}
    </article>
  );
}
