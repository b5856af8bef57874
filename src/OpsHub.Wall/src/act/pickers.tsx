import { useState } from 'react';
import type { OrganName } from '../api/types';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import type { Choices } from './choices';
import type { Part } from './values';

function useGroups(choices: Choices) {
  const { t } = useMessages();
  const groups: readonly (readonly [string, readonly OrganName[]])[] = [
    [t.act.groups.owners, choices.owners ?? []],
    [t.act.groups.units, choices.units],
    [t.act.groups.agencies, choices.agencies],
    [t.act.groups.departments, choices.departments],
  ];
  return groups.filter(([, organs]) => organs.length > 0);
}

const Reading = () => <p className="plain">{useMessages().t.casePage.loading}</p>;

/** Organs by kind, found by part of the name once they are many. */
function Organs({ choices, row }: { choices: Choices; row: (organ: OrganName) => React.ReactNode }) {
  const { t } = useMessages();
  const [sought, setSought] = useState('');
  const groups = useGroups(choices);
  const many = groups.reduce((n, [, organs]) => n + organs.length, 0) > 12;
  return (
    <div className="organs">
      {many && <input type="search" placeholder={t.act.find} aria-label={t.act.find} value={sought} onChange={(e) => setSought(e.target.value)} />}
      <div className="list">
        {groups.map(([title, organs]) => {
          const shown = organs.filter((o) => !sought || [o.name, o.nameEn ?? '', o.code].some((x) => x.toLowerCase().includes(sought.toLowerCase())));
          return shown.length > 0 && <div key={title}><h3>{title}</h3>{shown.map(row)}</div>;
        })}
      </div>
    </div>
  );
}

export function OrgansPicker({ choices, codes, onPut }: { choices: Choices | null; codes: readonly string[]; onPut: (codes: readonly string[]) => void }) {
  const { language } = useMessages();
  if (!choices) return <Reading />;
  const toggle = (code: string) => onPut(codes.includes(code) ? codes.filter((c) => c !== code) : [...codes, code]);
  return (
    <Organs choices={choices} row={(o) => (
      <label key={o.code} className="tick"><input type="checkbox" checked={codes.includes(o.code)} onChange={() => toggle(o.code)} />{nameOf(o, language)}</label>
    )} />
  );
}

/** One leads; whoever leads now yields to the next one chosen. */
export function withPart(parts: Readonly<Record<string, Part>>, code: string, part: Part): Readonly<Record<string, Part>> {
  const { [code]: had, ...rest } = parts;
  if (had === part) return rest;
  const others = part === 'LEAD' ? Object.fromEntries(Object.entries(rest).filter(([, p]) => p !== 'LEAD')) : rest;
  return { ...others, [code]: part };
}

export function PartiesPicker({ choices, parts, onPut }: {
  choices: Choices | null;
  parts: Readonly<Record<string, Part>>;
  onPut: (parts: Readonly<Record<string, Part>>) => void;
}) {
  const { t, language } = useMessages();
  if (!choices) return <Reading />;
  return (
    <>
    {choices.ownerByName && <p className="plain">{t.act.ownerByName(choices.ownerByName)}</p>}
    <Organs choices={choices} row={(o) => (
      <div key={o.code} className="party">
        <span>{nameOf(o, language)}</span>
        {(['LEAD', 'ASSIST'] as const).map((part) => (
          <button key={part} type="button" disabled={choices.parts?.[o.code]?.includes(part) === false} aria-pressed={parts[o.code] === part} aria-label={`${nameOf(o, language)} ${t.act.choices[part]}`}
            onClick={() => onPut(withPart(parts, o.code, part))}>{t.act.choices[part]}</button>
        ))}
      </div>
    )} />
    </>
  );
}

export function OnePicker({ name, choices, code, required, onPut }: {
  name: string;
  choices: Choices | null;
  code: string;
  required: boolean;
  onPut: (code: string) => void;
}) {
  const { t, language } = useMessages();
  if (!choices) return <Reading />;
  return (
    <div className="radios">
      {!required && <label className="tick"><input type="radio" name={name} checked={code === ''} onChange={() => onPut('')} />{t.act.holder}</label>}
      {choices.parties.map((o) => (
        <label key={o.code} className="tick"><input type="radio" name={name} checked={code === o.code} onChange={() => onPut(o.code)} />{nameOf(o, language)}</label>
      ))}
    </div>
  );
}

export function CasePicker({ name, choices, id, onPut }: { name: string; choices: Choices | null; id: string; onPut: (id: string) => void }) {
  const { t } = useMessages();
  if (!choices) return <Reading />;
  if (choices.cases.length === 0) return <p className="plain">{t.act.noCases}</p>;
  return (
    <div className="organs"><div className="list">
      {choices.cases.map((c) => (
        <label key={c.id} className="tick"><input type="radio" name={name} checked={id === c.id} onChange={() => onPut(c.id)} />
          <span>{c.number} {c.title}<small>{t.stages[c.stage]}</small></span></label>
      ))}
    </div></div>
  );
}
