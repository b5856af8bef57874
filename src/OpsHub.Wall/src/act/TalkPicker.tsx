import { useEffect, useRef, useState } from 'react';
import { CATEGORIES } from '../consultation/ListSearch';
import { count } from '../format/numbers';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import type { FoundTalks, Seek, TalkChoice, TalkSought } from './choices';

const PAUSE = 400;

/** A further page below those that are there, each once: between two pages a row may have moved. */
export const withPage = (held: FoundTalks | null, page: FoundTalks): FoundTalks =>
  ({ ...page, talks: [...new Map([...(held?.talks ?? []), ...page.talks].map((x) => [x.id, x])).values()] });

/** One consultation, found by number, words of its title, or what it is about; the hub looks for it, page by page. The one chosen stays in sight whatever is looked for next. */
export function TalkPicker({ name, seek, id, required, onPut }: { name: string; seek: Seek; id: string; required: boolean; onPut: (id: string) => void }) {
  const { t, language } = useMessages();
  const c = t.consult;
  const [sought, setSought] = useState<TalkSought>({ text: '', category: null, whole: false });
  const [found, setFound] = useState<FoundTalks | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<TalkChoice | null>(null);
  // The answer to what was looked for before is of no use any more.
  const asked = useRef(0);
  const words = t.act.choices as Readonly<Record<string, string>>;

  const read = (held: FoundTalks | null) => {
    const mine = ++asked.current;
    seek.find({ ...sought, text: sought.text.trim() }, held?.next ?? null).then(
      (page) => mine === asked.current && (setFound(withPage(held, page)), setFailed(false)),
      () => mine === asked.current && setFailed(true),
    );
  };
  useEffect(() => {
    const timer = setTimeout(() => read(null), sought.text ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [sought, seek]); // eslint-disable-line -- read anew when something else is looked for

  const put = (talk: TalkChoice | null) => {
    setChosen(talk);
    onPut(talk?.id ?? '');
  };
  const row = (x: TalkChoice) => (
    <label key={x.id} className="tick"><input type="radio" name={name} checked={id === x.id} onChange={() => put(x)} />
      <span>{x.number} {x.title}
        <small>{c.stages[x.stage]}{x.communities && <><Dot />{x.communities.map((u) => nameOf(u, language)).join(language === 'zh' ? '、' : ', ')}</>}</small>
        {x.elsewhere && !x.proposes && <small>{c.joinsAsHint}</small>}
        {x.proposes && <small className="joins">{c.joining(words[x.proposes] ?? x.proposes)}</small>}
      </span></label>
  );
  const others = (found?.talks ?? []).filter((x) => x.id !== chosen?.id);
  return (
    <div className="organs" role="search">
      {seek.wide && (
        <div className="reach" role="group">
          {([false, true] as const).map((whole) => (
            <button key={String(whole)} type="button" aria-pressed={sought.whole === whole} onClick={() => setSought({ ...sought, whole })}>{whole ? c.townshipTalks : c.ownTalks}</button>
          ))}
        </div>
      )}
      <input type="search" maxLength={100} value={sought.text} placeholder={c.listOnly.seek} aria-label={c.listOnly.seek} onChange={(e) => setSought({ ...sought, text: e.target.value })} />
      <select aria-label={c.listOnly.category} value={sought.category ?? ''} onChange={(e) => setSought({ ...sought, category: CATEGORIES.find((x) => x === e.target.value) ?? null })}>
        <option value="">{c.listOnly.category}</option>
        {CATEGORIES.map((v) => <option key={v} value={v}>{words[v] ?? v}</option>)}
      </select>
      <div className="list">
        {!required && <label className="tick"><input type="radio" name={name} checked={id === ''} onChange={() => put(null)} />{c.noneOfThem}</label>}
        {chosen && row(chosen)}
        {others.map(row)}
        {found && found.talks.length === 0 && !chosen && <p className="plain">{c.noTalks}</p>}
        {!found && !failed && <p className="plain">{c.reading}</p>}
        {failed && <p className="plain" role="alert">{c.talksUnread}</p>}
        {found?.next && <button type="button" className="add" onClick={() => read(found)}>{c.more} {count(found.talks.length, language)}/{count(found.total, language)}</button>}
      </div>
    </div>
  );
}
