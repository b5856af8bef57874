import type { ReactNode } from 'react';
import type { AgencyYearStage, AssessmentGrade } from '../api/generated/graphql';
import type { YearLine } from '../api/types';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { ORDERS, owing, type Choice, type Order } from './choice';

/** Narrows and orders a board: by stage, by whom something is owed, by grade; only what is on the board is offered. */
export function Choices({ lines, choice, onChoose }: { lines: readonly YearLine[]; choice: Choice; onChoose: (next: Choice) => void }) {
  const { t, language } = useMessages();
  const { choose, stages } = t.year;
  const some = <T extends string>(of: (line: YearLine) => T | null | undefined): readonly T[] => [...new Set(lines.map(of).filter((x): x is T => x != null))].toSorted();
  return (
    <form className="choices" onSubmit={(e) => e.preventDefault()}>
      <Pick name="stage" label={choose.stage} value={choice.stage} onPick={(v) => onChoose({ ...choice, stage: v as AgencyYearStage | '' })} any={choose.any}>
        {some((l) => l.stage).map((s) => <option key={s} value={s}>{stages[s]}</option>)}
      </Pick>
      <Pick name="owedBy" label={choose.owedBy} value={choice.owedBy} onPick={(v) => onChoose({ ...choice, owedBy: v })} any={choose.any}>
        {owing(lines).map((o) => <option key={o.code} value={o.code}>{nameOf(o, language)}</option>)}
      </Pick>
      <Pick name="grade" label={choose.grade} value={choice.grade} onPick={(v) => onChoose({ ...choice, grade: v as AssessmentGrade | '' })} any={choose.any}>
        {some((l) => l.grade).map((g) => <option key={g} value={g}>{t.act.choices[g]}</option>)}
      </Pick>
      <Pick name="order" label={choose.order} value={choice.order} onPick={(v) => onChoose({ ...choice, order: v as Order })}>
        {ORDERS.map((o) => <option key={o} value={o}>{choose.orders[o]}</option>)}
      </Pick>
    </form>
  );
}

function Pick({ name, label, value, any, onPick, children }: { name: string; label: string; value: string; any?: string; onPick: (value: string) => void; children: ReactNode }) {
  return (
    <label>{label}
      <select name={name} value={value} onChange={(e) => onPick(e.target.value)}>{any && <option value="">{any}</option>}{children}</select>
    </label>
  );
}
