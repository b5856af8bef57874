import type { ReactNode } from 'react';

const line = (d: string, width = 3): ReactNode => <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />;

/** State shapes: triangle late, half disc due soon, ring on time, tick done. Colour never speaks alone. */
const shapes = {
  late: (
    <>
      <path d="M12 2 23 21H1Z" fill="currentColor" />
      <path d="M12 9v6M12 17v2" stroke="var(--surface-1)" strokeWidth="2.4" />
    </>
  ),
  soon: (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M12 2.5a9.5 9.5 0 0 1 0 19Z" fill="currentColor" />
    </>
  ),
  ok: <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="3" />,
  done: line('M3 12.5 9.5 19 21 5.5', 3.4),
  halt: line('M7 4v16M17 4v16', 4.5),
  up: line('M4 17 12 6l8 11', 3.4),
  down: line('M4 7l8 11 8-11', 3.4),
  in: line('M12 3v13M5 10l7 7 7-7M4 21h16'),
  send: line('M3 12h16M12 5l8 7-8 7'),
  back: line('M21 12H5M12 5l-8 7 8 7'),
  bell: line('M4 18h16M6 18V11a6 6 0 0 1 12 0v7M10 21h4', 2.6),
  step: line('M9 5l7 7-7 7', 2.6),
  link: line('M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1', 2),
  day: line('M3 6h18v15H3ZM3 11h18M8 3v5M16 3v5', 2.2),
  list: line('M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10', 2.4),
  tree: line('M9 3h6v5H9ZM2 16h6v5H2ZM16 16h6v5h-6ZM12 8v4M5 16v-4h14v4', 2),
  talk: line('M3 4h18v12H11l-5 5v-5H3ZM8 10h8', 2.2),
  score: line('M4 20V10M10 20V4M16 20v-7M22 20H2', 2.4),
  lock: line('M5 11h14v10H5ZM8 11V7a4 4 0 0 1 8 0v4', 2.4),
  mark: line('M12 3v11M12 18v3', 4),
  cloud: line('M7 19h10a4 4 0 0 0 .6-8A6 6 0 0 0 6 10a4.5 4.5 0 0 0 1 9ZM3 3l18 18', 2),
  emergency: (
    <>
      <rect x="1" y="1" width="22" height="22" rx="4" fill="currentColor" />
      <path d="M12 5v9M12 16.5v3" stroke="var(--surface-1)" strokeWidth="3.4" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <svg className={`i ${className}`} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[name]}
  </svg>
);
