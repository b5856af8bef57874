import { casePath, follow } from '../app/router';
import type { Item, Move } from '../api/types';
import { Badge } from '../case/Badge';
import { age, ageText } from '../format/durations';
import { instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { urgeOf } from './order';

function Row({ item, now, onPick }: { item: Item; now: number; onPick: (item: Item, move: Move) => void }) {
  const { t, language } = useMessages();
  const { figure, unit } = age(now - (item.dueAt ? instant(item.dueAt) : now), language);
  const urge = urgeOf(item);
  return (
    <div className="li" data-case={item.number}>
      <div className="d">{figure} <small>{unit}</small></div>
      <a className="what" href={casePath(item.id)} onClick={follow(casePath(item.id))}>
        <div>{language === 'en' ? item.category.nameEn : item.category.name}<Dot />{nameOf(item.community, language)}</div>
        <div className="meta">
          {t.inHandsOf(nameOf(item.holder, language))}<Dot />{t.casePage.held(ageText(now - instant(item.holderSince), language))}
        </div>
      </a>
      <div className="lv2">
        {item.urgedLevel > 0 && <Badge tone="urged">{t.facts.levels[item.urgedLevel as 1 | 2 | 3]}</Badge>}
        {item.escalation > 0 && <Badge tone="urged">{t.facts.escalated(item.escalation)}</Badge>}
      </div>
      <div className="moves">{urge && <button data-move="urgeCase" onClick={() => onPick(item, urge)}>{language === 'zh' ? urge.label : urge.labelEn}</button>}</div>
    </div>
  );
}

/** What is late in my area, longest first: in whose hands, and for how long. */
export function LateItems({ items, total, now, onPick }: { items: readonly Item[]; total: number; now: number; onPick: (item: Item, move: Move) => void }) {
  const { t } = useMessages();
  return (
    <div className="card lates">
      {items.map((i) => <Row key={i.id} item={i} now={now} onPick={onPick} />)}
      {total > items.length && <p className="meta none">{t.console.more(total - items.length)}</p>}
    </div>
  );
}
