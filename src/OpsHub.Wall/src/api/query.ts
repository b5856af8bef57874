import type { TypedDocumentString } from './generated/graphql';

const SIGNED_OUT = new Set(['UNAUTHENTICATED', 'AUTHENTICATION_REQUIRED', 'NOT_SIGNED_IN']);
const REFUSED = new Set(['FORBIDDEN', 'ACCESS_DENIED', 'NOT_ALLOWED', 'NOT_FOUND']);

export class SignedOut extends Error {}

export class QueryFailed extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
  }

  /** Not there, or not theirs to see: the hub answers the two alike. */
  get refused(): boolean {
    return REFUSED.has(this.code ?? '');
  }

  /** What was asked for cannot exist, e.g. a malformed code or a year out of range: asked again, the answer is the same. */
  get malformed(): boolean {
    return this.code === 'INVALID_INPUT';
  }
}

interface Answer<T> {
  data?: T | null;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** One query by POST with the bearer token: what every integrator does. */
export const query = <T, V>(document: TypedDocumentString<T, V>, variables: V, token: string | null, signal?: AbortSignal): Promise<T> =>
  send<T>(document.toString(), variables, token, signal);

/** The same for a text that is put together on the page. */
export async function send<T>(document: string, variables: unknown, token: string | null, signal?: AbortSignal): Promise<T> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: document, variables }),
    ...(signal ? { signal } : {}),
  });
  if (response.status === 401) throw new SignedOut();
  const answer = (await response.json()) as Answer<T>;
  const first = answer.errors?.[0];
  if (first && SIGNED_OUT.has(first.extensions?.code ?? '')) throw new SignedOut();
  if (first || !answer.data) throw new QueryFailed(first?.message ?? `HTTP ${response.status}`, first?.extensions?.code ?? null);
  return answer.data;
}
