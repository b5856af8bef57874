import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inputOf } from '../src/act/command';
import { channelsPath, routeOf } from '../src/app/router';
import { channelHub, textOf } from '../src/channels/channelHub';
import { adding, formOf, inNeed, verbsOf, type Channel, type Verb } from '../src/channels/verbs';
import { NOTICE_KINDS, NOTICE_SUBJECTS } from '../src/channels/words';
import { enChannels, zhChannels } from '../src/i18n/channelMessages';

const schema = buildSchema(readFileSync(new URL('../../OpsHub.GraphQL/schema.graphql', import.meta.url), 'utf8'));
const enumOf = (name: string) => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((v) => v.name).toSorted() : [];
};

const channel = (more: Partial<Channel> = {}): Channel => ({
  id: 'ch-1', version: '3', kind: 'WEBHOOK', target: 'https://hooks.example/…', kinds: ['DUE'], subjects: ['CASES'], language: 'ZH', state: 'WORKING', failingSince: null, failures: 0,
  lastError: null, nextTry: null, lastSentAt: null, givenUp: 0, changedAt: '2026-03-02T09:00:00+08:00', mayChange: true, mayResend: true,
  organ: { code: '430203001', kind: 'UNIT', name: '贺家土街道', nameEn: null } as Channel['organ'], ...more,
});

describe('the page of channels', () => {
  it('has an address for an organ, and one for all that fail', () => {
    expect(routeOf(channelsPath('430203:D12'))).toEqual({ page: 'channels', organ: '430203:D12' });
    expect(routeOf(channelsPath(null))).toEqual({ page: 'channels', organ: null });
  });

  it('offers what the hub allows and nothing else', () => {
    expect(verbsOf(channel())).toEqual(['change', 'secret', 'off']);
    expect(verbsOf(channel({ kind: 'EMAIL', state: 'SWITCHED_OFF' }))).toEqual(['change', 'on']);
    expect(verbsOf(channel({ givenUp: 2, mayChange: false }))).toEqual(['resend']);
    expect(verbsOf(channel({ givenUp: 2, mayChange: false, mayResend: false }))).toEqual([]);
  });

  it('puts first what needs somebody', () => {
    const shown = inNeed([channel({ id: 'off', state: 'SWITCHED_OFF' }), channel({ id: 'ok' }), channel({ id: 'lost', givenUp: 1 }),
      channel({ id: 'later', state: 'FAILING', failingSince: '2026-03-02T09:00:00+08:00' }), channel({ id: 'long', state: 'FAILING', failingSince: '2026-03-01T09:00:00+08:00' })]);
    expect(shown.map((c) => c.id)).toEqual(['long', 'later', 'lost', 'ok', 'off']);
  });

  it('knows every kind, subject and state of the hub, in both languages', () => {
    expect(NOTICE_KINDS.toSorted()).toEqual(enumOf('NoticeKind'));
    expect(NOTICE_SUBJECTS.toSorted()).toEqual(enumOf('NoticeSubject'));
    for (const words of [zhChannels, enChannels]) {
      expect(Object.keys(words.states).toSorted()).toEqual(enumOf('NoticeChannelState'));
      expect(Object.keys(words.kinds).toSorted()).toEqual(enumOf('NoticeChannelKind'));
      expect(Object.keys(words.notices).toSorted()).toEqual(enumOf('NoticeKind'));
    }
  });

  it('sends what the hub takes', () => {
    const verbs: readonly Verb[] = ['change', 'off', 'on', 'secret', 'resend'];
    const forms = [...(['EMAIL', 'WECOM', 'WEBHOOK'] as const).map((kind) => adding('430203001', kind, 500)), ...verbs.map((v) => formOf(v, channel(), 500))];
    for (const { move, known, fixed } of forms) {
      expect(validate(schema, parse(textOf(move.mutation))), move.mutation).toEqual([]);
      const type = schema.getType(`${move.mutation[0]!.toUpperCase()}${move.mutation.slice(1)}Input`);
      const fields = isInputObjectType(type) ? type.getFields() : {};
      const sent = inputOf(move.inputs, { target: { kind: 'words', text: 'https://hooks.example/a' }, ...known }, { ...fixed, commandId: 'c1' });
      expect(Object.keys(sent).filter((name) => !(name in fields)), move.mutation).toEqual([]);
      for (const i of move.inputs) expect(i.name in fields, `${move.mutation} ${i.name}`).toBe(true);
    }
  });

  it('leaves a channel of another system without notices', () => {
    const form = formOf('change', channel({ kinds: [] }), 500);
    expect(form.move.inputs.map((i) => i.name)).toEqual(['target', 'subjects', 'language']);
    expect(inputOf(form.move.inputs, form.known, { ...form.fixed, commandId: 'c1' })).not.toHaveProperty('kinds');
  });
});

describe('the answer to a command about a channel', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answers = (act: object) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ data: { act } }))));
  const hub = (told: (string | null)[]) => channelHub('token', () => {}, (secret) => told.push(secret), () => Promise.resolve(null));

  it('is the one place where a secret is told', async () => {
    const told: (string | null)[] = [];
    answers({ secret: 'whsec_x', channel: { id: 'ch-1' }, errors: [] });
    expect(await hub(told).send('createNoticeChannel', {})).toEqual({ subjectId: 'ch-1', sequence: null, errors: [] });
    expect(told).toEqual(['whsec_x']);
  });

  it('tells nothing of what was refused', async () => {
    const told: (string | null)[] = [];
    answers({ secret: null, channel: null, errors: [{ __typename: 'NotAllowedError', code: 'NOT_ALLOWED', rule: 'HUB', clause: '', field: null, message: '回调地址只能由管理员设置', messageEn: '' }] });
    expect((await hub(told).send('createNoticeChannel', {})).errors).toHaveLength(1);
    expect(told).toEqual([]);
  });
});
