import schematic from '../../../../../seeds/map/zhuzhou_schematic.geojson';

export type Point = readonly [number, number];

export interface CountyShape {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly label: Point;
  readonly ring: readonly Point[];
}

export const shapes: readonly CountyShape[] = schematic.features.map((f) => ({
  code: f.properties.code,
  name: f.properties.name,
  nameEn: f.properties.nameEn,
  label: f.properties.label,
  ring: f.geometry.coordinates[0] ?? [],
}));

const byCode = new Map(shapes.map((s) => [s.code, s]));

/** The city that the schematic draws; its file names the counties only. */
const CITY = { code: '4302', nameEn: 'Zhuzhou' };

export const englishOnMap = (code: string): string | undefined =>
  code === CITY.code ? CITY.nameEn : byCode.get(code)?.nameEn;

/** Whether the schematic draws all of these counties; another city is listed instead. */
export const drawsAll = (codes: readonly string[]): boolean => codes.length > 0 && codes.every((c) => byCode.has(c));
