import { useCallback } from 'react';
import { MorningDigestDocument, type MorningFragment } from '../api/generated/graphql';
import { query } from '../api/query';
import { dayKey, instant } from '../format/instants';
import { useMessages } from '../i18n/useMessages';
import { useMoments } from '../live/useNow';
import { useReading } from '../live/useReading';

/** How the unit stood this morning, and what came and went the day before: today's only. The figures above are of now. */
export function Morning({ digest, now }: { digest: MorningFragment | undefined; now: number }) {
  const { language } = useMessages();
  if (!digest || !isOf(digest, now)) return null;
  return <p className="morning">{language === 'zh' ? digest.text : digest.textEn}</p>;
}

/** Yesterday's stays in the list until the next one comes, which may be after a holiday. */
export const isOf = (digest: Pick<MorningFragment, 'at'>, now: number): boolean => dayKey(instant(digest.at)) === dayKey(now);

/** The same where nothing else is read along with it. */
export function ReadMorning({ token, onSignedOut }: { token: string; onSignedOut: () => void }) {
  const ask = useCallback((signal: AbortSignal) => query(MorningDigestDocument, {}, token, signal), [token]);
  const { data, clock } = useReading(ask, onSignedOut);
  const { server } = useMoments(clock);
  return <Morning digest={data?.viewer.notices.nodes[0]} now={server} />;
}
