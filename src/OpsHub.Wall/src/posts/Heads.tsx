import { Badge, type Tone } from '../case/Badge';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { Matter, Said, type Pick } from './Matter';
import type { Head } from './subject';

const TONES: Readonly<Record<Head['stage'], Tone>> = { SENT: 'soon', RETURNED: 'soon', NO_REPLY: 'soon', DECIDED: 'ok', WITHDRAWN: 'none' };

/** Who of the townships served agrees to the host's text: the reply is unanimous. A016. */
function Agreement({ head }: { head: Head }) {
  const { t, language } = useMessages();
  const p = t.posts;
  if (head.proposal === 0) return head.stage === 'SENT' ? <p className="meta">{p.noProposal}</p> : null;
  return (
    <ul className="agreement">
      {head.agreed.map((u) => <li key={u.code} className="done"><Icon name="done" />{nameOf(u, language)}<span className="meta">{p.agreed}</span></li>)}
      {head.awaited.map((u) => <li key={u.code}><Icon name="soon" />{nameOf(u, language)}<span className="meta">{p.awaited}</span></li>)}
      {head.agreed.length + head.awaited.length > 1 && <li className="meta">{p.unanimous}</li>}
    </ul>
  );
}

/** A consultation on an agency's head: a post, never a person. A007, A008, A016. */
export function HeadMatter({ head, now, onPick }: { head: Head; now: number; onPick: Pick }) {
  const { t, language } = useMessages();
  const p = t.posts;
  return (
    <Matter id={`head-${head.number}`} title={p.headOf(head.number, p.matters[head.matter], head.post)} stage={p.headStages[head.stage]} tone={TONES[head.stage]} terms={head.terms} now={now} moves={head.moves} again={head.proposal > 0 ? 'proposeHeadOpinion' : undefined} onPick={onPick}>
      <p className="meta">{p.asks(nameOf(head.askedBy, language), head.letter)}<Dot />{dayAndTime(instant(head.askedAt))}</p>
      {head.opinion && (
        <p className="opinion-line"><b>{head.stage === 'SENT' ? p.proposal(head.proposal) : p.answered}</b> <Badge tone={head.opinion === 'DISAGREE' ? 'urged' : 'none'}>{p.opinions[head.opinion]}</Badge></p>
      )}
      {head.text && <p className="said">{head.text}</p>}
      <Agreement head={head} />
      {head.deadlocked && <p><Badge tone="late">{p.deadlocked}</Badge></p>}
      <Said label={p.noReply} text={head.noReplyReason} />
      <Said label={p.against} text={head.againstReason} />
      <Said label={p.withdrawn} text={head.withdrawnReason} />
      {head.decidedAt && <p className="meta">{p.decidedAt(dayAndTime(instant(head.decidedAt)))}</p>}
    </Matter>
  );
}
