import { useRef, useState } from 'react';
import { useShownOnce } from '../act/useShownOnce';
import { useMessages } from '../i18n/useMessages';
import { Icon } from '../theme/Icon';
import type { Slips } from './slips';

/** The slips, shown once: printed from here, and gone when this is closed. Its frame runs no script and reaches nothing. */
export function SlipPrint({ slips, about, onClose }: { slips: Slips; about: string; onClose: () => void }) {
  const { t } = useMessages();
  const words = t.survey.slips;
  const dialog = useShownOnce();
  const frame = useRef<HTMLIFrameElement>(null);
  const [leaving, setLeaving] = useState(false);
  return (
    <dialog ref={dialog} className="slips" aria-label={words.title(slips.count)} onCancel={(e) => (e.preventDefault(), setLeaving(true))}>
      <header>
        <h2>{words.title(slips.count)}<small>{about}</small></h2>
        {leaving
          ? <><p className="last"><Icon name="late" /> {words.sure}</p><button onClick={() => setLeaving(false)}>{words.back}</button><button className="drop" data-slips="drop" onClick={onClose}>{words.drop}</button></>
          : <><p><Icon name="mark" /> {words.once}</p><button onClick={() => setLeaving(true)}>{words.close}</button><button className="p" data-slips="print" onClick={() => frame.current?.contentWindow?.print()}>{words.print}</button></>}
      </header>
      <iframe ref={frame} title={words.title(slips.count)} sandbox="allow-same-origin allow-modals" srcDoc={slips.html} />
    </dialog>
  );
}
