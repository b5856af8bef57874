import { Badge } from '../case/Badge';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { lineAt, needed, proof, slices } from './tally';
import type { ConsultationRead, Vote } from './useConsultation';

/** All present as one bar, the threshold as a line across it; below, the sum that decided. */
function Bar({ vote }: { vote: Vote }) {
  const { t } = useMessages();
  const c = t.consult;
  const { yes, no, abstain } = vote;
  if (yes == null || no == null || abstain == null) return <p className="meta">{c.tallyHidden}</p>;
  const parts = slices({ present: vote.present, yes, no, abstain });
  const line = lineAt(vote.threshold);
  return (
    <>
      <div className="tally" role="img" aria-label={`${c.yes} ${yes}, ${c.no} ${no}, ${c.abstain} ${abstain}`}>
        {parts.filter((p) => p.count > 0).map((p) => <i key={p.part} className={p.part} style={{ left: `${p.from * 100}%`, width: `${(p.to - p.from) * 100}%` }} />)}
        <u style={{ left: `${line * 100}%` }} />
        <span className="need" style={{ left: `${line * 100}%` }}>{t.act.choices[vote.threshold]}<Dot />{c.needs(needed(vote.present, vote.threshold))}</span>
      </div>
      <p className="sums">
        <b className="yes">{c.yes} {yes}</b><b className="no">{c.no} {no}</b><b className="abstain">{c.abstain} {abstain}</b>
        <span>{yes}/{vote.present}<Dot />{proof({ present: vote.present, yes, threshold: vote.threshold })}</span>
      </p>
    </>
  );
}

/** Votes as tallies with their threshold; ballots are secret, so that there is nothing else to show. C050-C052. */
export function Votes({ found }: { found: ConsultationRead }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const { requiredVote: ahead } = found;
  if (!ahead && found.votes.length === 0) return null;
  return (
    <section className="card votes">
      <h2>{c.votes}</h2>
      {ahead && (
        <div className="ahead">
          <Badge tone="urged">{c.voteAhead}</Badge> {ahead.bodies.map((b) => t.act.choices[b]).join(language === 'zh' ? '、' : ', ')}<Dot />{t.act.choices[ahead.threshold]}<Dot />{ahead.rule}
          {ahead.reason && <p className="meta">{ahead.reason}</p>}
        </div>
      )}
      {found.votes.toReversed().map((v) => (
        <div key={v.at + (v.community?.code ?? '')} className="vote">
          <p><Badge tone={v.passed ? 'ok' : 'urged'}>{v.passed ? c.passed : c.failed}</Badge> <b>{t.act.choices[v.body]}</b>{v.community && <><Dot />{nameOf(v.community, language)}</>}
            <span className="meta">{dayAndTime(instant(v.at))}<Dot />{c.present(v.present)}{v.eligible != null && <><Dot />{c.eligible(v.eligible)}</>}<Dot />{v.secret ? c.secret : c.open}<Dot />{v.record}</span></p>
          <Bar vote={v} />
        </div>
      ))}
    </section>
  );
}
