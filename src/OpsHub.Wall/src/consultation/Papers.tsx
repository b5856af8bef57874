import { useState } from 'react';
import { useMessages } from '../i18n/useMessages';
import { inLanguage, readPapers, type Paper } from './papers';

/** Papers to print: asked for when someone wants them, since their addresses soon lapse. */
export function Papers({ number, token }: { number: string; token: string }) {
  const { t, language } = useMessages();
  const [papers, setPapers] = useState<readonly Paper[] | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = () => readPapers(number, token).then((p) => (setPapers(p), setFailed(p.length === 0)), () => setFailed(true));
  return (
    <p className="papers">
      {!papers?.length && <button className="act" onClick={() => void ask()}>{t.consult.papers}</button>}
      {papers?.map((p) => <a key={p.address} className="act" href={inLanguage(p.address, language)} target="_blank" rel="noreferrer">{p.title}</a>)}
      {failed && <span className="meta">{t.consult.papersFailed}</span>}
    </p>
  );
}
