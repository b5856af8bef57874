import { useMessages } from '../../i18n/useMessages';

/** Urging level as one to three bars and its word. */
export function Urging({ level }: { level: number }) {
  const { t } = useMessages();
  const word = t.urging[Math.min(3, Math.max(0, level)) as 0 | 1 | 2 | 3];
  if (level <= 0) return <div className="lv none">{word}</div>;
  return (
    <div className="lv">
      {[1, 2, 3].map((n) => <i key={n} className={n <= level ? 'on' : ''} />)} {word}
    </div>
  );
}
