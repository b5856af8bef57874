import { said } from '../act/answers';
import type { Outcome, Refusal } from '../act/command';
import type { Hub } from '../act/session';
import { send } from '../api/query';

interface Answer {
  readonly act: { readonly secret: string | null; readonly channel: { readonly id: string } | null; readonly errors: readonly Refusal[] };
}

const COMMANDS: Readonly<Record<string, string>> = { createNoticeChannel: 'CreateNoticeChannelInput', changeNoticeChannel: 'ChangeNoticeChannelInput', resendMessages: 'ResendMessagesInput' };

/** The mutation of a step; its answer is the only one that ever shows a secret. */
export const textOf = (mutation: string): string => `mutation Act($input: ${COMMANDS[mutation]}!) {
  act: ${mutation}(input: $input) { secret channel { id } errors { __typename code rule clause field message messageEn } }
}`;

/** The hub as a sheet about channels sees it. @param onDone What came of it: a new secret, null for none. */
export const channelHub = (token: string, onSignedOut: () => void, onDone: (secret: string | null) => void, since: Hub['since']): Hub => ({
  since,
  async send(mutation, input): Promise<Outcome> {
    try {
      const { act } = await send<Answer>(textOf(mutation), { input }, token);
      if (act.errors.length === 0) onDone(act.secret);
      return { subjectId: act.channel?.id ?? null, sequence: null, errors: act.errors };
    } catch (error) {
      return said(error, onSignedOut);
    }
  },
});
