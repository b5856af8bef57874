import type { AssessmentGrade } from '../api/generated/graphql';
import { Badge } from '../case/Badge';
import { useMessages } from '../i18n/useMessages';

/** A grade: only the best and the worst stand out. A033. */
export function GradeBadge({ grade }: { grade: AssessmentGrade }) {
  const { t } = useMessages();
  return <Badge tone={grade === 'EXCELLENT' ? 'ok' : grade === 'NOT_COMPETENT' ? 'late' : 'none'}>{t.act.choices[grade]}</Badge>;
}
