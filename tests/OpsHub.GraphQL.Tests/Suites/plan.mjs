// What the client scripts ask for, beside what any schema has: PLAN is JSON with a subscription that takes $after,
// the path to its sequence number, and how many values to take before and after resuming. Without PLAN that part is left out.
import assert from 'node:assert/strict';

export const [url, token, plan] = process.argv.slice(2).map((argument, index) => (index === 2 ? JSON.parse(argument) : argument));

export const sequenceOf = (result) => plan.sequence.split('.').reduce((value, name) => value[name], result.data);

/** Takes some values, leaves, comes back with the last number seen, and must find no gap and no repeat. */
export async function resumes(iterate) {
  const seen = [];
  const take = async (after, count) => {
    for await (const result of iterate({ query: plan.subscription, variables: { after } })) {
      assert.equal(result.errors, undefined, JSON.stringify(result.errors));
      seen.push(sequenceOf(result));
      if (--count === 0) break;
    }
  };
  await take(plan.after ?? 0, plan.take);
  await take(seen.at(-1), plan.take);
  assert.equal(seen.length, 2 * plan.take);
  seen.forEach((number, index) => assert.equal(number, seen[0] + index, `gap or repeat: ${seen}`));
}

export async function step(name, act) {
  try {
    await act();
    console.log(`ok ${name}`);
  } catch (failure) {
    console.error(`failed ${name}: ${failure?.stack ?? JSON.stringify(failure)}`);
    process.exit(1);
  }
}
