import { Badge } from '../case/Badge';
import { Row } from '../consultation/Sunshine';
import { dayAndTime, instant } from '../format/instants';
import { nameOf } from '../i18n/names';
import { useMessages } from '../i18n/useMessages';
import { Dot } from '../theme/Dotted';
import { asWritten } from './figures';
import { counts } from './parts';
import type { YearRead } from './useYear';

/** What is flagged without blocking anything, each with its rule. */
export function Flags({ found }: { found: YearRead }) {
  const { t, language } = useMessages();
  if (found.flags.length === 0) return null;
  return (
    <section className="card flags">
      <h2>{t.year.flags}<span className="meta">{found.flags.length}</span></h2>
      <ul>{found.flags.map((f) => <li key={f.kind + f.text}>{language === 'zh' ? f.text : f.textEn} <span className="meta">{f.rule}</span></li>)}</ul>
    </section>
  );
}

/** Both lines, townships served with their weights, local duties, key work, and the rules it is scored by. */
export function Facts({ found }: { found: YearRead }) {
  const { t, language } = useMessages();
  const y = t.year;
  const took = found.keyWork.filter((k) => k.tookPart).length;
  const negotiated = new Set(found.negotiated.map((u) => u.code));
  return (
    <section className="card facts">
      <h2>{y.facts}</h2>
      <dl>
        <Row label={y.department}>{nameOf(found.department, language)}</Row>
        <Row label={y.served}>
          {found.served.map((s) => (
            <div key={s.township.code}>
              {nameOf(s.township, language)} <b>{asWritten(s.weight)}</b> {s.isHost && <Badge tone="none">{y.host}</Badge>}
              {!counts(s, found) && <Badge tone="none">{y.notCounted}</Badge>}{negotiated.has(s.township.code) && <span className="meta"> {y.negotiated}</span>}
            </div>
          ))}
        </Row>
        {found.duties.length > 0 && <Row label={y.dutyList(found.duties.length)}><ol className="duties">{found.duties.map((d) => <li key={d}>{d}</li>)}</ol></Row>}
        {found.keyWork.length > 0 && (
          <Row label={y.keyWork(took, found.keyWork.length)}>
            {found.keyWork.toReversed().map((k) => (
              <div key={k.at + k.text}>
                {k.text}<br />
                <span className="meta">
                  {k.tookPart ? y.tookPart : <span className="late-t">{y.tookNoPart}</span>}<Dot />{nameOf(k.township, language)}<Dot />{dayAndTime(instant(k.at)).slice(0, 5)}
                  {k.reference && <><Dot />{k.reference}</>}
                </span>
              </div>
            ))}
          </Row>
        )}
        <Row label={y.rules}>{y.ruleSet(found.rules.version)}<span className="meta"><Dot />{y.areaMethods[found.rules.areaMethod]}<Dot />{y.bases[found.rules.townshipPartBase]}</span></Row>
        {found.statutory?.note && <Row label={y.long.statutory}>{found.statutory.note}</Row>}
      </dl>
    </section>
  );
}
