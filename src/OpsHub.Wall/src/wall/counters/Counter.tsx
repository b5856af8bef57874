import type { ReactNode } from 'react';
import { Sparkline } from '../../charts/Sparkline';
import { count } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import { Figure } from './Figure';

interface CounterProps {
  readonly name: string;
  readonly tone?: 'late' | 'due' | 'wide' | '';
  readonly label: ReactNode;
  readonly value: number | null;
  readonly sub: ReactNode;
  readonly points: readonly number[];
  readonly colour?: string;
  readonly marks: boolean;
  readonly children?: ReactNode;
}

export function Counter({ name, tone = '', label, value, sub, points, colour = '--text-3', marks, children }: CounterProps) {
  const { language } = useMessages();
  return (
    <div className={`kpi ${tone}`} data-counter={name}>
      <div className="lab">
        <span>{label}</span>
        <Sparkline points={points} colour={colour} />
      </div>
      {value === null ? <div className="num block" /> : <Figure text={count(value, language)} marks={marks} />}
      <div className="sub">{sub}</div>
      {children}
    </div>
  );
}
