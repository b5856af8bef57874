export const CellLegend = ({ note }: { note: string }) => (
  <span className="celllegend">
    {note}
    <span>&lt;1.5%</span>
    <span className="cells">{[0, 1, 2, 3, 4].map((n) => <i key={n} className={`seq-${n}`} />)}</span>
    <span>≥6%</span>
  </span>
);
