import { useSyncExternalStore, type MouseEvent } from 'react';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'unit'; readonly code: string }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'consultation'; readonly number: string | null; readonly id: string | null }
  | { readonly page: 'consultations'; readonly unit: string | null }
  | { readonly page: 'community'; readonly code: string }
  | { readonly page: 'scoreboard'; readonly unit: string | null; readonly department: string | null }
  | { readonly page: 'year'; readonly agency: string; readonly year: number }
  | { readonly page: 'survey'; readonly agency: string; readonly year: number }
  | { readonly page: 'posts'; readonly agency: string }
  | { readonly page: 'agency'; readonly agency: string }
  | { readonly page: 'channels'; readonly organ: string | null }
  | { readonly page: 'tasks'; readonly unit: string | null }
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
  if (first === 'scoreboard' && second === 'department' && third) return { page: 'scoreboard', unit: null, department: third };
  if (first === 'scoreboard') return { page: 'scoreboard', unit: second ?? null, department: null };
  if (first === 'year' && second && /^\d{4}$/.test(third ?? '')) return { page: 'year', agency: second, year: Number(third) };
  if (first === 'survey' && second && /^\d{4}$/.test(third ?? '')) return { page: 'survey', agency: second, year: Number(third) };
  if (first === 'posts' && second) return { page: 'posts', agency: second };
  if (first === 'agency' && second) return { page: 'agency', agency: second };
  if (first === 'channels') return { page: 'channels', organ: second ?? null };
  if (first === 'assessments') return { page: 'tasks', unit: second ?? null };
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
/** The agencies that serve a unit, or those of a department, with their year. */
export const scoreboardPath = (unit: string): string => `/scoreboard/${encodeURIComponent(unit)}`;
export const departmentPath = (department: string): string => `/scoreboard/department/${encodeURIComponent(department)}`;
/** The yearly tasks of assessment of a unit. */
export const tasksPath = (unit: string): string => `/assessments/${encodeURIComponent(unit)}`;
export const yearPath = (agency: string, year: number): string => `/year/${encodeURIComponent(agency)}/${year}`;
/** The satisfaction survey of an agency's year, and its people decisions. */
export const surveyPath = (agency: string, year: number): string => `/survey/${encodeURIComponent(agency)}/${year}`;
/** All of an agency in one place. */
export const agencyPath = (agency: string): string => `/agency/${encodeURIComponent(agency)}`;
/** The cases behind a number of a year's evidence. */
export const evidencePath = (agency: string, year: number, kind: string): string => `${yearPath(agency, year)}?evidence=${kind}`;

/** The channels through which an organ is told; without one, those of the whole hub that fail. */
export const channelsPath = (organ: string | null): string => (organ ? `/channels/${encodeURIComponent(organ)}` : '/channels');
export const postsPath = (agency: string): string => `/posts/${encodeURIComponent(agency)}`;

/** The first year that the hub knows; the policy is of 2018. */
export const FIRST_YEAR = 2018;

/** The year in an address; null for the present one. */
export const yearOf = (search: string): number | null => {
  const text = new URLSearchParams(search).get('year') ?? '';
  return /^\d{4}$/.test(text) ? Number(text) : null;
};

/** The same address with another year. */
export function withYear(search: string, year: number): string {
  const query = new URLSearchParams(search);
  query.set('year', String(year));
  return `?${query.toString()}`;
}

const MOVED = 'opshub:moved';

/** What stays behind the path: the language everywhere, the year only between boards and agencies; what the path itself asks for goes with it. */
export function carried(path: string, search: string): string {
  const [bare = '', own] = path.split('?');
  const query = new URLSearchParams(search);
  query.delete('evidence');
  if (!/^\/(scoreboard|agency|assessments)(\/|$)/.test(bare)) query.delete('year');
  for (const [name, value] of new URLSearchParams(own)) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}

export function goTo(path: string, replace = false): void {
  const address = path.split('?')[0] + carried(path, location.search);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
}

/** A link within the pages: what a click on it does. */
export const follow = (path: string) => (event: MouseEvent) => (event.preventDefault(), goTo(path));

/** To a page of a certain year. */
export function goToYear(path: string, year: number): void {
  history.pushState(null, '', path + withYear(location.search, year));
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

export const useSearch = (): string => useSyncExternalStore(listen, () => location.search);

/** Changes what stands behind the path, without a new step back. */
export function search(next: string): void {
  history.replaceState(null, '', location.pathname + next);
  dispatchEvent(new Event(MOVED));
}

export const usePath = (): string => useSyncExternalStore(listen, () => location.pathname);
