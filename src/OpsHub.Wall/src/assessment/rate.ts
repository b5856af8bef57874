/** The axis of a rate: from 70 to 100 %, for what decides lies there. Fixed: a place means the same tomorrow. */
export const AXIS = { from: 0.7, to: 1, bar: 0.9 } as const;

/** Where a rate stands on the axis, 0 to 1; what lies below stands at its start. */
export const placeOf = (rate: number): number => Math.min(1, Math.max(0, (rate - AXIS.from) / (AXIS.to - AXIS.from)));

/** Whether the bar is reached: exactly or above. What the hub says goes before what a page would compare. A033. */
export const reaches = (rate: number, said?: boolean | null): boolean => said ?? rate >= AXIS.bar;
