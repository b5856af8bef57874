import { englishOnMap } from '../wall/map/features';
import type { Language } from './language';

interface Named {
  readonly name: string;
  readonly nameEn?: string | null;
  readonly code?: string;
}

const SUFFIX = / (Subdistrict|Town|Township|District|County|City|Community|Village)$/i;

/** A unit's or organ's name; in English without its suffix, and Chinese where no English name is known. */
export function nameOf(named: Named, language: Language): string {
  if (language === 'zh') return named.name;
  const english = named.nameEn || (named.code ? englishOnMap(named.code) : undefined);
  return english ? english.replace(SUFFIX, '') : named.name;
}

/** Category names are given by the API in both languages. */
export const categoryOf = (c: { categoryName: string; categoryNameEn: string }, language: Language): string =>
  language === 'en' && c.categoryNameEn ? c.categoryNameEn : c.categoryName;

/** A community without the committee in its name: a narrow row has room for 学堂冲社区, not for 学堂冲社区居委会. */
export const shortName = (name: string): string => name.replace(/(社区|村)(居民委员会|居委会|村民委员会|委会)$/, '$1');
