import { useEffect, useState } from 'react';
import { ViewerDocument } from '../api/generated/graphql';
import { query, SignedOut } from '../api/query';
import type { Viewer } from '../api/types';
import { backoff } from '../live/backoff';

/** Who is asking; asked again until the hub answers, since a wall is often switched on before its hub. */
export function useViewer(token: string, onSignedOut: () => void): Viewer | null {
  const [viewer, setViewer] = useState<Viewer | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const ask = async (attempt: number) => {
      try {
        const answer = await query(ViewerDocument, {}, token);
        if (!stopped) setViewer(answer.viewer);
      } catch (error) {
        if (stopped) return;
        if (error instanceof SignedOut) onSignedOut();
        else timer = setTimeout(() => void ask(attempt + 1), backoff(attempt, Math.random));
      }
    };
    void ask(0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [token, onSignedOut]);
  return viewer;
}
