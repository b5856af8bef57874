export type Language = 'zh' | 'en';

export const languageOf = (search: string): Language =>
  new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'zh';

/** The same address in another language; Chinese is the default and needs no parameter. */
export function withLanguage(path: string, search: string, language: Language): string {
  const query = new URLSearchParams(search);
  if (language === 'en') query.set('lang', 'en');
  else query.delete('lang');
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
