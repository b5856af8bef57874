import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { buildSchema, execute, parse, subscribe, validate } from 'graphql';
import { createClient } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { UnitEventsDocument } from '../src/api/generated/graphql';
import { follow } from '../src/api/subscribe';

const place = (code: string, level: string) => ({ code, level, name: code, nameEn: null });
const event = (position: number) => ({
  position: String(position), caseId: 'case-1', number: '1', at: '2026-11-23T14:32:05+08:00', event: 'CaseClosed', stage: 'CLOSED',
  categoryName: '道路破损', categoryNameEn: 'Road damage', township: place('430203001', 'TOWNSHIP'),
  community: place('430203001001', 'COMMUNITY'), organ: { code: '1', kind: 'UNIT', name: '1', nameEn: null },
});

/** A hub that speaks graphql-transport-ws over the committed schema; three events a socket, then it is cut. */
describe('following events over a real socket', () => {
  const asked: (string | null)[] = [];
  let http: Server;
  let sockets: WebSocketServer;

  beforeEach(async () => {
    asked.length = 0;
    http = createServer();
    sockets = new WebSocketServer({ server: http, path: '/graphql' });
    const schema = buildSchema(readFileSync('../OpsHub.GraphQL/schema.graphql', 'utf8'));
    const unitCaseEvents = async function* ({ after }: { after: string | null }) {
      asked.push(after);
      for (let n = Number(after ?? 0) + 1; n <= Number(after ?? 0) + 3; n++) yield { unitCaseEvents: event(n) };
      for (const socket of sockets.clients) socket.terminate();
    };
    // The functions must come from the module that built the schema: the test runner loads graphql twice.
    useServer({ schema, roots: { subscription: { unitCaseEvents } }, execute, subscribe, parse, validate }, sockets);
    await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  });
  afterEach(() => {
    sockets.close();
    http.close();
  });

  it('resumes after a cut from the last event it had, and misses and doubles none', async () => {
    const { port } = http.address() as AddressInfo;
    const client = createClient({ url: `ws://127.0.0.1:${port}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    const stopping = new AbortController();
    const got: string[] = [];
    const onAttempt = vi.fn();
    const following = follow(
      client,
      UnitEventsDocument,
      () => ({ code: '4302', after: got.at(-1) ?? null }),
      { onNext: (m) => got.push(m.unitCaseEvents.position), onAttempt },
      stopping.signal,
    );
    await vi.waitFor(() => expect(got.length).toBeGreaterThanOrEqual(6), { timeout: 60_000 });
    stopping.abort();
    await client.dispose();
    await following;
    expect(got.slice(0, 6)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(asked.slice(0, 2)).toEqual([null, '3']);
    expect(onAttempt).toHaveBeenCalled();
  }, 90_000);
});
