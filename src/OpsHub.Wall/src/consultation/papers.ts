/** A paper that exists now, with an address that holds for ten minutes and needs no sign-in. */
export interface Paper {
  readonly kind: string;
  readonly round: number | null;
  readonly id: number | null;
  readonly title: string;
  readonly address: string;
}

/** What can be printed. A new tab sends no bearer header: the hub gives short-lived addresses instead. */
export async function papersAt(path: string, token: string): Promise<readonly Paper[]> {
  const response = await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return ((await response.json()) as { papers: Paper[] }).papers;
}

export const readPapers = (number: string, token: string): Promise<readonly Paper[]> => papersAt(`/papers/consultations/${encodeURIComponent(number)}/links`, token);

/** The address in the reader's language; Chinese is the default. */
export const inLanguage = (address: string, language: 'zh' | 'en'): string =>
  language === 'zh' ? address : `${address}${address.includes('?') ? '&' : '?'}lang=en`;
