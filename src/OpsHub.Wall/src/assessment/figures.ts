import { UNKNOWN } from '../format/numbers';

/** A decimal as the hub writes it; what is smaller than any digit shown is nothing. */
const plain = (value: number): string => (Math.abs(value) < 1e-6 ? '0' : String(value));

function cut(text: string, digits: number): string {
  const [whole = '0', after = ''] = text.split('.');
  return digits === 0 ? whole : `${whole}.${after.padEnd(digits, '0').slice(0, digits)}`;
}

/** The point two places on, without arithmetic: 0.8999996 becomes 89.99996. */
function hundredfold(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '0', after = ''] = text.slice(sign.length).split('.');
  const digits = after.padEnd(2, '0');
  return `${sign}${String(Number(whole + digits.slice(0, 2)))}.${digits.slice(2)}`;
}

const shown = (text: string): string => text.replace('-', '−');

/** Points with two digits, cut and never rounded: 89.996 reads 89.99. Unknown is a dash. */
export const figure = (value: number | null | undefined, digits = 2): string => (value == null ? UNKNOWN : shown(cut(plain(value), digits)));

/** A rate of 0 to 1 in percent, cut: 0.8999996 reads 89.99%, so that nothing below the bar reads as the bar. */
export const percent = (rate: number | null | undefined, digits = 2): string => (rate == null ? UNKNOWN : `${shown(cut(hundredfold(plain(rate)), digits))}%`);

/** What a small change would add: with as many digits as it takes to be more than nothing. */
export const gain = (value: number): string => (value >= 0.01 ? figure(value) : value >= 0.0001 ? figure(value, 4) : '<0.0001');

/** A weight or worth as it was written, without zeros behind. */
export const asWritten = (value: number | null | undefined): string => (value == null ? UNKNOWN : shown(cut(plain(value), 6).replace(/\.?0+$/, '')));

/** A sum of decimals without the dust of binary fractions. */
export const sumOf = (values: readonly number[]): number => Number(values.reduce((sum, v) => sum + v, 0).toFixed(10));
