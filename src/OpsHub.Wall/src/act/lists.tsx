import type { MoveInput, OrganName } from '../api/types';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import type { Choices } from './choices';
import { columnsOf, FLAGS, type Column } from './compound';
import type { Matter, Row } from './values';

const Reading = () => <p className="plain">{useMessages().t.casePage.loading}</p>;

const toggled = (codes: readonly string[], code: string): readonly string[] => (codes.includes(code) ? codes.filter((c) => c !== code) : [...codes, code]);

/** Several of the choices that the API names. */
export function ManyChoices({ input, codes, word, onPut }: { input: MoveInput; codes: readonly string[]; word: (choice: string) => string; onPut: (codes: readonly string[]) => void }) {
  return (
    <div className="radios many">
      {input.choices.map((c) => (
        <label key={c} className="tick"><input type="checkbox" checked={codes.includes(c)} onChange={() => onPut(toggled(codes, c))} />{word(c)}</label>
      ))}
    </div>
  );
}

export function CommunitiesPicker({ choices, codes, onPut }: { choices: Choices | null; codes: readonly string[]; onPut: (codes: readonly string[]) => void }) {
  const { language } = useMessages();
  if (!choices) return <Reading />;
  return (
    <div className="organs"><div className="list">
      {choices.communities.map((o) => (
        <label key={o.code} className="tick"><input type="checkbox" checked={codes.includes(o.code)} onChange={() => onPut(toggled(codes, o.code))} />{nameOf(o, language)}</label>
      ))}
    </div></div>
  );
}

/** One organ out of a list; empty while none is chosen. */
function Pick({ organs, code, label, empty, onPut }: { organs: readonly OrganName[]; code: string; label: string; empty: string; onPut: (code: string) => void }) {
  const { language } = useMessages();
  return (
    <select aria-label={label} value={code} onChange={(e) => onPut(e.target.value)}>
      <option value="">{empty}</option>
      {organs.map((o) => <option key={o.code} value={o.code}>{nameOf(o, language)}</option>)}
    </select>
  );
}

export function CommunityPicker({ choices, code, label, onPut }: { choices: Choices | null; code: string; label: string; onPut: (code: string) => void }) {
  if (!choices) return <Reading />;
  return <Pick organs={choices.communities} code={code} label={label} empty="—" onPut={onPut} />;
}

/** What is fixed in a line: the township that a weight belongs to. */
function useTownship(choices: Choices | null) {
  const { language } = useMessages();
  return (code: string): string => {
    const organ = choices?.townships.find((o) => o.code === code);
    return organ ? nameOf(organ, language) : code;
  };
}

/** Columns whose choices have words of their own. */
const OWN: Readonly<Record<string, (t: ReturnType<typeof useMessages>['t']) => Readonly<Record<string, string>>>> = {
  class: (t) => t.consult.memberClasses,
  office: (t) => t.consult.offices,
};

function Cell({ column, row, choices, onPut }: { column: Column; row: Row; choices: Choices | null; onPut: (text: string) => void }) {
  const { t } = useMessages();
  const township = useTownship(choices);
  const text = row[column.name] ?? '';
  const label = t.act.cells[column.name] ?? column.name;
  switch (column.as) {
    case 'choice':
      return (
        <select aria-label={label} value={text} onChange={(e) => onPut(e.target.value)}>
          <option value="">{label}</option>
          {column.choices?.map((c) => <option key={c} value={c}>{OWN[column.name]?.(t)[c] ?? t.act.choices[c] ?? c}</option>)}
        </select>
      );
    case 'unit':
      return choices ? <Pick organs={choices.communities} code={text} label={label} empty={label} onPut={onPut} /> : <Reading />;
    case 'township':
      return <span className="fixed">{township(text)}</span>;
    case 'share':
      return <input inputMode="decimal" aria-label={`${township(row['township'] ?? '')} ${label}`} placeholder={label} value={text} onChange={(e) => onPut(e.target.value)} />;
    case 'flag':
      return <label className="tick"><input type="checkbox" checked={text === 'true'} onChange={(e) => onPut(String(e.target.checked))} />{label}</label>;
    case 'number':
      return <input inputMode="numeric" aria-label={label} placeholder={label} value={text} onChange={(e) => onPut(e.target.value)} />;
    case 'date':
      return <input type="date" aria-label={label} value={text} onChange={(e) => onPut(e.target.value)} />;
    case 'text':
      return <input aria-label={label} placeholder={label} value={text} onChange={(e) => onPut(e.target.value)} />;
  }
}

/** A list line by line: classes of participants, dissents, milestones. */
export function RowsField({ input, rows, choices, onPut }: { input: MoveInput; rows: readonly Row[]; choices: Choices | null; onPut: (rows: readonly Row[]) => void }) {
  const { t } = useMessages();
  const columns = columnsOf(input);
  // One line for each township served, neither more nor less.
  const fixed = input.kind === 'WEIGHTS';
  // Where one community alone is concerned there is nothing to choose.
  const [only, ...others] = choices?.communities ?? [];
  const filled = (row: Row): Row => (only && others.length === 0 && columns.some((c) => c.as === 'unit') ? { community: only.code, ...row } : row);
  return (
    <div className="rows">
      {rows.map(filled).map((row, at) => (
        <div key={at} className={`line ${input.kind.toLowerCase()}`}>
          {columns.map((c) => (
            <Cell key={c.name} column={c} row={row} choices={choices} onPut={(text) => onPut(rows.with(at, { ...row, [c.name]: text }))} />
          ))}
          {!fixed && <button type="button" className="drop" aria-label={t.act.dropRow} title={t.act.dropRow} onClick={() => onPut(rows.toSpliced(at, 1))}>×</button>}
        </div>
      ))}
      {!fixed && <button type="button" className="add" disabled={input.max != null && rows.length >= input.max} onClick={() => onPut([...rows, {}])}>+ {t.act.addRow}</button>}
    </div>
  );
}

/** What is known of a matter. Which of it changes the way, the hub decides. */
export function MatterField({ matter, choices, onPut }: { matter: Matter; choices: Choices | null; onPut: (matter: Matter) => void }) {
  const { t } = useMessages();
  return (
    <div className="rows">
      <div className="radios many">
        {FLAGS.map((f) => (
          <label key={f} className="tick"><input type="checkbox" checked={matter.flags.includes(f)} onChange={() => onPut({ ...matter, flags: toggled(matter.flags, f) })} />{t.act.flags[f]}</label>
        ))}
      </div>
      {choices && choices.parties.length > 0 && (
        <Pick organs={choices.parties} code={matter.delegatedBy} label={t.act.delegatedBy} empty={t.act.nobody} onPut={(delegatedBy) => onPut({ ...matter, delegatedBy })} />
      )}
      <input aria-label={t.act.agreementRecord} placeholder={t.act.agreementRecord} value={matter.agreementRecord} onChange={(e) => onPut({ ...matter, agreementRecord: e.target.value })} />
    </div>
  );
}
