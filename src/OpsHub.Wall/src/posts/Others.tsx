import type { Tone } from '../case/Badge';
import { date, dayAndTime, dayEnd, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { Matter, Said, type Pick } from './Matter';
import type { Inquiry, Secondment, StaffChange } from './subject';

const INQUIRY: Readonly<Record<Inquiry['stage'], Tone>> = { RAISED: 'soon', INVESTIGATING: 'soon', VERIFIED: 'soon', NOT_VERIFIED: 'soon', FED_BACK: 'soon', CLOSED: 'ok' };
const SECONDMENT: Readonly<Record<Secondment['stage'], Tone>> = { REQUESTED: 'soon', ACTIVE: 'ok', RETURNED: 'none', REFUSED: 'urged' };

/** A township's opinion on a head, what was found, and what it was told. A009-A011. */
export function InquiryMatter({ inquiry, now, onPick }: { inquiry: Inquiry; now: number; onPick: Pick }) {
  const { t, language } = useMessages();
  const p = t.posts;
  return (
    <Matter id={`inquiry-${inquiry.number}`} title={p.inquiryOf(inquiry.number, nameOf(inquiry.township, language))} stage={p.inquiryStages[inquiry.stage]} tone={INQUIRY[inquiry.stage]} terms={inquiry.terms}
      now={now} moves={inquiry.moves} onPick={onPick}>
      <p className="said">{inquiry.grounds}</p>
      <p className="meta">{p.investigates(nameOf(inquiry.to, language))}<Dot />{dayAndTime(instant(inquiry.raisedAt))}</p>
      <Said label={p.finding} text={inquiry.finding} />
      <Said label={p.feedback} text={inquiry.feedback} />
    </Matter>
  );
}

/** A secondment with both consents: how many and where to, never who. A014-A016. */
export function SecondmentMatter({ away, served, now, onPick }: { away: Secondment; served: readonly { code: string; name: string; nameEn?: string | null }[]; now: number; onPick: Pick }) {
  const { t, language } = useMessages();
  const p = t.posts;
  const agreed = new Set(away.agreed.map((u) => u.code));
  const open = away.stage === 'REQUESTED';
  const sides = [
    ...away.agreed.map((u) => ({ key: u.code, name: nameOf(u, language), done: true })),
    ...(open ? served.filter((u) => !agreed.has(u.code)).map((u) => ({ key: u.code, name: nameOf(u, language), done: false })) : []),
    ...(open || away.personnelConsentAt ? [{ key: 'personnel', name: p.personnel, done: away.personnelConsentAt != null }] : []),
  ];
  return (
    <Matter id={`secondment-${away.number}`} title={p.secondmentOf(away.number, away.count, away.to)} stage={p.secondmentStages[away.stage]} tone={SECONDMENT[away.stage]} terms={away.terms} now={now}
      moves={away.moves} onPick={onPick}>
      <p className="said">{away.need}</p>
      <p className="meta">{dayAndTime(instant(away.requestedAt))}<Dot />{p.until(date(dayEnd(away.until) - 1, language))}</p>
      {sides.length > 0 && (
        <ul className="agreement" aria-label={p.consents}>
          {sides.map((s) => <li key={s.key} className={s.done ? 'done' : ''}><Icon name={s.done ? 'done' : 'soon'} />{s.name}<span className="meta">{s.done ? p.consented : p.notYet}</span></li>)}
        </ul>
      )}
      {away.refusedBy && <Said label={p.refusedBy(p.sides[away.refusedBy])} text={away.refusedReason} />}
    </Matter>
  );
}

/** A change of ordinary staff, and whether the township was told. A013. */
export function ChangeMatter({ change, now, onPick }: { change: StaffChange; now: number; onPick: Pick }) {
  const { t } = useMessages();
  const p = t.posts;
  return (
    <Matter id={`change-${change.number}`} title={p.changeOf(change.number, p.moves[change.move], change.post, change.count)} stage={change.informedAt ? p.told : p.notInformed}
      tone={change.informedAt ? 'ok' : 'soon'} terms={change.terms} now={now} moves={change.moves} onPick={onPick}>
      <p className="meta">{dayAndTime(instant(change.changedAt))}{change.informedAt && <><Dot />{p.informed(dayAndTime(instant(change.informedAt)), change.notice ?? '')}</>}</p>
    </Matter>
  );
}
