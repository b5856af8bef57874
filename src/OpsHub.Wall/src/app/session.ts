const KEY = 'opshub.token';

/** Takes the token out of a ready link (#key=…) and out of the address bar, where it would be photographed. */
export function takeToken(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key) {
    sessionStorage.setItem(KEY, key);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(KEY);
}

export const keepToken = (token: string): void => sessionStorage.setItem(KEY, token);

export const dropToken = (): void => sessionStorage.removeItem(KEY);
