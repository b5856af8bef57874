import type { ReactNode } from 'react';
import { follow } from './router';

/** A link within the pages. */
export const To = ({ path, children, className = 'act' }: { path: string; children: ReactNode; className?: string }) => (
  <a className={className} href={path} onClick={follow(path)}>{children}</a>
);
