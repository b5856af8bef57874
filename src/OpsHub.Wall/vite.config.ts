import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['OPSHUB'] ?? 'http://localhost:5080';

/** The map is seed data, read where it lies; bundlers know JSON but not the name .geojson. */
const geojson = {
  name: 'geojson',
  load: (id: string) => (id.endsWith('.geojson') ? `export default ${readFileSync(id, 'utf8')}` : null),
};

export default defineConfig({
  plugins: [geojson, react()],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    port: 5090,
    fs: { allow: ['../..'] },
    proxy: { '/graphql': { target: server, ws: true }, '/papers': server, '/download': server },
  },
  test: { include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
});
