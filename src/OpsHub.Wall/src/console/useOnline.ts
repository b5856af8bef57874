import { useSyncExternalStore } from 'react';

const listen = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** What the machine says of its network; that the hub answers is another matter. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
