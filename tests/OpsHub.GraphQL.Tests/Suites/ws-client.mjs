// node ws-client.mjs URL TOKEN [PLAN]: the graphql-ws client against our sockets.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { plan, resumes, step, token, url } from './plan.mjs';

const open = (authorization, more = {}) =>
  createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: authorization ? { authorization } : undefined,
    retryAttempts: 0,
    ...more,
  });
const one = async (client, payload) => {
  for await (const result of client.iterate(payload)) return result;
};
const bearer = `Bearer ${token}`;

await step('a query', async () => {
  const client = open(bearer);
  assert.deepEqual((await one(client, { query: '{ __typename }' })).data, { __typename: 'Query' });
  await client.dispose();
});
await step('many operations at once on one socket', async () => {
  const client = open(bearer, { lazy: false });
  const all = await Promise.all(Array.from({ length: 20 }, () => one(client, { query: '{ __typename }' })));
  assert.ok(all.every((result) => result.data.__typename === 'Query'));
  await client.dispose();
});
await step('an error of the document', async () => {
  const client = open(bearer);
  await assert.rejects(one(client, { query: '{ thisFieldDoesNotExist }' }), (errors) => errors[0].message.includes('thisFieldDoesNotExist'));
  assert.equal((await one(client, { query: '{ __typename }' })).data.__typename, 'Query', 'the socket lives on');
  await client.dispose();
});
for (const [name, authorization] of [['a wrong token', 'Bearer wrong'], ['no token', undefined]])
  await step(`${name} is refused`, async () => {
    const client = open(authorization);
    await assert.rejects(one(client, { query: '{ __typename }' }), (close) => close.code === 4403);
    await client.dispose();
  });
await step('the client and the server ping each other', async () => {
  let pinged, ponged;
  const both = new Promise((resolve) => {
    const check = () => pinged && ponged && resolve();
    const client = open(bearer, {
      lazy: false,
      keepAlive: 200,
      on: {
        ping: (received) => { if (received) { pinged = true; check(); } },
        pong: (received) => { if (received) { ponged = true; check(); } },
      },
    });
    setTimeout(() => client.dispose(), 13_000).unref();
  });
  await Promise.race([both, new Promise((_, reject) => setTimeout(() => reject(new Error('no pings')), 12_000))]);
});
if (plan) {
  await step('a subscription resumes without gap or repeat', async () => {
    const client = open(bearer);
    await resumes((payload) => client.iterate(payload));
    await client.dispose();
  });
  await step('a subscription survives a lost socket', async () => {
    let connections = 0;
    const client = open(bearer, { retryAttempts: 3, retryWait: async () => {}, on: { connected: () => connections++ } });
    let values = 0;
    for await (const result of client.iterate({ query: plan.subscription, variables: { after: plan.after ?? 0 } })) {
      assert.ok(result.data);
      if (++values === 2) client.terminate();
      if (connections === 2 && values >= 4) break;
    }
    assert.equal(connections, 2);
    await client.dispose();
  });
}
process.exit(0);
