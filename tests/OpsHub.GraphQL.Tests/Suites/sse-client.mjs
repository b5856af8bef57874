// node sse-client.mjs URL TOKEN [PLAN]: the graphql-sse client, in its mode of distinct connections, against our event streams.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { plan, resumes, step, token, url } from './plan.mjs';

const open = (authorization) => createClient({ url, headers: authorization ? { authorization } : {}, retryAttempts: 0 });
const all = async (client, payload) => {
  const results = [];
  for await (const result of client.iterate(payload)) results.push(result);
  return results;
};
const bearer = `Bearer ${token}`;

await step('a query is one event, then complete', async () => {
  const client = open(bearer);
  assert.deepEqual(await all(client, { query: '{ __typename }' }), [{ data: { __typename: 'Query' } }]);
  client.dispose();
});
await step('an error of the document comes in the stream', async () => {
  const client = open(bearer);
  const [result] = await all(client, { query: '{ thisFieldDoesNotExist }' });
  assert.ok(result.errors[0].message.includes('thisFieldDoesNotExist'));
  assert.equal(result.data, undefined);
  client.dispose();
});
for (const [name, authorization] of [['a wrong token', 'Bearer wrong'], ['no token', undefined]])
  await step(`${name} is refused`, async () => {
    const client = open(authorization);
    await assert.rejects(all(client, { query: '{ __typename }' }), (failure) => failure.response?.status === 401);
    client.dispose();
  });
if (plan) {
  await step('a subscription resumes without gap or repeat', async () => {
    const client = open(bearer);
    await resumes((payload) => client.iterate(payload));
    client.dispose();
  });
  await step('a subscription over GET', async () => {
    const target = new URL(url);
    target.searchParams.set('query', plan.subscription);
    target.searchParams.set('variables', JSON.stringify({ after: plan.after ?? 0 }));
    const abort = new AbortController();
    const response = await fetch(target, { headers: { accept: 'text/event-stream', authorization: bearer }, signal: abort.signal });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/event-stream/);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) if ((text += chunk).includes('event: next\ndata: {')) break;
    abort.abort();
  });
}
process.exit(0);
