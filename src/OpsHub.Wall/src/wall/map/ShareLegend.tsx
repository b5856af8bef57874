import { useMessages } from '../../i18n/useMessages';

export function ShareLegend() {
  const { t } = useMessages();
  return (
    <div className="lg">
      <span className="tt">{t.shareLegend}</span>
      <div className="sc">{[0, 1, 2, 3, 4].map((n) => <i key={n} className={`seq-${n}`} />)}</div>
      <div className="ti">{['1.5%', '3%', '4.5%', '6%'].map((v) => <span key={v}>{v}</span>)}</div>
    </div>
  );
}
