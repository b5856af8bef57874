import { shapes } from './features';
import type { Projection } from './projection';
import { outline } from './projection';

const tiny: Projection = ([longitude, latitude]) => [(longitude - 113) * 89, (27.95 - latitude) * 100];

/** The city in the header, with the county one stands in lit. */
export const MiniMap = ({ county }: { county: string | null }) => (
  <svg className="mini" viewBox="-2 -2 98 189" aria-hidden="true">
    {shapes.map((s) => (
      <path key={s.code} d={outline(s.ring, tiny)} className={county === null ? 'all' : s.code === county ? 'here' : 'there'} />
    ))}
  </svg>
);
