import { percent } from '../assessment/figures';
import { Row } from '../consultation/Sunshine';
import { count } from '../format/numbers';
import { useMessages } from '../i18n/useMessages';
import type { PostsRead } from './subject';

/** Posts, how many are filled, how many are short. A012, A046. */
export function Figures({ posts, year }: { posts: Pick<PostsRead, 'posts' | 'filled' | 'short' | 'fillRate' | 'left'>; year: string }) {
  const { t, language } = useMessages();
  const f = t.posts.figures;
  const cells: readonly (readonly [string, string, string])[] = [
    [f.posts, count(posts.posts, language), ''], [f.filled, count(posts.filled, language), ''], [f.short, count(posts.short, language), posts.short > 0 ? 'soon-t' : ''],
    [f.fillRate, percent(posts.fillRate, 1), ''], [f.left(year), count(posts.left, language), ''],
  ];
  return <div className="kp">{cells.map(([label, value, tone]) => <div key={label}><b className={tone}>{value}</b><span>{label}</span></div>)}</div>;
}

/** Party and League relations as counts; small ones stay hidden. A005, A006. */
export function Party({ posts }: { posts: Pick<PostsRead, 'party'> }) {
  const { t, language } = useMessages();
  const p = t.posts;
  const { party } = posts;
  if (!party) return null;
  const shown = (n: number | null | undefined) => (n == null ? p.hidden : count(n, language));
  return (
    <section className="card facts">
      <h2>{p.party}</h2>
      <dl>
        <Row label={p.partyMoved}>{party.allTransferred ? p.allMoved : <>{p.moved(shown(party.transferred))} / {p.notMoved(shown(party.notTransferred))}{!party.reasonGiven && <span className="meta"> {p.noReason}</span>}</>}</Row>
        {party.ownOrganisation && <Row label="">{p.ownOrganisation}</Row>}
      </dl>
    </section>
  );
}

/** What is wrong without blocking anything, each with its rule. */
export function Flags({ posts }: { posts: Pick<PostsRead, 'flags'> }) {
  const { t, language } = useMessages();
  if (posts.flags.length === 0) return null;
  return (
    <section className="card flags">
      <h2>{t.posts.flags}<span className="meta">{posts.flags.length}</span></h2>
      <ul>{posts.flags.map((f, i) => <li key={`${f.kind} ${i}`}>{language === 'zh' ? f.message : f.messageEn} <span className="meta">{f.rule}</span></li>)}</ul>
    </section>
  );
}
