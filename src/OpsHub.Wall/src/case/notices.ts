/** Reads what a notice entry says fired, "accept:DueSoon accept:Due handling:Due", as one part per term. */
export function noticesOf(
  reason: string,
  termName: (id: string) => string,
  rungName: (rung: string) => string,
  separator: string,
): string | null {
  const byTerm = new Map<string, string[]>();
  for (const token of reason.split(' ').filter(Boolean)) {
    const [term, rung] = token.split(':');
    if (!term || !rung) return null;
    byTerm.set(term, [...(byTerm.get(term) ?? []), rungName(snake(rung))]);
  }
  return [...byTerm].map(([term, rungs]) => `${termName(term)} ${rungs.join(separator)}`).join(' · ');
}

/** DueSoon to DUE_SOON, as the schema writes it. */
const snake = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
