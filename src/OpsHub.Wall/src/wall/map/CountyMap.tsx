import type { Figures } from '../../api/types';
import { goTo, unitPath } from '../../app/router';
import { perMille } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import { binOf, seqClass, shareOf } from '../../theme/chartTheme';
import { shapes, type CountyShape, type Point } from './features';
import { isUrban, labelOf } from './labels';
import { frame, HEIGHT, inset, main, outline, URBAN, WIDTH, type Projection } from './projection';

type Shares = ReadonlyMap<string, Figures>;

const open = (code: string) => () => goTo(unitPath(code));

const Shape = ({ shape, shares, project }: { shape: CountyShape; shares: Shares; project: Projection }) => (
  <path
    d={outline(shape.ring, project)}
    className={seqClass(shareOf(shares.get(shape.code)))}
    onClick={open(shape.code)}
  />
);

function Value({ shape, shares }: { shape: CountyShape; shares: Shares }) {
  const { language } = useMessages();
  const english = language === 'en';
  const { at, scale, anchor } = labelOf(shape, english);
  const share = shares.get(shape.code)?.overduePerMille;
  const name = english ? shape.nameEn : isUrban(shape) ? shape.name.slice(0, 2) : shape.name;
  const onTop = anchor === 'middle' && binOf(share) === 4;
  return (
    <g className={onTop ? 'on-late' : ''} textAnchor={anchor}>
      <text x={at[0]} y={at[1] - 6 * scale} fontSize={24 * scale}>{name}</text>
      <text x={at[0]} y={at[1] + 26 * scale} fontSize={scale < 1 ? 25 : 30} fontWeight="700">{perMille(share)}</text>
    </g>
  );
}

/** The beam that says which square of the map the inset enlarges. */
function Beam() {
  const [a, b]: readonly Point[] = [main(URBAN.north), main(URBAN.south)];
  const [c, d]: readonly Point[] = [inset(URBAN.north), inset(URBAN.south)];
  if (!a || !b || !c || !d) return null;
  return <path className="beam" d={`M${a[0]} ${b[1]}L${b[0]} ${b[1]}L${d[0]} ${c[1]}L${c[0]} ${c[1]}Z`} />;
}

/**
 * Counties by overdue share, drawn as plain SVG: nine fixed blocks need no chart, and colours and their
 * transition come from the style sheet.
 */
export function CountyMap({ shares }: { shares: Shares }) {
  const urban = shapes.filter(isUrban);
  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {shapes.map((s) => <Shape key={s.code} shape={s} shares={shares} project={main} />)}
      <Beam />
      <rect className="box" {...frame(main, 3)} />
      <rect className="box solid" {...frame(inset, 4)} />
      {urban.map((s) => <Shape key={s.code} shape={s} shares={shares} project={inset} />)}
      {shapes.map((s) => <Value key={s.code} shape={s} shares={shares} />)}
    </svg>
  );
}
