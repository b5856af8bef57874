import { backoff } from './backoff';

/**
 * Asks, and asks again, later each time, until it was answered or nobody waits any more.
 * @param ask Whether there is an answer, be it a refusal; it does not throw.
 * @returns Ends it.
 */
export function insist(ask: () => Promise<boolean>, random: () => number = Math.random): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const go = async (attempt: number): Promise<void> => {
    if (!(await ask()) && !stopped) timer = setTimeout(() => void go(attempt + 1), backoff(attempt, random));
  };
  void go(0);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
