import { useEffect, useState } from 'react';
import { EvidenceCasesDocument, type EvidenceCasesQuery, type EvidenceKind } from '../api/generated/graphql';
import { query } from '../api/query';
import { casePath, follow } from '../app/router';
import { useMessages } from '../i18n/useMessages';

const FIRST = 50;

type Found = NonNullable<EvidenceCasesQuery['agencyYear']>['evidence'][number]['cases'];

/** The cases behind one number, each with the way to it; one that is not theirs to read is counted and says so. */
export function Cases({ agency, year, township, kind, title, token, onClose }: {
  agency: string;
  year: number;
  township: string;
  kind: EvidenceKind;
  title: string;
  token: string;
  onClose: () => void;
}) {
  const { t } = useMessages();
  const y = t.year;
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    query(EvidenceCasesDocument, { agency, year, kind, first: FIRST }, token).then(
      ({ agencyYear }) => setFound(agencyYear?.evidence.find((e) => e.township.code === township)?.cases ?? null),
      () => setFailed(true),
    );
  }, [agency, year, township, kind, token]);
  return (
    <div className="cases" role="region" aria-label={title}>
      <p className="meta">{title}<button className="to" onClick={onClose}>{y.closeCases}</button></p>
      {!found && <p className="meta">{failed ? t.console.retryIn : t.casePage.loading}</p>}
      {found?.nodes.length === 0 && <p className="meta">{y.noCases}</p>}
      <ul>
        {found?.nodes.map((n) => (
          <li key={n.caseId}>
            {n.case
              ? (
                <a className="to" href={casePath(n.caseId)} onClick={follow(casePath(n.caseId))}>
                  {n.case.number} {n.case.title}<small className="meta"> {t.stages[n.case.stage]}</small>
                </a>
              )
              : <span className="meta">{y.caseHidden}</span>}
          </li>
        ))}
      </ul>
      {found?.pageInfo.hasNextPage && <p className="meta">{y.firstOnly(FIRST)}</p>}
    </div>
  );
}
