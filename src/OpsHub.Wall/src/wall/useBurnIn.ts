import { useEffect, useState } from 'react';
import { MINUTE } from '../format/instants';

const STEPS = [[0, 0], [2, 0], [2, 2], [0, 2]] as const;

/** Moves the whole page by two pixels every ten minutes, so that no edge burns into the panel. */
export function useBurnIn(): string {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setStep((s) => (s + 1) % STEPS.length), 10 * MINUTE);
    return () => clearInterval(timer);
  }, []);
  const [x, y] = STEPS[step] ?? STEPS[0];
  return `translate(${x}px,${y}px)`;
}
