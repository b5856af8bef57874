import { useEffect, useState } from 'react';
import { useMessages } from '../i18n/useMessages';

/** What a list of consultations is searched for; empty text for any. */
export interface Sought {
  readonly text: string;
  readonly variant: string;
  readonly category: string;
}

export const NOTHING: Sought = { text: '', variant: '', category: '' };

const VARIANTS = ['BUILDING_OR_GROUP', 'COMMUNITY', 'CROSS_COMMUNITY', 'DIRECT_MEETING'] as const;
/** What consultations are about. C004. */
export const CATEGORIES = [
  'PUBLIC_AFFAIRS', 'PRESSING_PROBLEMS', 'POLICY_IMPLEMENTATION', 'MEETING_VOTE_MATTERS', 'COLLECTIVE_FUNDS_AND_ASSETS', 'SELF_GOVERNANCE_RULES', 'DELEGATED_BY_GOVERNMENT', 'PROPOSED_BY_BODIES',
] as const;

/** Words of title or number, the way, and what it is about; words are looked for when a person stops typing. */
export function ListSearch({ sought, onSeek }: { readonly sought: Sought; readonly onSeek: (next: Sought) => void }) {
  const { t } = useMessages();
  const c = t.consult;
  const [text, setText] = useState(sought.text);
  useEffect(() => {
    if (text === sought.text) return;
    const timer = setTimeout(() => onSeek({ ...sought, text }), 400);
    return () => clearTimeout(timer);
  }, [text, sought, onSeek]);
  const words = t.act.choices as Readonly<Record<string, string>>;
  const pick = (name: 'variant' | 'category', label: string, all: readonly string[]) => (
    <select aria-label={label} value={sought[name]} onChange={(e) => onSeek({ ...sought, [name]: e.target.value })}>
      <option value="">{label}</option>
      {all.filter((v) => words[v]).map((v) => <option key={v} value={v}>{words[v]}</option>)}
    </select>
  );
  return (
    <div className="seek" role="search">
      <input type="search" maxLength={100} value={text} placeholder={c.listOnly.seek} aria-label={c.listOnly.seek} onChange={(e) => setText(e.target.value)} />
      {pick('variant', c.listOnly.variant, VARIANTS)}
      {pick('category', c.listOnly.category, CATEGORIES)}
    </div>
  );
}
