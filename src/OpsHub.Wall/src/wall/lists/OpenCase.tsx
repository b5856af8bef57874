import { createContext, useContext, type ReactNode } from 'react';
import { casePath, goTo } from '../../app/router';

/** A wall key may not read cases, so its rows lead nowhere. */
export const MayOpenCases = createContext(false);

export function OpenCase({ id, className, children }: { id: string; className: string; children: ReactNode }) {
  const may = useContext(MayOpenCases);
  return (
    <div className={`${className}${may ? ' opens' : ''}`} data-key={id} {...(may ? { onClick: () => goTo(casePath(id)) } : {})}>
      {children}
    </div>
  );
}
