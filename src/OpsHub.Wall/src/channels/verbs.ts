import type { Value, Values } from '../act/values';
import { NOTICE_KINDS, NOTICE_SUBJECTS } from './words';
import type { ChannelFragment, ChannelsPageQuery, NoticeChannelKind } from '../api/generated/graphql';
import type { Move, MoveInput } from '../api/types';
import { enChannels as en, zhChannels as zh } from '../i18n/channelMessages';

export type Channel = ChannelFragment;
export type Setting = ChannelsPageQuery['noticeChannelSetting'];
export type Verb = 'change' | 'off' | 'on' | 'secret' | 'resend';

/** A sheet to open: the form, what is known already, and what the command carries besides. */
export interface Form {
  readonly move: Move;
  readonly known: Values;
  readonly fixed: Readonly<Record<string, unknown>>;
}

const input = (name: string, kind: MoveInput['kind'], label: string, labelEn: string, more: Partial<MoveInput> = {}): MoveInput =>
  ({ name, kind, label, labelEn, required: true, max: null, min: null, choices: [], after: null, before: null, ...more });
const move = (mutation: string, name: keyof typeof zh.moves, inputs: readonly MoveInput[] = []): Move => ({ mutation, label: zh.moves[name], labelEn: en.moves[name], rule: 'R046', to: null, inputs: [...inputs] });

const codes = (all: readonly string[]): Value => ({ kind: 'organs', codes: all });
const told = (c: Pick<Channel, 'kinds' | 'subjects' | 'language'>): Values => ({ kinds: codes(c.kinds), subjects: codes(c.subjects), language: { kind: 'words', text: c.language } });
const which = input('kinds', 'CHOICES', zh.fields.kinds, en.fields.kinds, { choices: [...NOTICE_KINDS] });
const common = [
  input('subjects', 'CHOICES', zh.fields.subjects, en.fields.subjects, { choices: [...NOTICE_SUBJECTS] }),
  input('language', 'CHOICE', zh.fields.language, en.fields.language, { choices: ['ZH', 'EN'] }),
];

/** What this viewer may do with a channel, as the API says. */
export const verbsOf = (c: Channel): readonly Verb[] => [
  ...(c.givenUp > 0 && c.mayResend ? (['resend'] as const) : []),
  ...(c.mayChange ? (['change'] as const) : []),
  ...(c.mayChange && c.kind === 'WEBHOOK' ? (['secret'] as const) : []),
  ...(c.mayChange ? ([c.state === 'SWITCHED_OFF' ? 'on' : 'off'] as const) : []),
];

/** Adding a channel of a kind. */
export const adding = (organ: string, kind: NoticeChannelKind, longest: number): Form => ({
  move: move('createNoticeChannel', kind, [input('target', 'TEXT', zh.targets[kind], en.targets[kind], { max: longest }), which, ...common]),
  known: told({ kinds: [...NOTICE_KINDS], subjects: [...NOTICE_SUBJECTS], language: 'ZH' }),
  fixed: { organ, kind },
});

/** A step of a channel. One that carries no notices is given none by a form: it belongs to another system. */
export function formOf(verb: Verb, c: Channel, longest: number): Form {
  const fixed = { channelId: c.id, expectedVersion: c.version };
  switch (verb) {
    case 'change':
      return {
        move: move('changeNoticeChannel', verb, [input('target', 'TEXT', zh.newTarget, en.newTarget, { required: false, max: longest }), ...(c.kinds.length > 0 ? [which] : []), ...common]),
        known: told(c),
        fixed,
      };
    case 'resend':
      return { move: move('resendMessages', verb), known: {}, fixed };
    case 'secret':
      return { move: move('changeNoticeChannel', verb), known: {}, fixed: { ...fixed, newSecret: true } };
    case 'on':
    case 'off':
      return { move: move('changeNoticeChannel', verb), known: {}, fixed: { ...fixed, enabled: verb === 'on' } };
  }
}

/** Those that need somebody first: failing, then those that gave up, then the rest as they stand. */
export const inNeed = (channels: readonly Channel[]): readonly Channel[] => {
  const rank = (c: Channel) => (c.state === 'FAILING' ? 0 : c.givenUp > 0 ? 1 : c.state === 'SWITCHED_OFF' ? 3 : 2);
  return channels.toSorted((a, b) => rank(a) - rank(b) || (a.failingSince ?? '').localeCompare(b.failingSince ?? ''));
};
