import { communityPath, consultationsPath, goTo } from '../app/router';
import type { Talks } from '../api/types';
import { TalkRow } from '../consultation/TalkRow';
import { count } from '../format/numbers';
import { useMessages } from '../i18n/useMessages';
import { groupsOf, isEmpty, type Asked } from './talkOrder';

function Group({ rows, now, what }: { rows: readonly Asked[]; now: number; what: (row: Asked) => string | null }) {
  return <>{rows.map((r) => <TalkRow key={r.talk.id} talk={r.talk} ask={r.ask} now={now} what={what(r)} />)}</>;
}

/** Deadlines of consultations beside what there is to decide: announcements due first, then plans, votes, what waits for us, sessions ahead. */
export function TalkColumn({ talks, unit, community, now }: {
  talks: Talks;
  unit: string;
  /** The community whose ledger stands here; null for others. */
  community: string | null;
  now: number;
}) {
  const { t, language } = useMessages();
  const c = t.consult;
  const groups = groupsOf(talks);
  const all = () => goTo(consultationsPath(unit));
  return (
    <section className="talks">
      <h2>{c.deskTitle}<button className="meta all" onClick={all}>{c.all(count(talks.open.totalCount, language))} ›</button></h2>
      <div className="card">
        {isEmpty(groups) && <p className="meta none">{c.nothing}</p>}
        <Group rows={groups.announce} now={now} what={() => c.desk.announce} />
        <Group rows={groups.plans} now={now} what={() => c.desk.plan} />
        <Group rows={groups.votes} now={now} what={() => c.desk.vote} />
        {community && <button className="more" onClick={() => goTo(communityPath(community))}>{c.ledgerAndCouncil} ›</button>}
      </div>
      {groups.mine.length > 0 && (
        <>
          <h2>{c.desk.waits}<span className="meta">{groups.mine.length}</span></h2>
          <div className="card">
            <Group rows={groups.mine} now={now} what={(r) => (r.ask === 'way' ? c.crossProposed : r.ask === 'review' ? c.review : c.reportsUp)} />
          </div>
        </>
      )}
      {groups.ahead.length > 0 && (
        <>
          <h2>{c.desk.ahead}<span className="meta">{c.desk.session}</span></h2>
          <div className="card"><Group rows={groups.ahead} now={now} what={(r) => c.stages[r.talk.stage]} /></div>
        </>
      )}
    </section>
  );
}
