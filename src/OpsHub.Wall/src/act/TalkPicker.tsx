import { useEffect, useRef, useState } from 'react';
import { count } from '../format/numbers';
import { useMessages } from '../i18n/useMessages';
import type { FoundTalks, Seek, TalkChoice } from './choices';

const PAUSE = 400;

/** A further page below those that are there, each once: between two pages a row may have moved. */
export const withPage = (held: FoundTalks | null, page: FoundTalks): FoundTalks =>
  ({ ...page, talks: [...new Map([...(held?.talks ?? []), ...page.talks].map((x) => [x.id, x])).values()] });

/** One consultation, found by number or words of its title; the hub looks for it, page by page. The one chosen stays in sight whatever is looked for next. */
export function TalkPicker({ name, seek, id, required, onPut }: { name: string; seek: Seek; id: string; required: boolean; onPut: (id: string) => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundTalks | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<TalkChoice | null>(null);
  // The answer to what was looked for before is of no use any more.
  const asked = useRef(0);

  const read = (words: string, held: FoundTalks | null) => {
    const mine = ++asked.current;
    seek(words, held?.next ?? null).then(
      (page) => mine === asked.current && (setFound(withPage(held, page)), setFailed(false)),
      () => mine === asked.current && setFailed(true),
    );
  };
  useEffect(() => {
    const timer = setTimeout(() => read(text.trim(), null), text ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [text, seek]); // eslint-disable-line -- read anew when something else is looked for

  const put = (talk: TalkChoice | null) => {
    setChosen(talk);
    onPut(talk?.id ?? '');
  };
  const row = (x: TalkChoice) => (
    <label key={x.id} className="tick"><input type="radio" name={name} checked={id === x.id} onChange={() => put(x)} />
      <span>{x.number} {x.title}<small>{c.stages[x.stage]}</small></span></label>
  );
  const others = (found?.talks ?? []).filter((x) => x.id !== chosen?.id);
  return (
    <div className="organs" role="search">
      <input type="search" maxLength={100} value={text} placeholder={c.listOnly.seek} aria-label={c.listOnly.seek} onChange={(e) => setText(e.target.value)} />
      <div className="list">
        {!required && <label className="tick"><input type="radio" name={name} checked={id === ''} onChange={() => put(null)} />{c.noneOfThem}</label>}
        {chosen && row(chosen)}
        {others.map(row)}
        {found && found.talks.length === 0 && !chosen && <p className="plain">{c.noTalks}</p>}
        {!found && !failed && <p className="plain">{c.reading}</p>}
        {failed && <p className="plain" role="alert">{c.talksUnread}</p>}
        {found?.next && <button type="button" className="add" onClick={() => read(text.trim(), found)}>{c.more} {count(found.talks.length, language)}/{count(found.total, language)}</button>}
      </div>
    </div>
  );
}
