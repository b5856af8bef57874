import { useState } from 'react';
import { useShownOnce } from '../act/useShownOnce';
import { useMessages } from '../i18n/useMessages';
import { Icon } from '../theme/Icon';

/** A webhook's new secret, shown this once; closed only by saying that it is kept. @param former True where another one signs beside it for a day. */
export function SecretOnce({ secret, former, onClose }: { secret: string; former: boolean; onClose: () => void }) {
  const { t } = useMessages();
  const w = t.channels;
  const dialog = useShownOnce();
  const [copied, setCopied] = useState(false);
  return (
    <dialog ref={dialog} className="sheet" aria-label={w.secretTitle} onCancel={(e) => e.preventDefault()}>
      <form method="dialog" onSubmit={(e) => (e.preventDefault(), onClose())}>
        <header><h2>{w.secretTitle}</h2></header>
        <div className="body">
          <p className="told"><Icon name="mark" /> {w.secretOnce}</p>
          <p className="secret" data-secret>{secret}</p>
          {former && <p className="plain">{w.secretBoth}</p>}
        </div>
        <footer>
          {navigator.clipboard && <button type="button" onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>{copied ? w.copied : w.copy}</button>}
          <button className="p" type="submit">{w.kept}</button>
        </footer>
      </form>
    </dialog>
  );
}
