#!/usr/bin/env node
// Checks an export of OpsHub's trace (export-trace) without any of OpsHub's code: Node 18 or newer, no packages.
//   node verify-trace.mjs FILE [--seal HASH]
// --seal: the hash of the day's seal as you noted it when it was made; without it the file is only checked against itself.
// Exit code 0: everything fits; 1: something does not, and the first places are named; 2: the command line or the file can't be used.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const ZEROS = '0'.repeat(64);
const MOST_TOLD = 20;

/** SHA-256 over texts, each after its length in UTF-16 code units and a colon, in UTF-8. */
function hashOfParts(parts, first) {
  const hash = createHash('sha256');
  if (first !== undefined) hash.update(Buffer.from([first]));
  for (const part of parts) hash.update(`${part.length}:${part}`, 'utf8');
  return hash.digest('hex');
}

/** A node of the Merkle tree over its two children (RFC 6962). */
function join(left, right) {
  return createHash('sha256').update(Buffer.from([1])).update(Buffer.from(left, 'hex')).update(Buffer.from(right, 'hex')).digest('hex');
}

/** Root of a tree of `count` leaves from one of them and what stands beside it at each level; null where the path does not fit the place. */
function rootFrom(leafHash, leaf, count, path) {
  let [hash, at, width, used] = [leafHash, leaf, count, 0];
  for (; width > 1; at >>= 1, width = (width + 1) >> 1) {
    if ((at ^ 1) >= width) continue; // no neighbour: it moves up as it is
    if (used === path.length) return null;
    hash = at & 1 ? join(path[used], hash) : join(hash, path[used]);
    used++;
  }
  return used === path.length && at === 0 ? hash : null;
}

class Check {
  faults = 0;
  told = [];
  chains = new Map(); // chain -> { length, head }, as the file's entries give them
  entries = 0;
  proofs = 0;
  header = null;
  seal = null;
  ended = false;
  chain = null;

  constructor(notedSeal) { this.notedSeal = notedSeal; }

  fault(line, text) {
    this.faults++;
    if (this.told.length < MOST_TOLD) this.told.push(`line ${line}: ${text}`);
  }

  take(line, number) {
    let item;
    try { item = JSON.parse(line); } catch { return this.fault(number, 'is no JSON'); }
    if (number === 1) return this.takeHeader(item, number);
    if (!this.header) return undefined;
    if (this.ended) return this.fault(number, 'comes after the end');
    if ('chain' in item) return this.takeChain(item, number);
    if ('entry' in item) return this.takeEntry(item, number);
    if ('proof' in item) return this.takeProof(item, number);
    if (item.end === true) return this.takeEnd(item, number);
    return this.fault(number, 'is none of chain, entry, proof, end');
  }

  takeHeader(item, number) {
    if (item.format !== 'opshub-trace-export' || item.version !== 1) return this.fault(number, 'is no header of an export of version 1');
    this.header = item;
    let previous = ZEROS;
    let before = 0;
    for (const seal of item.seals) {
      const [form, own, day, , algorithm, chains, root, , , linked] = seal.parts;
      if (form !== 'opshub-seal-1' || seal.algorithm !== 'SHA-256' || algorithm !== seal.algorithm) this.fault(number, `seal ${seal.number}: unknown form or algorithm`);
      if (Number(own) !== seal.number || seal.number !== before + 1) this.fault(number, `seal ${seal.number}: its number does not follow`);
      if (linked !== previous) this.fault(number, `seal ${seal.number}: does not continue the hash of the seal before`);
      if (hashOfParts(seal.parts) !== seal.hash) this.fault(number, `seal ${seal.number}: content does not match its hash`);
      if (seal.number === item.seal) this.seal = { ...seal, day, chains: Number(chains), root };
      previous = seal.hash;
      before = seal.number;
    }
    if (item.seal !== null && !this.seal) this.fault(number, `seal ${item.seal} is not among the seals`);
    if (this.seal && this.seal.day < item.day) this.fault(number, `seal ${this.seal.number} closes ${this.seal.day}, before ${item.day}`);
    if (this.notedSeal && this.notedSeal !== this.seal?.hash) this.fault(number, 'the seal is not the one that was noted');
    return undefined;
  }

