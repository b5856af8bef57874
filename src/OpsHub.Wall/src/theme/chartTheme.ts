/** The chart half of the design tokens, as ECharts wants it. Colours are read from the CSS, so there is one source. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Pixels of the 1080p drawing at the present size of the screen. */
export const px = (n: number): number =>
  (n * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16;

/** Bins of the overdue share in whole per mille. Fixed: a colour means the same tomorrow. */
export const SHARE_BINS = [0, 15, 30, 45, 60] as const;

export const binOf = (perMille: number | null | undefined): number | null =>
  perMille == null ? null : SHARE_BINS.filter((from) => perMille >= from).length - 1;

/** Where nothing is open nothing is overdue: the lowest bin. Only what is unknown has none. */
export const shareOf = (f: { open: number; overduePerMille?: number | null } | undefined): number | null =>
  f ? (f.overduePerMille ?? (f.open === 0 ? 0 : null)) : null;

export const seqClass = (perMille: number | null | undefined): string => {
  const bin = binOf(perMille);
  return bin === null ? 'seq-none' : `seq-${bin}`;
};
