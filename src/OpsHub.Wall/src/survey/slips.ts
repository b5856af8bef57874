import type { Refusal } from '../act/command';
import type { Hub } from '../act/session';
import { SignedOut } from '../api/query';

/** The sheet of tokens that an issue brought, to be printed at once: it is kept nowhere else, neither here nor in the hub. */
export interface Slips {
  readonly html: string;
  readonly count: number;
}

interface DoorError {
  readonly code: string;
  readonly rule: string;
  readonly clause: string;
  readonly field?: string | null;
  readonly zh: string;
  readonly en: string;
}

const nothing = { subjectId: null, sequence: null };

const refusal = (e: DoorError): Refusal => ({ __typename: 'DoorRefusal', code: e.code, rule: e.rule, clause: e.clause, field: e.field ?? null, message: e.zh, messageEn: e.en });

const busy: Refusal = { __typename: 'RetryLaterError', code: 'RETRY_LATER', rule: 'HUB', clause: '', message: '', messageEn: '' };

export const slipsPath = (agency: string, year: number, township: string): string =>
  `/papers/surveys/${encodeURIComponent(agency)}/${year}/${encodeURIComponent(township)}/slips`;

/** Issues tokens as a sheet with QR codes instead of the mutation, whose answer would have to be drawn here. The same command again shows nothing. */
export const slipHub = (path: string, token: string, onSignedOut: () => void, onSlips: (slips: Slips) => void, since: Hub['since']): Hub => ({
  since,
  async send(_, input) {
    const body = JSON.stringify({ commandId: input['commandId'], group: input['group'], count: input['count'] });
    const response = await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body });
    if (response.status === 401) {
      onSignedOut();
      throw new SignedOut();
    }
    if (response.ok) {
      onSlips({ html: await response.text(), count: Number(input['count']) });
      return { ...nothing, errors: [] };
    }
    if (response.status === 503 || response.status === 429) return { ...nothing, errors: [busy] };
    const { errors } = (await response.json()) as { errors: readonly DoorError[] };
    return { ...nothing, errors: errors.map(refusal) };
  },
});