  takeChain(item, number) {
    this.closeChain(number);
    if (this.chains.has(item.chain)) this.fault(number, `${item.chain} comes twice`);
    this.chain = { key: item.chain, stated: item.entries, length: 0, head: ZEROS };
    this.chains.set(item.chain, this.chain);
  }

  takeEntry(item, number) {
    const chain = this.chain;
    if (!chain) return this.fault(number, 'an entry without a chain');
    chain.length++;
    this.entries++;
    const where = `${chain.key} #${chain.length}`;
    const [form, subject, previous, sequence] = item.parts;
    if (form !== 'opshub-trace-1' || item.algorithm !== 'SHA-256') this.fault(number, `${where}: unknown form or algorithm`);
    if (subject !== chain.key) this.fault(number, `${where}: belongs to ${subject}`);
    if (item.entry !== chain.length || Number(sequence) !== chain.length) this.fault(number, `${where}: found entry ${sequence}`);
    if (previous !== chain.head) this.fault(number, `${where}: does not continue the hash of the entry before`);
    if (hashOfParts(item.parts) !== item.hash) this.fault(number, `${where}: content does not match its hash`);
    chain.head = item.hash;
    return undefined;
  }

  closeChain(number) {
    if (this.chain && this.chain.length !== this.chain.stated) this.fault(number, `${this.chain.key}: ${this.chain.stated} entries are stated, ${this.chain.length} found`);
    this.chain = null;
  }

  takeProof(item, number) {
    this.closeChain(number);
    const chain = this.chains.get(item.proof);
    if (!this.seal) return this.fault(number, `${item.proof}: a proof without a seal`);
    if (!chain || chain.proved) return this.fault(number, `${item.proof}: a proof without a chain, or a second one`);
    chain.proved = true;
    this.proofs++;
    if (chain.length !== item.length || chain.head !== item.head) this.fault(number, `${item.proof}: was sealed with ${item.length} entries and another head`);
    const leaf = hashOfParts(['opshub-seal-leaf-1', item.proof, String(item.length), item.head], 0);
    if (rootFrom(leaf, item.leaf, this.seal.chains, item.path) !== this.seal.root) this.fault(number, `${item.proof}: is not under the root of seal ${this.seal.number}`);
    return undefined;
  }

  takeEnd(item, number) {
    this.closeChain(number);
    this.ended = true;
    if (item.chains !== this.chains.size || item.entries !== this.entries) this.fault(number, `${item.chains} chains and ${item.entries} entries are stated, ${this.chains.size} and ${this.entries} found`);
    if (this.seal) for (const chain of this.chains.values()) if (!chain.proved) this.fault(number, `${chain.key}: no proof that it was sealed`);
  }
}

/** A file's lines, as they come. Split at line feeds only: readline would also split at U+2028, which may stand in a text. */
async function* lines(file) {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    yield* parts;
  }
  if (rest) yield rest;
}

async function main(args) {
  const at = args.indexOf('--seal');
  const noted = at < 0 ? undefined : args.splice(at, 2)[1];
  if (args.length !== 1 || (at >= 0 && !/^[0-9a-f]{64}$/.test(noted ?? ''))) {
    console.error('node verify-trace.mjs FILE [--seal HASH]');
    return 2;
  }
  const check = new Check(noted);
  let number = 0;
  try {
    for await (const line of lines(args[0])) check.take(line, ++number);
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  if (!check.ended) check.fault(number, 'the file ends too early');
  for (const text of check.told) console.log(text);
  if (check.faults > check.told.length) console.log(`… and ${check.faults - check.told.length} more`);
  const sealed = check.seal ? `seal ${check.seal.number} of ${check.seal.day} ${check.seal.hash}, ${check.proofs} chains under its root` : 'no seal covers the day yet';
  console.log(`${check.header?.day ?? '?'}: ${check.chains.size} chains, ${check.entries} entries, ${sealed}; ${check.faults === 0 ? 'everything fits' : `${check.faults} faults`}`);
  return check.faults === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
