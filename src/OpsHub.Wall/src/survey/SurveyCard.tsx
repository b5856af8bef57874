import { useCallback } from 'react';
import { MoveButtons } from '../act/MoveButtons';
import { inOrder } from '../act/usual';
import { SurveyTraceDocument, type RaterGroup } from '../api/generated/graphql';
import { query } from '../api/query';
import type { Move } from '../api/types';
import { Badge, type Tone } from '../case/Badge';
import { History } from '../case/History';
import { ageText, countdown } from '../format/durations';
import { date, dayAndTime, due, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Icon } from '../theme/Icon';
import { GroupTable } from './GroupTable';
import { passed, waitingOf, type Card } from './steps';

const ENTRIES = 32;
const TONES: Readonly<Record<Card['stage'], Tone>> = { PLANNED: 'none', OPEN: 'soon', CLOSED: 'none', DELIVERED: 'ok' };

/** What it waits for, in a sentence. */
function Waits({ survey }: { survey: Card }) {
  const { t, language } = useMessages();
  const w = t.survey.wait;
  const named = (groups: readonly RaterGroup[]) => groups.map((g) => t.year.groups[g]).join(language === 'zh' ? '、' : ', ');
  const waiting = waitingOf(survey);
  const text =
    waiting.kind === 'issue' ? w.issue(named(waiting.groups), survey.leastBallots)
    : waiting.kind === 'answers' ? w.answers(named(waiting.groups), survey.leastBallots)
    : waiting.kind === 'delivered' ? w.delivered(dayAndTime(instant(survey.deliveredAt ?? survey.closesAt)))
    : w[waiting.kind];
  const few = waiting.kind === 'year' || waiting.kind === 'delivered' ? waiting.few : [];
  const tone = waiting.kind === 'issue' || waiting.kind === 'answers' || waiting.kind === 'again' ? 'soon' : waiting.kind === 'delivered' ? 'done' : 'ok';
  return <p className={`waiting ${tone}`} data-waits={waiting.kind}><Icon name={tone} /><span>{text}{few.length > 0 && <small>{w.partly(named(few))}</small>}</span></p>;
}

/** From the first day to the last with the present in it. */
function Window({ survey, now }: { survey: Card; now: number }) {
  const { t, language } = useMessages();
  const s = t.survey;
  const [from, to] = [instant(survey.opensAt), instant(survey.closesAt)];
  const share = passed(from, to, now);
  return (
    <div className="window">
      <span>{date(from, language)}</span>
      <i className="track" role="img" aria-label={s.window(date(from, language), due(to, language))}><i style={{ width: `${share * 100}%` }} /></i>
      <span>{due(to, language)}</span>
      <b>{now < from ? s.opensIn(countdown(from - now, language)) : now < to ? s.closesIn(countdown(to - now, language)) : `${s.over} ${ageText(now - to, language)}`}</b>
    </div>
  );
}

/** One township's survey: where it stands, what it waits for, what came of it, and what may be done. */
export function SurveyCard({ survey, agency, now, token, fresh, onPick }: { survey: Card; agency: string; now: number; token: string; fresh: number | null; onPick: (move: Move) => void }) {
  const { t, language } = useMessages();
  const s = t.survey;
  const { year, township } = survey;
  const trace = useCallback(
    async (before: string | null) => (await query(SurveyTraceDocument, { agency, year, township: township.code, last: ENTRIES, before }, token)).survey?.trace ?? null,
    [agency, year, township.code, token],
  );
  const moves: readonly Move[] = inOrder(survey.nextMoves);
  const name = nameOf(township, language);
  return (
    <section className="township" data-survey={township.code}>
      <div className="card survey">
        <h2>
          <span>{name} <Badge tone={TONES[survey.stage]}>{s.stages[survey.stage]}</Badge> {survey.round > 1 && <Badge tone="urged">{s.round(survey.round)}</Badge>}</span>
          <span className="meta">{s.least(survey.leastBallots)}</span>
        </h2>
        <Window survey={survey} now={now} />
        {survey.extendedWhy && <p className="said"><b>{s.extended}</b> {survey.extendedWhy}</p>}
        {survey.closedWhy && <p className="said"><b>{s.endedEarly}</b> {survey.closedWhy}</p>}
        <Waits survey={survey} />
        <GroupTable survey={survey} />
        <p className="meta foot">{s.secret}{survey.closedAt && <><Dot />{s.stages.CLOSED} {dayAndTime(instant(survey.closedAt))}</>}</p>
        <div className="mine">
          <h3>{s.may}</h3>
          {moves.length > 0 ? <MoveButtons moves={moves} all={moves} onPick={onPick} /> : <p className="meta">{s.mayNot(name)}</p>}
        </div>
      </div>
      <History read={trace} version={survey.version} events={s.events} fresh={fresh} />
    </section>
  );
}
