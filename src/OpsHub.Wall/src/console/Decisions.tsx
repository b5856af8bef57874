import { MoveButtons } from '../act/MoveButtons';
import { casePath, follow } from '../app/router';
import type { Item, Move } from '../api/types';
import { Badge } from '../case/Badge';
import { ageText, countdown } from '../format/durations';
import { DAY, dayKey, due, HOUR, instant } from '../format/instants';
import { clock } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import type { Mine } from './order';

/** The deadline that is mine: overdue in days, today's with its time, else what is left. */
function MyDeadline({ dueAt, now, today }: { dueAt: number | null; now: number; today: string }) {
  const { t, language } = useMessages();
  if (dueAt === null) return <Badge tone="none">{t.console.noTerm}</Badge>;
  const left = dueAt - now;
  if (left <= 0) return <Badge tone="late">{t.overdue} {ageText(-left, language)}</Badge>;
  const ends = dayKey(dueAt - 1) === today;
  const time = dueAt % DAY === 16 * HOUR ? '24:00' : clock(dueAt);
  return <Badge tone={left < DAY ? 'soon' : 'ok'}>{ends ? t.console.dueTodayAt(time) : t.facts.leftFor(countdown(left, language))}</Badge>;
}

/** Who asked, where, how long it lies here: one line. */
function FactLine({ item }: { item: Item }) {
  const { t, language } = useMessages();
  const { extension } = item;
  const parts = [
    extension && `${nameOf(extension.by, language)} ${t.console.asks(due(instant(extension.until), language))}`,
    nameOf(item.community, language),
    item.title,
    item.returns > 0 && t.console.returnedTimes(item.returns),
  ].filter(Boolean) as string[];
  return <div className="meta line">{parts.map((p, i) => <span key={i}>{i > 0 && <Dot />}{p}</span>)}</div>;
}

function Standing({ item }: { item: Item }) {
  const { t } = useMessages();
  return (
    <>
      {item.emergency && <Badge tone="emergency">! {t.emergency}</Badge>}
      {item.urgedLevel > 0 && <Badge tone="urged">{t.facts.levels[item.urgedLevel as 1 | 2 | 3]}</Badge>}
      {item.escalation > 0 && <Badge tone="urged">{t.facts.escalated(item.escalation)}</Badge>}
      {item.cycle > 1 && <Badge tone="none">{t.facts.cycle(item.cycle)}</Badge>}
    </>
  );
}

/** What waits for me, by my deadline: the question, its facts, the usual steps. */
export function Decisions({ mine, now, today, onPick }: {
  mine: readonly Mine[];
  now: number;
  today: string;
  onPick: (item: Item, move: Move) => void;
}) {
  const { t, language } = useMessages();
  return (
    <div className="decs">
      {mine.map(({ item, dueAt, asks, moves }) => {
        const what = language === 'en' ? item.category.nameEn : item.category.name;
        const question = t.console.questions[asks];
        return (
          <article key={item.id} className="dec" data-case={item.number}>
            <div className="hd"><MyDeadline dueAt={dueAt} now={now} today={today} /><span className="meta">{t.stages[item.stage]}</span></div>
            <div className="what">
              <a className="q" href={casePath(item.id)} onClick={follow(casePath(item.id))}>
                {question ? (language === 'zh' ? `${what}，${question}？` : `${what}: ${question}`) : what}
              </a>{' '}
              <Standing item={item} />
              <FactLine item={item} />
            </div>
            <MoveButtons moves={moves} all={item.nextMoves} onPick={(m) => onPick(item, m)} />
          </article>
        );
      })}
    </div>
  );
}
