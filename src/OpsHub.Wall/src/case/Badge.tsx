import type { ReactNode } from 'react';
import { Icon, type IconName } from '../theme/Icon';

/** Late is solid, soon is outlined, on time is tinted, provisional is dashed: fill decides where hue can't. */
export type Tone = 'late' | 'soon' | 'ok' | 'dashed' | 'none' | 'emergency' | 'urged';

const icons: Partial<Record<Tone, IconName>> = { late: 'late', soon: 'soon', ok: 'ok' };

export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const icon = icons[tone];
  return <span className={`b ${tone}`}>{icon && <Icon name={icon} />}{children}</span>;
}
