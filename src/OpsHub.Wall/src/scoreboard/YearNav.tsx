import { FIRST_YEAR } from '../app/router';
import { useMessages } from '../i18n/useMessages';

/** The year before, the year shown, the year after; none before the first that can be asked for. */
export function YearNav({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const { t } = useMessages();
  return (
    <span className="year-nav">
      <button aria-label={t.year.yearN(year - 1)} disabled={year <= FIRST_YEAR} onClick={() => onYear(year - 1)}>‹</button>
      <b>{t.year.yearN(year)}</b>
      <button aria-label={t.year.yearN(year + 1)} onClick={() => onYear(Math.max(FIRST_YEAR, year + 1))}>›</button>
    </span>
  );
}
