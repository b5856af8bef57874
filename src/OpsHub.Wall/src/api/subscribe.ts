import { createClient, type Client } from 'graphql-ws';
import { backoff } from '../live/backoff';
import type { TypedDocumentString } from './generated/graphql';

/** A socket for one page. It never retries by itself: whoever follows resumes from where it stood. */
export function openSocket(token: string, onSignedOut: () => void): Client {
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return createClient({
    url: url.toString(),
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: {
      closed: (event) => {
        const code = (event as { code?: number }).code;
        if (code === 4401 || code === 4403) onSignedOut();
      },
    },
  });
}

export interface Following<T> {
  onNext(message: T): void;
  onAttempt(): void;
}

/** Follows a subscription until told to stop; every try takes the newest variables, so that it resumes. */
export async function follow<T, V extends Record<string, unknown>>(
  socket: Client,
  document: TypedDocumentString<T, V>,
  variables: () => V,
  following: Following<T>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const messages = socket.iterate<T>({ query: document.toString(), variables: variables() });
      const stop = () => void messages.return?.();
      signal.addEventListener('abort', stop, { once: true });
      for await (const message of messages) {
        attempt = 0;
        if (message.data) following.onNext(message.data);
      }
      signal.removeEventListener('abort', stop);
    } catch {
      // The reason is the transport's; the wall shows the age of its data, which is what counts.
    }
    if (signal.aborted) return;
    following.onAttempt();
    await pause(backoff(attempt, Math.random), signal);
  }
}

const pause = (span: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, span);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
