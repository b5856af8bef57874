import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'unit'; readonly code: string }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'consultation'; readonly number: string | null; readonly id: string | null }
  | { readonly page: 'consultations'; readonly unit: string | null }
  | { readonly page: 'community'; readonly code: string }
  | { readonly page: 'township' }
  | { readonly page: 'signIn' };

export function routeOf(path: string): Route {
  const [first, second, third] = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (first === 'unit' && second) return { page: 'unit', code: second };
  if (first === 'case' && second) return { page: 'case', id: second };
  if (first === 'consultation' && second === 'id' && third) return { page: 'consultation', number: null, id: third };
  if (first === 'consultation' && second) return { page: 'consultation', number: second, id: null };
  if (first === 'consultations') return { page: 'consultations', unit: second ?? null };
  if (first === 'community' && second) return { page: 'community', code: second };
  if (first === 'township') return { page: 'township' };
  if (first === 'sign-in') return { page: 'signIn' };
  return { page: 'start' };
}

export const unitPath = (code: string): string => `/unit/${encodeURIComponent(code)}`;
export const casePath = (id: string): string => `/case/${encodeURIComponent(id)}`;
export const consultationPath = (number: string): string => `/consultation/${encodeURIComponent(number)}`;
/** The same page by its global id, where its number is not at hand. */
export const consultationIdPath = (id: string): string => `/consultation/id/${encodeURIComponent(id)}`;
export const consultationsPath = (unit: string): string => `/consultations/${encodeURIComponent(unit)}`;
export const communityPath = (code: string): string => `/community/${encodeURIComponent(code)}`;

const MOVED = 'opshub:moved';

export function goTo(path: string, replace = false): void {
  const address = path + location.search;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
}

const listen = (listener: () => void) => {
  addEventListener('popstate', listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(MOVED, listener);
  };
};

export const usePath = (): string => useSyncExternalStore(listen, () => location.pathname);
