import type { ReactNode } from 'react';
import { Icon, type IconName } from '../theme/Icon';

/** A whole panel in words: nothing to do, no data, no permission. */
export const Said = ({ icon, title, lines, small = '', children }: {
  icon: IconName;
  title: string;
  lines: readonly string[];
  small?: string;
  children?: ReactNode;
}) => (
  <div className="big">
    <Icon name={icon} />
    <b>{title}</b>
    {lines.map((l) => <span key={l} className="meta">{l}</span>)}
    {children}
    {small && <span className="meta dim">{small}</span>}
  </div>
);
