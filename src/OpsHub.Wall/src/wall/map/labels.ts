import type { CountyShape, Point } from './features';
import { inset, main } from './projection';

/** Where a county's name and figure stand: the schematic's own spot, moved where the inset or a neighbour would cover it. */
const MOVED: Readonly<Record<string, Point>> = {
  '430212': [113.098, 27.41],
  '430281': [113.47, 27.7],
};

const IN_INSET: Readonly<Record<string, Point>> = {
  '430202': [113.25, 27.9],
  '430203': [113.298, 27.8],
  '430204': [113.125, 27.9],
  '430211': [113.05, 27.72],
};

export const isUrban = (shape: CountyShape): boolean => shape.code in IN_INSET;

export interface Label {
  readonly at: Point;
  readonly scale: number;
  readonly anchor: 'middle' | 'start';
}

export function labelOf(shape: CountyShape, english: boolean): Label {
  const small = IN_INSET[shape.code];
  if (!small) return { at: main(MOVED[shape.code] ?? shape.label), scale: 1, anchor: 'middle' };
  // Tianyuan is a narrow column: its English name stands beside it, on free ground.
  if (english && shape.code === '430211') return { at: inset([113.106, 27.655]), scale: 0.917, anchor: 'start' };
  return { at: inset(small), scale: 0.917, anchor: 'middle' };
}
