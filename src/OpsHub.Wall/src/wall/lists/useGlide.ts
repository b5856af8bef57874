import { useLayoutEffect, useRef, type RefObject } from 'react';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Rows that change places glide there in 400 ms; new ones simply stand there. */
export function useGlide(order: string, moves: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const before = tops.current;
    const after = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? []) {
      const key = row.dataset['key'] ?? '';
      after.set(key, row.offsetTop);
      const from = before.get(key);
      if (!moves || calm.matches || from === undefined || from === row.offsetTop) continue;
      row.animate([{ transform: `translateY(${from - row.offsetTop}px)` }, { transform: 'none' }], {
        duration: 400,
        easing: 'cubic-bezier(.2,0,0,1)',
      });
    }
    tops.current = after;
  }, [order, moves]);
  return list;
}
