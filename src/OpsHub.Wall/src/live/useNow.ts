import { createContext, useContext, useEffect, useState } from 'react';
import { SECOND } from '../format/instants';
import type { ServerClock } from './serverClock';

export interface Moment {
  /** The hub's time: deadlines are judged by it. */
  readonly server: number;
  /** Local time that never jumps: the age of messages is measured by it. */
  readonly monotonic: number;
  readonly screenError: number | null;
}

const read = (clock: ServerClock): Moment => {
  const monotonic = performance.now();
  const screen = Date.now();
  return { server: clock.now(monotonic, screen), monotonic, screenError: clock.screenError(monotonic, screen) };
};

export const NowContext = createContext<Moment>({ server: 0, monotonic: 0, screenError: null });

export const useNow = (): Moment => useContext(NowContext);

/** The only timer of the page: one moment a second, on the hub's full second. */
export function useMoments(clock: ServerClock): Moment {
  const [moment, setMoment] = useState(() => read(clock));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      const now = read(clock);
      setMoment(now);
      timer = setTimeout(next, SECOND - (now.server % SECOND) + 5);
    };
    next();
    return () => clearTimeout(timer);
  }, [clock]);
  return moment;
}
