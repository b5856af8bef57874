import { goTo, unitPath } from '../app/router';
import { ageText } from '../format/durations';
import { due, instant, SECOND } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { Badge } from './Badge';
import { linkOf } from './links';
import type { CaseRead, Term } from './useCase';

function Links({ found }: { found: CaseRead }) {
  const { t } = useMessages();
  const at = linkOf(found.stage);
  if (at === null) return null;
  return (
    <p className="links">
      {t.casePage.links}
      {t.casePage.linkNames.map((name, i) => (
        <span key={name} className={i < at ? 'past' : i === at ? 'here' : 'ahead'}>{name} {i < at ? '✓' : i === at ? '●' : '○'}</span>
      ))}
    </p>
  );
}

function Nearest({ term, now }: { term: Term; now: number }) {
  const { t, language } = useMessages();
  const at = instant(term.dueAt);
  const left = at - now;
  const label = t.casePage.nearestDue(due(at, language));
  const tone = left < 0 ? 'late' : left < 24 * 3600 * SECOND ? 'soon' : 'ok';
  return (
    <>
      <Badge tone={tone}>{left < 0 ? `${t.overdue} ${ageText(-left, language)}` : label}</Badge>
      {term.provisional && <Badge tone="dashed">{t.provisional}</Badge>}
    </>
  );
}

/** What makes it more than ordinary: rounds, returns, urging, escalation. */
function Standing({ found }: { found: CaseRead }) {
  const { t } = useMessages();
  const f = t.facts;
  return (
    <>
      {found.cycle > 1 && <Badge tone="none">{f.cycle(found.cycle)}</Badge>}
      {found.returns > 0 && <Badge tone="none">{f.returns(found.returns)}</Badge>}
      {found.reworks > 0 && <Badge tone="none">{f.reworks(found.reworks)}</Badge>}
      {found.urgedLevel > 0 && <Badge tone="urged">{f.levels[found.urgedLevel as 1 | 2 | 3]}</Badge>}
      {found.escalation > 0 && <Badge tone="urged">{f.escalated(found.escalation)}{found.risk && ` ${t.act.choices[found.risk] ?? ''}`}</Badge>}
    </>
  );
}

export function CaseHead({ found, now, nearest }: { found: CaseRead; now: number; nearest: Term | undefined }) {
  const { t, language } = useMessages();
  const places = [found.county, found.township, found.community, found.grid];
  const category = language === 'en' ? (found.category.nameEn ?? found.category.name) : found.category.name;
  return (
    <header>
      <p className="meta">
        {places.map((u, i) => (
          <span key={u.code}>{i > 0 && ' › '}<button onClick={() => goTo(unitPath(u.code))}>{nameOf(u, language)}</button></span>
        ))}
        <Dot />{t.casePage.number(found.number)}
      </p>
      <div className="hd">
        <h1>{category}</h1>
        {found.emergency && <Badge tone="emergency">! {t.emergency}</Badge>}
        <Badge tone="none">{t.stages[found.stage]}</Badge>
        <Standing found={found} />
        {nearest && <Nearest term={nearest} now={now} />}
        <span className="meta">
          {t.inHandsOf(nameOf(found.holder, language))}<Dot />{t.casePage.held(ageText(now - instant(found.holderSince), language))}
        </span>
      </div>
      <p className="meta">{found.title}{found.text && found.text !== found.title ? ` — ${found.text}` : ''}</p>
      {found.result && <p className="meta">{t.casePage.result}：{found.result}</p>}
      <Links found={found} />
    </header>
  );
}
