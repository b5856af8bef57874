import type { CommunitySupportQuery } from '../api/generated/graphql';
import { Badge } from '../case/Badge';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';

export type SupportRecord = CommunitySupportQuery['supportRecords']['nodes'][number];

/** What is recorded for the support of consultation here, the newest first; each may be ended by those who may make it. C073 and others. */
export function SupportCard({ support, records, ends, onRecord, onEnd, onMore }: {
  support: CommunitySupportQuery | null;
  /** Whether they may record anything here. */
  records: boolean;
  ends: (record: SupportRecord) => boolean;
  onRecord: () => void;
  onEnd: (record: SupportRecord) => void;
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
            {ends(r) && <div className="moves"><button data-move="endSupportRecord" onClick={() => onEnd(r)}>{c.endSupport}</button></div>}
          </div>
        ))}
        {support.supportRecords.pageInfo.hasNextPage && <button className="more" onClick={onMore}>{c.more}</button>}
        {records && <div className="moves"><button data-move="recordSupport" onClick={onRecord}>{c.recordSupport}</button></div>}
      </div>
    </section>
  );
}
