import { due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import type { Speech } from '../i18n/useMessages';
import type { CaseRead, Entry } from './useCase';

/** What an entry says first: the event, and what only its own record knows, e.g. 二级督办 → 城管站. */
export function headlineOf(entry: Entry, found: CaseRead, { t, language }: Speech): string {
  const word = t.events[entry.event] ?? entry.event;
  const at = instant(entry.occurredAt ?? entry.at);
  const when = (text: string) => instant(text) === at;
  switch (entry.event) {
    case 'CaseUrged': {
      const urge = found.urges.find((u) => when(u.at) && u.by.code === entry.organ.code);
      return urge ? `${t.facts.levels[urge.level as 1 | 2 | 3]} → ${nameOf(urge.organ, language)}` : word;
    }
    case 'ExtensionRequested':
      return found.extension && when(found.extension.at) ? `${word} → ${due(instant(found.extension.until), language)}` : word;
    case 'CaseEvaluated': {
      const given = found.evaluations.find((e) => when(e.at));
      return given ? `${word} ${t.facts.score(given.score)}` : word;
    }
    case 'CaseMerged':
      return found.mergedInto ? `${word} → ${found.mergedInto.number}` : word;
    default:
      return word;
  }
}
