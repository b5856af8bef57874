import type { Language } from '../i18n/language';

/** Unknown is a dash, never a zero. */
export const UNKNOWN = '—';

/** 3,482; ten-thousands (万) only above 99,999, floored. */
export function count(n: number | null | undefined, language: Language): string {
  if (n == null) return UNKNOWN;
  if (n <= 99_999) return n.toLocaleString('en-US');
  const [size, unit] = language === 'zh' ? [10_000, '万'] : [1_000, 'k'];
  const tenths = Math.floor((n * 10) / size);
  return `${(tenths / 10).toLocaleString('en-US')}${unit}`;
}

/** One decimal from whole per mille, as the server floors it: 899 reads 89.9%. */
export function perMille(n: number | null | undefined): string {
  if (n == null) return UNKNOWN;
  return `${Math.trunc(n / 10)}.${Math.abs(n % 10)}%`;
}

/** A share in whole per mille, floored in whole numbers, so that 89.96 % never shows as 90. */
export function sharePerMille(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 1000) / whole) : null;
}

/** A change with its sign; minus is −, not a hyphen. */
export function signed(n: number): string {
  if (n === 0) return '0';
  return `${n > 0 ? '+' : '−'}${Math.abs(n).toLocaleString('en-US')}`;
}
