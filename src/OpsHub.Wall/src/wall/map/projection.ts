import type { Point } from './features';

/** The panel in pixels of the 1080p drawing; the SVG scales as a whole. */
export const WIDTH = 596;
export const HEIGHT = 658;

const WEST = 113;
const NORTH = 27.95;
/** Shrinks a degree of longitude to a degree of latitude, at 27° north. */
const SQUEEZE = 0.89;

export type Projection = (at: Point) => Point;

const projection =
  (left: number, top: number, perDegree: number): Projection =>
  ([longitude, latitude]) => [left + (longitude - WEST) * SQUEEZE * perDegree, top + (NORTH - latitude) * perDegree];

const MAIN_SCALE = (HEIGHT - 28) / 1.85;

export const main = projection(WIDTH - 1.05 * SQUEEZE * MAIN_SCALE - 34, 12, MAIN_SCALE);

/** The four urban districts are too small for their figures: enlarged, in the empty south-west. */
const INSET_SCALE = 238 / (0.35 * SQUEEZE);
export const inset = projection(20, 248, INSET_SCALE);

export const URBAN: { readonly north: Point; readonly south: Point } = { north: [113, 27.95], south: [113.35, 27.55] };

export const outline = (ring: readonly Point[], project: Projection): string =>
  `M${ring.map((p) => project(p).map((v) => v.toFixed(1)).join(' ')).join('L')}Z`;

export function frame(project: Projection, margin: number) {
  const [x, y] = project(URBAN.north);
  const [right, bottom] = project(URBAN.south);
  return { x: x - margin, y: y - margin, width: right - x + 2 * margin, height: bottom - y + 2 * margin };
}
