import { useEffect, useRef, useState } from 'react';

/** A figure that swaps at once and stays underlined for three seconds. After a gap nothing is marked. */
export function Figure({ text, marks }: { text: string; marks: boolean }) {
  const before = useRef(text);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    if (!marks) return;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), 3000);
    return () => clearTimeout(timer);
  }, [text, marks]);
  return (
    <div className="num">
      <span key={text} className={changed ? 'changed' : ''}>{text}</span>
    </div>
  );
}
