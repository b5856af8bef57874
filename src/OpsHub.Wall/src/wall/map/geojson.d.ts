declare module '*.geojson' {
  const schematic: {
    readonly features: readonly {
      readonly properties: {
        readonly code: string;
        readonly name: string;
        readonly nameEn: string;
        readonly label: readonly [number, number];
      };
      readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
    }[];
  };
  export default schematic;
}
