import { useEffect } from 'react';
import { SECOND } from '../format/instants';

/** Nobody points at a wall most of the time: the pointer goes after five still seconds. */
export function useIdleCursor(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const idle = (on: boolean) => document.documentElement.classList.toggle('idle', on);
    const moved = () => {
      idle(false);
      clearTimeout(timer);
      timer = setTimeout(() => idle(true), 5 * SECOND);
    };
    moved();
    addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', moved);
      idle(false);
    };
  }, []);
}
