import { useEffect, useState, useSyncExternalStore } from 'react';
import { openSocket } from '../api/subscribe';
import { UnitFeed } from './unitFeed';
import type { UnitState } from './unitState';

interface Live {
  readonly state: UnitState;
  readonly feed: UnitFeed;
}

/** Follows a unit while the page shows it. */
export function useUnit(code: string, token: string, onSignedOut: () => void): Live | null {
  const [feed, setFeed] = useState<UnitFeed | null>(null);
  useEffect(() => {
    const socket = openSocket(token, onSignedOut);
    const next = new UnitFeed(code, token, socket, onSignedOut);
    const stop = next.start();
    setFeed(next);
    return () => {
      stop();
      void socket.dispose();
    };
  }, [code, token, onSignedOut]);
  const state = useSyncExternalStore(feed?.listen ?? noListener, feed?.snapshot ?? nothing);
  return feed && state ? { state, feed } : null;
}

const noListener = () => () => {};
const nothing = () => null;
