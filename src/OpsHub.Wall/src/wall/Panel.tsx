import type { ReactNode } from 'react';
import { Dotted } from '../theme/Dotted';

interface PanelProps {
  readonly className?: string;
  readonly title: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}

export const Panel = ({ className = '', title, note, children }: PanelProps) => (
  <section className={`panel ${className}`}>
    <div className="ph">
      <h2>{title}</h2>
      <span className="n">{typeof note === 'string' ? <Dotted text={note} /> : note}</span>
    </div>
    {children}
  </section>
);

/** Said in words where a list is empty: nothing late is good news, not a hole. */
export const Empty = ({ text }: { text: string }) => <p className="empty">{text}</p>;

/** Blocks for rows that are not yet known. */
export const Pending = ({ rows }: { rows: number }) => (
  <div className="pending">
    {Array.from({ length: rows }, (_, i) => (
      <i key={i} />
    ))}
  </div>
);
