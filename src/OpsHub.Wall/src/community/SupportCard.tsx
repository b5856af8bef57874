import type { CommunitySupportQuery } from '../api/generated/graphql';
import type { CommunityStep } from '../api/types';
import { Badge } from '../case/Badge';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';

export type SupportRecord = CommunitySupportQuery['supportRecords']['nodes'][number];

/** What is recorded for the support of consultation here, the newest first. What may be recorded, and which of them ended, the hub says. C073 and others. */
export function SupportCard({ support, moves, onRecord, onEnd, onMore }: {
  support: CommunitySupportQuery | null;
  /** A step for each kind that they may record here. */
  moves: readonly CommunityStep[];
  onRecord: (move: CommunityStep) => void;
  onEnd: (record: SupportRecord, move: CommunityStep) => void;
  onMore: () => void;
}) {
  const { t, language } = useMessages();
  const c = t.consult;
  if (!support) return null;
  const word = (kind: string) => { const found = support.supportKinds.find((k) => k.kind === kind); return found ? nameOf(found, language) : kind; };
  return (
    <section>
      <h2>{c.support}<span className="meta">{count(support.supportRecords.totalCount, language)}</span></h2>
      <div className="card support">
        {support.supportRecords.nodes.length === 0 && <p className="meta none">{c.noSupport}</p>}
        {support.supportRecords.nodes.map((r) => (
          <div key={r.id} className="fact">
            <p><b>{word(r.kind)}</b> <span className="meta">{r.on}{r.quantity != null && <><Dot />{count(r.quantity, language)}</>}</span>{r.unconsulted && <> <Badge tone="late">{c.unconsulted}</Badge></>}</p>
            <p>{r.text}</p>
            {r.nextMoves.length > 0 && <div className="moves">{r.nextMoves.map((m) => <button key={m.mutation} data-move={m.mutation} onClick={() => onEnd(r, m)}>{language === 'zh' ? m.label : m.labelEn}</button>)}</div>}
          </div>
        ))}
        {support.supportRecords.pageInfo.hasNextPage && <button className="more" onClick={onMore}>{c.more}</button>}
        {moves.length > 0 && (
          <div className="moves">
            <select data-move="recordSupport" aria-label={c.recordSupport} value="" onChange={(e) => { const chosen = moves.find((m) => m.kind === e.target.value); if (chosen) onRecord(chosen); }}>
              <option value="">{c.recordSupport}</option>
              {moves.map((m) => <option key={m.kind} value={m.kind ?? ''}>{word(m.kind ?? '')}</option>)}
            </select>
          </div>
        )}
      </div>
    </section>
  );
}
