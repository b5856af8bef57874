import type { MoveInput } from '../api/types';
import { date, dayEnd, dayKey, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { lengthOf, type Problem } from './check';
import type { Choices } from './choices';
import type { Refusal } from './command';
import { lineOf } from './compound';
import { CommunitiesPicker, CommunityPicker, ManyChoices, MatterField, RowsField } from './lists';
import { CasePicker, OnePicker, OrgansPicker, PartiesPicker } from './pickers';
import { TalkPicker } from './TalkPicker';
import { Refused } from './ActSheet';
import { instantOf, mayEnd, type Moment, type Value } from './values';

interface FieldProps {
  readonly input: MoveInput;
  readonly value: Value;
  readonly choices: Choices | null;
  readonly problem: Problem | undefined;
  readonly refusal: Refusal | undefined;
  readonly onPut: (value: Value) => void;
}

function useProblem() {
  const { t, language } = useMessages();
  const p = t.act.problems;
  return (problem: Problem): string => {
    switch (problem.kind) {
      case 'missing':
        return p.missing;
      case 'tooLong':
        return p.tooLong(problem.max, problem.length);
      case 'tooMany':
        return p.tooMany(problem.max);
      case 'number':
        return p.number(problem.min, problem.max);
      case 'score':
        return p.score(problem.min, problem.max);
      case 'after':
        return p.after(due(problem.at, language));
      case 'before':
        return p.before(due(problem.at, language));
      case 'noLead':
        return p.noLead;
      case 'row':
        return p.row(problem.row);
    }
  };
}

/** A day and its time, in Shanghai; a day's end is its 24:00. */
function MomentField({ input, moment, onPut }: { input: MoveInput; moment: Moment; onPut: (m: Moment) => void }) {
  const { t, language } = useMessages();
  const endable = mayEnd(input, moment.day);
  const at = instantOf(moment);
  return (
    <div className="moment">
      <input type="date" aria-label={t.act.day} value={moment.day} min={input.after ? dayKey(instant(input.after)) : undefined}
        max={input.before ? dayKey(instant(input.before) - 1) : undefined} onChange={(e) => onPut({ ...moment, day: e.target.value, end: moment.end && mayEnd(input, e.target.value) })} />
      <input type="time" aria-label={t.act.time} value={moment.end ? '' : moment.time} disabled={moment.end} onChange={(e) => onPut({ ...moment, time: e.target.value })} />
      {endable && (
        <label className="tick"><input type="checkbox" checked={moment.end} onChange={(e) => onPut({ ...moment, end: e.target.checked })} />{t.act.dayEnd}</label>
      )}
      {at !== null && <span className="meta">{moment.end ? due(at, language) : date(at, language)}</span>}
    </div>
  );
}

/** A line of a score in words: 属地职责 白关镇 参与重点工作. */
function useLineWord() {
  const { t, language } = useMessages();
  return (choice: string, choices: Choices | null): string => {
    const { line = '', township, component } = lineOf(choice);
    const organ = choices?.townships.find((o) => o.code === township);
    return [t.year.lines[line] ?? line, organ ? nameOf(organ, language) : township, component && (t.act.choices[component] ?? component)].filter(Boolean).join(' ');
  };
}

/** What a choice is called: a word, or the name of what its code or number stands for. */
function useChoiceWord(input: MoveInput, choices: Choices | null) {
  const { t, language } = useMessages();
  const lineWord = useLineWord();
  return (choice: string): string => {
    const community = input.name === 'community' ? choices?.communities.find((o) => o.code === choice) : undefined;
    const dissent = input.name === 'dissent' ? choices?.dissents.find((d) => String(d.number) === choice) : undefined;
    const numbered = input.name === 'target' ? choices?.targets : input.name === 'appeal' ? choices?.appeals : undefined;
    const found = numbered?.find((x) => String(x.number) === choice);
    if (found) return `${found.number} ${found.text}`;
    if (input.kind === 'LINE' || input.kind === 'LINES') return lineWord(choice, choices);
    const named = choices?.words?.[choice];
    if (named) return nameOf(named, language);
    if (dissent) return `${dissent.number} ${dissent.text}`;
    return community ? nameOf(community, language) : (t.act.decided[input.name]?.[choice] ?? t.act.choices[choice] ?? choice);
  };
}

function Choice({ input, text, choices, onPut }: { input: MoveInput; text: string; choices: Choices | null; onPut: (text: string) => void }) {
  const word = useChoiceWord(input, choices);
  const offered = input.kind === 'FLAG' ? ['true', 'false'] : input.choices;
  return (
    <div className={`radios ${offered.length > 5 ? 'many' : ''}`}>
      {offered.map((c) => (
        <label key={c} className="tick"><input type="radio" name={input.name} checked={text === c} onChange={() => onPut(c)} />{word(c)}</label>
      ))}
    </div>
  );
}

/** Few numbers are chosen, many are written. */
function NumberField({ input, text, onPut }: { input: MoveInput; text: string; onPut: (text: string) => void }) {
  const { t } = useMessages();
  const { min, max } = input;
  if (min == null || max == null || max - min > 9) return <input inputMode="numeric" aria-label={input.label} value={text} onChange={(e) => onPut(e.target.value)} />;
  const word = input.name === 'level' ? t.act.levels : null;
  return (
    <div className="radios">
      {Array.from({ length: max - min + 1 }, (_, i) => String(min + i)).map((n) => (
        <label key={n} className="tick"><input type="radio" name={input.name} checked={text === n} onChange={() => onPut(n)} />{word?.[Number(n)] ?? n}</label>
      ))}
    </div>
  );
}

function Control({ input, value, choices, onPut }: Pick<FieldProps, 'input' | 'value' | 'choices' | 'onPut'>) {
  const { t, language } = useMessages();
  const label = language === 'zh' ? input.label : input.labelEn;
  const word = useChoiceWord(input, choices);
  switch (value.kind) {
    case 'flag':
      return <label className="tick"><input type="checkbox" checked={value.on} onChange={(e) => onPut({ kind: 'flag', on: e.target.checked })} />{t.act.yes}</label>;
    case 'moment':
      return <MomentField input={input} moment={value.moment} onPut={(moment) => onPut({ kind: 'moment', moment })} />;
    case 'matter':
      return <MatterField choices={choices} matter={value} onPut={onPut} />;
    case 'rows':
      return <RowsField input={input} rows={value.rows} choices={choices} onPut={(rows) => onPut({ kind: 'rows', rows })} />;
    case 'organs':
      if (input.kind === 'CHOICES' || input.kind === 'LINES') return <ManyChoices input={input} codes={value.codes} word={word} onPut={(codes) => onPut({ kind: 'organs', codes })} />;
      if (input.kind === 'COMMUNITIES') return <CommunitiesPicker choices={choices} codes={value.codes} onPut={(codes) => onPut({ kind: 'organs', codes })} />;
      return <OrgansPicker choices={choices} codes={value.codes} onPut={(codes) => onPut({ kind: 'organs', codes })} />;
    case 'parties':
      return <PartiesPicker choices={choices} parts={value.parts} onPut={(parts) => onPut({ kind: 'parties', parts })} />;
    case 'words': {
      const put = (text: string) => onPut({ kind: 'words', text });
      if (input.kind === 'CHOICE' || input.kind === 'LINE' || input.kind === 'FLAG' || (input.kind === 'NUMBER' && input.choices.length > 0)) return <Choice input={input} text={value.text} choices={choices} onPut={put} />;
      if (input.kind === 'NUMBER') return <NumberField input={input} text={value.text} onPut={put} />;
      if (input.kind === 'SCORE') return <input inputMode="decimal" aria-label={label} value={value.text} onChange={(e) => put(e.target.value)} />;
      if (input.kind === 'DAY') return <input type="date" aria-label={label} value={value.text} min={input.after ? dayKey(dayEnd(input.after)) : undefined} max={input.before ?? undefined} onChange={(e) => put(e.target.value)} />;
      if (input.kind === 'ORGAN') return <OnePicker name={input.name} choices={choices} code={value.text} onPut={put} required={input.required} />;
      if (input.kind === 'COMMUNITY') return <CommunityPicker choices={choices} code={value.text} label={label} onPut={put} />;
      if (input.kind === 'CONSULTATION') return choices?.seek ? <TalkPicker name={input.name} seek={choices.seek} id={value.text} required={input.required} onPut={put} /> : null;
      if (input.kind === 'CASE') return <CasePicker name={input.name} choices={choices} id={value.text} onPut={put} />;
      return <textarea aria-label={label} rows={input.kind === 'TEXT' && (input.max ?? 0) <= 200 ? 1 : 3} value={value.text} onChange={(e) => put(e.target.value)} />;
    }
  }
}

/** One input: what it is called, whether it must be there, its bounds, and what is wrong with it. */
export function Field({ input, value, choices, problem, refusal, onPut }: FieldProps) {
  const { t, language } = useMessages();
  const words = useProblem();
  const note =
    input.kind === 'TEXT' && input.max && value.kind === 'words' ? `${lengthOf(value.text)}/${input.max}`
    : input.kind === 'TEXTS' ? t.act.perLine(input.max ?? null)
    : input.kind === 'INSTANT' ? [input.after && t.act.problems.after(due(instant(input.after), language)), input.before && t.act.problems.before(due(instant(input.before), language))].filter(Boolean).join(t.act.and)
    : '';
  return (
    <fieldset className={problem || refusal ? 'bad' : ''} data-field={input.name}>
      <legend>{language === 'zh' ? input.label : input.labelEn}{input.required ? <b>{t.act.required}</b> : <i>{t.act.optional}</i>}<small>{note}</small></legend>
      <Control input={input} value={value} choices={choices} onPut={onPut} />
      {problem && <p className="refusal" role="alert">{words(problem)}</p>}
      {refusal && <Refused refusal={refusal} />}
    </fieldset>
  );
}
