import { useCallback, useEffect, useState } from 'react';
import { casePath, follow } from '../app/router';
import { SECOND } from '../format/instants';
import { useMessages } from '../i18n/useMessages';

const SHOWN_FOR = 8 * SECOND;

/** Says for a moment what was done, with the way to its case. */
export function useToast() {
  const { t } = useMessages();
  const [said, setSaid] = useState<{ text: string; caseId: string | null; at: number } | null>(null);
  const show = useCallback((text: string, caseId: string | null = null) => setSaid({ text, caseId, at: performance.now() }), []);
  useEffect(() => {
    const timer = said && setTimeout(() => setSaid(null), SHOWN_FOR);
    return () => clearTimeout(timer ?? undefined);
  }, [said]);
  const id = said?.caseId;
  const view = said && (
    <div className="toast" role="status">
      {said.text}
      {id && <a href={casePath(id)} onClick={follow(casePath(id))}>{t.act.look}</a>}
    </div>
  );
  return { show, view };
}
