import { useState } from 'react';
import { inLanguage, papersAt, type Paper } from '../consultation/papers';
import { useMessages } from '../i18n/useMessages';

/** The letter to sign and the result to print: asked for when someone wants them, since their addresses soon lapse. */
export function Papers({ agency, year, token }: { agency: string; year: number; token: string }) {
  const { t, language } = useMessages();
  const [papers, setPapers] = useState<readonly Paper[] | null>(null);
  const [failed, setFailed] = useState(false);
  const names: Readonly<Record<string, string>> = { letter: t.year.letterPaper, result: t.year.resultPaper };
  const path = `/papers/assessments/${encodeURIComponent(agency)}/${year}/links`;
  const ask = () => papersAt(path, token).then((p) => (setPapers(p), setFailed(p.length === 0)), () => setFailed(true));
  return (
    <p className="papers">
      {!papers?.length && <button className="act" onClick={() => void ask()}>{t.year.letterPaper}</button>}
      {papers?.map((p) => <a key={p.address} className="act" href={inLanguage(p.address, language)} target="_blank" rel="noreferrer">{names[p.kind] ?? p.title}</a>)}
      {failed && <span className="meta">{t.consult.papersFailed}</span>}
    </p>
  );
}
