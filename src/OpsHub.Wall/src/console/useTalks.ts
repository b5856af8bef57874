import { useCallback, useEffect, useRef, useState } from 'react';
import { ConsultationDeskDocument } from '../api/generated/graphql';
import { query, QueryFailed, SignedOut } from '../api/query';
import type { Talks } from '../api/types';
import { instant, SECOND } from '../format/instants';
import type { ServerClock } from '../live/serverClock';

const EVERY = 10 * SECOND;

/** The consultations that a leader must see, read again every ten seconds and whenever the stamp changes; null where they are not theirs to read. */
export function useTalks(unit: string, organ: string, stamp: string, clock: ServerClock, token: string, onSignedOut: () => void) {
  const [talks, setTalks] = useState<Talks | null>(null);
  const [refused, setRefused] = useState(false);
  const again = useRef<() => void>(() => {});
  useEffect(() => {
    const stopping = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      clearTimeout(timer);
      try {
        const answer = await query(ConsultationDeskDocument, { unit, organ }, token, stopping.signal);
        clock.observe(instant(answer.serverTime), performance.now());
        setTalks(answer);
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (error instanceof SignedOut) return onSignedOut();
        if (error instanceof QueryFailed && error.refused) return setRefused(true);
      }
      if (!stopping.signal.aborted) timer = setTimeout(() => void read(), EVERY);
    };
    again.current = () => void read();
    void read();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [unit, organ, clock, token, onSignedOut]);
  const first = useRef(stamp);
  useEffect(() => {
    if (first.current !== stamp) again.current();
    first.current = stamp;
  }, [stamp]);
  const reread = useCallback(() => again.current(), []);
  return { talks, refused, reread };
}
