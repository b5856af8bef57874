import type { CommunityStep, Council } from '../api/types';
import { Badge, type Tone } from '../case/Badge';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';

const TONE: Readonly<Record<string, Tone>> = { AHEAD: 'none', RUNNING: 'ok', ENDS_SOON: 'soon', ENDED: 'late' };

/** The fullest bar is the largest class, so that lengths compare within one council only. */
function Members({ members }: { members: NonNullable<NonNullable<Council>['members']> }) {
  const { t } = useMessages();
  const most = Math.max(1, ...members.map((m) => m.count));
  return (
    <ul className="members">
      {members.map((m) => (
        <li key={m.class}><span>{t.consult.memberClasses[m.class] ?? m.class}</span><i style={{ width: `${(m.count / most) * 100}%` }} /><b>{m.count}</b></li>
      ))}
    </ul>
  );
}

/** The council as figures: members by class, how its head was elected, until when. No person is named. C008-C011. */
export function CouncilCard({ council, reads, moves, onStep }: { council: Council | undefined; reads: boolean; moves: readonly CommunityStep[]; onStep: (move: CommunityStep) => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  if (council === undefined) return null;
  return (
    <section>
      <h2>{c.council}<span className="meta">{council && c.established(council.establishedOn)}</span></h2>
      <div className="card council">
        {!council && <p className="meta none">{reads ? c.noCouncil : t.year.shut}</p>}
        {council && (
          <>
            <p className="total"><b>{c.members(council.memberCount)}</b>{council.hall && <span className="meta">{council.hall.venue !== 'CONSULTATION_HALL' && `${c.hall} `}{t.act.choices[council.hall.venue]} {council.hall.place}</span>}</p>
            {council.members ? <Members members={council.members} /> : <p className="meta">{c.membersHidden}</p>}
            {council.head && (
              <p className="fact"><b>{c.head}</b> {c.offices[council.head.office]} <Badge tone={TONE[council.head.termState] ?? 'none'}>{c.termStates[council.head.termState]}</Badge>
                <span className="meta">{c.term(council.head.termStart, council.head.termEnd)}</span></p>
            )}
            {council.election && (
              <div className="fact">
                <p><b>{c.electionTitle}</b> <Badge tone={council.election.stage === 'TIE' ? 'soon' : council.election.stage === 'ELECTED' ? 'ok' : 'none'}>{c.electionStages[council.election.stage]}</Badge>
                  {council.election.round > 1 && <> <Badge tone="urged">{c.round(council.election.round)}</Badge></>}</p>
                <p className="meta">{c.electors(council.election.electors)}{council.election.invalid != null && <><Dot />{c.invalid(council.election.invalid)}</>}<Dot />{c.term(council.election.termStart, council.election.termEnd)}</p>
                <ul className="candidates">
                  {council.election.candidates.map((x) => <li key={x.label}><b>{x.label}</b><span>{c.offices[x.office]}</span><em>{x.votes == null ? '—' : c.votesFor(x.votes)}</em></li>)}
                </ul>
              </div>
            )}
            {council.warnings.map((w) => <p key={w.rule + w.message} className="fact meta">{language === 'zh' ? w.message : w.messageEn} {w.rule}</p>)}
          </>
        )}
        {moves.length > 0 && <div className="moves">{moves.map((m) => <button key={m.mutation} data-move={m.mutation} onClick={() => onStep(m)}>{language === 'zh' ? m.label : m.labelEn}</button>)}</div>}
      </div>
    </section>
  );
}
